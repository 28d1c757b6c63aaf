"""How a side answers what another puts: it accepts, rejects, will consider, asks for clarity or gives no answer."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.positions.lexicon import Line, has_particle, is_negated, read_acts, read_lexicon, read_noun, read_terms
from crosswire.extract.positions.modes import find_mode
from crosswire.extract.positions.sides import Sides
from crosswire.extract.positions.terms import make_span
from crosswire.extract.subjects import find_subject
from crosswire.model import AnswerKind, AnswerMention, Party, ProposalMention

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns of asking and the verbs by which somebody wants them.
WANTED = frozenset({"answer", "response", "reply", "clarity", "clarification", "detail", "explanation"})
WANTING = frozenset({"expect", "demand", "need", "want", "seek", "await", "request", "ask", "urge", "call", "wait", "press"})
SILENT = frozenset({"respond", "reply", "answer", "comment", "react"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# What "the offer" means has been put; what was agreed on long since is meant by it only where nothing else is there.
PUT = frozenset({"proposed", "repeated", "rejected"})
# A proposal taken up stands no further back than this, in characters.
FARTHEST = 2_500


@cache
def _read_kinds() -> dict[str, AnswerKind]:
    kinds: tuple[AnswerKind, ...] = ("accepts", "rejects", "will consider")
    return {verb: kind for kind in kinds for verb in read_lexicon()["answers"][kind]}


@cache
def _read_cues() -> frozenset[str]:
    return frozenset(_read_kinds()) | SILENT | WANTED


def find_answers(lines: Sequence[Line], proposals: Sequence[ProposalMention], sides: Sides) -> tuple[AnswerMention, ...]:
    """The answers that sentences tell to proposals of the same article; what could be an answer to several is left out."""
    if not proposals:
        return ()
    told = (line for line in lines if not line.lemmas.isdisjoint(_read_cues()))
    return tuple(answer for line in told for token in line.tokens for answer in _read(token, proposals, sides))


def _read(token: "Token", proposals: Sequence[ProposalMention], sides: Sides) -> Iterator[AnswerMention]:
    if token.pos_ != "VERB" or not has_particle(token):
        return
    kind, noun = _find_kind(token)
    by = sides.of(find_subject(token, set()))
    if kind is None or by is None:
        return
    position = _find_proposal(token, noun, by, proposals, sides)
    if position is None:
        return
    span = make_span(sides.reading, _list_words(token, noun, by))
    if span is not None:
        mode = "said" if kind == "no answer" or (kind == "will consider" and find_mode(token) in ("planned", "said")) else find_mode(token)
        why = f"“{by.span.text}” {kind} “{proposals[position].what.text[:60]}” (“{token.text}”)"
        yield AnswerMention(kind, position, span, by, mode, why)


def _find_kind(verb: "Token") -> "tuple[AnswerKind | None, Token | None]":
    """What a verb answers, and the noun by which it takes up what it answers to."""
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    objects += [g for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "on", "with") for g in c.children if g.dep_ == "pobj"]
    taken = next((noun for noun in objects if read_noun(noun) in _read_taking()), None)
    if verb.lemma_ in SILENT and (is_negated(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and "yet" in verb.sent.text)):
        return "no answer", taken
    wanted = next((g for g in verb.subtree if g.lemma_ in WANTED and g.pos_ == "NOUN" and g.i > verb.i), None)
    if verb.lemma_ in WANTING and wanted is not None and not is_negated(verb):
        return "demands clarity", next((g for g in wanted.subtree if read_noun(g) in _read_taking()), None)
    if verb.lemma_ in _read_kinds() and taken is not None:
        return _read_kinds()[verb.lemma_], taken
    return None, None


@cache
def _read_taking() -> frozenset[str]:
    return read_terms("answers", "taking_up")


def _find_proposal(verb: "Token", noun: "Token | None", by: Party, proposals: Sequence[ProposalMention], sides: Sides) -> int | None:
    """The proposal answered: the one told in the noun's own words, else the one thing told before that the noun can mean."""
    at = noun if noun is not None else verb
    if noun is not None:
        inside = [i for i, p in enumerate(proposals) if p.evidence.start <= noun.idx < p.evidence.end or _leads_to(noun, p)]
        if inside:
            return inside[0]
        owned = any(c.dep_ == "poss" for c in noun.children)
        if not owned and not any(c.dep_ == "det" and c.lower_ in DEFINITE for c in noun.children):
            return None
    before = [
        i
        for i, p in enumerate(proposals)
        if p.evidence.start < at.idx and at.idx - p.evidence.end < FARTHEST and _may_mean(noun, p, by, sides)
    ]
    put = [i for i in before if proposals[i].status in PUT]
    before = put if put and noun is not None and read_noun(noun) in read_terms("offers", "nouns") else before
    if not before or not all(are_one(proposals[before[-1]], proposals[i]) for i in before):
        return None
    return before[-1]


def _leads_to(noun: "Token", proposal: ProposalMention) -> bool:
    return any(proposal.what.start <= t.idx < proposal.what.end for t in noun.subtree if t.i > noun.i)


def _may_mean(noun: "Token | None", proposal: ProposalMention, by: Party, sides: Sides) -> bool:
    """Whether a noun can take up a proposal: its kind fits, its owner is who puts it, and nobody answers what they put themselves."""
    if proposal.status not in ("proposed", "repeated", "rejected", "agreed in principle", "agreed"):
        return False
    if noun is None:
        return True
    act = read_acts("nouns").get(read_noun(noun))
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    side = sides.of(owner) if owner is not None else None
    if act is not None and act != proposal.act:
        return False
    if side is not None and proposal.by is not None and side.name is not None and proposal.by.name is not None:
        kinds = {sides.cast.names[side.name].kind, sides.cast.names[proposal.by.name].kind}
        return side.name == proposal.by.name or len(kinds) > 1
    return proposal.by is None or proposal.by.name is None or proposal.by.name != by.name


def are_one(one: ProposalMention, other: ProposalMention) -> bool:
    """Whether two tellings of one article may be of one thing, as far as their terms say."""
    if one.act != other.act or (
        one.duration and other.duration and (one.duration.low, one.duration.unit) != (other.duration.low, other.duration.unit)
    ):
        return False
    return not one.keys or not other.keys or bool(set(one.keys) & set(other.keys))


def _list_words(verb: "Token", noun: "Token | None", by: Party) -> "list[Token]":
    """The words from who answers to what is answered."""
    last = max(
        [
            verb.i,
            *(
                (t.i for t in noun.subtree)
                if noun is not None
                else (c.right_edge.i for c in verb.children if c.dep_ in ("dobj", "prep", "xcomp"))
            ),
        ]
    )
    start = next((t.i for t in verb.sent if t.idx >= by.span.start), verb.i)
    return list(verb.doc[min(start, verb.i) : last + 1])
