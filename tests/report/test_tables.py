"""The tables: a row for every quote, account and side, each with its words and where they stand."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import TEXTS, make_record

from crosswire.model import Record
from crosswire.report import tables
from crosswire.report.lookups import make_lookup

LOOKUP = make_lookup(make_record())


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def test_quotes() -> None:
    rows = read(tables.make_quotes(LOOKUP))
    assert [row["quote"] for row in rows] == ["q0000000001", "q0000000002", "q0000000003"]
    assert [row["speaker_name"] for row in rows] == ["Ida Renk", "Ida Renk", ""]
    assert [row["wording"] for row in rows] == ["same", "altered", "same"]
    assert {row["story"] for row in rows} == {"s0000000001"} and rows[0]["outlet"] == "The Gull"
    assert all(TEXTS[row["article"]][int(row["start"]) : int(row["end"])] == row["words"] for row in rows)


def test_incidents_have_a_row_an_account() -> None:
    gull, lamp, reel = read(tables.make_incidents(LOOKUP))
    assert {row["incident"] for row in (gull, lamp, reel)} == {"i0000000001"}
    assert (gull["injured_low"], gull["injured_best"], gull["place"], gull["lat"]) == ("15", "", "Port Ambling", "-1.5")
    assert (gull["stated_injured"], gull["stated_injured_words"], gull["of_whom"]) == ("15+", "at least 15", "children injured 2")
    assert (lamp["attributed_to"], lamp["stated_killed"], lamp["killed_best"]) == ("officials", "", "3")
    assert (reel["stated_displaced"], reel["stated_displaced_words"]) == ("101+", "More than 100")
    assert lamp["offsets"] == "lamp:0-44" and TEXTS["lamp"][:44] == lamp["words"]


def test_findings_have_a_row_a_side() -> None:
    rows = read(tables.make_findings(LOOKUP))
    assert [(row["finding"], row["side"], row["value"]) for row in rows[2:4]] == [("f0000000002", "1", "15+"), ("f0000000002", "2", "20+")]
    assert [row["odd"] for row in rows] == ["", "lamp", "", "", ""]
    assert rows[2]["relation"] == "compatible" and rows[2]["words"] == "at least 15" and rows[2]["outlets"] == "The Gull"


@pytest.mark.parametrize("make", [tables.make_quotes, tables.make_incidents, tables.make_findings])
def test_an_empty_record_has_headings_alone(make: object) -> None:
    assert callable(make)
    content = make(make_lookup(Record()))
    assert content.count(b"\r\n") == 1 and content.startswith((b"quote,", b"incident,", b"finding,"))


@given(st.sampled_from("=+-@\t\r\n"), st.text())
def test_no_text_is_a_formula(start: str, rest: str) -> None:
    assert tables.guard_cell(start + rest) == "'" + start + rest


@pytest.mark.parametrize("cell", [-1.5, 0, None, "", "15+", "a=b", "“quoted”"])
def test_what_is_no_formula_stays(cell: str | float | None) -> None:
    assert tables.guard_cell(cell) == cell
