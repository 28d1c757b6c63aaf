"""The counts, and what differs most."""

from dataclasses import replace

from rich.console import Console
from tests.records import make_record

from crosswire.model import Problem
from crosswire.report.screens import draw_summary
from crosswire.report.summaries import count_origins, rank_differences, summarise


def test_counts() -> None:
    summary = summarise(make_record())
    assert [count for _, count in summary.lines()] == [3, 2, 1, 3, 1, 2, 1]
    assert [(count, total) for _, count, total in summary.abstentions()] == [(1, 3), (0, 1), (0, 1)]


def test_incidents_without_place_or_day_are_counted() -> None:
    record = make_record()
    record = replace(record, incidents=(replace(record.incidents[0], place=None, date=None),))
    assert [count for _, count, _ in summarise(record).abstentions()] == [1, 1, 1]


def test_conflicting_figures_come_first() -> None:
    altered, differs, single = make_record().findings
    conflict = replace(differs, id="f9", relation="conflict", field="injured: children")
    place = replace(differs, id="f8", relation="conflict", field="place")
    ranked = rank_differences((altered, single, differs, place, conflict))
    assert [finding.id for finding in ranked] == ["f9", differs.id, "f8", altered.id]


def test_many_problems_are_listed_and_then_counted() -> None:
    console = Console(width=100, force_terminal=False)
    problems = tuple(Problem(f"{number}.txt", "It is [b]empty[/b].") for number in range(25))
    with console.capture() as capture:
        console.print(draw_summary(summarise(make_record()), problems))
    drawn = capture.get()
    assert "19.txt: It is [b]empty[/b]." in drawn and "20.txt" not in drawn and "and 5 more" in drawn
    assert "Quotes without a speaker   1 of 3" in drawn


def test_reports_that_share_words_count_as_one_origin() -> None:
    record = make_record()
    chained = replace(record.origins[0], id="o0000000002", articles=("reel", "lamp", "elsewhere"))
    assert count_origins(record.articles, ()) == 3
    assert count_origins(record.articles, record.origins) == 2
    assert count_origins(record.articles, (chained, *record.origins)) == 1
    assert count_origins((), record.origins) == 0
