"""Land and countries as the packaged data has them."""

import pytest

from crosswire.report.drawings.outlines import Outline, cut_lines, cut_rings, find_area, find_country, read_atlas
from crosswire.report.drawings.paths import Box, Point


def covers(rings: tuple[Outline, ...], lon: float, lat: float) -> bool:
    """Whether a point lies in the area (crossings to its right, even and odd)."""
    crossings = 0
    for ring in rings:
        for a, b in zip(ring.points, [*ring.points[1:], ring.points[0]], strict=True):
            if (a[1] > lat) != (b[1] > lat):
                crossings += lon < a[0] + (lat - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    return crossings % 2 == 1


def measure_area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def test_every_outline_lies_in_its_box_and_leaps_nowhere() -> None:
    atlas = read_atlas()
    rings = [*atlas.land, *(ring for country in atlas.countries for ring in country.rings)]
    for outline in (*rings, *atlas.coasts, *atlas.borders):
        assert len(outline.points) > 1
        assert -200 <= outline.bounds.left <= outline.bounds.right <= 200 or outline.bounds.high < -85
        steps = zip(outline.points, outline.points[1:], strict=False)
        assert all(abs(a[0] - b[0]) < 180 or a[1] < -90 for a, b in steps)


@pytest.mark.parametrize(
    ("code", "lon", "lat"), [("FR", 2.0, 47.0), ("ZA", 25.0, -30.0), ("RU", 185.0, 67.0), ("XK", 20.9, 42.6), ("AQ", 0.0, -85.0)]
)
def test_countries_are_found_by_their_codes(code: str, lon: float, lat: float) -> None:
    assert covers(find_country(code), lon, lat)


def test_a_country_has_its_holes() -> None:
    assert covers(find_country("LS"), 28.2, -29.6)
    assert not covers(find_country("ZA"), 28.2, -29.6)


@pytest.mark.parametrize("code", [None, "ZZ", "", "GF"])
def test_what_the_data_has_not_is_not_found(code: str | None) -> None:
    assert find_country(code) == ()


def test_most_codes_have_an_outline_and_none_has_two_meanings() -> None:
    coded = [country for country in read_atlas().countries if country.code]
    assert len(coded) > 230
    assert {len(country.code or "") for country in coded} == {2}
    assert len({country.code for country in coded}) >= len(coded) - 1  # two rows of the data share one country


def test_areas_of_countries() -> None:
    assert find_area("FR") == pytest.approx(547_030, rel=0.01)
    assert find_area("VA") == 1
    assert find_area("ZZ") is find_area(None) is None


def test_cut_to_a_box_everything_lies_in_it() -> None:
    box = Box(5.0, 50.0, 15.0, 56.0)
    pieces = [*cut_rings(read_atlas().land, box), *cut_lines(read_atlas().borders, box)]
    assert len(pieces) > 5
    assert all(5 - 1e-9 <= lon <= 15 + 1e-9 and 50 - 1e-9 <= lat <= 56 + 1e-9 for piece in pieces for lon, lat in piece)


def test_a_box_across_the_180th_meridian_has_land_on_both_sides() -> None:
    here = cut_rings(find_country("RU"), Box(170.0, 62.0, 200.0, 72.0))
    there = cut_rings(find_country("RU"), Box(-190.0, 62.0, -160.0, 72.0))
    assert max(lon for ring in here for lon, _ in ring) > 185
    assert sum(map(measure_area, here)) == pytest.approx(sum(map(measure_area, there)))


def test_the_whole_world_is_the_same_wherever_it_is_cut() -> None:
    areas = [sum(map(measure_area, cut_rings(read_atlas().land, Box(left, -60.0, left + 360, 85.0)))) for left in (-180.0, -30.0, 100.0)]
    assert areas == pytest.approx([areas[0]] * 3)


def test_the_antarctic_reaches_the_pole() -> None:
    strip = cut_rings(read_atlas().land, Box(-180.0, -90.0, 180.0, -89.0))
    assert sum(map(measure_area, strip)) == pytest.approx(360)
