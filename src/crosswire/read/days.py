"""Days and times as written, to ISO 8601: only what names a day and a year, never relative to today."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from crosswire.read.lists import load_lines

FIRST_YEAR, LAST_YEAR = 1800, 2100

TIME = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\.?)?(?:\s*(?:hrs|hours|h|Uhr))?"
)
ZONE = r"\s*\(?(?P<zone>Z|(?:UTC|GMT)?\s*[+-]\d\d:?\d\d|[A-Z]{2,5})?\)?"
NUMERIC = re.compile(r"(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})")
ISO = re.compile(r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)")
AFTER = re.compile(rf"(?:\s*T|,?\s+(?:at|@|-|–|um|à)?\s*|\s*[,|•·]\s*(?:at\s+)?){TIME}{ZONE}", re.IGNORECASE)
BEFORE = re.compile(rf"{TIME}{ZONE},?\s+(?:on\s+)?", re.IGNORECASE)


def parse_moment(text: str) -> str | None:
    """The ISO 8601 day or time that a text is, or None where it is anything else, ambiguous or implausible."""
    text = " ".join(text.split()).strip(" .,;")
    if not 6 <= len(text) <= 80:
        return None
    for pattern in (ISO, _named_days(), NUMERIC):
        if found := _match(pattern, text):
            return found
    return None


def parse_given(value: str) -> str | None:
    """The same for a field of metadata, where a bare number is seconds or milliseconds since 1970."""
    value = value.strip()
    if re.fullmatch(r"\d{9,10}(?:\.\d+)?|\d{12,13}", value):
        seconds = float(value) if len(value.split(".")[0]) <= 10 else int(value) / 1000
        return datetime.fromtimestamp(int(seconds), tz=UTC).isoformat()
    if match := re.fullmatch(r"(\d{8})T(\d\d)(\d\d)(\d\d)(Z|[+-]\d{4})?", value):
        return parse_moment(f"{match[1]} {match[2]}:{match[3]}:{match[4]} {match[5] or ''}")
    return parse_moment(value)


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in (line.split() for line in load_lines("months.txt"))}


@cache
def _named_days() -> re.Pattern[str]:
    """ "3 March 2024", "March 3, 2024" and their like, a weekday before or behind them or not."""
    months = _alternatives(_months())
    weekdays = _alternatives(load_lines("weekdays.txt"))
    weekday, behind = rf"(?:(?:{weekdays})\b\.?,?\s*)?", rf"(?:,?\s*\(?(?:{weekdays})\b\)?)?"
    day, of = r"(?:st|nd|rd|th|º|er)?\.?,?\s*", r"(?:de\s+|of\s+)?"
    forward = rf"(?P<day>\d{{1,2}}){day}{of}[-/]?(?P<month>{months})\.?,?[-/]?\s*{of}(?P<year>\d{{4}})"
    backward = rf"(?P<month2>{months})\.?\s*(?P<day2>\d{{1,2}}){day}\s*(?P<year2>\d{{4}})"
    return re.compile(rf"{weekday}(?:{forward}|{backward})(?!\d){behind}", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _match(pattern: re.Pattern[str], text: str) -> str | None:
    """The moment, where the pattern with a time before, behind or none is the whole text."""
    if (match := pattern.match(text)) and (day := _read_day(match)):
        if match.end() == len(text):
            return _keep(day)
        if time := AFTER.fullmatch(text, match.end()):
            return _add_time(day, time)
    if (time := BEFORE.match(text)) and (match := pattern.fullmatch(text, time.end())) and (day := _read_day(match)):
        return _add_time(day, time)
    return None


def _read_day(match: re.Match[str]) -> date | None:
    parts = {name.rstrip("2"): value for name, value in match.groupdict().items() if value is not None}
    if "a" in parts:
        ordered = _order(int(parts["a"]), int(parts["b"]), parts["mark"])
        if ordered is None:
            return None
        number, month = ordered
    else:
        number, name = int(parts["day"]), parts["month"]
        month = int(name) if name.isdigit() else _months()[name.casefold()]
    try:
        return date(int(parts["year"]), month, number)
    except ValueError:
        return None


def _order(first: int, second: int, mark: str) -> tuple[int, int] | None:
    """Day and month of "3.4.2024" (dots: the day first) and of "13/4/2024"; None for "3/4/2024", which may be either."""
    if mark == "." or first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else None


def _keep(day: date) -> str | None:
    # The first day of computers' clocks is what programs write for want of a date.
    return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR and day != date(1970, 1, 1) else None


def _add_time(day: date, time: re.Match[str]) -> str | None:
    """The day with its time; a zone that is only letters (other than UTC) may mean several and is left out."""
    if _keep(day) is None or (time["minute"] is None and time["half"] is None):
        return None
    hour, half = int(time["hour"]), (time["half"] or "").casefold()[:1]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        moment = datetime(
            day.year, day.month, day.day, hour, int(time["minute"] or 0), int(time["second"] or 0), tzinfo=_read_zone(time["zone"])
        )
    except ValueError:
        return None
    return moment.isoformat() if moment.second or moment.tzinfo else moment.isoformat(timespec="minutes")


def _read_zone(zone: str | None) -> timezone | None:
    zone = (zone or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        return UTC
    if match := re.search(r"([+-])(\d\d):?(\d\d)$", zone):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(-offset if match[1] == "-" else offset) if offset < timedelta(hours=24) else None
    return None
