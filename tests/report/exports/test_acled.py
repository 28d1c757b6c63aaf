"""Incidents as rows of ACLED: its terms, one day, and its precision codes."""

import csv
import io
from dataclasses import replace

import pytest
from tests.records import make_record

from crosswire.model import Incident, Place, When
from crosswire.report.exports.acled import COLUMNS, make_acled
from crosswire.report.lookups import make_lookup

(STRIKE,) = make_record().incidents


def make_rows(*incidents: Incident) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(make_acled(make_lookup(replace(make_record(), incidents=incidents))).decode())))


def test_a_row_says_what_the_record_knows() -> None:
    (row,) = make_rows(STRIKE)
    assert tuple(row) == COLUMNS
    assert row["event_id_cnty"] == STRIKE.id
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert row["disorder_type"] == "Political violence"
    assert (row["event_date"], row["year"], row["time_precision"], row["fatalities"]) == ("2031-05-05", "2031", "1", "3")
    assert (row["location"], row["admin1"], row["geo_precision"]) == ("Port Ambling", "", "1")
    assert row["notes"].startswith("The Gull: “A shell struck the ferry station of Port Ambling on Monday")
    assert {row[column] for column in ("actor1", "actor2", "inter1", "region", "timestamp")} == {""}


def test_kinds_that_acled_does_not_code_are_left_out() -> None:
    rows = make_rows(*(replace(STRIKE, kind=kind) for kind in ("fire", "explosion", "arrest", "disaster")))
    assert [(row["disorder_type"], row["event_type"], row["sub_event_type"]) for row in rows] == [
        ("Political violence", "Explosions/Remote violence", ""),
        ("Strategic developments", "Strategic developments", "Arrests"),
    ]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("2031-05-06", ("2031-05-05", "2")),
        ("2031-05-07", ("2031-05-06", "2")),
        ("2031-05-31", ("2031-05-18", "3")),
        ("2031-08-01", ("", "")),
    ],
)
def test_of_several_days_the_middle_one_is_given(last: str, told: tuple[str, str]) -> None:
    (row,) = make_rows(replace(STRIKE, date=When("2031-05-05", last, "interval")))
    assert (row["event_date"], row["time_precision"]) == told
    assert row["year"] == "2031"


def test_a_region_is_a_division_and_a_country_has_no_point() -> None:
    place = Place("Alentejo", "PT", None, 38.0, -8.0, "region")
    rows = make_rows(
        *(
            replace(STRIKE, place=one)
            for one in (place, replace(place, precision="country"), None, replace(place, precision="second-order"))
        )
    )
    assert [(row["admin1"], row["location"], row["geo_precision"], row["latitude"]) for row in rows] == [
        ("Alentejo", "", "3", "38.0"),
        ("", "", "", ""),
        ("", "", "", ""),
        ("", "", "2", "38.0"),
    ]
    assert [(row["country"], row["iso"]) for row in rows[:3]] == [("Portugal", "620"), ("Portugal", "620"), ("", "")]
    assert rows[3]["admin2"] == "Alentejo"
    (sea, land) = make_rows(*(replace(STRIKE, place=Place("Mid", None, None, 1.0, 2.0, kind)) for kind in ("waters", "area")))
    assert (sea["location"], sea["latitude"], sea["geo_precision"]) == ("Mid", "1.0", "")
    assert (land["location"], land["latitude"]) == ("", "")
