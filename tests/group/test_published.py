"""An undated report gets the one day of its story that fits, and none where a choice is left."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.group import infer_published
from crosswire.model import DateExpression, NotContent, Sheet

WriteSheet = Callable[..., Sheet]

# 2030-05-14 is a Tuesday.
MONDAY = DateExpression("weekday", weekday=0)
TUESDAY = DateExpression("weekday", weekday=1)
WEDNESDAY_TO_COME = DateExpression("weekday", weekday=2, direction="future")
OVERNIGHT = DateExpression("days", first=-1, last=0)
TODAY = DateExpression("days")
LONG = "and so on " * 40

EARLY = "In its lead it says on Tuesday that all went well."


@pytest.fixture(scope="session")
def dated(write_sheet: WriteSheet) -> Sheet:
    return write_sheet("dated", EARLY, said=(("on Tuesday", TUESDAY),), published="2030-05-14")


def infer(undated: Sheet, *dated: Sheet) -> date | None:
    """The day found; what is found always says why and names a dated report."""
    found = infer_published([*dated, undated])
    if undated.article.id not in found:
        return None
    day, why = found[undated.article.id]
    assert day.isoformat() in why and "dated" in why
    return day


def test_the_weekday_in_the_lead(write_sheet: WriteSheet, dated: Sheet) -> None:
    undated = write_sheet("x", "A bridge fell on Tuesday in Ostrel.", said=(("Tuesday", TUESDAY),))
    assert infer(undated, dated) == date(2030, 5, 14)


def test_the_weekday_far_down_says_too_little(write_sheet: WriteSheet, dated: Sheet) -> None:
    undated = write_sheet("x", f"A bridge fell {LONG} on Tuesday in Ostrel.", said=(("Tuesday", TUESDAY),))
    assert infer(undated, dated) is None


def test_a_look_ahead_confirms(write_sheet: WriteSheet, dated: Sheet) -> None:
    text = f"A bridge fell {LONG} on Tuesday in Ostrel. The council will meet on Wednesday."
    undated = write_sheet("x", text, said=(("Tuesday", TUESDAY), ("Wednesday", WEDNESDAY_TO_COME)))
    assert infer(undated, dated) == date(2030, 5, 14)


def test_the_night_since_the_day_before(write_sheet: WriteSheet, dated: Sheet) -> None:
    text = "They spoke on Monday. Shelling went on overnight. Talks will open on Wednesday."
    said = (("Monday", MONDAY), ("overnight", OVERNIGHT), ("Wednesday", WEDNESDAY_TO_COME))
    assert infer(write_sheet("x", text, said=said), dated) == date(2030, 5, 14)
    assert infer(write_sheet("x", text, said=said[:1]), dated) is None


def test_a_full_date_of_the_day_before(write_sheet: WriteSheet, dated: Sheet) -> None:
    post = DateExpression("date", year=2030, month=5, day=13)
    undated = write_sheet("x", f"{LONG} Tuesday. A post of May 13, 2030 said so.", said=(("Tuesday", TUESDAY), ("May 13, 2030", post)))
    assert infer(undated, dated) == date(2030, 5, 14)


def test_a_later_full_date_rules_the_day_out(write_sheet: WriteSheet, dated: Sheet) -> None:
    later = DateExpression("date", year=2030, month=5, day=16)
    undated = write_sheet("x", "On Tuesday a bridge fell. By May 16, 2030 it stood.", said=(("Tuesday", TUESDAY), ("May 16, 2030", later)))
    assert infer(undated, dated) is None


def test_a_crawl_date_says_nothing(write_sheet: WriteSheet, dated: Sheet) -> None:
    later = DateExpression("date", year=2031, month=1, day=1)
    undated = write_sheet(
        "x",
        "Seen January 1, 2031. A bridge fell on Tuesday.",
        said=(("Tuesday", TUESDAY), ("January 1, 2031", later)),
        furniture=("Seen January 1, 2031.",),
    )
    assert isinstance(undated.not_content[0], NotContent)
    assert infer(undated, dated) == date(2030, 5, 14)


def test_two_days_that_fit_leave_a_choice(write_sheet: WriteSheet, dated: Sheet) -> None:
    next_day = write_sheet("next", EARLY, said=(("on Tuesday", TUESDAY),), published="2030-05-15")
    undated = write_sheet("x", "A bridge fell on Tuesday in Ostrel.", said=(("Tuesday", TUESDAY),))
    assert infer(undated, dated, next_day) is None


def test_a_story_of_more_than_a_week_says_nothing(write_sheet: WriteSheet, dated: Sheet) -> None:
    later = write_sheet("later", "Still.", published="2030-05-24")
    undated = write_sheet("x", "A bridge fell on Tuesday in Ostrel.", said=(("Tuesday", TUESDAY),))
    assert infer(undated, dated, later) is None


def test_another_weekday_does_not_fit(write_sheet: WriteSheet, dated: Sheet) -> None:
    friday = DateExpression("weekday", weekday=4)
    assert infer(write_sheet("x", "A bridge fell on Friday.", said=(("Friday", friday),)), dated) is None


def test_a_weekday_to_come_that_the_others_place_elsewhere(write_sheet: WriteSheet) -> None:
    thursday = DateExpression("weekday", weekday=3, direction="future")
    passed = DateExpression("weekday", weekday=3)
    other = write_sheet(
        "dated", "It fell Tuesday, they met Thursday.", said=(("Tuesday", TUESDAY), ("Thursday", passed)), published="2030-05-14"
    )
    undated = write_sheet("x", "A bridge fell on Tuesday. They meet on Thursday.", said=(("Tuesday", TUESDAY), ("Thursday", thursday)))
    assert infer(undated, other) is None


def test_today_needs_two_dated_reports_of_one_day(write_sheet: WriteSheet, dated: Sheet) -> None:
    undated = write_sheet("x", "A bridge fell today.", said=(("today", TODAY),))
    second = write_sheet("second", "It fell.", published="2030-05-14T22:00:00Z")
    assert infer(undated, dated) is None
    assert infer(undated, dated, second) == date(2030, 5, 14)


def test_nothing_to_go_by(write_sheet: WriteSheet, dated: Sheet) -> None:
    undated = write_sheet("x", "A bridge fell.")
    assert infer(undated, dated) is None
    assert infer_published([undated]) == {}
    assert infer_published([]) == {}
    assert infer_published([dated]) == {}


@given(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.lists(st.integers(0, 6), max_size=3),
    st.lists(st.integers(0, 9), min_size=1, max_size=4),
)
def test_a_day_found_is_a_day_of_a_dated_report(write_sheet: WriteSheet, first: date, weekdays: list[int], offsets: list[int]) -> None:
    said = tuple((f"w{i}", DateExpression("weekday", weekday=weekday)) for i, weekday in enumerate(weekdays))
    days = [date.fromordinal(first.toordinal() + offset) for offset in offsets]
    dated = [write_sheet(f"d{i}", "w0 w1 w2", said=said, published=day.isoformat()) for i, day in enumerate(days)]
    found = infer(write_sheet("x", "w0 w1 w2", said=said), *dated)
    assert found is None or found in days


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("OSTREL, May 12 (Lantern) - A bridge fell.", date(2030, 5, 12)),
        ("OSTREL, Marland, May 12 (Lantern News): A bridge fell.", date(2030, 5, 12)),
        ("Ostrel, May 12\nA bridge fell.", date(2030, 5, 12)),
        ("OSTREL, May 12 (Lantern) - A bridge fell on Tuesday.", date(2030, 5, 12)),
        ("A bridge fell in Ostrel on May 12 (a holiday).", None),
        ("The mayor of Ostrel, May 12 said nothing.", None),
    ],
)
def test_a_dateline_lacks_only_the_year(write_sheet: WriteSheet, dated: Sheet, head: str, day: date | None) -> None:
    undated = write_sheet("x", head, said=(("May 12", DateExpression("date", month=5, day=12)),))
    assert infer(undated, dated) == day


def test_the_year_of_a_dateline_is_the_nearest(write_sheet: WriteSheet, dated: Sheet) -> None:
    for words, month, number, day in (("December 30", 12, 30, None), ("June 2", 6, 2, date(2030, 6, 2))):
        undated = write_sheet(
            "x", f"OSTREL, {words} (Lantern) - A bridge fell.", said=((words, DateExpression("date", month=month, day=number)),)
        )
        assert infer(undated, dated) == day
