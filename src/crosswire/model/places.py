"""Whether two places are one, and how far apart they lie."""

from math import asin, cos, radians, sin, sqrt

from crosswire.model.incidents import Place
from crosswire.model.words import read_words

# What a place's breadth adds to its weight among places of one name, in powers of ten of people: seas and lands have none of their own.
BREADTH = {"continent": 3.0, "country": 3.0, "region": -1.0, "second-order": -1.0, "area": 6.0, "waters": 6.0}
# Places that may hold towns of several divisions.
WIDE = frozenset({"country", "continent", "area", "waters"})
# So far, in kilometres, the middle of a division may lie from the town that it is called after; so many words of a name are no chance.
AROUND, TAIL = 60.0, 2
# So far, in kilometres, a town may lie from the city that it is told to be near.
BESIDE = 50.0
# Mean radius of the earth, in kilometres.
RADIUS = 6371.0


def weigh_breadth(place: Place) -> float:
    """What a place's breadth adds to its weight among places of one name, in powers of ten of people."""
    return BREADTH.get(place.precision or "", 0.0)


def is_vast(place: Place) -> bool:
    """Whether a place is a country or holds several."""
    return place.precision in ("country", "continent")


def compare_places(one: Place | None, other: Place | None) -> bool | None:
    """Whether two places are one: True for the same, False for others; None where one is unknown, wide, may hold the other, or is only said
    to be near."""
    if one is None or other is None:
        return None
    if one.precision == other.precision == "city" and one.geonameid is not None and other.geonameid is not None:
        return True if one.geonameid == other.geonameid else None if is_beside(one, other) else False
    if one.country and other.country and one.country != other.country:
        return False
    if not WIDE.isdisjoint((one.precision, other.precision)):
        return None
    if one.name.casefold() == other.name.casefold() or _is_around(one, other) or _is_around(other, one) or _share_tail(one, other):
        return True
    if _lies_in(one, other) or _lies_in(other, one):
        return True
    return False if one.precision is not None and one.precision == other.precision else None


def _is_around(division: Place, town: Place) -> bool:
    """Whether a place is the division around a town that is called after it: "Vale District", "Vale County"."""
    if division.precision not in (None, "second-order") or town.precision not in (None, "city"):
        return False
    if (_measure(division, town) or 0.0) > AROUND or not division.name.casefold().startswith(f"{town.name.casefold()} "):
        return False
    return division.name[len(town.name) + 1 :].casefold().partition(",")[0] in read_words("model", "district_words")


def _lies_in(village: Place, town: Place) -> bool:
    """Whether a place is an unknown village in the district of a town of the same name."""
    return village.within is not None and town.precision == "city" and village.within.casefold() == town.name.casefold()


def _share_tail(one: Place, other: Place) -> bool:
    """Whether two names that no gazetteer has are one in short and at length: "Grange Hall" and "Vale Creek Grange Hall"."""
    short, long = sorted((one.name.casefold().split(), other.name.casefold().split()), key=len)
    return one.geonameid is None and other.geonameid is None and len(short) >= TAIL and long[-len(short) :] == short


def is_beside(one: Place, other: Place) -> bool:
    """Whether what was near one of two towns may have been in the other: "in suburban Vale" in a town 30 km from Vale's middle."""
    distance = measure_distance(one, other) if one.near or other.near else None
    return distance is not None and distance <= BESIDE


def measure_distance(one: Place | None, other: Place | None) -> float | None:
    """How many kilometres lie between two towns of one country; None where one is no town, or its point is not known."""
    if one is None or other is None or one.country != other.country or not one.precision == other.precision == "city":
        return None
    return _measure(one, other)


def _measure(one: Place, other: Place) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2
    return 2 * RADIUS * asin(sqrt(sin(north) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2))
