"""Boxes, rooms for a text, and lines as path data."""

import re

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.drawings.paths import Box, Point, bound, cover, find_room, measure_extents, write_path

BOX = Box(0.0, 0.0, 10.0, 10.0)

TENTHS = st.integers(-300, 300).map(lambda number: number / 10)


def read_path(path: str) -> list[list[Point]]:
    """The lines of path data in tenths, as points."""
    lines = []
    for line in re.findall(r"M([^M]*)", path):
        x = y = 0.0
        points = []
        numbers = [float(number) for number in re.findall(r"-?(?:\d+(?:\.\d)?|\.\d)", line)]
        for across, along in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + along
            points.append((round(x, 1), round(y, 1)))
        lines.append(points + points[:1] * line.endswith("z"))
    return lines


def write(*lines: list[Point]) -> str:
    return write_path(np.array([shapely.LineString(line) for line in lines]))


@given(st.lists(st.lists(st.tuples(TENTHS, TENTHS), min_size=2), max_size=3))
def test_written_paths_read_back(lines: list[list[Point]]) -> None:
    moving = [[point for before, point in zip([None, *line], line, strict=False) if point != before] for line in lines]
    area = [line for line in moving if len(line) > 3 or (len(line) > 1 and line[0] != line[-1])]
    assert read_path(write(*lines)) == area


def test_paths_are_short() -> None:
    assert write([(1.0, 2.0), (1.5, 2.0), (1.0, 10.25), (1.0, 2.0)]) == "M1 2l.5 0-.5 8.2z"
    assert write([(1.0, 2.0), (1.01, 2.0)]) == write([(0.0, 0.0), (3.0, 0.0), (0.0, 0.0)]) == write() == ""


def test_a_room_is_where_the_longest_level_stretch_holds_the_text() -> None:
    bottle = shapely.Polygon([(4, 0), (6, 0), (6, 5), (9, 5), (9, 10), (0, 10), (0, 5), (4, 5)])
    speck = shapely.box(20, 0, 21, 1)
    room = find_room(np.array([speck, bottle]), 6.0, 1.5)
    assert room is not None and room[0] == 4.5 and 5.75 <= room[1] <= 9.25
    assert find_room(np.array([bottle]), 9.5, 1.0) is None
    assert find_room(np.array([speck]), 2.0, 1.0) is None
    assert find_room(np.array([], dtype=object), 1.0, 1.0) is None


@given(st.lists(st.tuples(TENTHS, TENTHS), min_size=3, max_size=9), st.floats(1, 20), st.floats(1, 5))
def test_what_stands_in_a_room_lies_inside(points: list[Point], width: float, height: float) -> None:
    area = shapely.MultiPoint(points).convex_hull.difference(shapely.box(-3, -3, 3, 3))
    room = find_room(np.array([area]), width, height)
    if room:
        x, y = room
        assert area.buffer(1e-6).covers(shapely.box(x - width / 2, y - height / 2, x + width / 2, y + height / 2))


def test_boxes() -> None:
    assert bound(np.array([shapely.LineString([(1, 5), (3, 2)]), shapely.Point(2, 0)])) == Box(1.0, 0.0, 3.0, 5.0)
    assert BOX.overlap(Box(8.0, 9.0, 20.0, 20.0)) == 2.0
    assert BOX.overlap(Box(11.0, 0.0, 12.0, 5.0)) == 0.0
    assert BOX.holds(Box(1.0, 1.0, 9.0, 10.0)) and not BOX.holds(Box(1.0, 1.0, 9.0, 11.0))
    assert cover([BOX, Box(5.0, 0.0, 15.0, 10.0)]).area == 150
    assert cover([]).is_empty
    assert measure_extents(np.array([shapely.box(0, 0, 2, 5), shapely.box(0, 0, 3, 1)])).tolist() == [5, 3]
