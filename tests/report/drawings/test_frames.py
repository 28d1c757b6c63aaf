"""The stretch of the earth that a map shows."""

from math import cos, radians

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.drawings.frames import KM_PER_DEGREE, Frame, bound_circle, cut, make_frame
from crosswire.report.drawings.outlines import find_country, read_atlas
from crosswire.report.drawings.paths import Box, Shapes, measure_extents

CIRCLES = st.tuples(st.floats(-180, 180), st.floats(-90, 90), st.sampled_from([0.0, 30.0, 300.0]))
Circle = tuple[float, float, float]


def frame_circles(circles: list[Circle]) -> Frame:
    return make_frame([bound_circle(*circle) for circle in circles], 300.0)


def frame_points(*points: tuple[float, float]) -> Frame:
    return frame_circles([(*point, 0.0) for point in points])


def frame_degrees(left: float, low: float, right: float, high: float) -> Frame:
    """A frame whose units are degrees, with outlines as they are."""
    return Frame(Box(left, low, right, high), right - left, high - low, 0.0)


def measure_cut(shapes: Shapes, frame: Frame) -> float:
    return float(shapely.area(cut(shapes, frame)[0]).sum())


@given(st.lists(CIRCLES, min_size=1, max_size=8), st.randoms())
def test_every_place_lies_on_the_sheet_in_any_order(circles: list[Circle], random: object) -> None:
    frame = frame_circles(circles)
    places = [frame.locate(lon, lat) for lon, lat, _ in circles]
    assert all(-1e-6 <= x <= frame.width + 1e-6 and 0 <= y <= frame.height for x, y in places)
    random.shuffle(circles)  # type: ignore[attr-defined]
    assert frame_circles(circles) == frame


@given(st.lists(CIRCLES, min_size=1, max_size=8))
def test_frames_are_wide_enough_and_no_wider_than_the_world(circles: list[Circle]) -> None:
    frame = frame_circles(circles)
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
    frame = frame_circles([(-5.0, 0.0, 3000.0), (15.0, 0.0, 0.0), (60.0, 0.0, 0.0)])
    assert frame.locate(-5.0, 0.0)[0] < frame.locate(15.0, 0.0)[0] < frame.locate(60.0, 0.0)[0]
    assert frame.box.width < 180


def test_places_all_round_the_earth_make_a_map_of_the_world() -> None:
    assert frame_points(*[(lon, 0.0) for lon in range(-180, 180, 30)]).box.width == pytest.approx(360)


def test_a_wide_place_is_shown_whole() -> None:
    frame = frame_circles([(20.0, 10.0, 500.0)])
    assert frame.height * frame.km_per_unit > 1000


def test_specks_are_left_out_of_wide_maps() -> None:
    shapes = find_country("GR")
    near, _ = cut(shapes, frame_points((20.0, 35.0), (28.0, 41.0)))
    far, _ = cut(shapes, frame_points((-60.0, -30.0), (100.0, 60.0)))
    assert len(near) > len(far) > 0
    assert (measure_extents(far) > 1).all()


def test_outlines_are_simplified_and_stay_whole() -> None:
    frame = frame_points((13.0, 52.0), (69.0, 37.0))
    land, _ = cut(read_atlas().land, frame)
    assert shapely.is_valid(land).all()
    fine, _ = cut(read_atlas().land, Frame(frame.box, frame.width, frame.height, 0.0))
    assert shapely.get_num_coordinates(land).sum() < shapely.get_num_coordinates(fine).sum() / 3
    assert shapely.area(land).sum() == pytest.approx(shapely.area(fine).sum(), rel=0.01)


def test_cut_to_a_frame_everything_lies_on_its_sheet() -> None:
    frame = frame_degrees(5.0, 50.0, 15.0, 56.0)
    for shapes in (read_atlas().land, read_atlas().borders):
        parts, numbers = cut(shapes, frame)
        assert len(parts) == len(numbers) > 2
        left, low, right, high = shapely.total_bounds(parts)
        assert -1e-9 <= left < right <= 10 + 1e-9 and -1e-9 <= low < high <= 6 + 1e-9
        assert shapely.intersects(shapes[numbers], shapely.box(5.0, 50.0, 15.0, 56.0)).all()


def test_a_frame_across_the_180th_meridian_has_land_on_both_sides() -> None:
    russia = find_country("RU")
    here, there = frame_degrees(170.0, 62.0, 200.0, 72.0), frame_degrees(-190.0, 62.0, -160.0, 72.0)
    assert shapely.total_bounds(cut(russia, here)[0])[2] > 15
    assert measure_cut(russia, here) == pytest.approx(measure_cut(russia, there))


def test_the_whole_world_is_the_same_wherever_it_is_cut() -> None:
    areas = [measure_cut(read_atlas().land, frame_degrees(left, -60.0, left + 360, 85.0)) for left in (-180.0, -30.0, 100.0)]
    assert areas == pytest.approx([areas[0]] * 3)


@pytest.mark.parametrize("left", [-180.0, -30.0, 100.0])
def test_the_antarctic_reaches_the_pole_without_a_seam(left: float) -> None:
    frame = frame_degrees(left, -90.0, left + 360, -89.0)
    for shapes in (read_atlas().land, find_country("AQ")):
        (strip,) = cut(shapes, frame)[0]
        assert strip.equals(shapely.box(0, 0, 360, 1))
