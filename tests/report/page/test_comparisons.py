"""Accounts side by side: a row a field, a cell a report, nothing a report does not say."""

from dataclasses import replace

from tests.records import make_record

from crosswire.model import Superseded, Victim
from crosswire.report.figures import state_figure
from crosswire.report.lookups import make_lookup
from crosswire.report.page.comparisons import Row, compare_accounts


def compare() -> dict[str, Row]:
    record = make_record()
    return {row.field: row for row in compare_accounts(record.incidents[0], record.articles, make_lookup(record))}


def test_each_report_has_its_cell_and_silence_is_empty() -> None:
    injured = compare()["injured"]
    assert [[state_figure(figure) for figure in cell.figures] for cell in injured.cells] == [["15+"], ["20+"], []]
    assert not injured.cells[2] and injured.overall == "15+"


def test_a_field_that_no_report_gives_has_no_row() -> None:
    assert "missing" not in compare() and "actor" not in compare()


def test_subgroups_follow_their_field() -> None:
    fields = list(compare())
    assert fields.index("injured: children") == fields.index("injured") + 1


def test_findings_stand_with_their_field_and_mark_the_odd_one() -> None:
    record = make_record()
    differs = next(finding for finding in record.findings if finding.field == "injured")
    lookup = make_lookup(replace(record, findings=(replace(differs, odd=("lamp",)),)))
    rows = {row.field: row for row in compare_accounts(record.incidents[0], record.articles, lookup)}
    assert rows["injured"].findings == (differs.id,) and rows["killed"].findings == ()
    assert [cell.odd for cell in rows["injured"].cells] == [False, True, False]


def test_replaced_figures_and_several_accounts_of_one_report_share_a_cell() -> None:
    record = make_record()
    incident = record.incidents[0]
    gull = next(account for account in incident.accounts if account.article == "gull")
    assert gull.injured is not None
    earlier = Superseded("injured", 9, 9, gull.injured.span)
    twice = replace(incident, accounts=(replace(gull, superseded=(earlier,)), replace(gull, injured=replace(gull.injured, low=16))))
    row = next(row for row in compare_accounts(twice, record.articles, make_lookup(record)) if row.field == "injured")
    assert [state_figure(figure) for figure in row.cells[0].figures] == ["15+", "16+"]
    assert [state_figure(figure) for figure in row.cells[0].earlier] == ["9"]


def test_victims_by_name_have_a_row_below_their_figure() -> None:
    record = make_record()
    incident = record.incidents[0]
    first, *others = incident.accounts
    named = replace(first, victims=(Victim("n0000000001", "killed", first.evidence[0]),))
    rows = compare_accounts(replace(incident, accounts=(named, *others)), record.articles, make_lookup(record))
    (row,) = [row for row in rows if row.field == "killed: by name"]
    assert [cell.words for cell in row.cells if cell] == [(first.evidence[0],)]
