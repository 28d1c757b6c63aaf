"""Incidents as events of PLOVER."""

import json
from dataclasses import replace
from typing import Any

from tests.records import make_record

from crosswire.model import Incident, When
from crosswire.report.exports.plover import make_plover
from crosswire.report.lookups import make_lookup

(STRIKE,) = make_record().incidents


def make_events(*incidents: Incident) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = json.loads(make_plover(make_lookup(replace(make_record(), incidents=incidents))))
    return events


def test_an_event_says_what_the_record_knows() -> None:
    (event,) = make_events(replace(STRIKE, actor="the northern fleet", target="ferry station"))
    assert (event["id"], event["event"], event["mode"], event["context"]) == (STRIKE.id, "ASSAULT", None, [])
    assert event["actors"] == [{"name": "the northern fleet", "country": None, "sector": None}]
    assert [one["name"] for one in event["recipients"]] == ["ferry station"]
    assert (event["date"], event["place"]["name"], event["place"]["longitude"]) == ("2031-05-05", "Port Ambling", 2.5)
    assert [text["source"] for text in event["texts"]] == ["The Gull", "The Lamp", "The Reel"]
    assert event["crosswire"]["killed"] == {"low": 3, "best": 3, "high": 3}
    assert "missing" not in event["crosswire"]


def test_nobody_named_nowhere_at_no_time_is_said_so() -> None:
    (event,) = make_events(replace(STRIKE, place=None, date=None))
    assert (event["actors"], event["recipients"], event["date"], event["place"]) == ([], [], None, None)


def test_several_days_are_no_date() -> None:
    (event,) = make_events(replace(STRIKE, date=When("2031-05-05", "2031-05-06", "interval")))
    assert event["date"] is None
    assert event["crosswire"]["days"] == {"from": "2031-05-05", "to": "2031-05-06", "precision": "interval"}


def test_kinds_without_a_class_are_left_out() -> None:
    assert make_events(replace(STRIKE, kind="transport accident")) == []
