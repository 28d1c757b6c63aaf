"""Quotations cut into the sentences they carry, each as words that can be compared."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress

import snowballstemmer  # type: ignore[import-untyped]
from anyascii import anyascii

from crosswire.model import Quote, Span, read_words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
BOUNDARY = re.compile(r"(?<=[.!?…])[”’\"']*\s+(?=[“‘\"']*[A-Z0-9])")


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


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word's stem in plain lower-case letters (Porter 2)."""
    return str(_stemmer().stemWord(anyascii(word).casefold().replace("'", "")))


@lru_cache(maxsize=100_000)
def _carries_content(word: str) -> bool:
    return word.casefold().replace("’", "'") not in read_words("align", "function_words")


def cut_units(quote: Quote) -> tuple[Unit, ...]:
    """The sentences of a quotation, in order; an abbreviation's full stop does not part, for no sentence has one word only."""
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
    found = list(WORD.finditer(text, start, end))
    stems, content = tuple(stem(match[0]) for match in found), tuple(_carries_content(match[0]) for match in found)
    words = Words(stems, content, tuple(compress(stems, content)))
    span = Span(quote.article, offset + start, offset + end, text[start:end])
    return Unit(quote, span, words, tuple((offset + m.start(), offset + m.end()) for m in found))
