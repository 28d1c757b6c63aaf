"""Incidents as GeoJSON (RFC 7946): a feature each, a point where the record has coordinates."""

import json
from typing import Any

from crosswire.model import Account, Incident, Place
from crosswire.report.figures import FIELDS, list_figures, state_figure, state_precision
from crosswire.report.lookups import Lookup


def make_features(lookup: Lookup) -> bytes:
    """A collection of all incidents; those without coordinates have a null geometry, as the standard allows."""
    features = [_make_feature(incident, lookup) for incident in lookup.record.incidents]
    text = json.dumps({"type": "FeatureCollection", "features": features}, indent=2, ensure_ascii=False)
    return text.encode("utf-8", errors="replace") + b"\n"


def _make_feature(incident: Incident, lookup: Lookup) -> dict[str, Any]:
    story = lookup.story_of(incident)
    told: dict[str, Any] = {"kind": incident.kind, "story": story.id if story else None}
    told |= _tell_place(incident.place) if incident.place else {}
    if incident.date:
        told |= {"date_from": incident.date.start, "date_to": incident.date.end, "date_precision": incident.date.precision}
    told |= {"actor": incident.actor, "target": incident.target, "weapon": incident.weapon}
    told |= {f"{field}_{end}": getattr(span, end) for field, span in _list_ranges(incident) for end in ("low", "best", "high")}
    told["accounts"] = [_tell_account(account, lookup) for account in incident.accounts]
    return {"type": "Feature", "id": incident.id, "geometry": _draw(incident.place), "properties": told}


def _draw(place: Place | None) -> dict[str, Any] | None:
    """A point, longitude first; of a division or a country its middle, which `precision` tells apart."""
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _tell_place(place: Place) -> dict[str, Any]:
    return {"place": place.name, "country": place.country, "geonameid": place.geonameid, "precision": state_precision(place)}


def _list_ranges(incident: Incident) -> list[tuple[str, Any]]:
    return [(field, span) for field in FIELDS if (span := getattr(incident, field)) is not None]


def _tell_account(account: Account, lookup: Lookup) -> dict[str, Any]:
    article = lookup.articles[account.article]
    told = {"article": article.id, "outlet": article.outlet, "published": article.published, "url": article.url}
    stated = {field: state_figure(figure) for field, figure in list_figures(account)}
    return told | stated | {"attributed_to": account.attributed_to, "words": [span.text for span in account.evidence]}
