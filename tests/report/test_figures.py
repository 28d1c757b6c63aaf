"""Figures in short, as stated."""

import pytest

from crosswire.model import Figure, Place, Range, Span, When
from crosswire.report.figures import says_more, state_days, state_figure, state_moment, state_place, state_range


@pytest.mark.parametrize(
    ("low", "high", "words", "short", "more"),
    [
        (15, None, "at least 15", "15+", True),
        (101, None, "more than 100", "101+", True),
        (15, 15, "15", "15", False),
        (3, 3, "three", "3", True),
        (None, 20, "up to 20", "up to 20", False),
        (15, 20, "15 to 20", "15–20", True),
        (None, None, "dozens", "dozens", False),
    ],
)
def test_figures(low: int | None, high: int | None, words: str, short: str, more: bool) -> None:
    figure = Figure(low, high, Span("a", 0, len(words), words))
    assert (state_figure(figure), says_more(figure)) == (short, more)


@pytest.mark.parametrize(
    ("low", "best", "high", "short"),
    [
        (15, None, 20, "15–20"),
        (15, 18, 20, "15–20, best 18"),
        (3, 3, 3, "3"),
        (15, None, None, "15+"),
        (None, None, None, "no number"),
        (None, 4, None, "best 4"),
    ],
)
def test_ranges(low: int | None, best: int | None, high: int | None, short: str) -> None:
    assert state_range(Range(low, best, high)) == short


def test_days_and_places() -> None:
    assert state_days(None) is None and state_place(None) is None
    assert state_days(When("2031-05-05", "2031-05-05", "day")) == "2031-05-05"
    assert state_days(When("2031-05-05", "2031-05-06", "interval")) == "2031-05-05 to 2031-05-06"
    assert state_place(Place("Ambling", "ZZ", 1, 0.0, 0.0, "region")) == "Ambling, ZZ (region)"
    assert state_place(Place("Ambling County", "ZZ", None, 0.0, 0.0, "second-order")) == "Ambling County, ZZ (district)"
    assert state_place(Place("Port Ambling", None, None, None, None, None)) == "Port Ambling"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2031-05-06", "2031-05-06"),
        ("2031-05-06T17:25:00+00:00", "2031-05-06, 17:25 UTC"),
        ("2031-05-06T17:25:00Z", "2031-05-06, 17:25 UTC"),
        ("2031-05-06T17:25:00.5+05:45", "2031-05-06, 17:25 +05:45"),
        ("2031-05-06T17:25", "2031-05-06, 17:25"),
        ("last May", "last May"),
    ],
)
def test_state_moment(moment: str, shown: str) -> None:
    assert state_moment(moment) == shown
