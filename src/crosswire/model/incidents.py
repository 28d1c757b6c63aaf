"""What happened: an incident with every article's account of it, its place, days and figures."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from crosswire.model.spans import Span

Precision = Literal["city", "second-order", "region", "country", "continent", "area", "waters"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteer knows it; unknown places have no coordinates.

    `precision` is city, second-order division, region (a first-order division), country, or continent for whatever holds several countries
    ("the Sahel"); area for land that is none of these ("Darfur"), waters for a sea, a strait or a lake.
    `within` is the division that a report puts an unknown village into, or the only one that it names around it. `near` says that
    something was near a town and not in it, for all that its reports tell: UCDP GED's second precision. It makes no other place.
    """

    name: str
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    within: str | None = None
    near: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class When:
    """The days an event may lie on, both ends included, as ISO 8601 days."""

    start: Annotated[str, Field(alias="from")]
    end: Annotated[str, Field(alias="to")]
    precision: Literal["day", "week", "month", "year", "interval"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as one article states it: "at least 15" is 15 to None, "more than 100" is 101 to None."""

    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Subgroup:
    """A part of a figure ("including four children"); `field` is killed, injured, missing, detained or displaced."""

    group: str
    field: str
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Superseded:
    """An earlier figure that the same article itself replaces."""

    field: str
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Victim:
    """A person whom an article names among those killed or injured; `name` is the id of a name, `field` is killed or injured."""

    name: str
    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class Range:
    """Low, best and high over all accounts; best is what a majority of independent origins give, else None."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Account:
    """One article's telling of one incident.

    `munitions` are weapons counted, their group the weapon, their field launched or intercepted.
    `where` and `when` are its own place and days as settled; `updated` says that it gives a running total ("the toll rose to 12").
    """

    article: str
    evidence: tuple[Span, ...]
    killed: Figure | None = None
    injured: Figure | None = None
    missing: Figure | None = None
    detained: Figure | None = None
    displaced: Figure | None = None
    of_whom: tuple[Subgroup, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    victims: tuple[Victim, ...] = ()
    munitions: tuple[Subgroup, ...] = ()
    place: Span | None = None
    date: Span | None = None
    weapon: str | None = None
    target: str | None = None
    actor: str | None = None
    attributed_to: str | None = None
    why: str = ""
    where: Place | None = None
    when: When | None = None
    updated: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened at one place and time, with every article's account of it.

    `parts` are the incidents that a series ("the night's attacks") holds and that are told by themselves too.
    """

    id: str
    kind: str
    place: Place | None
    date: When | None
    actor: str | None
    target: str | None
    weapon: str | None
    killed: Range | None
    injured: Range | None
    missing: Range | None
    detained: Range | None
    displaced: Range | None
    accounts: tuple[Account, ...]
    why: str
    was: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
