"""Figures, ranges, days and places as a reader sees them."""

import re
from collections.abc import Iterator

from crosswire.model import Account, Figure, Place, Range, Subgroup, Superseded, When

NEAR = "near"
FIELDS = ("killed", "injured", "missing", "detained", "displaced")
_TIME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<clock>\d\d:\d\d)[:.\d]*(?P<zone>Z|[+-]\d\d:\d\d|)", re.ASCII)


def state_figure(figure: Figure | Subgroup | Superseded) -> str:
    """The number as stated ("15+"), or the article's own words where they give no number."""
    return state_bounds(figure.low, figure.high) or figure.span.text


def state_bounds(low: int | None, high: int | None) -> str:
    """Two bounds in short: "15", "15+", "up to 20", "15-20" with a dash; empty where both are unknown."""
    match low, high:
        case None, None:
            return ""
        case None, _:
            return f"up to {high}"
        case _, None:
            return f"{low}+"
        case _:
            return str(low) if low == high else f"{low}\N{EN DASH}{high}"


def state_range(span: Range) -> str:
    """Low to high over all accounts, with the best figure where a majority of independent origins gives one."""
    bounds = state_bounds(span.low, span.high)
    if span.best is None or bounds in (str(span.best), f"{span.best}+"):
        return bounds or "no number"
    return f"{bounds}, best {span.best}" if bounds else f"best {span.best}"


def says_more(figure: Figure | Subgroup | Superseded) -> bool:
    """Whether the words behind a figure say something that its short form does not ("more than 100" for 101+)."""
    return figure.span.text.strip() != state_figure(figure)


def list_figures(account: Account) -> Iterator[tuple[str, Figure]]:
    """The figures that one account states, with their fields, in the record's order."""
    for field in FIELDS:
        figure: Figure | None = getattr(account, field)
        if figure is not None:
            yield field, figure


def state_days(when: When | None) -> str | None:
    """The days of an event: one day, or the first and last."""
    if when is None:
        return None
    return when.start if when.start == when.end else f"{when.start} to {when.end}"


def state_moment(moment: str) -> str:
    """An ISO 8601 day or time as a reader takes it in, "2031-05-06, 17:25 UTC"; anything else as it is."""
    found = _TIME.fullmatch(moment)
    if found is None:
        return moment
    zone = "UTC" if found["zone"] in ("Z", "+00:00") else found["zone"]
    return f"{found['day']}, {found['clock']} {zone}".rstrip()


def state_precision(place: Place) -> str | None:
    """How narrow a place is, "near" where something was only near it."""
    return NEAR if place.near else place.precision


def state_place(place: Place | None) -> str | None:
    """A place with its country, and how narrow it is where that is no city."""
    if place is None:
        return None
    name = place.name if place.country is None else f"{place.name}, {place.country}"
    name = f"near {name}" if place.near else name
    wide = {"second-order": "district", "region": "region", "country": "country"}.get(place.precision or "")
    return f"{name} ({wide})" if wide else name
