"""Places as a map may draw them."""

import pytest

from crosswire.model import Place
from crosswire.report.drawings.frames import bound_circle, make_frame
from crosswire.report.drawings.sites import LEAST_KM, find_site, fit_site, frame_sites, join_sites, state_where


def make_place(precision: str | None, country: str | None = "FR", lat: float | None = 47.0, lon: float | None = 2.0) -> Place:
    return Place("Kestrel", country, None, lat, lon, precision)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("precision", "country", "shape", "words"),
    [
        ("city", "FR", "dot", "city"),
        ("exact", None, "dot", "exact"),
        ("near", "FR", "dot", "near"),
        ("region", "FR", "circle", "somewhere in this region"),
        ("first-order", "FR", "circle", "somewhere in this region"),
        ("second-order", None, "circle", "somewhere in this region"),
        ("country", "FR", "outline", "somewhere in this country"),
        ("country", "ZZ", "circle", "somewhere in this country"),
        ("country", None, "circle", "somewhere in this country"),
        (None, "FR", "circle", "somewhere in this area"),
        ("area", None, "circle", "somewhere in this area"),
        ("waters", None, "circle", "somewhere in this area"),
    ],
)
def test_shapes_are_never_narrower_than_what_is_known(precision: str | None, country: str | None, shape: str, words: str) -> None:
    place = make_place(precision, country)
    site = find_site(place)
    assert site is not None
    assert (site.shape, state_where(place)) == (shape, words)


@pytest.mark.parametrize("place", [None, make_place("city", lat=None), make_place("city", lon=None), make_place("continent")])
def test_without_coordinates_and_for_a_continent_there_is_no_site(place: Place | None) -> None:
    assert find_site(place) is None


def test_regions_of_larger_countries_are_wider() -> None:
    sizes = [site.km for code in ("LU", "FR", "CA") if (site := find_site(make_place("region", code)))]
    assert sizes == sorted(sizes)
    assert 15 < sizes[0] < 30 and 100 < sizes[1] < 150 and 250 < sizes[2] < 400
    town = find_site(make_place("city"))
    assert town is not None and town.km == 0


def test_seas_and_lands_that_nothing_measures_are_wide() -> None:
    assert [site.km for kind in ("waters", "area") if (site := find_site(make_place(kind, None)))] == [400.0, 700.0]


def test_a_far_country_does_not_widen_the_frame_of_towns() -> None:
    town, near = make_place("city", "DE", 50.0, 10.0), make_place("city", "DE", 51.0, 11.0)
    sites = [site for place in (town, near, make_place("country", "BR", -10.0, -50.0)) if (site := find_site(place))]
    frame = frame_sites(sites)
    assert frame == frame_sites(sites[:2])
    assert fit_site(sites[0], frame) == sites[0]
    assert fit_site(sites[2], frame) is None


def test_countries_alone_make_the_frame_of_their_mainlands() -> None:
    site = find_site(make_place("country", "FR"))
    assert site is not None
    frame = frame_sites([site])
    assert 900 < frame.km_across < 2500  # not the territories overseas
    assert fit_site(site, frame) == site


def test_a_country_too_small_to_be_seen_is_a_circle() -> None:
    site = find_site(make_place("country", "LU", 49.8, 6.1))
    assert site is not None
    wide = fit_site(site, make_frame([bound_circle(-60.0, 0.0), bound_circle(100.0, 50.0)], 300.0))
    assert wide is not None and wide.shape == "circle"


def test_one_place_inland_gets_a_frame_that_shows_where_it_is() -> None:
    coast, inland = find_site(make_place("city", "AU", -33.4, 151.4)), find_site(make_place("city", "AU", -25.0, 133.0))
    assert coast is not None and inland is not None
    assert frame_sites([coast]).km_across == pytest.approx(LEAST_KM[0])
    assert frame_sites([inland]).km_across > LEAST_KM[1]


def test_one_mark_for_one_place() -> None:
    places = [make_place("city"), make_place("region"), make_place("city"), make_place("country"), make_place("country", lat=46.0)]
    joined = join_sites([site for place in places if (site := find_site(place))])
    assert [(site.shape, site.numbers) for site in joined] == [("dot", (1, 3)), ("circle", (2,)), ("outline", (4, 5))]
