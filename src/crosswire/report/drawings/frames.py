"""The stretch of the earth that a map shows, and where on the drawing a place lies.

The projection is equirectangular: both degrees to one scale in the middle of the places shown, where a kilometre is as long
across as it is upright. `Frame` counts longitudes from its western edge, so that a map may lie across the 180th meridian.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import cos, radians
from typing import Any

import numpy as np
import shapely

from crosswire.report.drawings.paths import Box, Numbers, Point, Points, Shapes, measure_extents

KM_PER_DEGREE = 111.2  # of latitude
WIDTH = 420.0  # of the drawing
_MARGIN = 1.3
_FLATTEST, _TALLEST = 0.62, 0.95  # height to width
_TOLERANCE, _USUAL_KM = 0.5, 1000.0  # units that a simplified outline may stray, on a map up to so wide
_SPECK = 3.0  # times as much: outlines smaller than this are left out
_HIGHEST = 93.0  # degrees: a little more than the pole, so that what lies there is drawn whole
_FARTHEST_NORTH = 85.0  # nearer to a pole, degrees of longitude would be stretched beyond use


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of degrees and the size of its drawing; `box.right` may lie beyond 180.

    `tolerance` is how far simplified outlines may stray, in units: more on a wide map, which has more of them.
    """

    box: Box
    width: float
    height: float
    tolerance: float

    @property
    def km_across(self) -> float:
        """The width in kilometres, along the map's middle."""
        return self.width * self.km_per_unit

    @property
    def km_per_unit(self) -> float:
        """How many kilometres one unit of the drawing stands for."""
        return self.box.height * KM_PER_DEGREE / self.height

    @property
    def sheet(self) -> Box:
        """The drawing's own rectangle."""
        return Box(0.0, 0.0, self.width, self.height)

    def project(self, points: Points) -> Points:
        """Where points lie on the drawing, x to the right and y down; their longitudes as the frame counts them."""
        scale = self.width / self.box.width, -self.height / self.box.height
        return (points - (self.box.left, self.box.high)) * scale

    def locate(self, lon: float, lat: float) -> Point:
        """Where a point lies on the drawing, with its longitude as the world counts it."""
        x, y = self.project(np.array([self.box.left + (lon - self.box.left) % 360, lat])).tolist()
        return x, y


def bound_circle(lon: float, lat: float, km: float = 0.0) -> Box:
    """The box of degrees around a point and the kilometres about it."""
    along = km / KM_PER_DEGREE
    across = along / _squeeze(lat)
    return Box(lon - across, lat - along, lon + across, lat + along)


def make_frame(boxes: Iterable[Box], least_km: float) -> Frame:
    """The frame around some boxes of degrees, at least one, with a margin: neither narrower than `least_km` nor wider than the world."""
    shown = list(boxes)
    low, high = min(box.low for box in shown), max(box.high for box in shown)
    west, across = _span_longitudes(shown)
    middle = (max(low, -90.0) + min(high, 90.0)) / 2
    squeeze = _squeeze(middle)
    width, height = across * squeeze * _MARGIN, (high - low) * _MARGIN
    width = min(max(width, height / _TALLEST, least_km / KM_PER_DEGREE), 360 * squeeze)
    height = min(max(height, width * _FLATTEST), 2 * _HIGHEST)
    top = max(min(middle + height / 2, _HIGHEST), height - _HIGHEST)
    left = (west + across / 2 - width / squeeze / 2 + 180) % 360 - 180
    tolerance = _TOLERANCE * max(1.0, width * KM_PER_DEGREE / _USUAL_KM) ** 0.35
    return Frame(Box(left, top - height, left + width / squeeze, top), WIDTH, round(WIDTH * height / width, 1), tolerance)


def _squeeze(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return cos(radians(min(abs(lat), _FARTHEST_NORTH)))


def _span_longitudes(boxes: list[Box]) -> tuple[float, float]:
    """The shortest way round the earth past all of them: where it begins and how many degrees it takes."""
    stretches = sorted((box.left % 360, box.width) for box in boxes)
    # The way round lies open behind the end of the last stretch before each start; the first start comes round again.
    last = max(start + long for start, long in stretches)
    ends = list(accumulate((start + long for start, long in stretches), max, initial=last - 360))[1:]
    starts = [start for start, _ in stretches] + [stretches[0][0] + 360]
    gap, west = max((start - end, start) for end, (_, start) in zip(ends, pairwise(starts), strict=True))
    return west, max(360 - gap, 0.0) if gap > 0 else 360.0


def cut(shapes: Shapes, frame: Frame) -> tuple[Shapes, Numbers]:
    """The visible parts of shapes on the drawing, simplified and without specks, and the number of the shape that each is of."""
    tree = shapely.STRtree(shapes)
    turned = (_cut_turned(tree, frame, turn) for turn in (-360.0, 0.0, 360.0))
    parts, numbers = map(np.concatenate, zip(*turned, strict=True))
    seen = measure_extents(parts) >= _SPECK * frame.tolerance
    parts, numbers = shapely.simplify(parts[seen], frame.tolerance, preserve_topology=False), numbers[seen]
    left = ~shapely.is_empty(parts)
    return parts[left], numbers[left]


def _cut_turned(tree: Any, frame: Frame, turn: float) -> tuple[Shapes, Numbers]:
    """What the frame shows of shapes once they are turned; what goes round the earth thrice needs none."""
    bounds = frame.box.left - turn, frame.box.low, frame.box.right - turn, frame.box.high
    met = np.sort(tree.query(shapely.box(*bounds)))
    if turn:
        met = met[measure_extents(tree.geometries[met]) < 720]
    parts, numbers = shapely.get_parts(shapely.clip_by_rect(tree.geometries[met], *bounds), return_index=True)
    return shapely.transform(parts, replace(frame, box=Box(*bounds)).project), met[numbers]
