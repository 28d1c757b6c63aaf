"""Where the names and numbers of a map stand, so that they neither meet each other nor hide a mark."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import tee
from math import cos, pi, sin
from typing import Literal
from unicodedata import east_asian_width

from crosswire.report.drawings.paths import Box, Point

HEIGHT = 14.0  # of a line
_WIDE, _USUAL, _SPACE = 13.0, 7.2, 3.0  # what a character takes, at the most that common typefaces do
_NEAR, _FAR = 8.0, (17.0, 30.0, 46.0, 66.0)  # from the mark's middle to the label's edge
_TURNS = (0.0, 1.0, 0.5, 1.5, 0.25, 1.75, 0.75, 1.25)  # of the half circle: right, left, below, above, then aslant
_MORE_TURNS = tuple(step / 8 for step in range(16))

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Label:
    """Numbers and, where there is room, a name. (x, y) is the anchor on the line's middle; `leader` leads back to the mark."""

    numbers: str
    name: str
    x: float
    y: float
    anchor: Anchor
    leader: tuple[Point, Point] | None
    box: Box


def place_label(candidates: Iterable[Label], taken: Sequence[Box], sheet: Box) -> Label:
    """The first candidate on the sheet that meets nothing; where all do, the one that covers least."""
    inside, again = tee(label for label in candidates if sheet.holds(label.box))
    free = next((label for label in inside if not any(label.box.overlap(other) for other in taken)), None)
    return free or min(again, key=lambda label: sum(label.box.overlap(other) for other in taken))


def measure_text(text: str) -> float:
    """About how wide a text is drawn, with a little space about it."""
    return _SPACE + sum(_WIDE if east_asian_width(char) in "WF" else _USUAL for char in text)


def surround(numbers: str, name: str, centre: Point) -> Iterator[Label]:
    """Labels around a dot: near and with the name, near without it, then farther off with a line back."""
    for turn in _TURNS:
        yield _lean(numbers, name, centre, (_NEAR, turn))
    for turn in _TURNS:
        yield _lean(numbers, "", centre, (_NEAR, turn))
    for distance in _FAR:
        for turn in _MORE_TURNS:
            yield _lean(numbers, "", centre, (distance, turn))


def stack(numbers: str, name: str, middles: Sequence[Point], sheet: Box) -> Iterator[Label]:
    """Labels centred on each of some points, moved onto the sheet where they stick out: all with the name, then all without."""
    for text in (name, ""):
        for point in middles:
            yield centre_label(numbers, text, point, sheet)


def centre_label(numbers: str, name: str, middle: Point, sheet: Box) -> Label:
    """A label with its middle on a point, or as near as the sheet allows."""
    half = measure_text(f"{numbers} {name}".strip()) / 2
    x = max(min(middle[0], sheet.right - half), sheet.left + half)
    y = max(min(middle[1], sheet.high - HEIGHT / 2), sheet.low + HEIGHT / 2)
    return Label(numbers, name, x, y, "middle", None, Box(x - half, y - HEIGHT / 2, x + half, y + HEIGHT / 2))


def _lean(numbers: str, name: str, centre: Point, way: tuple[float, float]) -> Label:
    """A label at a distance from a dot, the end of its line towards the dot."""
    distance, turn = way
    width = measure_text(f"{numbers} {name}".strip())
    aside, along = cos(turn * pi), sin(turn * pi)
    x, y = centre[0] + distance * aside, centre[1] + (distance + HEIGHT / 2 - 2) * along
    anchor: Anchor = "middle" if abs(aside) < 0.2 else "start" if aside > 0 else "end"
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    leader = (centre, (x, y - HEIGHT / 2 * along)) if distance > _NEAR else None
    return Label(numbers, name, x, y, anchor, leader, Box(left, y - HEIGHT / 2, left + width, y + HEIGHT / 2))
