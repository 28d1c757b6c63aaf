"""Which of the places of one name a story means, and when none is."""

from tests.readings import make_report

from crosswire.align.places import choose_place
from crosswire.model import Candidate, Place, PlaceMention
from crosswire.model.places import compare_places

WORDS = make_report("Arl").span(0, 3)


def village(id: int, country: str = "PE", people: int = 0, support: float = 0.0) -> Candidate:
    return Candidate(Place("Arl", country, id, float(id), 2.0, "city"), people, id, support)


def test_of_villages_that_nothing_tells_apart_none_is_taken() -> None:
    assert choose_place(PlaceMention(WORDS, (village(1), village(2))), {}) == Place("Arl", "PE", None, None, None, None)
    assert choose_place(PlaceMention(WORDS, (village(1), village(2, "BO"))), {}) == Place("Arl", None, None, None, None, None)


def test_people_support_and_the_story_s_country_tell_villages_apart() -> None:
    assert choose_place(PlaceMention(WORDS, (village(1), village(2, people=40))), {}).geonameid == 2
    assert choose_place(PlaceMention(WORDS, (village(1), village(2, support=0.5))), {}).geonameid == 2
    assert choose_place(PlaceMention(WORDS, (village(1), village(2, "BO"))), {"BO": 1.0}).geonameid == 2


def test_seas_and_lands_may_hold_any_other_place() -> None:
    sea, land = Place("Red Sea", None, None, 20.0, 38.5, "waters"), Place("Kashmir", None, None, 34.0, 76.0, "area")
    assert compare_places(sea, land) is compare_places(sea, village(1).place) is compare_places(land, village(1).place) is None
