"""Incidents as GeoJSON."""

import json
from dataclasses import replace
from typing import Any

from tests.records import make_record

from crosswire.model import Incident, Place
from crosswire.report.exports.features import make_features
from crosswire.report.lookups import make_lookup

(STRIKE,) = make_record().incidents


def make_collection(*incidents: Incident) -> list[dict[str, Any]]:
    made = json.loads(make_features(make_lookup(replace(make_record(), incidents=incidents))))
    assert made["type"] == "FeatureCollection"
    features: list[dict[str, Any]] = made["features"]
    assert all(feature.keys() == {"type", "id", "geometry", "properties"} for feature in features)
    return features


def test_a_point_is_longitude_then_latitude() -> None:
    (feature,) = make_collection(STRIKE)
    assert feature["geometry"] == {"type": "Point", "coordinates": [2.5, -1.5]}
    assert (feature["id"], feature["properties"]["precision"], feature["properties"]["date_from"]) == (STRIKE.id, "city", "2031-05-05")


def test_a_region_says_that_it_is_one_and_what_has_no_coordinates_has_no_geometry() -> None:
    region, unknown = Place("Upper Ambling", "ZZ", None, -1.0, 2.0, "region"), Place("Nowhere", None, None, None, None, None)
    features = make_collection(*(replace(STRIKE, place=place) for place in (region, unknown, None)))
    assert [feature["geometry"] is None for feature in features] == [False, True, True]
    assert features[0]["properties"]["precision"] == "region"
    assert features[1]["properties"]["place"] == "Nowhere"


def test_every_account_stands_with_its_words_and_figures() -> None:
    (feature,) = make_collection(STRIKE)
    gull, lamp, reel = feature["properties"]["accounts"]
    assert (gull["killed"], gull["injured"], lamp["attributed_to"], reel["displaced"]) == ("3", "15+", "officials", "101+")
    assert gull["url"] == "https://gull.example/1"
    assert (feature["properties"]["killed_best"], feature["properties"]["injured_low"]) == (3, 15)
