"""Which of the places of one name is meant, told by the countries a story is about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import isclose, log10

from crosswire.model import Candidate, Place, PlaceMention, Sheet, weigh_breadth

# How many powers of ten of people the story's main country is worth against a namesake elsewhere.
COUNTRY_WEIGHT = 3.0
# A town of so many people is known without its country.
KNOWN = 50_000
# What the article's other words are worth where talks are held.
SEAT_WEIGHT = 0.3


def weigh_countries(sheets: Sequence[Sheet]) -> dict[str, float]:
    """Each country's share of all countries named in a story, by a division that lies in it too; the empty mapping where none is."""
    counts: Counter[str] = Counter()
    for sheet in sheets:
        for country, count in sheet.countries:
            counts[country] += count
        counts.update(held for mention in sheet.places if (held := _find_held(mention)) is not None)
    total = sum(counts.values())
    return {country: count / total for country, count in sorted(counts.items())}


def _find_held(mention: PlaceMention) -> str | None:
    """The one country that a division so called lies in."""
    countries = {candidate.place.country for candidate in mention.candidates if candidate.place.precision == "region"}
    meant = bool(mention.candidates) and mention.candidates[0].place.precision == "region"
    return countries.pop() if meant and len(countries) == 1 else None


def choose_place(mention: PlaceMention, countries: Mapping[str, float]) -> Place:
    """The place meant by a mention: by people living there and by how much the story is about its country.

    A name the gazetteer does not know keeps its words, with no country and no coordinates; so does one of several villages that nothing
    tells apart, with the country that all of them lie in.
    """
    if not mention.candidates:
        return Place(mention.span.text, None, None, None, None, None)
    ranked = sorted(mention.candidates, key=lambda candidate: -_score(candidate, countries))
    alike = [candidate.place for candidate in ranked if _is_as_likely(candidate, ranked[0], countries)]
    if len(alike) == 1 or ranked[0].population:
        return alike[0]
    held = {place.country for place in alike}
    return Place(mention.span.text, held.pop() if len(held) == 1 else None, None, None, None, None)


def _is_as_likely(one: Candidate, best: Candidate, countries: Mapping[str, float]) -> bool:
    """Whether nothing tells a place from the likeliest one: as many people, as much support, and as wide."""
    return isclose(_score(one, countries), _score(best, countries)) and one.place.precision == best.place.precision


def is_namesake(mention: PlaceMention, place: Place, countries: Mapping[str, float]) -> bool:
    """Whether the only place known by a name is a small one in a country that no report of the story names: another is meant."""
    if not countries or place.precision != "city" or place.country in countries:
        return False
    known = next((candidate.population for candidate in mention.candidates if candidate.place == place), 0)
    return known < KNOWN


def choose_seat(mention: PlaceMention) -> Place:
    """Where talks are held: often far from what they are about, so the biggest place of that name unless the words around say another."""
    ranked = sorted(
        enumerate(mention.candidates), key=lambda pair: (-log10(pair[1].population + 10) - SEAT_WEIGHT * pair[1].support, pair[0])
    )
    return ranked[0][1].place if ranked else Place(mention.span.text, None, None, None, None, None)


def _score(candidate: Candidate, countries: Mapping[str, float]) -> float:
    return (
        log10(candidate.population + 10)
        + COUNTRY_WEIGHT * countries.get(candidate.place.country or "", 0.0)
        + weigh_breadth(candidate.place)
        + candidate.support
    )
