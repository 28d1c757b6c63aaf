"""Sums of money, measures and numbers of things, as an article states them, with the words that say of what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.claims.frames import frame
from crosswire.extract.claims.stretches import Text, make_text, read_claims, read_hedge, read_number
from crosswire.extract.claims.votes import find_votes
from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.numbers import read_quantities
from crosswire.model import QuantityMention, QuoteMention, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN"})
BEFORE_NOUN = frozenset({"nummod", "quantmod", "compound", "nmod", "amod"})
OWNERS = frozenset({"the", "this", "that", "its", "his", "her", "their", "our"})
CURRENCIES = frozenset("$€£")
HARMS = ("verbs_object", "verbs_subject", "verbs_fatal", "adjectives", "nouns_of", "nouns_counted")
TABLES = ("metres", "kilograms", "square_metres", "metres_an_hour", "days")
# No more words make one hedge; no thing that is counted has a shorter name.
HEDGE, SHORTEST = 3, 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it is in: positions of its first token and of the last that says so, and the noun whose attribute it is."""

    first: int
    last: int
    field: str
    unit: str
    value: float
    anchor: "Token"
    head: "Token | None"


def find_quantities(reading: Reading, quotes: Sequence[QuoteMention]) -> tuple[QuantityMention, ...]:
    """Every sum, measure, number of things and vote that the article itself states, in the order of the text.

    Who was harmed is left to the incidents, and quotations to their speakers.
    """
    text = make_text(reading, quotes)
    return tuple(sorted((*_list_quantities(text), *find_votes(text)), key=lambda mention: (mention.span, mention.field)))


def _list_quantities(text: Text) -> Iterator[QuantityMention]:
    doc, past = text.reading.doc, 0
    for token in doc:
        if token.i >= past and (found := _read_number(token)) is not None:
            past, value = found
            amount = _read_amount(doc, token.i, past, value)
            if amount is not None and (mention := _make(text, doc, amount)) is not None:
                yield mention


@cache
def _read_scales() -> dict[str, float]:
    return {**{word: float(value) for word, value in read_quantities()["multipliers"].items()}, **read_claims()["scales"]}


@cache
def _read_units() -> dict[str, tuple[str, float]]:
    """Every unit with the table that it stands in and how many of that table's base unit it comes to."""
    return {unit: (table, float(size)) for table in TABLES for unit, size in read_claims()[table].items()}


def _read_number(token: "Token") -> tuple[int, float] | None:
    """Where a number that begins with a token ends, and its value ("5.7 billion", "twenty-one", "1,200")."""
    doc, last, numbers = token.doc, token.i, read_quantities()["numbers"]
    value = float(numbers[token.lower_]) if token.lower_ in numbers else None
    if value is None and token.text[:1].isdigit() and token.text[-1:].isdigit():
        value = read_number(token.text)
    if value is None:
        return None
    if token.is_alpha and last + 2 < len(doc) and doc[last + 1].text == "-" and doc[last + 2].lower_ in numbers:
        last, value = last + 2, value + numbers[doc[last + 2].lower_]
    while (beyond := _find_scale(doc, last)) is not None:
        last, value = beyond, value * _read_scales()[doc[beyond].lower_]
    return last + 1, value


def _find_scale(doc: "Doc", last: int) -> int | None:
    """The position of the multiplier right behind a number, or behind its hyphen."""
    beyond = last + 2 if last + 1 < len(doc) and doc[last + 1].text == "-" else last + 1
    return beyond if beyond < len(doc) and doc[beyond].lower_ in _read_scales() else None


def _read_amount(doc: "Doc", first: int, end: int, value: float) -> Amount | None:
    """What a number is in: money, a unit of measure, things; None for years, times of day, shares, ranks and scores."""
    top = next((token for token in doc[first:end] if not first <= token.head.i < end), doc[end - 1])
    if first > 0 and doc[first - 1].text in CURRENCIES:
        head = top.head if top.dep_ in BEFORE_NOUN and top.head.i > top.i and top.head.pos_ in NOUNS else None
        return Amount(first - 1, end - 1, "sum", doc[first - 1].text, value, head if head is not None else top, head)
    if _is_joined(doc, first) or end >= len(doc):
        return None
    hyphened = doc[end].text == "-" and not doc[end].whitespace_ and end + 1 < len(doc)
    unit = doc[end + 1] if hyphened else top.head
    if (not hyphened and (top.dep_ not in BEFORE_NOUN or unit.i < end)) or unit.pos_ not in NOUNS:
        return None
    word = unit.lower_ if unit.lower_ in _read_units() else unit.lemma_
    words = read_claims()["quantities"]
    if hyphened or word in _read_units():
        table, size = _read_units().get(word, (word, 1.0))
        measured = _find_measured(unit)
        if word in words["told_of_people"] or (measured is not None and measured.lemma_ in words["recurring"]):
            return None
        return Amount(first, unit.i, "measure", table, value * size, unit, measured)
    apart = any(child.lower_ in words["others"] for child in unit.children)
    if apart or not unit.is_alpha or len(unit) < SHORTEST or unit.lemma_ in words["shares"]:
        return None
    return Amount(first, unit.i, "count", unit.lemma_, value, unit, unit)


def _is_joined(doc: "Doc", first: int) -> bool:
    """Whether a number is the latter part of a score, a time or a range ("65-53", "3:33")."""
    if first == 0 or doc[first - 1].text not in read_claims()["quantities"]["joins"]:
        return False
    return not doc[first - 1].whitespace_ or (first > 1 and doc[first - 2].text[-1:].isdigit())


def _find_measured(unit: "Token") -> "Token | None":
    """The noun that a unit stands before ("the 48-page report")."""
    return unit.head if unit.dep_ in BEFORE_NOUN and unit.head.i > unit.i and unit.head.pos_ == "NOUN" else None


def _make(text: Text, doc: "Doc", amount: Amount) -> QuantityMention | None:
    """The mention, None where somebody is quoted with it, it is one of many in a table, or it is denied."""
    start, last = doc[amount.first].idx, doc[amount.last]
    end = last.idx + len(last)
    if not text.is_own(start, end) or doc[amount.last + 1 : amount.last + 3].text.strip("- ").startswith("old"):
        return None
    told = frame(amount.anchor, amount.head, range(amount.first, amount.last + 1))
    if amount.field == "count" and not _list_harms().isdisjoint({amount.unit, *told.close}):
        return None
    return QuantityMention(
        span=text.reading.span(start, end),
        field=amount.field,
        unit=amount.unit,
        value=amount.value,
        form=_read_form(doc, amount.first),
        written=last.lower_ if amount.field == "measure" else "",
        head=amount.head.lemma_ if amount.head is not None else "",
        definite=_is_definite(amount),
        close=tuple(sorted(told.close)),
        wide=tuple(sorted(told.wide)),
        subject=told.subject,
        of=tuple(sorted(told.of)),
        years=tuple(sorted({token.text for token in last.sent if _is_year(token)})),
    )


@cache
def _list_harms() -> frozenset[str]:
    """Every verb, noun and adjective for harm to people, those that only may mean it left out."""
    return frozenset(word for lists in read_harm_words().values() for kind in HARMS for word in lists[kind])


def _read_form(doc: "Doc", first: int) -> str:
    """What the words before a number make of it."""
    hedges = read_claims()["hedges"]
    words = (doc[first - length : first].text.lower() for length in range(HEDGE, 0, -1) if first >= length)
    return read_hedge(next((word for word in words if word in hedges), None))


def _is_definite(amount: Amount) -> bool:
    """Whether the thing is one that the reader knows of: "the 48-page report", "its report", "the ministry's report"."""
    around: Iterable[Token] = () if amount.head is None else (*amount.head.children, *amount.anchor.children)
    return any(child.lower_ in OWNERS or child.dep_ == "poss" for child in around)


def _is_year(token: "Token") -> bool:
    return token.shape_ == "dddd" and token.text[:2] in ("18", "19", "20")
