"""One map a story: every incident once, none more narrowly than it is known, all of it on the sheet."""

import re
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, PackageLoader, StrictUndefined

from crosswire.model import Incident, Place, When
from crosswire.report import figures
from crosswire.report.characters import show_line
from crosswire.report.drawings.maps import LONGEST_PATHS, Map, draw_map

NARROW = ("city", "exact", "near")
PRECISIONS = (*NARROW, "region", "first-order", "second-order", "country", None)


def make_incident(number: int, place: Place | None = None, day: str | None = "2031-05-06") -> Incident:
    when = When(day, day, "day") if day else None
    return Incident(f"i{number:010}", "strike", place, when, None, None, None, None, None, None, None, None, (), "One account.")


def make_place(
    lat: float | None, lon: float | None, precision: str | None = "city", country: str | None = "FR", name: str = "Tern"
) -> Place:
    return Place(name, country, None, lat, lon, precision)  # type: ignore[arg-type]


def draw(*places: Place | None) -> Map:
    drawn = draw_map([make_incident(number, place) for number, place in enumerate(places, start=1)])
    assert drawn is not None
    return drawn


def list_points(path: str) -> list[tuple[float, float]]:
    points, x, y = [], 0.0, 0.0
    for line in re.findall(r"M([^Mz]*)", path):
        numbers = [float(number) for number in re.findall(r"-?(?:\d+(?:\.\d)?|\.\d)", line)]
        x = y = 0.0
        for across, along in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + along
            points.append((x, y))
    return points


LATITUDES, LONGITUDES = st.floats(-90, 90), st.floats(-180, 180)
COUNTRIES = st.sampled_from(["FR", "US", "RU", "FJ", "VA", "GF", "MV", "AQ", "ZZ", None])
NAMES = st.sampled_from(["Tern", "Kestrel Bay", "A Town of a Very Long Name Indeed That No Map Has Room For", "東京"])
PLACES = st.none() | st.builds(make_place, st.none() | LATITUDES, LONGITUDES, st.sampled_from(PRECISIONS), COUNTRIES, NAMES)


@settings(max_examples=15)
@given(st.lists(PLACES, min_size=1, max_size=9), st.integers())
def test_maps_hold(places: list[Place | None], seed: int) -> None:
    incidents = [make_incident(number, place) for number, place in enumerate(places, start=1)]
    drawn = draw_map(incidents)
    mixed = incidents.copy()
    Random(seed).shuffle(mixed)
    assert draw_map(mixed) == drawn
    if drawn is None:
        assert not any(place and place.lat is not None for place in places)
        return
    check_places(drawn, incidents)
    check_sheet(drawn)


def check_places(drawn: Map, incidents: list[Incident]) -> None:
    """Every incident is listed once, and no more dots are drawn than narrow places are known."""
    listed = [entry.incident.id for entry in (*drawn.shown, *drawn.missing)]
    assert sorted(listed) == [incident.id for incident in incidents]
    assert drawn.shown and drawn.marks
    narrow = {
        (entry.incident.place.lat, entry.incident.place.lon, entry.incident.place.precision)
        for entry in drawn.shown
        if entry.incident.place
    }
    assert sum(mark.shape == "dot" for mark in drawn.marks) == sum(precision in NARROW for _, _, precision in narrow)
    assert all(mark.radius >= 15 for mark in drawn.marks if mark.shape == "circle")
    assert all(mark.path for mark in drawn.marks if mark.shape == "outline")


def check_sheet(drawn: Map) -> None:
    """Every point, mark and label lies on the sheet."""
    points = [point for path in (drawn.land, drawn.borders, *(mark.path for mark in drawn.marks)) for point in list_points(path)]
    points += [(mark.x, mark.y) for mark in drawn.marks if mark.shape != "outline"]
    for label in (*(mark.label for mark in drawn.marks), *drawn.countries):
        points += [(label.box.left, label.box.low), (label.box.right, label.box.high)]
    assert all(-0.06 <= x <= drawn.width + 0.06 and -0.06 <= y <= drawn.height + 0.06 for x, y in points)


def test_without_coordinates_there_is_no_map() -> None:
    assert draw_map([]) is None
    assert draw_map([make_incident(1), make_incident(2, make_place(None, None))]) is None


def test_what_is_not_on_the_map_is_listed_with_the_reason() -> None:
    drawn = draw(make_place(47.0, 2.0), None, make_place(None, None), make_place(-10.0, -50.0, "country", "BR"))
    assert [entry.where for entry in drawn.shown] == ["city"]
    reasons = {"no place given", "no coordinates known", "somewhere in this country, outside this map"}
    assert {entry.where for entry in drawn.missing} == reasons


def test_numbers_follow_the_days_and_one_place_has_one_mark() -> None:
    days = {1: "2031-05-08", 2: "2031-05-06", 3: "2031-05-07", 4: "2031-05-09"}
    places = {1: make_place(47.0, 2.0), 2: make_place(47.0, 2.0), 3: make_place(48.0, 3.0, name="Kestrel"), 4: make_place(47.0, 2.0)}
    drawn = draw_map([make_incident(number, places[number], day) for number, day in days.items()])
    assert drawn is not None
    assert [entry.incident.id[-1] for entry in drawn.shown] == ["2", "3", "1", "4"]
    assert {(mark.label.numbers, mark.label.name) for mark in drawn.marks} == {("1, 3–4", "Tern"), ("2", "Kestrel")}


def test_a_region_is_a_wide_circle_and_a_country_its_outline() -> None:
    drawn = draw(make_place(47.0, 2.0, "region"), make_place(46.0, 2.0, "country"), make_place(47.5, 3.0))
    assert drawn.shapes == ("dot", "circle", "outline")
    circle, outline = (next(mark for mark in drawn.marks if mark.shape == shape) for shape in ("circle", "outline"))
    assert circle.radius > 60 and circle.label.name.startswith("somewhere in")
    assert len(outline.path) > 20
    assert "Marked with 1 dot, 1 circle and 1 outline" in drawn.description


def test_a_region_on_a_map_of_the_world_is_still_no_dot() -> None:
    drawn = draw(make_place(47.0, 2.0, "region"), make_place(-30.0, 140.0), make_place(40.0, -100.0))
    (circle,) = [mark for mark in drawn.marks if mark.shape == "circle"]
    (dot, _) = [mark for mark in drawn.marks if mark.shape == "dot"]
    assert circle.radius > 3 * dot.radius


def test_across_the_180th_meridian() -> None:
    drawn = draw(make_place(-17.8, 177.4, country="FJ"), make_place(-16.8, -179.9, country="FJ"))
    assert drawn.scale.km <= 100
    assert drawn.description.startswith("About 370 km across, north is up, with parts of Fiji.")


def test_neighbours_are_named_where_they_have_room() -> None:
    drawn = draw(make_place(49.0, 7.0), make_place(46.5, 6.0))
    assert {"France", "Germany", "Switzerland"} <= {label.name for label in drawn.countries}


@pytest.mark.parametrize(
    "places",
    [
        [make_place(60.0, 100.0, "country", "RU")],
        [make_place(60.0, -100.0, "country", "CA")],
        [make_place(65.0, 15.0, "country", "NO")],
        [make_place(0.0, -170.0), make_place(0.0, -50.0), make_place(60.0, 60.0), make_place(60.0, -100.0, "country", "CA")],
    ],
)
def test_outlines_stay_short(places: list[Place | None]) -> None:
    drawn = draw(*places)
    assert "outline" in drawn.shapes
    assert 2000 < drawn.length <= LONGEST_PATHS


@pytest.mark.parametrize("degrees", [0.1, 1.0, 5.0, 20.0, 60.0])
def test_scale_bars_are_round_and_right(degrees: float) -> None:
    drawn = draw(make_place(0.0, 0.0), make_place(0.0, degrees))
    one, two = sorted(mark.x for mark in drawn.marks)
    assert str(drawn.scale.km).strip("0") in ("1", "2", "5")
    assert drawn.scale.length / drawn.scale.km == pytest.approx((two - one) / (degrees * 111.2))
    assert drawn.width / 11 <= drawn.scale.length <= drawn.width / 4
    assert drawn.scale.middle_only == (degrees == 60.0)


def test_many_incidents_at_one_place_keep_a_short_label() -> None:
    day = {number: f"2031-05-{number:02}" for number in range(1, 31)}
    places = [make_place(47.0, 2.0) if number % 2 else make_place(48.0, 3.0) for number in day]
    drawn = draw_map([make_incident(number, place, day[number]) for number, place in zip(day, places, strict=True)])
    assert drawn is not None
    assert {mark.label.numbers for mark in drawn.marks} == {"1, 3, 5, 7, 9 …", "2, 4, 6, 8 …"}


@dataclass
class Story:
    """As much of a part of the page as the template asks for."""

    anchor: str
    incidents: list[Incident]


def render(anchor: str, *places: Place | None) -> str:
    loader = PackageLoader("crosswire.report.page")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {"line": show_line, "moment": str, "once": list}
    environment.tests["web_address"] = lambda url: False
    template = environment.from_string('{% import "words.html" as words with context %}{% include "map.html" %}')
    story = Story(anchor, [make_incident(number, place) for number, place in enumerate(places, start=1)])
    return template.render(part=story, draw_map=draw_map, figures=figures, lookup=None, title=str)


def test_the_page_links_every_incident_and_needs_no_style_or_script() -> None:
    page = render("s1", make_place(47.0, 2.0, name="<b>Tern</b>"), make_place(48.0, 2.0, "region"), make_place(46.0, 2.0, "country"), None)
    assert sorted(re.findall(r'href="#(i\d+)"', page)) == [f"i{number:010}" for number in range(1, 5)]
    assert "style=" not in page and "<script" not in page and "<b>Tern" not in page
    assert "somewhere in this region" in page and "Natural Earth" in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) and all(id.startswith("s1-") for id in ids)
    asked = re.findall(r'(?:url\(#|<use [^>]*href="#|labelledby="|labelledby="\S+ )([\w-]+)', page)
    assert set(asked) <= set(ids)


def test_two_stories_share_no_id() -> None:
    ids = [set(re.findall(r'\bid="([^"]+)"', render(anchor, make_place(47.0, 2.0)))) for anchor in ("s1", "s2")]
    assert ids[0] and not ids[0] & ids[1]


def test_a_story_without_places_says_so() -> None:
    page = render("s1", None)
    assert "<svg" not in page and "no place" in page
