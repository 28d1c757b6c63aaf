"""Names of towns that an article's paragraphs are sent from: in datelines, and in capitals before a colon."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from crosswire.annotate.paragraphs import find_paragraphs
from crosswire.model import Candidate, find_dateline

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The words of a town's name.
MOST_WORDS = 3
# A town in capitals before a colon is where a report is sent from in its first paragraphs, the headline among them.
HEADS, CAPITALS = 4, re.compile(r"(?P<town>[A-Z][A-Z' -]{2,30}): (?=\w)")
LookUp = Callable[[str], tuple[Candidate, ...]]


def find_senders(doc: "Doc", look_up: LookUp) -> set[tuple[int, int]]:
    """First and last token (exclusive) of each such name."""
    text = doc.text
    paragraphs = find_paragraphs(text)
    names = [*_list_datelines(text, paragraphs), *_list_headed(text, paragraphs, look_up)]
    found = (doc.char_span(*name) for name in names)
    return {(words.start, words.end) for words in found if words is not None and len(words) <= MOST_WORDS}


def _list_datelines(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names of towns that the article's paragraphs are sent from ("PUNE, India (Agency) — ...")."""
    for start, end in paragraphs:
        dateline = find_dateline(text, start, end)
        if dateline is not None and dateline.place is not None:
            yield dateline.place


def _list_headed(text: str, paragraphs: Sequence[tuple[int, int]], look_up: LookUp) -> Iterator[tuple[int, int]]:
    """The towns in capitals before a colon at the head of the first paragraphs: "PUNE: Two people died ..."."""
    for start, end in paragraphs[:HEADS]:
        name = CAPITALS.match(text, start, end)
        if name is not None and any(c.place.precision == "city" for c in look_up(name["town"])):
            yield name.span("town")
