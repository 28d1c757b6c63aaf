"""Reports that open with people harmed in one town come together, whatever their words are."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.align.sheets import Teller

from crosswire.group import group_stories
from crosswire.group.events import Spans, count_points
from crosswire.group.openings import Harm, Opening

WIRE = "Police in Arl said on Monday that a gunman killed nine shoppers and hurt twelve at the covered market before officers shot him."
TABLOID = "Horror at the stalls of Arl: NINE dead after a madman ran amok between fruit and fish, and a dozen fight for life tonight."


def group(one: Teller, other: Teller) -> list[tuple[str, ...]]:
    return [story.articles for story in group_stories([one.close(), other.close()])]


def write(id: str, words: str, published: str | None, town: str = "Arl", day: str | None = None, killed: str = "9") -> Teller:
    return Teller(id, published).tell(words, town, day, killed=killed, injured=str(int(killed) + 3))


def test_one_toll_in_one_town_is_one_story() -> None:
    assert group(write("a", WIRE, None), write("b", TABLOID, None)) == [("a", "b")]
    assert group(write("a", WIRE, None), write("b", TABLOID, None, killed="8")) == [("a",), ("b",)]


def test_a_small_town_is_not_in_the_news_twice_a_week() -> None:
    near = write("a", WIRE, "2031-05-06"), write("b", TABLOID, "2031-05-09", killed="7")
    assert group(*near) == [("a", "b")]
    far = write("a", WIRE, "2031-05-06"), write("b", TABLOID, "2031-05-29", killed="7")
    assert group(*far) == [("a",), ("b",)]


@pytest.mark.parametrize("other", [{"town": "Besk"}, {"day": "2031-05-02"}])
def test_another_town_or_day_is_another_story(other: dict[str, str]) -> None:
    one = write("a", WIRE, "2031-05-06", day="2031-05-05", killed="6")
    assert group(one, write("b", TABLOID, "2031-05-06", **other)) == [("a",), ("b",)]


def open_with(report: int, published: date | None = date(2031, 5, 6), towns: str = "", people: str = "", **harm: Any) -> Opening:
    told = {"kind": "shooting", "country": None, "day": None, "weekday": None, "figures": frozenset(), **harm}
    first = Harm(**{**told, "town": frozenset(harm.get("town", "").split())})
    day_of_year = published.timetuple().tm_yday if published is not None else None
    named = frozenset(frozenset({town}) for town in towns.split())
    return Opening(report, published, day_of_year, (first,), named, frozenset(people.split()))


def test_each_thing_told_alike_is_a_point() -> None:
    one = open_with(0, towns="arl besk", people="o.lind", town="arl", weekday=0, figures=frozenset({("killed", 9)}))
    other = open_with(1, towns="besk", people="o.lind", town="arl", weekday=0, figures=frozenset({("killed", 9)}))
    assert count_points(one, other) == 5
    assert count_points(one, replace(other, published=None)) == 5
    assert count_points(one, replace(other, published=None, day_of_year=None)) == 4
    assert count_points(one, replace(other, published=None, day_of_year=one.day_of_year + 9)) == 0


def test_a_weekday_a_day_or_a_kind_rules_one_event_out() -> None:
    one = open_with(0, towns="arl besk", town="arl", weekday=0, day=date(2031, 5, 5))
    assert count_points(one, open_with(1, towns="arl besk", town="arl", weekday=0, day=date(2031, 5, 6))) > 0
    for other in ({"weekday": 1}, {"day": date(2031, 5, 8)}, {"kind": "disaster"}):
        assert count_points(one, open_with(1, towns="arl besk", **{"town": "arl", **other})) == 0


def test_people_and_a_day_without_a_town_or_toll_are_no_event() -> None:
    one, other = (open_with(report, people="o.lind", weekday=0, day=date(2031, 5, 5)) for report in (0, 1))
    assert count_points(one, other) == 0


def test_a_town_is_one_by_its_name_or_by_its_number_in_the_gazetteer() -> None:
    one = open_with(0, town="vale 77", figures=frozenset({("killed", 9)}))
    assert count_points(one, open_with(1, town="vale", figures=frozenset({("killed", 9)}))) == 2
    assert count_points(one, open_with(1, town="wale 77", figures=frozenset({("killed", 9)}))) == 2
    assert count_points(one, open_with(1, town="wale", figures=frozenset({("killed", 9)}))) == 1


def test_stories_do_not_grow_over_weeks_link_by_link() -> None:
    days = ["2031-05-01", "2031-05-06", "2031-05-11"]
    stories = [[Teller(str(i), day).close().article] for i, day in enumerate(days)]
    spans = Spans(stories)
    spans.join(0, 1)
    spans.join(1, 2)
    assert spans.partition.groups() == [[0, 1], [2]]
    spans = Spans([stories[0], [*stories[0], *stories[2]], stories[1]])
    spans.join(0, 1)
    spans.join(1, 2)
    assert spans.partition.groups() == [[0, 1, 2]]
