"""Lines and rings of a flat drawing: cut to a box, simplified, written as SVG path data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, inf

Point = tuple[float, float]


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

    @property
    def extent(self) -> float:
        """The longer of the two."""
        return max(self.width, self.height)

    def meets(self, other: "Box") -> bool:
        """Whether the two touch."""
        return self.left <= other.right and other.left <= self.right and self.low <= other.high and other.low <= self.high

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return self.left <= other.left and other.right <= self.right and self.low <= other.low and other.high <= self.high

    def overlap(self, other: "Box") -> float:
        """The area that the two share."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return max(across, 0.0) * max(min(self.high, other.high) - max(self.low, other.low), 0.0)


def bound(points: Iterable[Point]) -> Box:
    """The smallest box around some points."""
    across, along = zip(*points, strict=True)
    return Box(min(across), min(along), max(across), max(along))


def clip_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of an area inside a box, after Sutherland and Hodgman; where it leaves the box, it runs along the edge."""
    kept = list(ring)
    for axis, limit, side in _edges(box):
        kept = _cut_ring(kept, axis, limit, side)
    return kept


def clip_line(line: Sequence[Point], box: Box) -> list[list[Point]]:
    """The pieces of a line inside a box."""
    pieces = [list(line)]
    for axis, limit, side in _edges(box):
        pieces = [kept for piece in pieces for kept in _cut_line(piece, axis, limit, side)]
    return pieces


def _edges(box: Box) -> tuple[tuple[int, float, int], ...]:
    """Axis, limit and the side that is kept, for each edge."""
    return (0, box.left, 1), (0, box.right, -1), (1, box.low, 1), (1, box.high, -1)


def _cut_ring(ring: list[Point], axis: int, limit: float, side: int) -> list[Point]:
    kept: list[Point] = []
    before = ring[-1] if ring else (0.0, 0.0)
    was = side * (before[axis] - limit) >= 0
    for point in ring:
        inside = side * (point[axis] - limit) >= 0
        if was != inside:
            kept.append(_cross(before, point, axis, limit))
        if inside:
            kept.append(point)
        before, was = point, inside
    return kept


def _cut_line(line: list[Point], axis: int, limit: float, side: int) -> list[list[Point]]:
    pieces: list[list[Point]] = []
    was = False
    for before, point in pairwise([line[0], *line]):
        inside = side * (point[axis] - limit) >= 0
        if inside and not was:
            pieces.append([] if point is before else [_cross(before, point, axis, limit)])
        elif was and not inside:
            pieces[-1].append(_cross(before, point, axis, limit))
        if inside:
            pieces[-1].append(point)
        was = inside
    return [piece for piece in pieces if len(piece) > 1]


def _cross(before: Point, point: Point, axis: int, limit: float) -> Point:
    """Where the way between two points meets an edge."""
    share = (limit - before[axis]) / (point[axis] - before[axis])
    other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def simplify(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line without the points that it passes within the tolerance anyway, after Douglas and Peucker; its ends stay."""
    thin = _thin(line, tolerance / 2)
    kept, todo = {0, len(thin) - 1}, [(0, len(thin) - 1)]
    while todo:
        first, last = todo.pop()
        far, most = max(((_stray(thin[i], thin[first], thin[last]), i) for i in range(first + 1, last)), default=(0.0, 0))
        if far > tolerance:
            kept.add(most)
            todo += [(first, most), (most, last)]
    return [thin[i] for i in sorted(kept)]


def _thin(line: Sequence[Point], least: float) -> list[Point]:
    """The line without points very near the last one kept."""
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) > least or abs(point[1] - kept[-1][1]) > least:
            kept.append(point)
    return [*kept, line[-1]]


def _stray(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a stretch."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = x * x + y * y
    share = ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / length if length else 0.0
    share = min(max(share, 0.0), 1.0)
    return hypot(point[0] - start[0] - share * x, point[1] - start[1] - share * y)


def list_chords(rings: Sequence[Sequence[Point]], count: int, depth: float) -> list[tuple[float, Point]]:
    """Level bands of a depth inside an area, at several heights: each one's length and middle, the longest first."""
    if not rings:
        return []
    around = bound(point for ring in rings for point in ring)
    chords = []
    for step in range(1, count + 1):
        height = around.low + around.height * step / (count + 1)
        for start, end in _find_band(rings, (height, height - depth / 2, height + depth / 2)):
            chords.append((end - start, ((start + end) / 2, height)))
    return sorted(chords, key=lambda chord: (-round(chord[0], 3), chord[1]))


def _find_band(rings: Sequence[Sequence[Point]], heights: Sequence[float]) -> list[tuple[float, float]]:
    """The stretches that lie inside the area at each of some heights."""
    band = [(-inf, inf)]
    for height in heights:
        crossings = sorted(x for ring in rings for x in _cross_level(ring, height))
        inside = list(zip(crossings[::2], crossings[1::2], strict=True))
        both = ((max(one[0], two[0]), min(one[1], two[1])) for one in band for two in inside)
        band = [(start, end) for start, end in both if start < end]
    return band


def _cross_level(ring: Sequence[Point], height: float) -> list[float]:
    """Where the sides of a ring pass a height."""
    sides = zip([*ring[-1:], *ring[:-1]], ring, strict=True)
    return [_cross(before, point, 1, height)[0] for before, point in sides if (before[1] > height) != (point[1] > height)]


def write_path(lines: Iterable[Sequence[Point]], closed: bool = False) -> str:
    """Path data in tenths, each point as its step from the last; what shrinks to a point is left out."""
    return "".join(_write_line(line, closed) for line in lines)


def _write_line(line: Sequence[Point], closed: bool) -> str:
    tenths = [(round(10 * x), round(10 * y)) for x, y in line]
    if closed and tenths[0] == tenths[-1]:
        tenths.pop()
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(tenths) if (a, b) != (x, y)]
    if len(steps) < 1 + closed:
        return ""
    return "M" + _write_numbers(tenths[0]) + "l" + _write_numbers(part for step in steps for part in step) + "z" * closed


def _write_numbers(tenths: Iterable[int]) -> str:
    """Numbers in tenths as short as SVG takes them: no leading nought, no blank before a minus."""
    text = ""
    for number in tenths:
        whole, rest = divmod(abs(number), 10)
        short = ("-" if number < 0 else "") + (str(whole) if whole or not rest else "") + (f".{rest}" if rest else "")
        text += short if short.startswith("-") or not text else f" {short}"
    return text
