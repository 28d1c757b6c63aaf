"""Names of towns that an article's paragraphs are sent from: in datelines, and in capitals before a colon."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from crosswire.annotate.paragraphs import find_paragraphs
from crosswire.model import Candidate, find_dateline

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The words of a town's name.
MOST_WORDS = 3
# A town in capitals before a colon is where a report is sent from in its first paragraphs, the headline among them.
HEADS, CAPITALS = 4, re.compile(r"(?P<town>[A-Z][A-Z' -]{2,30}): (?=\w)")


def find_senders(doc: "Doc", look_up: Callable[[str], tuple[Candidate, ...]]) -> set[tuple[int, int]]:
    """First and last token (exclusive) of each such name."""
    return {*_list_datelines(doc), *_list_headed(doc, look_up)}


def _list_datelines(doc: "Doc") -> "Iterator[tuple[int, int]]":
    """The names of towns that the article's paragraphs are sent from ("PUNE, India (Agency) — ...")."""
    text = doc.text
    for start, end in find_paragraphs(text):
        dateline = find_dateline(text, start, end)
        town = dateline.place if dateline is not None else None
        words = doc.char_span(*town) if town is not None else None
        if words is not None and len(words) <= MOST_WORDS:
            yield words.start, words.end


def _list_headed(doc: "Doc", look_up: Callable[[str], tuple[Candidate, ...]]) -> "Iterator[tuple[int, int]]":
    """The towns in capitals before a colon at the head of the first paragraphs: "PUNE: Two people died ..."."""
    for start, end in find_paragraphs(doc.text)[:HEADS]:
        name = CAPITALS.match(doc.text, start, end)
        words = doc.char_span(*name.span("town")) if name is not None else None
        if words is not None and any(c.place.precision == "city" for c in look_up(words.text)):
            yield words.start, words.end
