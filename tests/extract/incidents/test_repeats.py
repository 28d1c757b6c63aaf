"""One figure told twice in an article."""

import pytest

from crosswire.extract.incidents.repeats import may_be_one_place
from crosswire.model import Candidate, Place, PlaceMention, Span


def place(name: str, region: int | None, precision: str = "city", country: str = "PT") -> PlaceMention:
    found = Place(name, country, None, None, None, precision)
    return PlaceMention(Span("report", 0, len(name), name), (Candidate(found, 1000, region),))


UNKNOWN = PlaceMention(Span("report", 0, 5, "Velha"), ())


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (None, place("Porto", 1), True),
        (UNKNOWN, place("Porto", 1), True),
        (place("Porto", 1), place("Maia", 1), True),
        (place("Porto", 1), place("Faro", 2), False),
        (place("Porto", None), place("Faro", None), False),
        (place("Porto", 1), place("Portugal", None, "country"), True),
        (place("Porto", 1), place("Peru", None, "country", "PE"), False),
    ],
)
def test_places_that_may_be_one(one: PlaceMention | None, other: PlaceMention | None, may: bool) -> None:
    assert may_be_one_place(one, other) is may
