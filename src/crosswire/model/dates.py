"""Expressions for days, as newspapers use them, and the days they mean once the day of publication is known."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import easter

from crosswire.model.incidents import When

Direction = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One expression: `kind` says which of the other fields count.

    - "date": `year`, `month`, `day`, any of the first and the last None ("April 13", "May 2024", "in 2022");
    - "weekday": `weekday` (0 is Monday), the nearest in `direction`, the report's own day included;
    - "days": `first` to `last` days from the day of publication ("yesterday" is -1 to -1, "overnight" -1 to 0);
    - "week", "month", "year": the one `first` units away; `early` ("earlier this month") stops the day before publication;
    - "easter": `first` days from Easter Sunday; "fixed": `month` and `day` of the nearest year in `direction`.
    `nightly` widens a day by the one before ("overnight on Tuesday").
    """

    kind: Literal["date", "weekday", "days", "week", "month", "year", "easter", "fixed"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    first: int = 0
    last: int = 0
    direction: Direction = "past"
    early: bool = False
    nightly: bool = False

    def resolve(self, published: date | None) -> When | None:
        """The days meant, given the day of publication; None where that day is needed and unknown, or no such day exists."""
        try:
            days = self._days(published)
        except (ValueError, OverflowError):
            return None
        if days is None:
            return None
        first, last = days
        if self.nightly:
            first -= timedelta(days=1)
        return When(first.isoformat(), last.isoformat(), name_precision(first, last))

    def _days(self, published: date | None) -> tuple[date, date] | None:
        if self.kind == "date" and self.year is not None:
            return _calendar_days(self.year, self.month, self.day)
        if published is None:
            return None
        match self.kind:
            case "date" | "fixed":
                return self._nearest_year(published)
            case "weekday":
                return self._nearest_weekday(published)
            case "days":
                return published + timedelta(days=self.first), published + timedelta(days=self.last)
            case "easter":
                return self._nearest_easter(published)
            case _:
                return self._unit(published)

    def _nearest_year(self, published: date) -> tuple[date, date]:
        """The latest such day (or month) that has begun, or the next one; a week of slack for reports dated early."""
        step = 1 if self.direction == "future" else -1
        for year in (published.year + 1, published.year, published.year - 1)[::-step]:
            first, last = _calendar_days(year, self.month, self.day)
            if (step < 0 and first <= published) or (step > 0 and last >= published):
                return first, last
        return _calendar_days(published.year, self.month, self.day)

    def _nearest_weekday(self, published: date) -> tuple[date, date]:
        weekday = self.weekday or 0
        if self.direction == "future":
            day = published + timedelta(days=(weekday - published.weekday()) % 7)
        else:
            day = published - timedelta(days=(published.weekday() - weekday) % 7)
        day += timedelta(weeks=self.first)
        return day, day

    def _nearest_easter(self, published: date) -> tuple[date, date]:
        days = [easter(year) + timedelta(days=self.first) for year in range(published.year - 1, published.year + 2)]
        begun = [day for day in days if day <= published]
        day = min(d for d in days if d >= published) if self.direction == "future" else max(begun)
        return day, day

    def _unit(self, published: date) -> tuple[date, date]:
        first, last = _unit_days(self.kind, published, self.first)
        return (first, max(first, published - timedelta(days=1))) if self.early else (first, last)


def name_precision(first: date, last: date) -> Literal["day", "week", "month", "year", "interval"]:
    """How narrow an interval is, by the calendar unit it fills."""
    if first == last:
        return "day"
    if first.weekday() == 0 and (last - first).days == 6:
        return "week"
    if first.day == 1 and last == _month_end(first.year, first.month):
        return "month"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return "year"
    return "interval"


def _calendar_days(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), _month_end(year, month)
    return date(year, month, day), date(year, month, day)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _unit_days(unit: str, published: date, offset: int) -> tuple[date, date]:
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=offset)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + offset, 12)
        return _calendar_days(year, month + 1, None)
    return _calendar_days(published.year + offset, None, None)
