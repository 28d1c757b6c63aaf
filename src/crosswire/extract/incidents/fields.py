"""The fields of a bulletin that say where and when: "Location: Vale Village", "Time: Sunday, 2 February"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from crosswire.extract.incidents.clauses import rank
from crosswire.model import DateMention, PlaceMention, read_words

if TYPE_CHECKING:
    from crosswire.model import Reading

Told = TypeVar("Told", PlaceMention, DateMention)


def find_field_place(reading: "Reading") -> PlaceMention | None:
    """The narrowest place, the first of several, that the field for places names."""
    return min(_list_in(reading, "place_labels", reading.places), key=rank, default=None)


def find_field_day(reading: "Reading") -> DateMention | None:
    """The first day that the field for days names."""
    return next(_list_in(reading, "day_labels", reading.dates), None)


def _list_in(reading: "Reading", labels: str, mentions: Sequence[Told]) -> Iterator[Told]:
    lines = list(_read_pattern(labels).finditer(reading.article.text))
    return (told for told in mentions if any(line.start("told") <= told.span.start < line.end("told") for line in lines))


@cache
def _read_pattern(labels: str) -> re.Pattern[str]:
    """A line that begins with one of some labels, behind a bullet or a number, and what it says."""
    words = "|".join(re.escape(label) for label in sorted(read_words("extract", labels), key=len, reverse=True))
    return re.compile(rf"^\W*(?:\d+[.)]\s*)?(?:{words})\s*:(?P<told>.+)$", re.IGNORECASE | re.MULTILINE)
