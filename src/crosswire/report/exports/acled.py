"""Incidents under the column names of the Armed Conflict Location & Event Data project (ACLED codebook, 2023)."""

from collections.abc import Iterator
from datetime import timedelta

from crosswire.model import Incident, Place, When
from crosswire.report.exports.events import count_days, find_acled, find_country, find_year, grade, join_told, list_articles, read_days
from crosswire.report.figures import state_precision
from crosswire.report.lookups import Lookup
from crosswire.report.tables import Cell, Row, write_rows

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
STRATEGIC, VIOLENT = "Strategic developments", "Political violence"
# time_precision by days: 1 the day, 2 a week, 3 a month.
TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
# geo_precision: 1 the town itself, 2 near it or a small part of a division, 3 a division; none for countries, wider land and waters.
GEO_PRECISION = {"city": 1, "near": 2, "second-order": 2, "region": 3}
NAMED_IN = {"second-order": "admin2", "region": "admin1"}


def make_acled(lookup: Lookup) -> bytes:
    """One row an incident of a kind that ACLED codes."""
    return write_rows(COLUMNS, _list_rows(lookup))


def _list_rows(lookup: Lookup) -> Iterator[Row]:
    for incident in lookup.record.incidents:
        terms = find_acled(incident.kind, incident.weapon)
        if terms is not None:
            yield _tell_kind(*terms) | _make_row(incident, lookup)


def _tell_kind(event: str, narrower: str | None) -> dict[str, Cell]:
    """The two terms, and the third that follows from the first."""
    return {"disorder_type": STRATEGIC if event == STRATEGIC else VIOLENT, "event_type": event, "sub_event_type": narrower}


def _make_row(incident: Incident, lookup: Lookup) -> dict[str, Cell]:
    known: dict[str, Cell] = {
        "event_id_cnty": incident.id,
        "actor1": incident.actor,
        "source": join_told(article.outlet for article in list_articles(incident, lookup)),
        "notes": " | ".join(_note(incident, lookup)),
        "fatalities": incident.killed.best if incident.killed else None,
    }
    known |= _tell_place(incident.place) if incident.place else {}
    return known | (_tell_day(incident.date) if incident.date else {})


def _note(incident: Incident, lookup: Lookup) -> Iterator[str]:
    """Each article's own words, after its outlet."""
    for account in incident.accounts:
        words = " … ".join(" ".join(span.text.split()) for span in account.evidence)
        yield f"{lookup.outlet(account.article)}: “{words}”"


def _tell_day(when: When) -> dict[str, Cell]:
    """ACLED has one day alone: of several the middle one, the earlier of two; none where the days are more than a month."""
    days = count_days(when)
    precision = grade(days, TIME_PRECISION)
    if precision is None:
        return {"year": find_year(when)}
    first, _ = read_days(when)
    middle = first + timedelta(days=(days - 1) // 2)
    return {"event_date": middle.isoformat(), "year": middle.year, "time_precision": precision}


def _tell_place(place: Place) -> dict[str, Cell]:
    country = find_country(place)
    known: dict[str, Cell] = {"country": country.name if country else None, "iso": country.number if country else None}
    if place.precision in ("country", "continent", "area"):
        return known
    known[NAMED_IN.get(place.precision or "", "location")] = place.name
    return known | {"latitude": place.lat, "longitude": place.lon, "geo_precision": GEO_PRECISION.get(state_precision(place) or "")}
