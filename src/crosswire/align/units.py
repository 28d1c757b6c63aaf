"""Quotations cut into the sentences they carry, each as words that can be compared."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer
from anyascii import anyascii

from crosswire.model import Quote, Span, read_words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
BOUNDARY = re.compile(r"(?<=[.!?…])[”’\"']*\s+(?=[“‘\"']*[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a quotation: its stem, whether it carries content, and its place in the article."""

    stem: str
    content: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence (or less) of one quotation."""

    quote: Quote
    span: Span
    words: tuple[Word, ...]

    @property
    def content(self) -> tuple[str, ...]:
        """The stems of its content words, in order."""
        return tuple(word.stem for word in self.words if word.content)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word's stem in plain lower-case letters (Porter 2)."""
    return str(_stemmer().stemWord(anyascii(word).casefold().replace("'", "")))


def cut_units(quote: Quote) -> tuple[Unit, ...]:
    """The sentences of a quotation, in order; an abbreviation's full stop does not part, for no sentence has one word only."""
    text, start, units = quote.span.text, 0, []
    ends = [match.start() for match in BOUNDARY.finditer(text)] + [len(text)]
    for end in ends:
        unit = _make_unit(quote, start, end)
        if len(unit.words) > 1 or end == len(text):
            units.append(unit)
            start = end
    if len(units) > 1 and not units[-1].words:
        units.pop()
    return tuple(unit for unit in units if unit.words)


def _make_unit(quote: Quote, start: int, end: int) -> Unit:
    offset = quote.span.start
    text = quote.span.text
    while start < end and (text[start].isspace() or text[start] in "”’\"'"):
        start += 1
    words = tuple(
        Word(stem(m[0]), m[0].casefold() not in read_words("align", "function_words"), offset + m.start(), offset + m.end())
        for m in WORD.finditer(text, start, end)
    )
    return Unit(quote, Span(quote.article, offset + start, offset + end, text[start:end]), words)
