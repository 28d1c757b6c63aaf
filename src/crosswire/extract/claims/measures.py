"""Distances between places, sums of money and how many of a kind there have been, as an article states them."""

import re
from calendar import month_name
from collections.abc import Iterator
from functools import cache

from crosswire.extract.claims.stretches import (
    Text,
    hedge_pattern,
    name_any,
    number_pattern,
    ordinal_pattern,
    read_claims,
    read_hedge,
    read_number,
    read_ordinal,
)
from crosswire.model import FactMention

DIRECTION = r"(?:(?:to the )?(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)? (?:of|from)|from|away from|outside)"
SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
# What is counted by time, not by kind.
TIMES = frozenset({"time", "half", "quarter", "day", "week", "month", "year", "of"})
MONTHS = "|".join(month_name[1:])
PERIOD = rf"(?:this (?:year|month|week|season|decade)|since (?:{MONTHS}|\d{{4}}))"


@cache
def _read_distance() -> re.Pattern[str]:
    place = r"(?P<{0}>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}})"
    unit = name_any(*read_claims()["metres"])
    return re.compile(
        rf"{place.format('here')}, (?:[a-z][\w -]{{0,40}}? )??{hedge_pattern()}(?P<number>{number_pattern()})[- ]?(?P<unit>{unit})"
        rf"(?: \([^)]{{1,30}}\))? {DIRECTION} (?:the )?(?:\w+ ){{0,4}}?{place.format('there')}"
    )


@cache
def _read_money() -> tuple[re.Pattern[str], ...]:
    """Patterns for a sum and its purpose: "a $5 million ransom", "a ransom of $5 million", "fined $5 million"."""
    purposes = name_any(*read_claims()["purposes"])
    amount = rf"{hedge_pattern()}(?P<currency>[$€£])(?P<number>\d[\d,]*(?:\.\d+)?)(?:[- ]?(?P<scale>{name_any(*SCALES)}\b))?"
    return (
        re.compile(rf"{amount}[- ](?:[a-z-]+ )?(?P<purpose>{purposes})\b"),
        re.compile(rf"\b(?P<purpose>{purposes}) (?:worth |totall?ing )?of {amount}"),
        re.compile(rf"\b(?P<purpose>fine)d (?:[\w’-]+ ){{0,5}}?{amount}"),
    )


@cache
def _read_rank() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<rank>{ordinal_pattern()}) (?:such )?(?P<what>(?:[a-z-]+ ){{1,3}}?)(?P<rest>(?:(?:on|against|by|in|at|of|near) (?:the |a )?"
        rf"[\w-]+ (?:[\w-]+ )?)?)(?P<period>{PERIOD})"
    )


def find_distances(text: Text) -> Iterator[FactMention]:
    """How far one place lies from another, in metres ("Basra, 50 km north of Kuwait City")."""
    for match in _read_distance().finditer(text.content):
        value = read_number(match["number"])
        if value and text.is_stated(match.start(), match.end()):
            about = tuple(" ".join(match[place].casefold().split()) for place in ("here", "there"))
            metres = value * read_claims()["metres"][match["unit"]]
            span = text.reading.span(match.start(), match.end())
            yield FactMention(span, "distance", about, None, metres, match["unit"], read_hedge(match["hedge"]))


def find_sums(text: Text) -> Iterator[FactMention]:
    """Sums of money with what they are for ("the $5 million ransom")."""
    for match in (match for pattern in _read_money() for match in pattern.finditer(text.content)):
        value = read_number(match["number"].rstrip(","))
        if value and text.is_stated(match.start(), match.end()):
            about = (read_claims()["purposes"][match["purpose"]], match["currency"])
            amount, form = value * SCALES.get(match["scale"] or "", 1.0), read_hedge(match["hedge"])
            yield FactMention(text.reading.span(match.start(), match.end()), "sum", about, None, amount, match["currency"], form)


def find_ranks(text: Text) -> Iterator[FactMention]:
    """The how-manieth of its kind something is in a time ("the third such attack this month")."""
    for match in _read_rank().finditer(text.content):
        if text.is_stated(match.start(), match.end()) and TIMES.isdisjoint(match["what"].split()):
            about = tuple(" ".join(match[part].casefold().split()) for part in ("what", "rest", "period"))
            yield FactMention(
                text.reading.span(match.start(), match.end()), "ordinal", about, None, float(read_ordinal(match["rank"])), "", "exact"
            )
