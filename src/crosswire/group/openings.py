"""What a report opens with, where people are harmed: the towns and people it names, the days and the tolls."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crosswire.group.datelines import find_day_of_year
from crosswire.group.terms import fold
from crosswire.model import IncidentMention, PlaceMention, Sheet

# An incident is what a report opens with where its words begin within so many characters; a town beside it is named within so many.
OPENING, REACH = 700, 2_500
# A town with more people is named in too many reports to tell one event from another.
SMALL = 300_000
# A figure of fewer is told of two events by chance.
SEVERAL = 2
TOWNS = frozenset({"exact", "near", "city"})
# A town of fewer people is one of several of its name where the report does not name its country.
KNOWN = 50_000
# What a town may be told by: its name as written, and its number in the gazetteer where that is sure; empty where there is none.
Town = frozenset[str]


@dataclass(frozen=True, slots=True)
class Harm:
    """People harmed, as a report opens with it; `figures` are those that are exact, all else but the kind is None where not told."""

    kind: str
    country: str | None
    town: Town
    day: date | None
    weekday: int | None
    figures: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Opening:
    """A report's place in the collection, when it came out, the harm it opens with, and the small towns and the people that it names.

    `day_of_year` is that of its publication, from 1, also where its dateline leaves out the year.
    """

    report: int
    published: date | None
    day_of_year: int | None
    harms: tuple[Harm, ...]
    towns: frozenset[Town]
    people: frozenset[str]


def read_openings(sheets: Sequence[Sheet]) -> list[Opening]:
    """An opening for each report that opens with people harmed, in their order."""
    return list(_list_openings(sheets))


def _list_openings(sheets: Sequence[Sheet]) -> Iterator[Opening]:
    for report, sheet in enumerate(sheets):
        if harms := tuple(_list_harms(sheet)):
            near = (place for place in sheet.places if place.span.start <= REACH)
            towns = frozenset(town for place in near if _is_small(place) and (town := name_town(place, sheet)))
            names = (name.name.split() for name in sheet.names if name.kind == "person")
            people = frozenset(f"{words[0][0]} {fold(words[-1], None)}" for words in names if len(words) > 1)
            day = sheet.article.day
            day_of_year = day.timetuple().tm_yday if day is not None else find_day_of_year(sheet.article.text)
            yield Opening(report, day, day_of_year, harms, towns, people)


def _list_harms(sheet: Sheet) -> Iterator[Harm]:
    for mention in sheet.incidents:
        if mention.evidence[0].start < OPENING and _harms_people(mention):
            expression = mention.date.expression if mention.date is not None else None
            when = expression.resolve(sheet.article.day) if expression is not None else None
            day = date.fromisoformat(when.start) if when is not None and when.precision == "day" else None
            weekday = day.weekday() if day is not None else expression.weekday if expression is not None else None
            known = mention.place.candidates if mention.place is not None and _is_sure(mention.place, sheet) else ()
            country = known[0].place.country if known else None
            yield Harm(mention.kind, country, name_town(mention.place, sheet), day, weekday, _list_exact(mention))


def _harms_people(mention: IncidentMention) -> bool:
    return any(figure is not None and figure.high != 0 for figure in (mention.killed, mention.injured, mention.missing))


def _list_exact(mention: IncidentMention) -> frozenset[tuple[str, int]]:
    counted = (("killed", mention.killed), ("injured", mention.injured))
    exact = ((field, figure.low or 0) for field, figure in counted if figure is not None and figure.low == figure.high)
    return frozenset((field, number) for field, number in exact if number >= SEVERAL)


def name_town(place: PlaceMention | None, sheet: Sheet) -> Town:
    """What two reports may share of a town, however they spell it; nothing for a wider place."""
    if place is None or (place.candidates and place.candidates[0].place.precision not in TOWNS):
        return frozenset()
    name = " ".join(fold(word, None) for word in place.span.text.split())
    return frozenset({name, str(place.candidates[0].place.geonameid)} if _is_sure(place, sheet) else {name})


def _is_sure(place: PlaceMention, sheet: Sheet) -> bool:
    """Whether it is known which place is meant: one in a country that the report names, a large town, or one that alone bears its name."""
    if not place.candidates:
        return False
    best = place.candidates[0]
    return len(place.candidates) == 1 or best.population >= KNOWN or best.place.country in dict(sheet.countries)


def _is_small(place: PlaceMention) -> bool:
    return not place.candidates or place.candidates[0].population < SMALL
