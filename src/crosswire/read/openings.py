"""The day of publication where a text runs it together with its first sentences."""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from crosswire.model import find_dateline
from crosswire.read.days import parse_moment
from crosswire.read.lists import load_lines, load_table

# How far into a text its head may run.
REACH = 250
# What may follow the day: a time, then a sentence, which may begin with a number ("16 Dead in ..."), or a label.
TIME = r"(?:\s+(?:at\s+)?\d{1,2}:?\d\d(?::?\d\d)?(?:\s*[AaPp]\.?[Mm]\b\.?)?(?:\s+(?:UTC|GMT)(?:[+-]\d{1,2})?)?(?![^\S\n]*\n))?"
BEGINS = re.compile(TIME + r"[\s.:|–—)-]*(?:[\"“‘']?(?:[A-Z]|(?<![:\d])\d{1,4}\s+[A-Za-z])|\(|by [A-Z]|title:)")
WEEKDAYS = list(calendar.day_name)
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b")
# A weekday is that of the report or of the day before.
FRESH, MONTHS = 2, 12
NOT_HEADS = re.compile(r"(?:\b[a-z]\w*|[,;:(])\s*$")
# How far down the paragraph with the dateline may begin.
FIRST_LINES = 1_000
# "Weekly note, 3 March 2024": the day that ends a headline of few words, set off from them.
LONGEST_TITLE = 90
TITLE_END = re.compile(r"(?:,|:|\||\s[–—-])\s+$")


def find_opening_day(text: str) -> str | None:
    """The day that a text opens with ("3 March 2024 Floods hit ..."), or that its head gives with the weekday; ISO 8601, or None.

    A time of day may stand before it as well. A sentence must begin behind it; behind a word in lower case a day belongs to a sentence,
    unless that word is a label of the day.
    """
    head = text[:REACH].lstrip()
    for match in _days().finditer(head):
        labelled = match["label"] is not None
        opens = match.start() == 0 or ((match["weekday"] or match["clock"]) is not None and not NOT_HEADS.search(head[: match.start()]))
        begins = BEGINS.match(head, match.end())
        if (labelled or opens) and begins and (day := parse_moment(match["day"]) or _settle(match["day"], text[match.end() :])):
            return day
    return _find_sent_day(text) or _find_titled_day(text)


def _settle(digits: str, text: str) -> str | None:
    """The one of the two readings of "03-04-2024" that fits the first weekday of the text: reports name the day that they appear on, or the
    day before.
    """
    told = WEEKDAY.search(text)
    parts = re.fullmatch(r"(\d\d?)[-/](\d\d?)[-/](\d{4})", digits)
    if told is None or parts is None:
        return None
    first, second, year = map(int, parts.groups())
    readings = (date(year, month, day) for month, day in ((first, second), (second, first)) if max(month, day) <= MONTHS)
    fitting = [day for day in readings if (day.weekday() - WEEKDAYS.index(told[1])) % len(WEEKDAYS) < FRESH]
    return fitting[0].isoformat() if len(fitting) == 1 else None


def _find_sent_day(text: str) -> str | None:
    """The day in the dateline of the first paragraph that has one ("VALE, Land, March 3, 2024 (Agency) - ..."), if with its year."""
    for line in re.finditer(r"\S[^\n]*", text[:FIRST_LINES]):
        dateline = find_dateline(text, line.start(), line.start() + len(line[0]))
        if dateline is not None:
            return parse_moment(text[slice(*dateline.day)]) if dateline.day else None
    return None


def _find_titled_day(text: str) -> str | None:
    """The day that a short headline ends with, set off by a comma, a colon or a dash ("Weekly note, 3 March 2024")."""
    line = next(iter(text.lstrip()[:FIRST_LINES].splitlines()), "").strip()
    if len(line) > LONGEST_TITLE:
        return None
    days = (match for match in _days().finditer(line) if match.end() == len(line) and TITLE_END.search(line[: match.start()]))
    return next((day for match in days if (day := parse_moment(match["day"]))), None)


@cache
def _days() -> re.Pattern[str]:
    """A full day of the calendar, its weekday and its label before it or not."""
    months, weekdays = _alternatives(line.split()[0] for line in load_lines("months.txt")), _alternatives(load_lines("weekdays.txt"))
    table = load_table("head.toml")
    labels = "|".join(sorted((*table["published"], *table["updated"]), key=lambda label: (-len(label), label)))
    words = rf"\d{{1,2}}\s+(?:{months})\.?,?\s+\d{{4}}|(?:{months})\.?\s+\d{{1,2}},?\s*\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}"
    return re.compile(
        rf"(?<!\w)(?P<label>(?:{labels})\b:?\s+)?(?P<weekday>(?:{weekdays})\b\.?,?\s+)?(?P<clock>[0-2]\d:?[0-5]\d\s+)?(?P<day>{words})(?!\d)",
        re.IGNORECASE,
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
