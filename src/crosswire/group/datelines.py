"""The day in the dateline of a report that names no year ("LIMA, May 3 (Agency) -"): the year is that of its story's dated reports."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from crosswire.model import DateMention, Sheet

# A dateline stands in a report's head, and its day so near to a dated report of its story.
HEAD = 600
FURTHEST = timedelta(days=45)
# Before the day its line holds nothing but places, the first with a capital; behind it come the agency in brackets, a dash or colon, or
# nothing.
BEFORE = re.compile(r"[A-Z][\w.'’/ -]{1,40}(?:, ?[A-Z][\w.'’ -]{1,30}){0,2},\s*")
AFTER = re.compile(r"\.?,?\s?(?:\([^()\n]{1,40}\)\s?(?:--|—|–|-|:|\.-)?|--|—|–|-|:|(?=\n|$))")
SHOUTED = re.compile(r"[A-Z][A-Z.'’ -]{2,}")


def find_dateline(sheet: Sheet) -> DateMention | None:
    """The day without a year in a report's dateline, its town in capitals or the line nothing else; None where there is none."""
    text = sheet.article.text
    for mention in sheet.dates:
        expression = mention.expression
        if mention.span.start > HEAD or expression.kind != "date" or expression.year is not None or expression.day is None:
            continue
        start = text.rfind("\n", 0, mention.span.start) + 1
        before, after = text[start : mention.span.start], AFTER.match(text, mention.span.end)
        if after and BEFORE.fullmatch(before) and (SHOUTED.match(before) or after.group().strip()[:1] in ("(", "")):
            return mention
    return None


def settle_year(mention: DateMention, days: Iterable[date]) -> date | None:
    """The day in the year that brings it nearest to the days of the story's dated reports; None where it is far from all of them."""
    month, day = mention.expression.month or 1, mention.expression.day or 1
    found = [
        (abs(candidate - other), candidate)
        for other in days
        for year in (other.year - 1, other.year, other.year + 1)
        if (candidate := _make_day(year, month, day)) is not None
    ]
    nearest = min(found, default=None)
    return nearest[1] if nearest is not None and nearest[0] <= FURTHEST else None


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
