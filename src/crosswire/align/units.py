"""Quotations cut into the sentences they carry, each as words that can be compared."""

import re
from dataclasses import dataclass
from itertools import compress

from crosswire.align.words import cut_words
from crosswire.model import Quote, Span

BOUNDARY = re.compile(r"(?<=[.!?…])(?<!\b[A-Z]\.)[”’\"']*\s+(?=[“‘\"']*[A-Z0-9])")
# Between two words: the outlet says that it left something out.
LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.|\[\s*\]")
BRACKET = re.compile(r"[\[\]]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence, stemmed; which of them carry content, and those alone, in order."""

    stems: tuple[str, ...]
    content: tuple[bool, ...]
    content_stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence (or less) of one quotation; `places` are the offsets of its words in the article."""

    quote: Quote
    span: Span
    words: Words
    places: tuple[tuple[int, int], ...]

    def read(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.span.text[self.places[first][0] - self.span.start : self.places[last][1] - self.span.start]

    def surround(self, first: int, last: int) -> str:
        """The text between the words around a stretch: what is before `first` and not before the word that goes before it."""
        start = self.places[first - 1][1] if first else self.span.start
        end = self.places[last][0] if last < len(self.places) else self.span.end
        return self.span.text[start - self.span.start : end - self.span.start]


def cut_units(quote: Quote) -> tuple[Unit, ...]:
    """The sentences of a quotation, in order; an abbreviation's full stop does not part: no sentence ends in one
    capital letter, or has one word only."""
    text, start, units = quote.span.text, 0, []
    ends = [match.start() for match in BOUNDARY.finditer(text)] + [len(text)]
    for end in ends:
        unit = _make_unit(quote, start, end)
        if len(unit.places) > 1 or end == len(text):
            units.append(unit)
            start = end
    return tuple(unit for unit in units if unit.places)


def _make_unit(quote: Quote, start: int, end: int) -> Unit:
    text, offset = quote.span.text, quote.span.start
    while start < end and (text[start].isspace() or text[start] in "”’\"'"):
        start += 1
    found = cut_words(text, start, end)
    stems, content = tuple(word.stem for word in found), tuple(word.content for word in found)
    words = Words(stems, content, tuple(compress(stems, content)))
    span = Span(quote.article, offset + start, offset + end, text[start:end])
    return Unit(quote, span, words, tuple((offset + word.start, offset + word.end) for word in found))
