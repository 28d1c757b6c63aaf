"""All positions of one article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crosswire.extract.positions.answers import are_one, find_answers
from crosswire.extract.positions.conditions import find_conditions
from crosswire.extract.positions.lexicon import Line
from crosswire.extract.positions.meetings import find_meetings
from crosswire.extract.positions.proposals import read_statement
from crosswire.extract.positions.sides import Sides
from crosswire.extract.positions.statements import list_statements
from crosswire.extract.positions.terms import is_day
from crosswire.model import AnswerMention, ConditionMention, MeetingMention, ProposalMention, QuoteMention

if TYPE_CHECKING:
    from crosswire.model import Reading

# What may only come about, or go on, is no position yet.
DEFINITE = frozenset({"the", "a", "an", "this", "that"})
COURSES = ("in force", "expired", "broken")
# In a heading this share of the words of four letters and more begins with a capital, and no full stop closes it.
HEADING_SHARE, LONG = 0.6, 4


@dataclass(frozen=True, slots=True)
class Positions:
    """What an article tells of talks."""

    proposals: tuple[ProposalMention, ...]
    answers: tuple[AnswerMention, ...]
    conditions: tuple[ConditionMention, ...]
    meetings: tuple[MeetingMention, ...]


def find_positions(reading: "Reading", quotes: Sequence[QuoteMention]) -> Positions:
    """The proposals, answers, conditions and meetings of an article, in the order of the text; headings tell none."""
    sides = Sides(reading, quotes)
    lines = [line for sentence in reading.doc.sents if not is_heading(line := Line.read(sentence)) and not is_corrected(line)]
    conditions = find_conditions(lines, sides)
    told = (read_statement(statement, sides) for line in lines for statement in list_statements(line))
    kept = tuple(_keep([mention for mention in told if not _is_condition(mention, conditions)]))
    return Positions(kept, find_answers(lines, kept, sides), conditions, find_meetings(lines, sides))


def _is_condition(mention: ProposalMention, conditions: Sequence[ConditionMention]) -> bool:
    """Whether what is asked for is asked for as a condition ("demanded that they dismantle the post before talks")."""
    put = mention.status == "proposed" and mention.duration is None
    return put and any(c.what.start <= mention.what.start and mention.what.end <= c.evidence.end for c in conditions)


def _keep(mentions: Sequence[ProposalMention]) -> Iterator[ProposalMention]:
    """Those told with enough to be known by, and what becomes of them later ("the truce collapsed"), where one thing alone is meant."""
    before: list[tuple[int, ProposalMention]] = []
    count = 0
    for mention in mentions:
        alike = [(i, one) for i, one in before if one.act == mention.act]
        if is_told(mention) and not (alike and _is_taken_up(mention)):
            before.append((count, mention))
        elif mention.status in COURSES and _is_firm(mention) and alike and all(are_one(alike[-1][1], one) for _, one in alike):
            mention = replace(mention, same_as=alike[-1][0])
        else:
            continue
        yield mention
        count += 1


def _is_firm(mention: ProposalMention) -> bool:
    """Whether a course is told as fact, or as set to begin ("the truce would start on Friday", somebody said)."""
    return mention.mode == "said" or (mention.mode == "planned" and mention.status == "in force" and mention.date is not None)


def _is_taken_up(mention: ProposalMention) -> bool:
    """Whether a telling of a course has no terms of its own but its day."""
    return mention.status in COURSES and mention.duration is None and not mention.keys and mention.by is None


def is_told(mention: ProposalMention) -> bool:
    """Whether enough is told to know a thing by: a length, a scope, a day, or who puts a whole cessation."""
    if mention.mode == "negated" and mention.status != "rejected":
        return False
    if mention.mode == "hypothetical" and mention.status in ("agreed", "agreed in principle", "rejected", *COURSES):
        return False
    if "\n" in mention.evidence.text:  # the parse ran over the end of a paragraph
        return False
    firm = mention.duration is not None or bool(mention.keys)
    if mention.act in ("agreement",) and mention.mode == "hypothetical":
        return mention.duration is not None
    dated = mention.date is not None and is_day(mention.date)
    if mention.act == "cessation" and mention.status in COURSES and dated and mention.mode == "said":
        return mention.evidence.text.split()[0].lower() in DEFINITE
    if mention.by is not None and mention.act in ("provision", "easing") and any(c.isdigit() for c in mention.what.text):
        return mention.mode != "hypothetical"
    if mention.act == "agreement" and mention.to is not None and mention.status in ("agreed", "rejected", "agreed in principle"):
        return True
    if firm or (mention.act == "cessation" and mention.date is not None and mention.date.expression.kind in ("easter", "fixed")):
        return mention.mode != "hypothetical" or mention.by is not None
    return (mention.whole or mention.act == "talks") and (mention.by or mention.teller) is not None and mention.mode != "hypothetical"


def is_heading(line: Line) -> bool:
    """Whether a sentence is a heading in title case, whose verbs the parse does not know."""
    words = [token for token in line.tokens if token.is_alpha and len(token) >= LONG]
    closed = any(token.text in ".?!" for token in line.tokens)
    return not closed and len(words) >= 3 and sum(token.text[0].isupper() for token in words) > HEADING_SHARE * len(words)


def is_corrected(line: Line) -> bool:
    """Whether a sentence tells what an earlier version of the article said."""
    if "version" not in line.lemmas:
        return False
    return any(t.lemma_ == "version" and any(c.lemma_ in ("early", "previous", "original") for c in t.children) for t in line.tokens)
