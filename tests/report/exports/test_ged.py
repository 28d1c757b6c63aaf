"""Incidents as rows of UCDP GED: codes where the record knows them, blanks where not, violence with deaths alone."""

import csv
import io
from dataclasses import replace

import pytest
from tests.records import make_record

from crosswire.model import Incident, Place, Range, Record, Subgroup, When
from crosswire.report.exports.ged import COLUMNS, make_ged
from crosswire.report.lookups import make_lookup

(STRIKE,) = make_record().incidents
PLACE = STRIKE.place or Place("Port Ambling", None, None, None, None, None)


def make_rows(*incidents: Incident) -> list[dict[str, str]]:
    record: Record = replace(make_record(), incidents=incidents)
    return list(csv.DictReader(io.StringIO(make_ged(make_lookup(record)).decode())))


def test_the_columns_are_those_of_the_codebook() -> None:
    (row,) = make_rows(STRIKE)
    assert tuple(row) == COLUMNS
    assert len(COLUMNS) == 49


def test_a_row_says_what_the_record_knows() -> None:
    (row,) = make_rows(STRIKE)
    assert (row["relid"], int(row["id"])) == (STRIKE.id, int(STRIKE.id[1:], 16))
    assert (row["year"], row["date_prec"], row["date_start"], row["date_end"]) == ("2031", "1", "2031-05-05", "2031-05-05")
    assert (row["where_prec"], row["where_coordinates"], row["where_description"]) == ("1", "Port Ambling", "Port Ambling")
    assert (row["latitude"], row["longitude"], row["geom_wkt"]) == ("-1.5", "2.5", "POINT (2.5 -1.5)")
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("3", "3", "3", "3")
    assert (row["number_of_sources"], row["source_office"], row["source_original"]) == ("3", "The Gull; The Lamp; The Reel", "officials")
    assert row["source_article"].startswith("The Gull, 2031-05-06, Gull report; The Lamp, Lamp report")


def test_what_no_article_settles_is_blank() -> None:
    (row,) = make_rows(STRIKE)
    assert {row[column] for column in ("type_of_violence", "side_b", "country_id", "region", "event_clarity", "deaths_a", "adm_2")} == {""}


@pytest.mark.parametrize(
    ("kind", "killed"), [("fire", Range(3, 3, 3)), ("strike", None), ("strike", Range(0, 0, 0)), ("strike", Range(None, None, None))]
)
def test_accidents_and_what_killed_nobody_are_left_out(kind: str, killed: Range | None) -> None:
    assert make_rows(replace(STRIKE, kind=kind, killed=killed)) == []


@pytest.mark.parametrize(
    ("last", "code"),
    [
        ("2031-05-05", "1"),
        ("2031-05-06", "2"),
        ("2031-05-10", "2"),
        ("2031-05-11", "3"),
        ("2031-05-12", "4"),
        ("2031-07-01", "5"),
        ("2033-01-01", ""),
    ],
)
def test_date_prec_tells_the_width_of_the_days(last: str, code: str) -> None:
    (row,) = make_rows(replace(STRIKE, date=When("2031-05-05", last, "interval")))
    assert (row["date_prec"], row["date_end"]) == (code, last)
    assert row["year"] == ("2031" if last < "2032" else "")


def test_where_prec_tells_how_narrow_the_place_is() -> None:
    region, country = replace(PLACE, precision="region"), replace(PLACE, precision="country", country="PT")
    district, near = replace(PLACE, precision="second-order"), replace(PLACE, near=True)
    assert [row["where_prec"] for row in make_rows(STRIKE, replace(STRIKE, place=near))] == ["1", "2"]
    unknown = Place("Nowhere", None, None, None, None, None)
    (sea, land) = make_rows(*(replace(STRIKE, place=Place("Mid", None, None, 1.0, 2.0, kind)) for kind in ("waters", "area")))
    assert (sea["where_prec"], sea["geom_wkt"], land["where_prec"]) == ("7", "POINT (2.0 1.0)", "5")
    rows = make_rows(*(replace(STRIKE, place=place) for place in (region, country, district, unknown, None)))
    assert [row["where_prec"] for row in rows] == ["4", "6", "3", "", ""]
    assert [row["adm_1"] for row in rows] == ["Port Ambling", "", "", "", ""]
    assert [row["adm_2"] for row in rows] == ["", "", "Port Ambling", "", ""]
    assert [row["country"] for row in rows] == ["", "Portugal", "", "", ""]
    assert [row["where_coordinates"] for row in rows] == ["Port Ambling", "Port Ambling", "Port Ambling", "", ""]


def test_civilians_are_told_apart_where_their_number_is_settled() -> None:
    account = STRIKE.accounts[0]
    span = account.evidence[0]

    def count(*numbers: tuple[int | None, int | None]) -> tuple[str, str]:
        groups = tuple(Subgroup("civilians", "killed", low, high, span) for low, high in numbers)
        (row,) = make_rows(replace(STRIKE, accounts=(replace(account, of_whom=groups), *STRIKE.accounts[1:])))
        return row["deaths_civilians"], row["deaths_unknown"]

    assert count((2, 2)) == ("2", "1")
    assert count((2, 2), (1, 1)) == count((2, None)) == count((4, 4)) == ("", "3")


def test_without_a_best_figure_the_range_stands_alone() -> None:
    (row,) = make_rows(replace(STRIKE, killed=Range(3, None, 5)))
    assert (row["low"], row["best"], row["high"], row["deaths_unknown"]) == ("3", "", "5", "")
