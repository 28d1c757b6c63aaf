"""Lines and rings cut to a box, simplified and written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.drawings.paths import Box, Point, bound, clip_line, clip_ring, list_chords, simplify, write_path

BOX = Box(0.0, 0.0, 10.0, 10.0)
POINTS = st.lists(st.tuples(st.floats(-30, 30), st.floats(-30, 30)), min_size=3, max_size=12)

TENTHS = st.integers(-300, 300).map(lambda number: number / 10)


def measure_area(ring: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2 if ring else 0.0


def read_path(path: str) -> list[list[Point]]:
    """The lines of path data in tenths, as points."""
    lines = []
    for line in re.findall(r"M([^Mz]*)", path):
        x = y = 0.0
        points = []
        numbers = [float(number) for number in re.findall(r"-?(?:\d+(?:\.\d)?|\.\d)", line)]
        for across, along in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + along
            points.append((round(x, 1), round(y, 1)))
        lines.append(points)
    return lines


@pytest.mark.parametrize(
    ("ring", "area"),
    [
        ([(2, 2), (4, 2), (4, 4), (2, 4)], 4),
        ([(-5, 2), (5, 2), (5, 4), (-5, 4)], 10),
        ([(-5, -5), (20, -5), (20, 20), (-5, 20)], 100),
        ([(20, 20), (30, 20), (30, 30)], 0),
    ],
)
def test_areas_are_cut_to_the_box(ring: list[Point], area: float) -> None:
    assert measure_area(clip_ring(ring, BOX)) == pytest.approx(area)


def test_a_line_falls_into_its_pieces_inside() -> None:
    line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (8.0, 15.0), (8.0, 5.0)]
    assert clip_line(line, BOX) == [[(0.0, 5.0), (5.0, 5.0), (5.0, 10.0)], [(8.0, 10.0), (8.0, 5.0)]]


@given(POINTS)
def test_nothing_is_left_outside(points: list[Point]) -> None:
    kept = [clip_ring(points, BOX), *clip_line(points, BOX)]
    assert all(-1e-9 <= number <= 10 + 1e-9 for line in kept for point in line for number in point)


@given(POINTS)
def test_a_box_around_everything_changes_nothing(points: list[Point]) -> None:
    wide = Box(-40.0, -40.0, 40.0, 40.0)
    assert clip_ring(points, wide) == points
    assert clip_line(points, wide) == [points]


def test_simplified_lines_keep_their_ends_and_corners() -> None:
    stairs = [(0.0, 0.0), (3.0, 0.1), (6.0, -0.1), (9.0, 0.0), (9.0, 9.0)]
    assert simplify(stairs, 0.4) == [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0)]


@given(POINTS, st.floats(0.1, 5))
def test_simplified_points_are_the_lines_own(points: list[Point], tolerance: float) -> None:
    kept = simplify(points, tolerance)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    assert set(kept) <= set(points)


def test_bands_lie_inside_and_the_longest_comes_first() -> None:
    bottle = [(4.0, 0.0), (6.0, 0.0), (6.0, 5.0), (9.0, 5.0), (9.0, 10.0), (0.0, 10.0), (0.0, 5.0), (4.0, 5.0)]
    chords = list_chords([bottle], 9, 1.5)
    assert (chords[0][0], chords[0][1][0]) == (9.0, 4.5)
    assert chords[0][1][1] > 5.75
    assert min(length for length, _ in chords) == 2.0
    assert list_chords([], 9, 1.5) == []


@given(st.lists(st.lists(st.tuples(TENTHS, TENTHS), min_size=2), max_size=3))
def test_written_paths_read_back(lines: list[list[Point]]) -> None:
    moving = [[point for before, point in zip([None, *line], line, strict=False) if point != before] for line in lines]
    assert read_path(write_path(lines)) == [line for line in moving if len(line) > 1]


def test_paths_are_short() -> None:
    assert write_path([[(1.0, 2.0), (1.5, 2.0), (1.0, 10.25)]], closed=True) == "M1 2l.5 0-.5 8.2z"
    assert write_path([[(1.0, 2.0), (1.01, 2.0)]]) == ""


def test_boxes() -> None:
    assert bound([(1.0, 5.0), (3.0, 2.0)]) == Box(1.0, 2.0, 3.0, 5.0)
    assert BOX.overlap(Box(8.0, 9.0, 20.0, 20.0)) == 2.0
    assert BOX.overlap(Box(11.0, 0.0, 12.0, 5.0)) == 0.0
    assert BOX.meets(Box(10.0, 10.0, 11.0, 11.0)) and not BOX.meets(Box(11.0, 0.0, 12.0, 5.0))
    assert BOX.holds(Box(1.0, 1.0, 9.0, 10.0)) and not BOX.holds(Box(1.0, 1.0, 9.0, 11.0))
