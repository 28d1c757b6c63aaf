"""Block quotations: a paragraph without marks that the one before leads up to with a reporting verb and a colon."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from crosswire.extract.quotes.marks import Marked
from crosswire.model import read_words

if TYPE_CHECKING:
    from crosswire.model import Reading

# The reporting verb stands no further from the colon than this, in tokens.
REACH = 12


def find_blocks(reading: "Reading", marked: tuple[Marked, ...]) -> Iterator[Marked]:
    """The block quotations of an article as stretches of marked words whose marks are missing."""
    text, opened = reading.article.text, {m.opened for m in marked}
    for (start, end), (first, last) in pairwise(reading.paragraphs):
        plain = first not in opened and text[first].isupper() and text[last - 1] in ".!?"
        if plain and text[end - 1] == ":" and _reports(reading, start, end):
            yield Marked(first, first, last, last)


def _reports(reading: "Reading", start: int, end: int) -> bool:
    """Whether the last words of a paragraph hold one of the commonest speech verbs, with a subject."""
    words = reading.tokens(start, end)[-REACH:]
    verbs = [t for t in words if t.pos_ == "VERB"]
    return (
        bool(verbs)
        and verbs[-1].lower_ in read_words("extract", "attribution_forms")
        and any(c.dep_ == "nsubj" for c in verbs[-1].children)
    )
