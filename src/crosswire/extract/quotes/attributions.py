"""Who is said to have said marked words: the verb or phrase that reports them, and its subject."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from crosswire.extract.quotes.nominals import find_noun
from crosswire.extract.quotes.surroundings import Surroundings
from crosswire.extract.subjects import RELATIVE, SUBJECTS, find_subject, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

# An attribution after words that end in a full stop has no object and is short ("“I know.” She smiled" is none).
SHORT = 7
# The reporting verb after the marks, its subject behind it, and the words before marks that no colon leads up to stand no further off.
LATEST_VERB, LATEST_SUBJECT, LONGEST_LEAD = 14, 4, 12
# What leads up to a colon with a person alone is no longer than this, in tokens.
LONGEST_INTRODUCTION = 24
# A name between a dash and the end of the paragraph is no longer than this, in tokens.
LONGEST_SIGNATURE = 8
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"PROPN", "PRON", "NOUN"})
INNER = frozenset({"compound", "amod", "nmod", "flat"})
CONJUNCTIONS = frozenset({"and", "but", "as", "when", "while", "that", "which", "to", "of", "in", "for", "by", "with"})
DASHES = frozenset("—–―-")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting words, from first to last token, the subject's head where there is one, and how they were found."""

    first: "Token"
    last: "Token"
    subject: "Token | None"
    how: str
    follows: bool = False

    @property
    def verb(self) -> "Token":
        """The reporting verb, or the last word of a phrase such as "according to"."""
        return self.last


def find_attribution(around: Surroundings) -> Attribution | None:
    """The best attribution of marked words; None where the paragraph's grammar gives none.

    Tried in turn: what leads up to a colon before them, with a verb or with nothing but a person; a reporting clause set off after the
    words ("…,” she said), one that leads up to them (she said: “…), a noun of saying beside them ("her “…” remark"), the verb that governs
    them in the parse (she called it “…”), "according to", a name that heads the paragraph or signs the words, and any reporting verb of
    the sentence.
    """
    before = around.before()
    first = (_find_before, _find_introduced) if before and before[-1].text == ":" else ()
    ways = (*first, _find_noun, _find_after, _find_before, _find_governing, _find_according, _find_heading, _find_loose)
    return next((found for way in ways if (found := way(around)) is not None), None)


def _find_noun(around: Surroundings) -> Attribution | None:
    found = find_noun(around)
    return Attribution(found[0], found[0], found[1], f"whose “{found[0].text}” the words are") if found is not None else None


def _find_after(around: Surroundings) -> Attribution | None:
    last = around.reading.article.text[around.marked.end - 1]
    tokens = around.after()
    gap = around.reading.article.text[around.marked.closed : tokens[0].idx] if tokens else ""
    if not tokens or not (last in ",?!…—–-." or gap.strip()[:1] in (",", "—", "–", "-")):
        return None
    position = next((n for n, t in enumerate(tokens[:LATEST_VERB]) if is_speech(t) and t.tag_ != "VBG"), None)
    if position is None or _has_other_clause(tokens[:position]):
        return None
    verb = tokens[position]
    if last in ".!?" and not gap.strip() and not _is_bare(verb, tokens):
        return None
    subject = _find_adjacent_subject(tokens, position, around.quoted)
    return Attribution(verb, verb, subject, "the reporting clause after the words", follows=True) if subject is not None else None


def _has_other_clause(tokens: "Sequence[Token]") -> bool:
    """A finite verb or a conjunction before the reporting verb: another clause goes on, it reports nothing of these words."""
    finite = any(t.tag_ in FINITE and t.dep_ not in ("relcl", "aux", "auxpass") for t in tokens)
    return finite or (bool(tokens) and tokens[0].lower_ in CONJUNCTIONS)


def _is_bare(verb: "Token", tokens: "Sequence[Token]") -> bool:
    return len(tokens) <= SHORT and not any(c.dep_ in ("ccomp", "dobj", "xcomp") and c.i > verb.i for c in verb.children)


def _find_adjacent_subject(tokens: "Sequence[Token]", position: int, quoted: set[int]) -> "Token | None":
    """The subject beside a reporting verb: before it, or behind it where it stands first ("said the mayor")."""
    verb = tokens[position]
    window = {t.i for t in tokens}
    own = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i in window and c.lower_ not in RELATIVE), None)
    if own is not None:
        return own
    nominal = [t for t in tokens if t.pos_ in NOMINAL and t.dep_ != "poss"]
    before, after = [t for t in nominal if t.i < verb.i], [t for t in nominal if t.i > verb.i]
    if before:
        return _find_head(before[0], window)
    return _find_head(after[0], window) if after and after[0].i - verb.i <= LATEST_SUBJECT else find_subject(verb, quoted)


def _find_head(token: "Token", window: set[int]) -> "Token":
    while token.dep_ in INNER and token.head.i in window:
        token = token.head
    return token


def _find_before(around: Surroundings) -> Attribution | None:
    """The last reporting verb before the marks, where only its objects stand between and a comma, a colon, "that" or nothing leads up."""
    tokens = around.before()
    verbs = [n for n, token in enumerate(tokens) if is_speech(token)]
    if not verbs:
        return None
    verb, rest = tokens[verbs[-1]], tokens[verbs[-1] + 1 :]
    leads = tokens[-1].text in (",", ":") or tokens[-1].lower_ == "that" or tokens[-1] == verb
    if not leads or any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in rest):
        return None
    if tokens[-1].text != ":" and len(rest) > LONGEST_LEAD:
        return None
    return _attribute(verb, around, "the reporting verb that leads up to the words")


def _attribute(verb: "Token", around: Surroundings, how: str) -> Attribution | None:
    subject = find_subject(verb, around.quoted)
    return Attribution(verb, verb, subject, how) if subject is not None else None


def _find_governing(around: Surroundings) -> Attribution | None:
    """The first reporting verb above the marked words in the parse."""
    inside = around.inside()
    indexes = {token.i for token in inside}
    tops = [token for token in inside if token.head.i not in indexes and token.dep_ != "ROOT"]
    verbs = (above for top in sorted(tops, key=_find_depth) for above in top.ancestors if above.i not in around.quoted and is_speech(above))
    return _first(_attribute(verb, around, "the reporting verb that governs the words") for verb in verbs)


def _find_depth(token: "Token") -> tuple[int, int]:
    return sum(1 for _ in token.ancestors), token.i


def _find_according(around: Surroundings) -> Attribution | None:
    return _read_according(around.unmarked())


def _read_according(tokens: "Iterable[Token]") -> Attribution | None:
    for first, second in pairwise(tokens):
        if first.lower_ == "according" and second.lower_ == "to":
            subject = next((c for c in second.children if c.dep_ == "pobj"), None)
            return Attribution(first, second, subject, "“according to”") if subject is not None else None
    return None


def find_report(tokens: "Sequence[Token]", quoted: set[int]) -> Attribution | None:
    """Who is reported to speak in a sentence of its own; None where nobody is."""
    for verb in filter(is_speech, tokens):
        subject = find_subject(verb, quoted)
        if subject is not None:
            return Attribution(verb, verb, subject, "the sentence before reports")
    return _read_according(tokens)


def _find_heading(around: Surroundings) -> Attribution | None:
    """A name and a colon at the head of the paragraph, or a dash and a name between the words and its end."""
    return _find_headed(around) or _find_signed(around)


def _find_headed(around: Surroundings) -> Attribution | None:
    tokens = list(islice(around.reading.tokens(around.start, min(around.marked.opened, around.start + 100)), LONGEST_SIGNATURE))
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), 0)
    if not colon or not is_name(tokens[:colon]) or not _is_speaker(around, tokens[:colon]):
        return None
    return Attribution(tokens[colon], tokens[colon], tokens[colon - 1], "the name that heads the paragraph")


def _is_speaker(around: Surroundings, name: "Sequence[Token]") -> bool:
    """Whether the recogniser knows a person or body by these words, or the words stand right behind them, as in a transcript."""
    return (
        name[-1].ent_type_ in ("PERSON", "ORG")
        or around.reading.article.text[name[-1].idx + len(name[-1]) + 1 : around.marked.opened].isspace()
    )


def _find_introduced(around: Surroundings) -> Attribution | None:
    """The only person in what stands on the line before a colon, with no verb but participles: "Ana Ruiz, mayor, at the site: “…"."""
    line = around.reading.article.text.rfind("\n", 0, around.marked.opened) + 1
    tokens = [token for token in around.reading.tokens(line, around.marked.opened) if not token.is_space]
    if len(tokens) > LONGEST_INTRODUCTION or not tokens or tokens[-1].text != ":" or any(t.tag_ in FINITE for t in tokens):
        return None
    named = [token for token in tokens if token.ent_type_ == "PERSON" and (token.i + 1 >= len(token.doc) or token.nbor(1).ent_iob_ != "I")]
    return Attribution(tokens[-1], tokens[-1], named[0], "the person before a colon") if len(named) == 1 else None


def _find_signed(around: Surroundings) -> Attribution | None:
    tokens = [t for t in around.reading.tokens(around.marked.closed, min(around.end, around.marked.closed + 100)) if t.text != "."]
    if not 1 < len(tokens) <= LONGEST_SIGNATURE or tokens[0].text not in DASHES or not is_name(tokens[1:]):
        return None
    return Attribution(tokens[0], tokens[0], tokens[-1], "the name that signs the words")


def is_name(tokens: "Sequence[Token]") -> bool:
    """Whether all words have a capital and one is a proper name or in capitals throughout."""
    return all(token.text[0].isupper() for token in tokens) and any(token.pos_ == "PROPN" or token.is_upper for token in tokens)


def _find_loose(around: Surroundings) -> Attribution | None:
    """Any reporting verb in the sentence, the nearest before the words, else the nearest after; not for a few marked words."""
    if len(around.inside()) <= 3:
        return None
    before = [t for t in around.before() if is_speech(t)]
    after = [t for t in around.after() if is_speech(t)]
    return _first(_attribute(verb, around, "a reporting verb of the same sentence") for verb in [*before[::-1], *after])


def _first(found: Iterable[Attribution | None]) -> Attribution | None:
    return next((attribution for attribution in found if attribution is not None), None)
