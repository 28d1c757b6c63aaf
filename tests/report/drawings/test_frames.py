"""The stretch of the earth that a map shows."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.drawings.frames import KM_PER_DEGREE, Frame, Reach, cut_areas, draw_areas, draw_strokes, make_frame
from crosswire.report.drawings.outlines import find_country, read_atlas
from crosswire.report.drawings.paths import bound

REACHES = st.builds(Reach, st.floats(-180, 180), st.floats(-90, 90), st.sampled_from([0.0, 30.0, 300.0]))


def frame_points(*points: tuple[float, float]) -> Frame:
    return make_frame([Reach(lon, lat) for lon, lat in points], 300.0)


@given(st.lists(REACHES, min_size=1, max_size=8), st.randoms())
def test_every_place_lies_on_the_sheet_in_any_order(reaches: list[Reach], random: object) -> None:
    frame = make_frame(reaches, 300.0)
    places = [frame.locate(reach.lon, reach.lat) for reach in reaches]
    assert all(-1e-6 <= x <= frame.width + 1e-6 and 0 <= y <= frame.height for x, y in places)
    random.shuffle(reaches)  # type: ignore[attr-defined]
    assert make_frame(reaches, 300.0) == frame


@given(st.lists(REACHES, min_size=1, max_size=8))
def test_frames_are_wide_enough_and_no_wider_than_the_world(reaches: list[Reach]) -> None:
    frame = make_frame(reaches, 300.0)
    assert frame.km_across >= 299.9
    assert frame.box.width <= 360.0001
    assert -93.0001 <= frame.box.low < frame.box.high <= 93.0001
    assert 0.4 <= frame.height / frame.width <= 1.0


@given(st.floats(-75, 75), st.floats(-180, 180))
def test_a_kilometre_is_as_long_across_as_upright(lat: float, lon: float) -> None:
    frame = frame_points((lon, lat))
    x, y = frame.locate(lon, lat)
    east, _ = frame.locate(lon + 50 / KM_PER_DEGREE / cos(radians(lat)), lat)
    _, north = frame.locate(lon, lat + 50 / KM_PER_DEGREE)
    assert east - x == pytest.approx(50 / frame.km_per_unit, rel=0.01)
    assert y - north == pytest.approx(50 / frame.km_per_unit, rel=0.01)


def test_one_place_stands_in_the_middle() -> None:
    frame = frame_points((10.0, 50.0))
    assert frame.locate(10.0, 50.0) == pytest.approx((frame.width / 2, frame.height / 2))
    assert frame.km_across == pytest.approx(300)


def test_places_on_both_sides_of_the_180th_meridian_are_neighbours() -> None:
    frame = frame_points((179.0, -17.0), (-179.0, -17.0))
    assert frame.km_across < 400
    assert frame.locate(179.0, -17.0)[0] < frame.locate(-179.0, -17.0)[0]


def test_the_way_round_is_the_shortest_even_where_wide_places_overlap() -> None:
    frame = make_frame([Reach(-5.0, 0.0, 3000.0), Reach(15.0, 0.0), Reach(60.0, 0.0)], 300.0)
    assert frame.locate(-5.0, 0.0)[0] < frame.locate(15.0, 0.0)[0] < frame.locate(60.0, 0.0)[0]
    assert frame.box.width < 180


def test_places_all_round_the_earth_make_a_map_of_the_world() -> None:
    assert frame_points(*[(lon, 0.0) for lon in range(-180, 180, 30)]).box.width == pytest.approx(360)


def test_a_wide_place_is_shown_whole() -> None:
    frame = make_frame([Reach(20.0, 10.0, 500.0)], 300.0)
    assert frame.height * frame.km_per_unit > 1000


def test_specks_are_left_out_of_wide_maps() -> None:
    rings = find_country("GR")
    near = frame_points((20.0, 35.0), (28.0, 41.0))
    far = frame_points((-60.0, -30.0), (100.0, 60.0))
    assert len(cut_areas(rings, near)) > len(cut_areas(rings, far))
    assert all(bound(ring).extent > 1 for ring in cut_areas(rings, far))


def test_outlines_stay_short() -> None:
    atlas = read_atlas()
    for points in ([(2.0, 47.0)], [(13.0, 52.0), (69.0, 37.0)], [(-170.0, 0.0), (-50.0, 0.0), (60.0, 60.0)]):
        frame = frame_points(*points)
        assert len(draw_areas(atlas.land, frame)) + len(draw_strokes(atlas.borders, frame)) < 12_000
