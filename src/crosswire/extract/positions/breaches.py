"""On whose word something agreed was broken, and who denies it: a breach is a claim wherever somebody says so."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from crosswire.extract.claims.contentions import read_contentions
from crosswire.extract.positions.lexicon import is_negated
from crosswire.extract.positions.sides import Sides
from crosswire.extract.subjects import find_subject, is_speech
from crosswire.model import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs of breaking that name no breaker: the thing ends by itself, and what is said of its end is no charge.
ENDING = frozenset({"collapse", "fail", "crumble"})
# A denial stands in the sentence of the claim or in one of so many after it.
ANSWERED = 2
OBJECTS = frozenset({"dobj", "nsubjpass"})


def find_claimant(cue: "Token", sides: Sides) -> Party | None:
    """Who says that it was broken: who accuses, whom the report quotes or names as its source; None where it says so itself."""
    for above in cue.ancestors:
        if above.lemma_ in read_contentions()["accuse"] or (is_speech(above) and cue.dep_ in ("ccomp", "xcomp", "conj")):
            return _name(find_subject(above, set()), sides)
    return _shorten(sides.speaker_at(cue), sides) or _name(_find_source(cue), sides)


def _shorten(party: Party | None, sides: Sides) -> Party | None:
    """A side without what a comma adds to it ("the Front, which speaks of a strike")."""
    if party is None:
        return None
    words = party.span.text.partition(",")[0]
    return replace(party, span=sides.reading.span(party.span.start, party.span.start + len(words)))


def _name(token: "Token | None", sides: Sides) -> Party | None:
    """The side that says so; what stands for several ("both", "each other") is named by its own word."""
    if token is None:
        return None
    return sides.of(token) or Party(sides.reading.span(token.idx, token.idx + len(token)))


def _find_source(cue: "Token") -> "Token | None":
    """Whom "according to" names in the sentence of a word."""
    for token in cue.sent:
        if token.lower_ == "according" and token.i + 1 < cue.sent.end and token.nbor(1).lower_ == "to":
            return next((c for c in token.nbor(1).children if c.dep_ == "pobj"), None)
    return None


def find_denier(cue: "Token", claimant: Party | None, sides: Sides) -> Party | None:
    """Who denies that it was broken, in the sentence that says so or right after it: another than who claims it."""
    for token in _list_after(cue):
        if not _is_denial(token):
            continue
        subject = find_subject(token, set())
        if subject is None or (subject.dep_ == "nsubjpass" and subject.head == token):  # a passive that names nobody
            continue
        party = sides.of(subject)
        if party is not None and (claimant is None or not _is_one(party, claimant)):
            return party
    return None


def _list_after(cue: "Token") -> "Iterator[Token]":
    end, doc = cue.sent.end, cue.doc
    for _ in range(ANSWERED):
        end = doc[end].sent.end if end < len(doc) else end
    yield from doc[cue.i + 1 : end]


def _is_denial(verb: "Token") -> bool:
    """Whether a verb denies the charge: "denied it", "rejected the accusation", "the claim was denied by", "denied violating it"."""
    words = read_contentions()
    if verb.pos_ != "VERB" or verb.lemma_ not in (*words["deny"], *words["turn_down"]) or is_negated(verb):
        return False
    charges = (*words["claims"], *words["referring"])
    if any(c.dep_ in OBJECTS and (c.lemma_ in charges or c.lower_ in charges) and not _is_other(c) for c in verb.children):
        return True
    told = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "pcomp")]
    return verb.lemma_ in words["deny"] and any(words["acts"].get(t.lemma_) == "violate" for c in told for t in (c, *c.children))


def _is_other(noun: "Token") -> bool:
    """Whether a charge is another than the one before: it spells itself out ("the report that prices rose")."""
    return any(c.dep_ in ("acl", "ccomp", "relcl") for c in noun.children)


def _is_one(one: Party, other: Party) -> bool:
    if one.name is not None and one.name == other.name:
        return True
    return bool(one.country and one.country == other.country) or one.span.text.casefold() == other.span.text.casefold()
