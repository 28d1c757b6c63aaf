"""Everything that a word might attribute by the parse, right or wrong: what a tagger chooses from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.extract.quotes.complements import cut_aside, list_words
from crosswire.extract.quotes.insertions import find_as_told, find_set_off
from crosswire.extract.quotes.nominals import find_owner
from crosswire.extract.quotes.reports import Report, find_source, make_report, read_cue
from crosswire.extract.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

GRAMMAR = "grammar"
GOVERNED = frozenset({"ccomp", "xcomp", "dobj", "advcl", "prep", "oprd", "acomp", "attr", "dative", "acl", "relcl", "agent"})
BEHIND_NOUN = frozenset({"acl", "relcl", "ccomp", "xcomp", "prep", "advcl"})
# What cannot be cut off the end of some words without breaking a phrase.
FIRM = frozenset({"pobj", "det", "aux", "compound", "amod", "poss", "dobj", "attr", "acomp", "nummod", "pcomp", "punct", "nsubj", "mark"})
# The end of some words is cut at so many places at most, the widest cuts.
MOST_CUTS = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a cue may attribute, the way it hangs on it, and the head of what was cut off the end."""

    cue: "Token"
    way: str
    report: Report
    cut: "Token | None" = None


def list_candidates(cue: "Token", quoted: set[int]) -> list[Candidate]:
    """All candidates of one cue, the grammar's own first; no two of the same words."""
    found: dict[tuple[tuple[int, int], ...], Candidate] = {}
    own = read_cue(cue, quoted)
    if own is not None and own.stretches:
        found[own.stretches] = Candidate(cue, GRAMMAR, own)
    subject = _find_subject(cue, quoted)
    for way, parts, cut in _list_ways(cue):
        report = make_report(cue, subject, parts, f"the tagger chose what “{cue.text}” governs")
        if report.stretches:
            found.setdefault(report.stretches, Candidate(cue, way, report, cut))
    return list(found.values())


def _find_subject(cue: "Token", quoted: set[int]) -> "Token | None":
    if cue.pos_ in ("VERB", "AUX"):
        return find_source(cue, quoted)
    if cue.pos_ == "NOUN":
        return find_owner(cue)
    return next((c for c in cue.head.lefts if c.dep_ in SUBJECTS), None)


def _list_ways(cue: "Token") -> "Iterator[tuple[str, list[list[Token]], Token | None]]":
    """Words that may be attributed, each with the way that leads to them, and after them the same words cut short."""
    verbal = cue.pos_ in ("VERB", "AUX")
    for way, words in _list_governed(cue) if verbal else _list_behind(cue):
        if words:
            yield way, [words], None
            yield from ((f"{way}<", [shorter], cut) for shorter, cut in _cut_short(words))
    if not verbal:
        return
    for way, parts in (("set off", find_set_off(cue)), ("as told", find_as_told(cue))):
        if parts is not None and any(parts):
            yield way, parts, None
    passive = next((c for c in cue.lefts if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        yield "passive", [list_words(passive)], None


def _list_governed(verb: "Token") -> "Iterator[tuple[str, list[Token]]]":
    rights = [c for c in verb.rights if c.dep_ in GOVERNED]
    for child in rights:
        if child.dep_ == "prep":
            yield from _list_prepositional(child)
            yield f"with {child.lower_}", list_words(child)
        elif child.dep_ == "ccomp":
            yield "ccomp aside", cut_aside([t for t in list_words(child) if t.i > verb.i])
            yield "ccomp", list_words(child)
        else:
            yield child.dep_, list_words(child)
    if len(rights) > 1:
        yield "all", [t for t in list_words(verb) if t.i >= rights[0].left_edge.i]


def _list_behind(noun: "Token") -> "Iterator[tuple[str, list[Token]]]":
    for child in noun.rights:
        if child.dep_ == "prep":
            yield from _list_prepositional(child)
        elif child.dep_ in BEHIND_NOUN:
            yield child.dep_, list_words(child)


def _list_prepositional(preposition: "Token") -> "Iterator[tuple[str, list[Token]]]":
    inner = next((c for c in preposition.children if c.dep_ in ("pobj", "pcomp")), None)
    if inner is not None:
        yield f"prep {preposition.lower_}", list_words(inner)


def _cut_short(words: "list[Token]") -> "list[tuple[list[Token], Token]]":
    """The words cut before each phrase that ends with them, the widest cuts, with the head of the phrase cut off."""
    inside, first = {t.i for t in words}, words[0].i
    places: dict[int, Token] = {}
    token = words[-1]
    while token.i in inside:
        place = token.left_edge.i
        if first < place and token.head.i < place and token.dep_ not in FIRM:
            places.setdefault(place, token)
        if token.head == token:
            break
        token = token.head
    return [(_end_before(words, place), cut) for place, cut in list(places.items())[-MOST_CUTS:]]


def _end_before(words: "list[Token]", place: int) -> "list[Token]":
    """The words before a place, without the conjunction and the marks that lead up to it."""
    kept = [t for t in words if t.i < place]
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].pos_ == "CCONJ"):
        kept.pop()
    return kept
