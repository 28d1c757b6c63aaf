"""What is drawn: upright boxes, the rooms that areas have for a text, and lines as SVG path data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Point = tuple[float, float]
Points = NDArray[np.float64]
Numbers = NDArray[np.intp]
Shapes = NDArray[np.object_]  # shapely's geometries

_LEVELS = 12  # heights at which an area is searched for room


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle; `low` and `high` bound the second coordinate, whichever way it runs."""

    left: float
    low: float
    right: float
    high: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From low to high."""
        return self.high - self.low

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return self.left <= other.left and other.right <= self.right and self.low <= other.low and other.high <= self.high

    def overlap(self, other: "Box") -> float:
        """The area that the two share."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return max(across, 0.0) * max(min(self.high, other.high) - max(self.low, other.low), 0.0)


def bound(shapes: Shapes) -> Box:
    """The smallest box around some shapes."""
    return Box(*shapely.total_bounds(shapes).tolist())


def cover(boxes: Iterable[Box]) -> Any:
    """The area that some boxes take together."""
    return shapely.union_all([shapely.box(box.left, box.low, box.right, box.high) for box in boxes])


def measure_extents(shapes: Shapes) -> Points:
    """The longer side of the box around each."""
    left, low, right, high = shapely.bounds(shapes).T
    extents: Points = np.maximum(right - left, high - low)
    return extents


def find_room(areas: Shapes, width: float, height: float) -> Point | None:
    """The middle of the longest level stretch inside an area that has room for a text; None where none has."""
    left, _, right, _ = shapely.bounds(areas).T
    large = areas[(right - left > width) & (shapely.area(areas) > width * height)]
    if not large.size:
        return None
    # What lies in the area with the ground half a text's height above and below it.
    above, below = (shapely.transform(large, partial(np.add, (0.0, step))) for step in (-height / 2, height / 2))
    inner = shapely.intersection(shapely.intersection(above, below), large)
    around = bound(large)
    levels = np.linspace(around.low, around.high, _LEVELS + 2)[1:-1]
    lines = shapely.multilinestrings(shapely.linestrings([[(around.left, level), (around.right, level)] for level in levels]))
    left, y, right, _ = shapely.bounds(shapely.get_parts(shapely.intersection(inner, lines))).T
    lengths = np.where(right - left > width, right - left, 0.0)
    if not lengths.any():
        return None
    best = lengths.argmax()
    return float(left[best] + right[best]) / 2, float(y[best])


def write_path(lines: Shapes) -> str:
    """Path data in tenths, each point as its step from the last; what shrinks to a point is left out."""
    points, owners = shapely.get_coordinates(lines, return_index=True)
    tenths = np.rint(10 * points).astype(int)
    return "".join(_write_line(line.tolist()) for line in np.split(tenths, np.flatnonzero(np.diff(owners)) + 1))


def _write_line(tenths: Sequence[Sequence[int]]) -> str:
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(tenths) if (a, b) != (x, y)]
    closed = tenths[:1] == tenths[-1:]
    if len(steps) < 1 + 2 * closed:
        return ""
    return "M" + _write_numbers(tenths[0]) + "l" + _write_numbers(chain(*steps[: -1 if closed else None])) + "z" * closed


def _write_numbers(tenths: Iterable[int]) -> str:
    """Numbers in tenths as short as SVG takes them: no leading nought, no blank before a minus."""
    text = "".join(f" {number / 10:g}" for number in tenths)
    return text.replace(" 0.", " .").replace("-0.", "-.").replace(" -", "-").removeprefix(" ")
