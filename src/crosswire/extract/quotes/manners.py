"""How something was said: by mouth, in writing, in translation, or as another reports it; None where the words do not tell."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from crosswire.extract.quotes.attributions import Attribution
from crosswire.extract.quotes.venues import find_venue_noun, list_prepositions
from crosswire.model import Manner

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _read_manners() -> dict[str, frozenset[str]]:
    text = files("crosswire.extract").joinpath("data/manners.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def find_manner(attribution: Attribution | None) -> Manner | None:
    """The manner that the cue or what hangs on it tells, the most telling first."""
    if attribution is None:
        return None
    manners, verb = _read_manners(), attribution.verb
    venue = find_venue_noun(attribution)
    if _is_quoted(verb):
        return "second hand"
    if any(c.lemma_ in manners["translating"] for p in list_prepositions(verb) for c in p.children if c.dep_ == "pobj"):
        return "translated"
    if (
        verb.lemma_ in manners["written"]
        or verb.lemma_ in manners["writings"]
        or (venue is not None and venue.lemma_ in manners["writings"])
    ):
        return "written"
    return "said" if verb.pos_ in ("VERB", "AUX") and verb.lemma_ in manners["said"] else None


def _is_quoted(verb: "Token") -> bool:
    """Whether somebody is quoted "as saying", "is quoted", or is "reported to have said"."""
    quoting = _read_manners()["quoting"]
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    as_saying = verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in quoting
    reported = verb.dep_ == "xcomp" and verb.head.lemma_ in ("report", "say") and any(c.dep_ == "nsubjpass" for c in verb.head.children)
    return as_saying or (verb.lemma_ in quoting and passive) or reported
