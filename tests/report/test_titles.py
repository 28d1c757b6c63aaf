"""A finding says which office, fact or act it is about, wherever it is shown."""

import csv
import io
from dataclasses import replace

from rich.console import Console
from tests.records import make_record

from crosswire.model import Finding, Record
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page
from crosswire.report.screens import draw_part
from crosswire.report.tables import make_findings
from crosswire.report.titles import title_finding

WHAT = "harbour master (<i>Port Ambling)"


def make_office_record() -> Record:
    """The record with one finding about nothing that has an id."""
    record = make_record()
    figures = record.findings[1]
    told = Finding("f0000000005", "who differs", None, None, "office", figures.sides, (), 2, "They name different people.", what=WHAT)
    return replace(record, findings=(*record.findings, told))


def test_the_title_has_field_and_thing() -> None:
    finding = make_office_record().findings[-1]
    assert title_finding(finding) == f"who differs: office, {WHAT}"
    assert title_finding(replace(finding, what=None)) == "who differs: office"
    assert title_finding(replace(finding, field=None)) == f"who differs: {WHAT}"


def test_the_page_shows_it_as_text_with_the_story_and_among_the_findings() -> None:
    page = make_page(make_lookup(make_office_record())).decode("utf-8")
    shown = WHAT.replace("<", "&lt;").replace(">", "&gt;")
    assert page.count(shown) >= 2 and WHAT not in page.partition("<script")[0]


def test_the_terminal_and_the_table_show_it() -> None:
    record = make_office_record()
    console = Console(width=200, record=True)
    console.print(draw_part(record, "findings"))
    assert f"who differs: office, {WHAT}" in console.export_text()
    rows = list(csv.DictReader(io.StringIO(make_findings(make_lookup(record)).decode("utf-8"), newline="")))
    assert [row["what"] for row in rows if row["finding"] == "f0000000005"] == [WHAT, WHAT]
    assert {row["what"] for row in rows if row["finding"] != "f0000000005"} == {""}
