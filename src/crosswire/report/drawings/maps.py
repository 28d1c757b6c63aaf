"""A story's incidents on a map: a town is a dot, a region a wide circle, a country its outline, hatched.

A region is a circle because the record knows the middle of its towns, not its border.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import floor, log10

import numpy as np
import shapely

from crosswire.model import Incident, Place
from crosswire.report.drawings.frames import Frame, cut
from crosswire.report.drawings.labels import HEIGHT, Label, centre_label, measure_text, place_label, stack, surround
from crosswire.report.drawings.outlines import Country, find_country, read_atlas
from crosswire.report.drawings.paths import Box, Point, bound, cover, find_room, write_path
from crosswire.report.drawings.sites import LEAST_RADIUS, Shape, Site, find_site, fit_site, frame_sites, join_sites, state_where
from crosswire.report.orders import order_incidents

DOT = 4.5  # units: a town's radius
LONGEST_PATHS = 12_000  # characters of path data; outlines are simplified until they take no more
SHAPES: tuple[Shape, ...] = ("dot", "circle", "outline")

_LARGE = 30.0  # degrees of latitude, over which the scale changes visibly
_LONGEST_NUMBERS, _LONGEST_NAME = 14, 40  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident of the list beside the map; `where` says how narrowly its place is known, or why it is not drawn."""

    incident: Incident
    where: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands for the incidents at one place: a dot or circle around (x, y), or the path of an outline."""

    shape: Shape
    x: float
    y: float
    radius: float
    path: str
    label: Label


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale bar's length, in units of the drawing and in kilometres; `middle_only` where it holds in the map's middle alone."""

    length: float
    km: int
    middle_only: bool


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing of incidents; `land` and `borders` are SVG path data, `shown` and `missing` the list beside it."""

    width: float
    height: float
    land: str
    borders: str
    marks: tuple[Mark, ...]
    countries: tuple[Label, ...]
    scale: Scale
    shown: tuple[Entry, ...]
    missing: tuple[Entry, ...]
    description: str

    @property
    def length(self) -> int:
        """The characters of its path data."""
        return sum(len(path) for path in (self.land, self.borders, *(mark.path for mark in self.marks)))

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The kinds of marks on it, for the key."""
        used = {mark.shape for mark in self.marks}
        return tuple(shape for shape in SHAPES if shape in used)


def draw_map(incidents: Iterable[Incident]) -> Map | None:
    """The map of a story's incidents, numbered by day and place; None where the record has coordinates for none of them."""
    found = [(incident, find_site(incident.place)) for incident in order_incidents(incidents)]
    known = [site for _, site in found if site]
    if not known:
        return None
    frame = frame_sites(known)
    drawn = _draw(found, frame)
    while drawn.length > LONGEST_PATHS:
        frame = replace(frame, tolerance=1.1 * frame.tolerance * drawn.length / LONGEST_PATHS)
        drawn = _draw(found, frame)
    return drawn


def _draw(found: Sequence[tuple[Incident, Site | None]], frame: Frame) -> Map:
    fitted = [(incident, site and fit_site(site, frame)) for incident, site in found]
    sites = [site for _, site in fitted if site]
    marks = _draw_marks(join_sites(sites), frame)
    atlas = read_atlas()
    marked = {site.place.country for site in sites if site.shape == "outline"}
    names = _name_countries([country for country in atlas.countries if country.code and country.code not in marked], marks, frame)
    return Map(
        width=frame.width,
        height=frame.height,
        land=write_path(shapely.get_rings(cut(atlas.land, frame)[0])),
        borders=write_path(cut(atlas.borders, frame)[0]),
        marks=marks,
        countries=names,
        scale=_make_scale(frame),
        shown=tuple(Entry(incident, state_where(site.place)) for incident, site in fitted if site),
        missing=tuple(Entry(incident, _state_missing(incident.place)) for incident, site in fitted if not site),
        description=_describe(frame, names, marks),
    )


def _draw_marks(sites: Sequence[Site], frame: Frame) -> tuple[Mark, ...]:
    """The marks, dots first; each label keeps clear of all dots and of the labels placed before it."""
    taken = [_box_dot(frame.locate(site.lon, site.lat)) for site in sites if site.shape == "dot"]
    marks: list[Mark] = []
    for site in sorted(sites, key=lambda site: SHAPES.index(site.shape)):
        marks.append(_draw_mark(site, frame, taken))
        taken.append(marks[-1].label.box)
    return tuple(marks)


def _draw_mark(site: Site, frame: Frame, taken: Sequence[Box]) -> Mark:
    """One mark; an area's label says that it is one, and stands in it where it has room."""
    x, y = frame.locate(site.lon, site.lat)
    numbers, name = _list_numbers(site.numbers), site.place.name[:_LONGEST_NAME]
    if site.shape == "dot":
        return Mark("dot", x, y, DOT, "", place_label(surround(numbers, name, (x, y)), taken, frame.sheet))
    name = f"somewhere in {name}"
    room = measure_text(f"{numbers} {name}")
    if site.shape == "circle":
        path, radius = "", max(site.km / frame.km_per_unit, LEAST_RADIUS)
        around = Box(x - radius, y - radius, x + radius, y + radius)
        inside = [(x, y), (x, y - radius / 2), (x, y + radius / 2)] if room < 2.2 * radius else []
    else:
        areas, _ = cut(find_country(site.place.country), frame)
        path, radius, around = write_path(shapely.get_rings(areas)), 0.0, bound(areas)
        inside = list(filter(None, [find_room(areas, room, HEIGHT)]))
    middle = (around.left + around.right) / 2
    candidates = stack(numbers, name, [*inside, (middle, around.high + HEIGHT / 2), (middle, around.low - HEIGHT / 2)], frame.sheet)
    return Mark(site.shape, x, y, radius, path, place_label(candidates, taken, frame.sheet))


def _list_numbers(numbers: Sequence[int]) -> str:
    """Numbers in short ("1–3, 7"), cut where they would cover the map."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    text = ", ".join(f"{run[0]}\N{EN DASH}{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return text if len(text) <= _LONGEST_NUMBERS else text[: text.rindex(",", 0, _LONGEST_NUMBERS)] + " \N{HORIZONTAL ELLIPSIS}"


def _box_dot(point: Point) -> Box:
    reach = DOT + 1.5
    return Box(point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach)


def _name_countries(countries: Sequence[Country], marks: Sequence[Mark], frame: Frame) -> tuple[Label, ...]:
    """The names of countries that have free room for them, each where its land is widest."""
    taken = [mark.label.box for mark in marks] + [_box_dot((mark.x, mark.y)) for mark in marks if mark.shape == "dot"]
    parts, numbers = cut(np.array([country.area for country in countries]), frame)
    free = shapely.difference(parts, cover(taken))
    names = []
    for number in sorted(set(numbers.tolist())):
        middle = find_room(free[numbers == number], measure_text(countries[number].name), HEIGHT)
        if middle:
            names.append(centre_label("", countries[number].name, middle, frame.sheet))
    return tuple(names)


def _make_scale(frame: Frame) -> Scale:
    """The longest bar of 1, 2 or 5 and noughts that takes at most a quarter of the width."""
    most = frame.km_across / 4
    ten = 10 ** floor(log10(most))
    km = next(step * ten for step in (5, 2, 1) if step * ten <= most)
    return Scale(km / frame.km_per_unit, km, frame.box.height > _LARGE)


def _state_missing(place: Place | None) -> str:
    """Why the map does not show a place."""
    if place is None:
        return "no place given"
    return "no coordinates known" if place.lat is None or place.lon is None else f"{state_where(place)}, outside this map"


def _describe(frame: Frame, names: Sequence[Label], marks: Sequence[Mark]) -> str:
    """What the drawing shows, for who does not see it."""
    km = round(frame.km_across, 1 - floor(log10(frame.km_across)))
    around = f", with parts of {_join(sorted(label.name for label in names))}" if names else ""
    counts = [(sum(mark.shape == shape for mark in marks), word) for shape, word in zip(SHAPES, ("dot", "circle", "outline"), strict=True)]
    drawn = _join([f"{count} {word}{'s' * (count > 1)}" for count, word in counts if count])
    return f"About {km:,.0f} km across, north is up{around}. Marked with {drawn}; the list after the map names each incident and its place."


def _join(words: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
