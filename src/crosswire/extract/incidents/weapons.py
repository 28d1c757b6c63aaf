"""Weapons named in a text, and the kinds of incident that they make."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.numbers import parse_number
from crosswire.model import read_rows, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def read_weapons() -> dict[str, tuple[str, str]]:
    """Weapon nouns, each with the record's term for the weapon and the kind of incident it makes."""
    return {noun: (term, kind) for noun, term, kind in read_rows("extract", "weapons")}


def kind_of_weapon(weapon: str) -> str | None:
    """The kind of incident a weapon makes, by the record's term for it."""
    return next((kind for term, kind in read_weapons().values() if term == weapon), None)


def find_weapons(tokens: "list[Token]") -> Iterator[tuple[str, "Token"]]:
    """The weapons named among some tokens, each with its term of the record."""
    for token in tokens:
        pair = f"{token.nbor(-1).lemma_} {token.lemma_}" if token.i > 0 else ""
        term = read_weapons().get(pair) or read_weapons().get(token.lemma_)
        if term and token.pos_ in ("NOUN", "PROPN") and not _is_ridden(token) and not _is_pit(token):
            yield term[0], token


def _is_ridden(token: "Token") -> bool:
    """Whether somebody is taken away in or by it: "evacuated by helicopter"."""
    return token.dep_ == "pobj" and token.head.head.lemma_ in read_harm_words()["injured"]["verbs_moving"]


def _is_pit(token: "Token") -> bool:
    """Whether a mine is one that people work in: it has miners or coal, or something is in it."""
    if token.lemma_ != "mine":
        return False
    inside = token.dep_ == "pobj" and token.head.lower_ in ("at", "in", "inside", "from", "of")
    return inside or any(other.lemma_ in read_words("extract", "mining_words") for other in token.doc)


def count_weapon(token: "Token") -> int | None:
    """How many of a weapon the text counts ("54 drones"), or None."""
    number = next((c for c in token.children if c.dep_ == "nummod"), None)
    return parse_number([number.text]) if number is not None else None
