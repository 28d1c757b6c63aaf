"""The stretch of the earth that a map shows, and where on the drawing a place lies.

The projection is equirectangular: both degrees to one scale in the middle of the places shown, where a kilometre is as long
across as it is upright. `Frame` counts longitudes from its western edge, so that a map may lie across the 180th meridian.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import cos, radians

from crosswire.report.drawings.outlines import Outline, cut_lines, cut_rings
from crosswire.report.drawings.paths import Box, Point, bound, simplify, write_path

KM_PER_DEGREE = 111.2  # of latitude
WIDTH = 420.0  # of the drawing
_MARGIN = 1.3
_FLATTEST, _TALLEST = 0.62, 0.95  # height to width
_TOLERANCE, _USUAL_KM = 0.5, 1000.0  # units that a simplified outline may stray, on a map up to so wide
_HIGHEST = 93.0  # degrees: a little more than the pole, so that what lies there is drawn whole
_FARTHEST_NORTH = 85.0  # nearer to a pole, degrees of longitude would be stretched beyond use


@dataclass(frozen=True, slots=True)
class Reach:
    """A point with the kilometres around it that a map must show."""

    lon: float
    lat: float
    km: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of degrees and the size of its drawing; `box.right` may lie beyond 180."""

    box: Box
    width: float
    height: float

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

    def project(self, lon: float, lat: float) -> Point:
        """Where a point lies on the drawing, x to the right and y down; the longitude as the frame counts it."""
        x = (lon - self.box.left) / self.box.width * self.width
        return x, (self.box.high - lat) / self.box.height * self.height

    def locate(self, lon: float, lat: float) -> Point:
        """Where a point lies on the drawing, with its longitude as the world counts it."""
        return self.project(self.box.left + (lon - self.box.left) % 360, lat)


def make_frame(reaches: Iterable[Reach], least_km: float) -> Frame:
    """The frame around some points, at least one, with a margin: neither narrower than `least_km` nor wider than the world."""
    shown = sorted(reaches, key=lambda reach: (reach.lon, reach.lat, reach.km))
    low = min(reach.lat - reach.km / KM_PER_DEGREE for reach in shown)
    high = max(reach.lat + reach.km / KM_PER_DEGREE for reach in shown)
    west, across = _span_longitudes(shown)
    middle = (max(low, -90.0) + min(high, 90.0)) / 2
    squeeze = _squeeze(middle)
    width, height = across * squeeze * _MARGIN, (high - low) * _MARGIN
    width = min(max(width, height / _TALLEST, least_km / KM_PER_DEGREE), 360 * squeeze)
    height = min(max(height, width * _FLATTEST), 2 * _HIGHEST)
    top = max(min(middle + height / 2, _HIGHEST), height - _HIGHEST)
    left = (west + across / 2 - width / squeeze / 2 + 180) % 360 - 180
    return Frame(Box(left, top - height, left + width / squeeze, top), WIDTH, round(WIDTH * height / width, 1))


def _squeeze(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return cos(radians(min(abs(lat), _FARTHEST_NORTH)))


def _span_longitudes(reaches: list[Reach]) -> tuple[float, float]:
    """The shortest way round the earth past all of them: where it begins and how many degrees it takes."""
    half = [reach.km / KM_PER_DEGREE / _squeeze(reach.lat) for reach in reaches]
    stretches = sorted(((reach.lon - around) % 360, 2 * around) for reach, around in zip(reaches, half, strict=True))
    # The way round lies open behind the end of the last stretch before each start; the first start comes round again.
    last = max(start + long for start, long in stretches)
    ends = list(accumulate((start + long for start, long in stretches), max, initial=last - 360))[1:]
    starts = [start for start, _ in stretches] + [stretches[0][0] + 360]
    gap, west = max((start - end, start) for end, (_, start) in zip(ends, pairwise(starts), strict=True))
    return west, max(360 - gap, 0.0) if gap > 0 else 360.0


def cut_areas(rings: Iterable[Outline], frame: Frame) -> list[list[Point]]:
    """The visible parts of areas, on the drawing; specks are left out."""
    drawn = [[frame.project(*point) for point in ring] for ring in cut_rings(rings, frame.box)]
    return [ring for ring in drawn if bound(ring).extent >= 4 * _tolerate(frame)]


def cut_strokes(lines: Iterable[Outline], frame: Frame) -> list[list[Point]]:
    """The visible pieces of lines, on the drawing; specks are left out."""
    drawn = [[frame.project(*point) for point in line] for line in cut_lines(lines, frame.box)]
    return [line for line in drawn if bound(line).extent >= 2 * _tolerate(frame)]


def draw_areas(rings: Iterable[Outline], frame: Frame) -> str:
    """The visible parts of areas as path data."""
    return write_path((simplify([*ring, ring[0]], _tolerate(frame)) for ring in cut_areas(rings, frame)), closed=True)


def draw_strokes(lines: Iterable[Outline], frame: Frame) -> str:
    """The visible pieces of lines as path data."""
    return write_path(simplify(line, _tolerate(frame)) for line in cut_strokes(lines, frame))


def _tolerate(frame: Frame) -> float:
    """How far simplified outlines may stray, in units: more on a wide map, which has more of them."""
    return float(_TOLERANCE * max(1.0, frame.km_across / _USUAL_KM) ** 0.35)
