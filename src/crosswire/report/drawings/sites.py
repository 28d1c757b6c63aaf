"""The places of a story's incidents as a map may draw them: never more narrowly than the record knows them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import shapely

from crosswire.model import Place
from crosswire.report.drawings.frames import Frame, bound_circle, cut, make_frame
from crosswire.report.drawings.outlines import find_area, find_country, read_atlas
from crosswire.report.drawings.paths import Box, measure_extents

Shape = Literal["dot", "circle", "outline"]

# A circle of 1.5 times the cube root of the country's area, in km, around the middle of a region's towns holds nine tenths
# of those towns for three quarters of the world's first-level divisions (counted over the 2020 that GeoNames has eight towns for).
REGION_SHARE = 1.5
MIDDLING_AREA = 300_000.0  # km², for a place whose country the record does not know
LEAST_RADIUS = 15.0  # units: what is drawn as an area is never as small as a dot
LEAST_KM = (300.0, 600.0, 1200.0, 2400.0)  # a frame's width: the first at which some coast or border is to be seen

_MAINLAND = 0.25  # a country's rings of at least this share of its largest make its frame
# What a precision is called on the map; any that is not among them is narrower, and a dot.
_AREAS = {
    "region": "region",
    "first-order": "region",
    "second-order": "region",
    "country": "country",
    "area": "area",
    "waters": "area",
    None: "area",
}
# How far around their middle, in km at about, land and waters reach that no outline or country measures.
_REACH = {"area": 700.0, "waters": 400.0}


@dataclass(frozen=True, slots=True)
class Site:
    """One place, what it is drawn as, and the numbers of its incidents."""

    place: Place
    shape: Shape
    lon: float
    lat: float
    numbers: tuple[int, ...] = ()

    @property
    def km(self) -> float:
        """How many kilometres around its middle the place may extend, at about; 0 for a town.

        A country without an outline gets a circle of three times its area.
        """
        if self.shape == "dot":
            return 0.0
        if self.place.precision in _REACH:
            return _REACH[self.place.precision]
        area = find_area(self.place.country) or MIDDLING_AREA
        return float(area**0.5 if self.place.precision == "country" else REGION_SHARE * area ** (1 / 3))

    @property
    def key(self) -> tuple[object, ...]:
        """What two incidents share that have one mark."""
        return self.shape, self.place.country if self.shape == "outline" else (self.lon, self.lat, self.place.precision)


def find_site(place: Place | None) -> Site | None:
    """Where a place is drawn and as what; None where it has no coordinates or is a whole continent."""
    if place is None or place.lat is None or place.lon is None or place.precision == "continent":
        return None
    if place.precision not in _AREAS:
        return Site(place, "dot", place.lon, place.lat)
    whole = place.precision == "country" and len(find_country(place.country)) > 0
    return Site(place, "outline" if whole else "circle", place.lon, place.lat)


def state_where(place: Place) -> str:
    """How narrowly the record knows a place, in words."""
    return f"somewhere in this {_AREAS[place.precision]}" if place.precision in _AREAS else str(place.precision)


def frame_sites(sites: Sequence[Site]) -> Frame:
    """The frame around towns and regions, else around the countries' main parts; around one place, wide enough to see where it is.

    Countries stand back so that one mention of a far one does not shrink everything else.
    """
    narrow = [bound_circle(site.lon, site.lat, site.km) for site in sites if site.shape != "outline"]
    if not narrow:
        return make_frame((box for site in sites for box in _bound_mainland(site)), LEAST_KM[0])
    if len({site.key for site in sites if site.shape != "outline"}) > 1:
        return make_frame(narrow, LEAST_KM[0])
    frames = [make_frame(narrow, least) for least in LEAST_KM]
    return next((frame for frame in frames if _measure_strokes(frame) > frame.width / 2), frames[-1])


def fit_site(site: Site, frame: Frame) -> Site | None:
    """The site as the frame can show it: a country too small for its outline is a circle, one out of sight None."""
    if site.shape != "outline":
        return site
    seen, _ = cut(find_country(site.place.country), frame)
    if any(measure_extents(seen) >= 2 * LEAST_RADIUS):
        return site
    x, y = frame.locate(site.lon, site.lat)
    return replace(site, shape="circle") if frame.sheet.holds(Box(x, y, x, y)) else None


def join_sites(sites: Sequence[Site]) -> list[Site]:
    """One site a place; their numbers are the given sites' own, from 1."""
    numbers: dict[tuple[object, ...], list[int]] = {}
    first: dict[tuple[object, ...], Site] = {}
    for number, site in enumerate(sites, start=1):
        numbers.setdefault(site.key, []).append(number)
        first.setdefault(site.key, site)
    return [replace(site, numbers=tuple(numbers[key])) for key, site in first.items()]


def _bound_mainland(site: Site) -> list[Box]:
    """The boxes of degrees around the middle of a country and around its large parts."""
    parts = shapely.get_parts(find_country(site.place.country))
    bounds = shapely.bounds(parts)
    sizes = shapely.area(parts) * np.cos(np.radians(bounds[:, [1, 3]].mean(axis=1)))
    return [bound_circle(site.lon, site.lat), *(Box(*box) for box in bounds[sizes >= _MAINLAND * sizes.max()].tolist())]


def _measure_strokes(frame: Frame) -> float:
    """How much of coasts and borders a frame shows."""
    atlas = read_atlas()
    strokes, _ = cut(np.concatenate([atlas.coasts, atlas.borders]), frame)
    return float(shapely.length(strokes).sum())
