"""What heads a line says where and when it is of: the fields of a bulletin ("Location: Vale Village"), a place before a colon."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from crosswire.extract.incidents.clauses import rank
from crosswire.model import DateMention, PlaceMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

    from crosswire.model import Reading

Told = TypeVar("Told", PlaceMention, DateMention)
# What stands between the place at a line's head and what is told of it; with no word in small letters it is a dateline's day.
LABEL, SMALL = re.compile(r"[^:.\n]{0,100}: "), re.compile(r"\b[a-z]{3,}")


def find_field_place(reading: "Reading") -> PlaceMention | None:
    """The narrowest place, the first of several, that the field for places names."""
    return min(_list_in(reading, "place_labels", reading.places), key=rank, default=None)


def find_field_day(reading: "Reading") -> DateMention | None:
    """The first day that the field for days names."""
    return next(_list_in(reading, "day_labels", reading.dates), None)


def find_label(reading: "Reading", sentence: "Words") -> PlaceMention | None:
    """The place that a sentence's paragraph or line is headed with: "Porto: fire in a warehouse. Two were hurt.", "Vale, Land (flood): two
    dead"; in capitals it is a dateline.
    """
    starts = {reading.paragraph_at(sentence.start_char)[0], reading.article.text.rfind("\n", 0, sentence.start_char) + 1}
    heading = next((place for place in reading.places if place.span.start in starts), None)
    if heading is None or heading.span.text.isupper():
        return None
    label = LABEL.match(reading.article.text, heading.span.end)
    if label is None or (not SMALL.search(label[0]) and any(label.start() <= date.span.start < label.end() for date in reading.dates)):
        return None  # "Vale, Feb 22:" is a dateline
    verbs = (token for token in reading.doc if label.start() <= token.idx < label.end() and token.pos_ in ("VERB", "AUX"))
    return None if any(child.dep_ in ("nsubj", "aux") for verb in verbs for child in verb.children) else heading


def _list_in(reading: "Reading", labels: str, mentions: Sequence[Told]) -> Iterator[Told]:
    lines = list(_read_pattern(labels).finditer(reading.article.text))
    return (told for told in mentions if any(line.start("told") <= told.span.start < line.end("told") for line in lines))


@cache
def _read_pattern(labels: str) -> re.Pattern[str]:
    """A line that begins with one of some labels, behind a bullet or a number, and what it says."""
    words = "|".join(re.escape(label) for label in sorted(read_words("extract", labels), key=len, reverse=True))
    return re.compile(rf"^\W*(?:\d+[.)]\s*)?(?:{words})\s*:(?P<told>.+)$", re.IGNORECASE | re.MULTILINE)
