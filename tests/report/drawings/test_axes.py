"""Day axes: one day is one day wide, empty stretches are left out and named, ticks stay few whatever the dates are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.model import When
from crosswire.report.drawings.axes import Axis, Interval, make_axis, read_day, read_days, read_moment

MAY_6 = date(2031, 5, 6).toordinal()


def make(*days: tuple[str, str], margin: float = 1) -> Axis:
    intervals = [read_days(When(first, last, "interval")) for first, last in days]
    axis = make_axis([interval for interval in intervals if interval], margin)
    assert axis is not None
    return axis


@pytest.mark.parametrize(
    "text", [None, "", "garbage", "2031-13-01", "2031", "6 May", "2031-05-06T99:00", " 2031-05-06", "\ud800", "٢٠٣١-٠٥-٠٦"]
)
def test_what_is_no_day_is_none(text: str | None) -> None:
    assert read_moment(text) is None and read_day(text) is None


def test_a_day_is_a_whole_day_and_a_time_a_moment() -> None:
    assert read_moment("2031-05-06") == (MAY_6, MAY_6 + 1)
    assert read_moment("2031-05-06T12:00") == (MAY_6 + 0.5, MAY_6 + 0.5)
    assert read_moment("2031-05-06T22:00:00-05:00") == read_moment("2031-05-07T03:00:00Z")
    assert read_day("2031-05-06T22:00:00-05:00") == (MAY_6, MAY_6 + 1), "the day as its place counts it"


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_calendars_ends_make_an_axis(text: str) -> None:
    moment = read_moment(text)
    assert moment and make_axis([moment], 1)


@pytest.mark.parametrize(("start", "end"), [("2031-05-06", "2031-05-05"), ("soon", "2031-05-06"), ("2031-05-06", "later")])
def test_days_that_are_none_are_not_read(start: str, end: str) -> None:
    assert read_days(When(start, end, "day")) is None


def test_widths_are_proportional_to_days() -> None:
    lengths = {
        ("2031-05-06", "2031-05-06"): 1,
        ("2031-05-05", "2031-05-06"): 2,
        ("2031-05-05", "2031-05-11"): 7,
        ("2031-04-01", "2031-04-30"): 30,
    }
    axis = make(*lengths)
    one = axis.place(Interval(MAY_6, MAY_6 + 1)).width
    for (first, last), days in lengths.items():
        interval = read_days(When(first, last, "interval"))
        assert interval and axis.place(interval).width == pytest.approx(days * one)
    assert axis.place(Interval(MAY_6, MAY_6 + 1)).end == pytest.approx(axis.place(Interval(MAY_6 + 1, MAY_6 + 2)).x)
    assert axis.place(Interval(MAY_6, MAY_6)).width == 0


def test_an_empty_stretch_is_left_out_and_named() -> None:
    axis = make(("1825-04-01", "1825-04-01"), ("2031-05-05", "2031-05-06"))
    (cut,) = axis.cuts
    assert (cut.first, cut.last) == ("1825-04-02", "2031-05-04")
    assert cut.days == (date(2031, 5, 5) - date(1825, 4, 2)).days
    early, late = axis.place(Interval(date(1825, 4, 1).toordinal(), date(1825, 4, 2).toordinal())), axis.place(Interval(MAY_6, MAY_6 + 1))
    assert early.width == pytest.approx(late.width) and early.end < cut.strip.x < cut.strip.end < late.x
    assert [tick.below for tick in axis.ticks if tick.below] == ["1825", "2031"]


def test_a_week_without_anything_stays() -> None:
    assert make(("2031-05-01", "2031-05-01"), ("2031-05-09", "2031-05-09")).cuts == ()


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2031-05-06", "2031-05-06", ["00:00", "06:00", "12:00", "18:00"]),
        ("2031-05-06", "2031-05-13", ["6 May", "8 May", "10 May", "12 May"]),
        ("2031-05-05", "2031-05-26", ["5 May", "12 May", "19 May", "26 May"]),
        ("2031-01-01", "2031-05-31", ["Jan", "Feb", "Mar", "Apr", "May"]),
        ("2020-01-01", "2026-12-31", ["2020", "2021", "2022", "2023", "2024", "2025", "2026"]),
        ("1700-01-01", "2099-12-31", ["1700", "1800", "1900", "2000"]),
    ],
)
def test_ticks_are_of_a_unit_that_fits(first: str, last: str, labels: list[str]) -> None:
    assert [tick.label for tick in make((first, last), margin=0.1).ticks if tick.label] == labels


def test_an_axis_of_days_has_no_hours() -> None:
    axis = make(("2031-05-06", "2031-05-06"), margin=1)
    assert [tick.label for tick in axis.ticks] == ["5 May", "6 May", ""], "nothing is named behind the last day"


def test_nothing_makes_no_axis() -> None:
    assert make_axis([], 1) is None


@given(st.lists(st.tuples(st.dates(), st.integers(0, 4000)), min_size=1, max_size=12), st.sampled_from([0.1, 1.0]))
def test_any_dates_make_a_small_axis(days: list[tuple[date, int]], margin: float) -> None:
    intervals = [Interval(day.toordinal(), min(day.toordinal() + more, date.max.toordinal()) + 1) for day, more in days]
    axis = make_axis(intervals, margin)
    assert axis is not None and axis == make_axis(reversed(intervals), margin)
    strips = [axis.place(interval) for interval in intervals]
    assert all(strip.x >= -0.001 and strip.end <= 100.001 for strip in strips)
    scales = [strip.width / (interval.end - interval.start) for strip, interval in zip(strips, intervals, strict=True)]
    assert max(scales) == pytest.approx(min(scales))
    assert len(axis.ticks) <= 40 and all(0 <= tick.x <= 100.001 for tick in axis.ticks)
    labelled = [tick.x for tick in axis.ticks if tick.label]
    assert labelled and labelled == sorted(labelled) and len(labelled) <= 12


def test_what_runs_from_one_piece_to_another_is_drawn_over_the_cut() -> None:
    early, late = Interval(1000, 1001), Interval(1400.5, 1400.5)
    axis = make_axis([early, late], 1.0)
    assert axis is not None and len(axis.cuts) == 1
    run = axis.place(Interval(early.start, late.end))
    assert run.x == axis.place(early).x
    assert run.end == axis.place(late).x > axis.cuts[0].strip.end


@given(st.lists(st.tuples(st.integers(1, 900_000), st.sampled_from([0, 0.25, 1, 2, 30])), min_size=1, max_size=12))
def test_whatever_runs_between_two_of_its_intervals_is_on_the_axis(given_days: list[tuple[int, float]]) -> None:
    intervals = sorted(Interval(day, day + width) for day, width in given_days)
    axis = make_axis(intervals, 1.0)
    assert axis is not None
    run = axis.place(Interval(intervals[0].start, max(interval.end for interval in intervals)))
    assert 0 <= run.x <= run.end <= 100.001
