"""What tables of events ask of an incident."""

import pytest

from crosswire.model import When, read_kinds
from crosswire.report.exports.acled import STRATEGIC
from crosswire.report.exports.events import count_days, find_acled, find_plover, find_year, grade, join_told

ACLED_EVENTS = {"Battles", "Explosions/Remote violence", "Violence against civilians", STRATEGIC}


@pytest.mark.parametrize("kind", read_kinds())
def test_every_kind_has_its_terms_or_none(kind: str) -> None:
    terms, event = find_acled(kind), find_plover(kind)
    assert terms is None or terms[0] in ACLED_EVENTS
    assert event is None or event.isupper()
    assert (terms is None) == (event is None)


def test_a_weapon_makes_a_narrower_term() -> None:
    assert find_acled("strike", "drone") == ("Explosions/Remote violence", "Air/drone strike")
    assert find_acled("strike", "missile") == ("Explosions/Remote violence", "Shelling/artillery/missile attack")
    assert find_acled("bombing", "suicide bomb") == ("Explosions/Remote violence", "Suicide bomb")


def test_days_are_counted_with_both_ends() -> None:
    assert count_days(When("2031-12-31", "2032-01-01", "interval")) == 2
    assert find_year(When("2031-12-31", "2032-01-01", "interval")) is None


def test_a_grade_is_the_first_that_suffices() -> None:
    assert [grade(number, ((1, 1), (7, 2))) for number in (1, 2, 7, 8)] == [1, 2, 2, None]


def test_what_was_told_twice_is_said_once() -> None:
    assert (join_told(["a", None, "b", "a"]), join_told([None, ""])) == ("a; b", None)
