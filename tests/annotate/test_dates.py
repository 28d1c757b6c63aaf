"""Expressions for days, and the days they mean in a report of Thursday 16 May 2024."""

import calendar
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readings import load_tools, make_report, read_text

from crosswire.annotate.dates import find_dates

TUESDAY = "2024-05-14"


def days(text: str, published: str | None = "2024-05-16") -> list[tuple[str, str] | None]:
    reading = read_text(text, published)
    whens = [date.expression.resolve(reading.article.day) for date in reading.dates]
    return [when and (when.start, when.end) for when in whens]


def words(text: str) -> list[str]:
    return [date.span.text for date in read_text(text).dates]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The bridge fell on 2024-03-05.", "2024-03-05", "2024-03-05"),
        ("The bridge fell on March 5, 2022.", "2022-03-05", "2022-03-05"),
        ("The bridge fell on the 5th of March 2022.", "2022-03-05", "2022-03-05"),
        ("The bridge fell on 5 March.", "2024-03-05", "2024-03-05"),
        ("The bridge fell on Dec. 5.", "2023-12-05", "2023-12-05"),
        ("The bridge fell in March 2022.", "2022-03-01", "2022-03-31"),
        ("The bridge fell in March.", "2024-03-01", "2024-03-31"),
        ("The bridge fell in 2022.", "2022-01-01", "2022-12-31"),
        ("The bridge fell on Good Friday.", "2024-03-29", "2024-03-29"),
        ("The bridge fell on Ash Wednesday.", "2024-02-14", "2024-02-14"),
        ("The bridge fell on Whit Monday.", "2023-05-29", "2023-05-29"),
        ("The bridge fell on Christmas Eve.", "2023-12-24", "2023-12-24"),
        ("The bridge fell three days ago.", "2024-05-13", "2024-05-13"),
        ("The bridge fell 2 weeks ago.", "2024-04-29", "2024-05-05"),
        ("The bridge fell a month earlier.", "2024-04-01", "2024-04-30"),
        ("The bridge fell earlier this month.", "2024-05-01", "2024-05-15"),
        ("The bridge fell last week.", "2024-05-06", "2024-05-12"),
        ("The bridge fell last year.", "2023-01-01", "2023-12-31"),
        ("The bridge fell on Monday.", "2024-05-13", "2024-05-13"),
        ("The bridge fell overnight on Tuesday.", "2024-05-13", "2024-05-14"),
        ("The bridge fell yesterday.", "2024-05-15", "2024-05-15"),
        ("The bridge fell overnight.", "2024-05-15", "2024-05-16"),
        ("The bridge fell last night.", "2024-05-15", "2024-05-15"),
        ("The minister will open the bridge tomorrow.", "2024-05-17", "2024-05-17"),
    ],
)
def test_expressions_are_resolved_against_the_day_of_publication(text: str, start: str, end: str) -> None:
    assert days(text) == [(start, end)]


def test_a_weekday_is_the_reports_own_day() -> None:
    assert days("The bridge fell on Tuesday.", TUESDAY) == [(TUESDAY, TUESDAY)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The parties will meet on Monday.", "2024-05-20"),
        ("The talks are scheduled for Monday.", "2024-05-20"),
        ("They plan to meet on Monday.", "2024-05-20"),
        ("The parties will meet on May 3.", "2025-05-03"),
        ("The court meets next Monday.", "2024-05-20"),
        ("The parties met on Monday.", "2024-05-13"),
    ],
)
def test_the_clause_says_whether_a_day_lies_ahead(text: str, day: str) -> None:
    assert days(text) == [(day, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, 34, left the town with her son, 12.",
        "The mayor may resign, and the crowd will march to the port.",
        "May Ruiz sat in the sun and read The Sun.",
        "A crowd of 2000 people came, 500 of them from the port.",
        "The tariff rose by 5,000 pesos to 12.30.",
        "A bridge fell in Corpus Christi, Texas.",
        "In some cases nothing came of it, and nobody sat down.",
    ],
)
def test_ages_verbs_and_counts_are_no_dates(text: str) -> None:
    assert words(text) == []


def test_impossible_days_are_not_resolved() -> None:
    assert days("The bridge fell on February 30, 2024.") == [None]
    assert words("The bridge fell on March 45.") == []


def test_a_weekday_needs_a_day_of_publication() -> None:
    assert days("The bridge fell on Monday.", published=None) == [None]
    assert days("The bridge fell on 5 March 2022.", published=None) == [("2022-03-05", "2022-03-05")]


def test_each_word_belongs_to_one_expression() -> None:
    assert words("On Tuesday, March 5, 2024, the bridge fell; in March 2024 it was new.") == ["Tuesday", "March 5, 2024", "March 2024"]


PARTS = ["May", "5", "Tuesday", "last week", "overnight on", "2024", "of", "the", "ſunday", "two days ago", "in", "K", "٣", ",", "1st"]


@given(st.lists(st.sampled_from([*PARTS, *calendar.month_name[1:]]), max_size=12).map(" ".join) | st.text())
def test_any_text_gives_dates_in_order_that_reread(text: str) -> None:
    nlp, _ = load_tools()
    dates = find_dates(make_report(text), text, nlp.make_doc(text))
    assert all(text[date.span.start : date.span.end] == date.span.text for date in dates)
    assert all(one.span.end <= two.span.start for one, two in pairwise(dates))
    assert all(date.expression.resolve(make_report(text).day) is None or date.span.text for date in dates)
