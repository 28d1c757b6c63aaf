"""Which parts are exported in which forms."""

import csv
import io
from pathlib import Path

import pytest
from tests.records import make_record

from crosswire.cli import Exported, Form
from crosswire.errors import ExportError
from crosswire.report.exports import EXPORTS, export_part


def test_the_command_line_offers_what_there_is() -> None:
    assert [part.value for part in Exported] == list(EXPORTS)
    assert {form.value for form in Form} == {form for forms in EXPORTS.values() for form in forms}


@pytest.mark.parametrize(("part", "form"), [(part, form) for part, forms in EXPORTS.items() for form in forms])
def test_every_export_is_made_and_made_alike(part: str, form: str) -> None:
    assert export_part(make_record(), part, form) == export_part(make_record(), part, form) != b""


def test_csv_has_a_row_a_quote() -> None:
    rows = list(csv.DictReader(io.StringIO(export_part(make_record(), "quotes", "csv").decode())))
    assert [row["quote"] for row in rows] == ["q0000000001", "q0000000002", "q0000000003"]


def test_another_form_is_an_error_that_lists_them() -> None:
    with pytest.raises(ExportError, match="choose from csv, parquet, jsonld"):
        export_part(make_record(), "quotes", "pdf")


def test_incidents_have_a_row_an_account() -> None:
    rows = list(csv.DictReader(io.StringIO(export_part(make_record(), "incidents", "csv").decode())))
    assert [(row["incident"], row["article"]) for row in rows] == [("i0000000001", article) for article in ("gull", "lamp", "reel")]


def test_incidents_keep_their_numbers_in_parquet(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "incidents.parquet"
    path.write_bytes(export_part(make_record(), "incidents", "parquet"))
    rows = duckdb.execute("SELECT lat, lon, killed_best, stated_injured_low FROM read_parquet(?)", [str(path)]).fetchall()
    assert rows == [(-1.5, 2.5, 3, 15), (-1.5, 2.5, 3, 20), (-1.5, 2.5, 3, None)]
