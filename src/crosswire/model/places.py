"""Whether two places are one, and how far apart they lie."""

from math import asin, cos, radians, sin, sqrt

from crosswire.model.incidents import Place

# What a place's breadth adds to its weight among places of one name, in powers of ten of people: seas and lands have none of their own.
BREADTH = {"continent": 3.0, "country": 3.0, "region": -1.0, "second-order": -1.0, "area": 6.0, "waters": 6.0}
# Places that may hold towns of several divisions.
WIDE = frozenset({"country", "continent", "area", "waters"})
# Mean radius of the earth, in kilometres.
RADIUS = 6371.0


def weigh_breadth(place: Place) -> float:
    """What a place's breadth adds to its weight among places of one name, in powers of ten of people."""
    return BREADTH.get(place.precision or "", 0.0)


def is_vast(place: Place) -> bool:
    """Whether a place is a country or holds several."""
    return place.precision in ("country", "continent")


def compare_places(one: Place | None, other: Place | None) -> bool | None:
    """Whether two places are one: True for the same, False for others; None where one is unknown, wide, or may hold the other."""
    if one is None or other is None:
        return None
    if one.precision == other.precision == "city" and one.geonameid is not None and other.geonameid is not None:
        return one.geonameid == other.geonameid
    if one.country and other.country and one.country != other.country:
        return False
    if not WIDE.isdisjoint((one.precision, other.precision)):
        return None
    if one.name.casefold() == other.name.casefold():
        return True
    return False if one.precision is not None and one.precision == other.precision else None


def measure_distance(one: Place | None, other: Place | None) -> float | None:
    """How many kilometres lie between two towns of one country; None where one is no town, or its point is not known."""
    if one is None or other is None or one.country != other.country or not one.precision == other.precision == "city":
        return None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat) / 2, radians(other.lon - one.lon) / 2
    return 2 * RADIUS * asin(sqrt(sin(north) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east) ** 2))
