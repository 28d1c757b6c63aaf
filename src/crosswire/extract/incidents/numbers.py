"""Numbers of people as newspapers write them: digits, words, bounds and ranges."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Token

DIGITS = re.compile(r"\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+|\d+")
# Years, prices and shares are not people; more than this is a population.
MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class Count:
    """A stated number: low to high, None where a side is open; `first` and `last` are its outermost tokens."""

    low: int | None
    high: int | None
    first: "Token"
    last: "Token"


@cache
def read_quantities() -> dict[str, dict[str, Any]]:
    """The number words of the data file."""
    return tomllib.loads(files("crosswire.extract").joinpath("data/quantities.toml").read_text(encoding="utf-8"))


def parse_number(words: Sequence[str]) -> int | None:
    """The value of number words or digits ("two hundred and five", "1,200", "twenty-one"); None for anything else."""
    quantities, total, part, seen = read_quantities(), 0, 0, False
    for word in [piece for w in words for piece in _pieces(w)]:
        if DIGITS.fullmatch(word):
            part += int(re.sub(r"\D", "", word))
        elif word in quantities["numbers"]:
            part += quantities["numbers"][word]
        elif word in quantities["multipliers"]:
            total, part = total + max(part, 1) * quantities["multipliers"][word], 0
        elif word != "and" and word not in ("a", "an"):
            return None
        seen = seen or word not in ("and", "a", "an")
    return total + part if seen and total + part <= MOST else None


def _pieces(word: str) -> list[str]:
    lower = word.lower()
    return [lower] if DIGITS.fullmatch(lower) else lower.split("-")


def read_count(token: "Token") -> Count | None:
    """The count that a number token stands in, with its bounds ("at least 15", "between 10 and 15", "15 to 20", "20 or more")."""
    tokens = _number_tokens(token)
    value = parse_number([t.text for t in tokens])
    if value is None or (tokens[0].ent_type_ == "DATE" and tokens[0].shape_ == "dddd"):
        return None  # a year counts nobody
    first, last = tokens[0], tokens[-1]
    paired = _read_range(first, last, value)
    if paired is not None:
        return paired
    value, first = _take_fraction(value, first)
    bound, start = _bound_before(first)
    low, high = {"least": (value, None), "more": (value + 1, None), "most": (None, value), "fewer": (None, value - 1)}.get(
        bound, (value, value)
    )
    doc = token.doc
    following = doc[last.i + 1 : last.i + 3].text.lower() if last.i + 1 < len(doc) else ""
    if following in ("or more", "or so") or (last.i + 1 < len(doc) and doc[last.i + 1].text == "+"):
        low, high = value, None
    return Count(low, high, start, last)


def _take_fraction(value: int, first: "Token") -> tuple[int, "Token"]:
    """A number of which the words before it take a part ("half a dozen"), with its first token."""
    for length in (2, 1):
        if first.i >= length:
            words = first.doc[first.i - length : first.i]
            if (part := read_quantities()["fractions"].get(words.text.lower())) is not None:
                return value // part, words[0]
    return value, first


def _number_tokens(token: "Token") -> "list[Token]":
    """The run of number words around a number token in its sentence ("two hundred", "a dozen", "1,200")."""
    doc, first, last = token.doc, token.i, token.i
    while not doc[first].is_sent_start and (step := _step_over(doc[first - 1], -1)) and not _begins_with_digits(doc[first]):
        first -= step
    while last + 1 < token.sent.end and (step := _step_over(doc[last + 1], 1)) and not _begins_with_digits(doc[last + step]):
        last += step
    return [t for t in doc[first : last + 1] if t.text != "-"]


def _begins_with_digits(token: "Token") -> bool:
    """Whether a number begins anew ("of May 3 2016 dozens")."""
    return token.text[:1].isdigit()


def _step_over(token: "Token", way: int) -> int:
    """How many tokens to go for the next number word: two over the hyphen of "twenty-one" and the "and" of "a hundred and five"."""
    if _is_number(token):
        return 1
    beyond = token.i + way
    if token.lower_ == "and" and token.i > 0 and beyond < len(token.doc) and _is_number(token.doc[beyond]):
        return 2 if token.nbor(-1).lower_ in read_quantities()["multipliers"] and _is_number(token.nbor(1)) else 0
    hyphen = token.text == "-" and 0 <= beyond < len(token.doc) and token.doc[beyond].is_alpha and not token.whitespace_
    return 2 if hyphen and _is_number(token.doc[beyond]) else 0


def _is_number(token: "Token") -> bool:
    return parse_number([token.text]) is not None and token.lower_ not in ("and", "a", "an")


def _bound_before(first: "Token") -> tuple[str, "Token"]:
    """What the words right before a number make of it, over the article of "almost a dozen"."""
    bounds = read_quantities()["bounds"]
    if first.lower_ in read_quantities()["multipliers"] and first.i > 1 and first.nbor(-1).lower_ == "a":
        first = first.nbor(-1)
    for length in (3, 2, 1):
        if first.i >= length:
            words = first.doc[first.i - length : first.i]
            if words.text.lower() in bounds:
                return bounds[words.text.lower()], words[0]
    return "", first


def _read_range(first: "Token", last: "Token", value: int) -> Count | None:
    """A range with this number as either end: "between 10 and 15", "10 to 15", "10-15"; "from 10 to 15" is what a count rose by."""
    joined = re.fullmatch(r"(\d+)[-–](\d+)", first.text)
    if joined:
        return Count(int(joined[1]), int(joined[2]), first, last)
    doc = first.doc
    if last.i + 2 < len(doc) and _joins(doc[last.i + 1], first) and _is_number(doc[last.i + 2]):
        upper = _number_tokens(doc[last.i + 2])
        high = parse_number([t.text for t in upper])
        return Count(value, high, first, upper[-1]) if high is not None and high > value else None
    if first.i >= 2 and _is_number(doc[first.i - 2]):
        lower = _number_tokens(doc[first.i - 2])
        low = parse_number([t.text for t in lower])
        if _joins(doc[first.i - 1], lower[0]) and low is not None and low < value:
            return Count(low, value, lower[0], last)
    return None


def _joins(word: "Token", first: "Token") -> bool:
    """Whether a word makes a range of the numbers beside it; "and" does only after "between"."""
    before = first.nbor(-1).lower_ if first.i > 0 else ""
    return (word.lower_ in ("to", "-", "–") and before != "from") or (word.lower_ == "and" and before == "between")
