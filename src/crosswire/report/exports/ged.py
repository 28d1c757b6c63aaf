"""Incidents under the column names of the UCDP Georeferenced Event Dataset (GED codebook, version 25)."""

from collections.abc import Iterator

from crosswire.model import Article, Incident, Place, When
from crosswire.report.exports.events import count_days, find_acled, find_country, find_year, grade, join_told, list_articles
from crosswire.report.figures import state_precision
from crosswire.report.lookups import Lookup
from crosswire.report.tables import Cell, Row, write_rows

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
# where_prec: 1 the place itself, 2 near it, 3 a second-order division, 4 a first-order one, 5 other land, 6 a country alone, 7 waters.
WHERE_PREC = {"city": 1, "near": 2, "second-order": 3, "region": 4, "area": 5, "country": 6, "waters": 7}
# date_prec by days: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year.
DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
CIVILIANS = "civilians"


def make_ged(lookup: Lookup) -> bytes:
    """One row an incident of violence in which somebody was killed, which is what GED holds."""
    return write_rows(COLUMNS, _list_rows(lookup))


def _list_rows(lookup: Lookup) -> Iterator[Row]:
    return (_make_row(incident, lookup) for incident in lookup.record.incidents if _is_event(incident))


def _is_event(incident: Incident) -> bool:
    """Whether it is violence and at least one death is told of it."""
    killed = incident.killed
    return find_acled(incident.kind, incident.weapon) is not None and killed is not None and any((killed.low, killed.best, killed.high))


def _make_row(incident: Incident, lookup: Lookup) -> Row:
    described = join_told(account.place.text for account in incident.accounts if account.place)
    known: dict[str, Cell] = {
        "id": int(incident.id[1:], 16),
        "relid": incident.id,
        "side_a": incident.actor,
        "where_description": described,
        "source_original": join_told(account.attributed_to for account in incident.accounts),
    }
    known |= _tell_sources(list_articles(incident, lookup)) | _tell_deaths(incident)
    known |= _tell_place(incident.place) if incident.place else {}
    return known | (_tell_days(incident.date) if incident.date else {})


def _tell_sources(articles: list[Article]) -> dict[str, Cell]:
    days = [(article.published or "")[:10] for article in articles]
    told = [", ".join(filter(None, (article.outlet, day, article.title))) for article, day in zip(articles, days, strict=True)]
    return {
        "number_of_sources": len(articles),
        "source_article": join_told(told),
        "source_office": join_told(article.outlet for article in articles),
        "source_date": join_told(days),
        "source_headline": join_told(article.title for article in articles),
    }


def _tell_place(place: Place) -> dict[str, Cell]:
    country = find_country(place)
    placed = place.lat is not None and place.lon is not None
    return {
        "where_prec": WHERE_PREC.get(state_precision(place) or ""),
        "where_coordinates": place.name if placed else None,
        "adm_1": place.name if place.precision == "region" else None,
        "adm_2": place.name if place.precision == "second-order" else None,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if placed else None,
        "country": country.name if country else None,
    }


def _tell_days(when: When) -> dict[str, Cell]:
    precision = grade(count_days(when), DATE_PREC)
    return {"year": find_year(when), "date_prec": precision, "date_start": when.start, "date_end": when.end}


def _tell_deaths(incident: Incident) -> dict[str, Cell]:
    """Low, best and high; of the best figure the civilians, where all counts of them agree, and the rest, whose side is not known."""
    killed = incident.killed
    if killed is None:
        return {}
    known: dict[str, Cell] = {"low": killed.low, "best": killed.best, "high": killed.high}
    if killed.best is None:
        return known
    civilians = _count_civilians(incident)
    if civilians is None or civilians > killed.best:
        return known | {"deaths_unknown": killed.best}
    return known | {"deaths_civilians": civilians, "deaths_unknown": killed.best - civilians}


def _count_civilians(incident: Incident) -> int | None:
    groups = [group for account in incident.accounts for group in account.of_whom]
    bounds = {(group.low, group.high) for group in groups if (group.group, group.field) == (CIVILIANS, "killed")}
    low, high = bounds.pop() if len(bounds) == 1 else (None, None)
    return low if low == high else None
