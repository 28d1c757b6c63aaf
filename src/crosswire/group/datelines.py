"""The day that a report's dateline or a line of its own gives without its year, or so that it may be two days of a year."""

import calendar
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from crosswire.model import find_dateline
from crosswire.model.datelines import MONTH

# The head of a text and its last lines.
HEAD, LAST_LINES = 1_000, 4
# A report comes out within so many days of another one of its story; the year alone is sure from further off.
NEAR, YEARLY = timedelta(days=4), timedelta(days=45)
LEAP_YEAR = 2000
MONTHS = {name[:3].casefold(): number for number, name in enumerate(calendar.month_name) if name}
LETTERS = re.compile(rf"(?:(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH}))\b(?!\.? ?\d)")
DIGITS = re.compile(r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})")
NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
# "VALE May 3", "Vale, Land, May 3", "14:20 3 May": such a day alone on its line, behind a place or a time.
ALONE = re.compile(
    rf"(?:[A-Z][A-Z.' -]+[A-Z],? |{NAME}(?:, {NAME}){{0,2}}, |\d{{1,2}}[:.]\d\d )(?P<told>{MONTH}\.? \d{{1,2}}|\d{{1,2}} {MONTH})"
)
# "Updated on: 4/5/2024 - 19:12", "Agency - 4/5/2024 - The ...": a day in digits behind no more than some words with capitals.
NUMERIC = re.compile(r"(?:[A-Z]\w*:?(?: [a-z]{2,3})?:? ?(?:[-–—|] )?){0,4}(?P<told>\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)\d{4})(?: |$)")


def find_told_day(text: str, known: list[date]) -> tuple[date, str] | None:
    """The day that a report's head or foot gives in part, with its words, where it falls near days that are known; None where two do."""
    fitting, told = find_told_days(text, known)
    return (fitting.pop(), told) if len(fitting) == 1 else None


def find_told_days(text: str, known: list[date]) -> tuple[set[date], str]:
    """All days near those known that the first words for a day in a report's head or foot may mean, with the words."""
    years = {one.year + more for one in known for more in (-1, 0, 1)}
    for told in _list_told(text):
        near = NEAR if DIGITS.fullmatch(told) else YEARLY
        if fitting := {day for day in _read(told, years) if any(abs(day - one) <= near for one in known)}:
            return fitting, told
    return set(), ""


def find_day_of_year(text: str) -> int | None:
    """The day of a leap year, from 1, that a report's head or foot gives first without its year; None where none does or two do."""
    days = set(_read(next(_list_told(text), ""), {LEAP_YEAR}))
    return days.pop().timetuple().tm_yday if len(days) == 1 else None


def _list_told(text: str) -> Iterator[str]:
    lines = list(re.finditer(r"\S[^\n]*", text))
    for line in lines:
        if line.start() > HEAD and line not in lines[-LAST_LINES:]:
            continue
        dateline = find_dateline(text, line.start(), line.end())
        if dateline is not None and dateline.day is not None:
            yield text[slice(*dateline.day)]
        elif found := ALONE.fullmatch(line[0].strip()) or NUMERIC.match(line[0]):
            yield found["told"]


def _read(told: str, years: set[int]) -> Iterator[date]:
    """The days that words may mean, in some years where they name none."""
    if digits := DIGITS.fullmatch(told):
        pairs = {(int(digits["one"]), int(digits["two"])), (int(digits["two"]), int(digits["one"]))}
        parts = [(int(digits["year"]), month, day) for day, month in pairs]
    elif letters := LETTERS.match(told):
        month = MONTHS[(letters["month"] or letters["month2"])[:3].casefold()]
        parts = [(year, month, int(letters["day"] or letters["day2"])) for year in sorted(years)]
    else:
        parts = []
    for year, month, day in parts:
        with suppress(ValueError):
            yield date(year, month, day)
