"""Land and countries as the packaged data has them."""

import numpy as np
import pytest
import shapely

from crosswire.report.drawings.outlines import find_area, find_country, read_atlas


def covers(code: str, lon: float, lat: float) -> bool:
    return bool(shapely.contains_xy(find_country(code), lon, lat).any())


def test_every_outline_is_whole_and_leaps_nowhere() -> None:
    atlas = read_atlas()
    areas = np.array([*atlas.land, *(country.area for country in atlas.countries)])
    assert shapely.is_valid(areas).all() and not shapely.is_empty(areas).any()
    for outline in (*shapely.get_rings(areas), *atlas.coasts, *atlas.borders):
        left, _, right, high = outline.bounds
        assert -200 <= left <= right <= 200 or high < -60
        points = shapely.get_coordinates(outline)
        leaps = np.abs(np.diff(points[:, 0])) >= 180
        assert (points[1:][leaps, 1] < -90).all(), "but below the pole"


@pytest.mark.parametrize(
    ("code", "lon", "lat"), [("FR", 2.0, 47.0), ("ZA", 25.0, -30.0), ("RU", 185.0, 67.0), ("XK", 20.9, 42.6), ("AQ", 0.0, -85.0)]
)
def test_countries_are_found_by_their_codes(code: str, lon: float, lat: float) -> None:
    assert covers(code, lon, lat)


def test_a_country_has_its_holes() -> None:
    assert covers("LS", 28.2, -29.6)
    assert not covers("ZA", 28.2, -29.6)


@pytest.mark.parametrize("code", [None, "ZZ", "", "GF"])
def test_what_the_data_has_not_is_not_found(code: str | None) -> None:
    assert len(find_country(code)) == 0


def test_most_codes_have_an_outline_and_none_has_two_meanings() -> None:
    coded = [country for country in read_atlas().countries if country.code]
    assert len(coded) > 230
    assert {len(country.code or "") for country in coded} == {2}
    assert len({country.code for country in coded}) >= len(coded) - 1  # two rows of the data share one country


def test_coasts_and_borders_are_the_countries_outlines() -> None:
    atlas = read_atlas()
    outlines = shapely.length([country.area for country in atlas.countries if country.code != "AQ"]).sum()
    coasts = shapely.length([coast for coast in atlas.coasts if coast.bounds[1] > -60]).sum()
    assert coasts + 2 * shapely.length(atlas.borders).sum() == pytest.approx(outlines, rel=0.01)


def test_areas_of_countries() -> None:
    assert find_area("FR") == pytest.approx(547_030, rel=0.01)
    assert find_area("VA") == 1
    assert find_area("ZZ") is find_area(None) is None
