"""Incidents as events of PLOVER, the Political Language Ontology for Verifiable Event Records (PLOVER manual, 2023), as JSON."""

import json
from typing import Any

from crosswire.model import Account, Incident, Place, When
from crosswire.report.exports.events import find_country, find_plover
from crosswire.report.figures import FIELDS, state_precision
from crosswire.report.lookups import Lookup


def make_plover(lookup: Lookup) -> bytes:
    """A list of events, one an incident of a kind that PLOVER has a class for."""
    events = [
        _make_event(incident, event, lookup) for incident in lookup.record.incidents if (event := find_plover(incident.kind)) is not None
    ]
    return json.dumps(events, indent=2, ensure_ascii=False).encode("utf-8", errors="replace") + b"\n"


def _make_event(incident: Incident, event: str, lookup: Lookup) -> dict[str, Any]:
    """One event; `crosswire` holds what PLOVER has no field for."""
    return {
        "id": incident.id,
        "event": event,
        "mode": None,
        "context": [],
        "actors": _name(incident.actor),
        "recipients": _name(incident.target),
        "date": _tell_day(incident.date),
        "place": _tell_place(incident.place),
        "texts": [_tell_text(account, lookup) for account in incident.accounts],
        "crosswire": {"kind": incident.kind, "weapon": incident.weapon, "days": _tell_days(incident.date)} | _tell_figures(incident),
    }


def _name(words: str | None) -> list[dict[str, Any]]:
    """Who it is as the articles say, without PLOVER's codes for countries and sectors."""
    return [{"name": words, "country": None, "sector": None}] if words else []


def _tell_day(when: When | None) -> str | None:
    return when.start if when and when.start == when.end else None


def _tell_days(when: When | None) -> dict[str, str] | None:
    return {"from": when.start, "to": when.end, "precision": when.precision} if when else None


def _tell_place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    country = find_country(place)
    named = {"name": place.name, "country": country.name if country else None, "iso": place.country, "geonameid": place.geonameid}
    return named | {"latitude": place.lat, "longitude": place.lon, "precision": state_precision(place)}


def _tell_text(account: Account, lookup: Lookup) -> dict[str, Any]:
    article = lookup.articles[account.article]
    words = [span.text for span in account.evidence]
    return {"article": article.id, "source": article.outlet, "date": article.published, "url": article.url, "text": words}


def _tell_figures(incident: Incident) -> dict[str, Any]:
    told = ((field, getattr(incident, field)) for field in FIELDS)
    return {field: {"low": span.low, "best": span.best, "high": span.high} for field, span in told if span is not None}
