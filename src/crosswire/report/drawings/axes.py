"""A day axis as it is drawn: what lies where on it, the empty stretches it leaves out, and its ticks."""

import calendar
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from crosswire.model import When

_LONGEST = date.max.toordinal()
# A gap is left out where it would be this share of the axis; the drawing keeps so many percent for it.
_EMPTY, _CUT_WIDTH, _MOST_CUTS = 1 / 3, 10.0, 3
_SHORTEST_CUT = 14  # days
_MOST_TICKS = 8
# Percent of the axis that a tick's label takes; one that begins later than `_LATE` is written to the left of its tick.
_LABEL, _LATE = 9.5, 88.0
_DAY_STEPS = (1 / 24, 1 / 8, 1 / 4, 1 / 2, 1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, *(12 * years * ten for ten in (1, 10, 100, 1000) for years in (1, 2, 5)))
_MONTH = 30.4  # days, for choosing a step


class Interval(NamedTuple):
    """A stretch of time, in days since the calendar's first; it ends before `end`, and a moment ends where it starts."""

    start: float
    end: float


class Strip(NamedTuple):
    """Where something is drawn, in percent of the axis; a moment has no width."""

    x: float
    width: float

    @property
    def end(self) -> float:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the axis drawn without a gap; one day is equally wide in all pieces of an axis."""

    days: Interval
    strip: Strip

    def locate(self, at: float) -> float:
        """Where a moment of it is drawn, in percent of the axis."""
        return self.strip.x + (at - self.days.start) * self.strip.width / (self.days.end - self.days.start)


@dataclass(frozen=True, slots=True)
class Cut:
    """Days that the axis leaves out because nothing lies on them, `first` to `last`."""

    strip: Strip
    days: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the beginning of a day, hour, month or year; `below` is the larger unit where it changes, and both may be empty."""

    x: float
    label: str
    below: str
    late: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The drawn pieces from left to right, the cuts between them, and the ticks."""

    pieces: tuple[Piece, ...]
    cuts: tuple[Cut, ...]
    ticks: tuple[Tick, ...]

    def place(self, interval: Interval) -> Strip:
        """Where an interval is drawn that begins and ends with some of those the axis was made for; it may run over cuts."""
        first = next(piece for piece in reversed(self.pieces) if piece.days.start <= interval.start)
        last = next(piece for piece in self.pieces if interval.end <= piece.days.end)
        x = first.locate(interval.start)
        return Strip(x, last.locate(interval.end) - x)


def read_moment(published: str | None) -> Interval | None:
    """A day without a clock as the whole day, a time as a moment (in UTC where it has a zone); None for anything else."""
    moment = _read(published)
    if moment is None or published is None or len(published) <= len("2031-05-06"):
        return _whole_day(moment)
    zone = moment.utcoffset()
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second - (zone.total_seconds() if zone else 0)
    at = moment.toordinal() + seconds / 86400
    return Interval(at, at)


def read_day(published: str | None) -> Interval | None:
    """The day of publication as its place counts it."""
    return _whole_day(_read(published))


def read_days(when: When | None) -> Interval | None:
    """The days an event may lie on; None where they are not given or are no days."""
    first, last = (read_day(when.start), read_day(when.end)) if when else (None, None)
    return Interval(first.start, last.end) if first and last and first.start <= last.start else None


def make_axis(intervals: Iterable[Interval], margin: float) -> Axis | None:
    """An axis of whole days on which all intervals lie, with `margin` days around them and no smaller ticks; None for no interval."""
    stretches = _merge(Interval(math.floor(at.start), max(math.ceil(at.end), math.floor(at.start) + 1)) for at in intervals)
    if not stretches:
        return None
    kept = [Interval(days.start - margin, days.end + margin) for days in _join(stretches)]
    pieces = tuple(_lay_out(kept))
    cuts = tuple(_cut(left, right, margin) for left, right in pairwise(pieces))
    return Axis(pieces, cuts, tuple(_ticks(pieces, margin)))


def _read(moment: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(moment) if moment else None
    except ValueError:
        return None


def _whole_day(moment: datetime | None) -> Interval | None:
    return Interval(moment.toordinal(), moment.toordinal() + 1) if moment else None


def _merge(intervals: Iterable[Interval]) -> list[Interval]:
    """What the intervals cover together, from the earliest on."""
    merged: list[Interval] = []
    for interval in sorted(intervals):
        if merged and interval.start <= merged[-1].end:
            merged[-1] = Interval(merged[-1].start, max(merged[-1].end, interval.end))
        else:
            merged.append(interval)
    return merged


def _join(stretches: list[Interval]) -> list[Interval]:
    """The stretches with the gaps between them closed, but for those so wide that the axis would be empty there."""
    drawn = stretches[-1].end - stretches[0].start
    gaps = sorted(((right.start - left.end, place) for place, (left, right) in enumerate(pairwise(stretches))), reverse=True)
    cut: set[int] = set()
    for gap, place in gaps[:_MOST_CUTS]:
        if gap < max(_SHORTEST_CUT, drawn * _EMPTY):
            break
        cut.add(place + 1)
        drawn -= gap
    borders = [0, *sorted(cut), len(stretches)]
    return [Interval(stretches[first].start, stretches[last - 1].end) for first, last in pairwise(borders)]


def _lay_out(kept: list[Interval]) -> Iterator[Piece]:
    """The pieces side by side on 100 percent, all at one scale."""
    scale = (100 - _CUT_WIDTH * (len(kept) - 1)) / sum(days.end - days.start for days in kept)
    x = 0.0
    for days in kept:
        width = (days.end - days.start) * scale
        yield Piece(days, Strip(x, width))
        x += width + _CUT_WIDTH


def _cut(left: Piece, right: Piece, margin: float) -> Cut:
    after, before = round(left.days.end - margin), round(right.days.start + margin)
    strip = Strip(left.strip.end, right.strip.x - left.strip.end)
    return Cut(strip, before - after, date.fromordinal(after).isoformat(), date.fromordinal(before - 1).isoformat())


def _ticks(pieces: tuple[Piece, ...], margin: float) -> Iterator[Tick]:
    """The ticks from left to right; of labels too close to each other the later one is written."""
    steps = _choose_steps(pieces, margin)
    starts = [start for piece in pieces for start in _find_starts(piece, margin, steps)]
    written: set[float] = set()
    free = 200.0
    for x, label, _ in reversed(starts):
        left, right = (x - _LABEL, x) if x > _LATE else (x, x + _LABEL)
        if label and right <= free:
            written.add(x)
            free = left
    last = ""
    for x, label, below in starts:
        if x in written:
            yield Tick(x, label, below if below != last else "", x > _LATE)
            last = below
        else:
            yield Tick(x, "", "", False)


def _choose_steps(pieces: Iterable[Piece], margin: float) -> tuple[float | None, int]:
    """The smallest steps that give few ticks, and are no smaller than the margin: in days, where such will do, and in months."""
    days = sum(piece.days.end - piece.days.start for piece in pieces)
    in_days = next((step for step in _DAY_STEPS if step >= margin and days / step <= _MOST_TICKS), None)
    return in_days, next((step for step in _MONTH_STEPS if days / (step * _MONTH) <= _MOST_TICKS), _MONTH_STEPS[-1])


def _find_starts(piece: Piece, margin: float, steps: tuple[float | None, int]) -> Iterator[tuple[float, str, str]]:
    """Where each unit begins, with its name and the larger unit's; without a name in the margin behind the last day.

    A piece in which none begins has its first day.
    """
    in_days, months = steps
    found = list(_each_step(piece.days, in_days) if in_days else _each_month(piece.days, months))
    if not any(at < piece.days.end - margin for at, _, _ in found):
        first = min(max(1, round(piece.days.start + margin)), _LONGEST)
        found.insert(0, (first, *_name_day(first)))
    scale = piece.strip.width / (piece.days.end - piece.days.start)
    for at, label, below in found:
        named = at < round(piece.days.end - margin)
        yield piece.strip.x + (at - piece.days.start) * scale, label if named else "", below if named else ""


def _each_step(days: Interval, step: float) -> Iterator[tuple[float, str, str]]:
    """Every so many days (weeks begin on Mondays) or parts of a day."""
    origin = 1 if step >= 7 else 0  # the calendar's first day, number 1, was a Monday
    for count in range(math.ceil((days.start - origin) / step), math.ceil((days.end - origin) / step)):
        at = origin + count * step
        if 1 <= at <= _LONGEST:
            yield at, *(_name_day(math.floor(at)) if step >= 1 else _name_hour(at))


def _each_month(days: Interval, step: int) -> Iterator[tuple[float, str, str]]:
    """Every so many months, counted from January of the year 0."""
    first, last = (date.fromordinal(min(max(1, math.ceil(at)), _LONGEST)) for at in days)
    for month in range((first.year * 12 + first.month - 1) // step * step, last.year * 12 + last.month, step):
        year, number = divmod(month, 12)
        start = date(year, number + 1, 1).toordinal() if year else 0
        if max(1, days.start) <= start < days.end:
            yield (start, str(year), "") if step % 12 == 0 else (start, calendar.month_abbr[number + 1], str(year))


def _name_day(day: int) -> tuple[str, str]:
    on = date.fromordinal(day)
    return f"{on.day} {calendar.month_abbr[on.month]}", str(on.year)


def _name_hour(at: float) -> tuple[str, str]:
    day = math.floor(at)
    return f"{round((at - day) * 24):02d}:00", _name_day(day)[0]
