"""The words of an article that are the article's own, with where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from crosswire.model import Sheet

WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…。！？])[\"”’»“']*\s+|(?<=[。！？])|\n+")
QUOTED_KINDS = frozenset({"direct", "partial", "embedded post"})
SHORTEST_SENTENCE = 6  # words; below that a line is a byline, a place line or a heading


class Word(NamedTuple):
    """One word as it stands in the text; offsets in characters. A tuple, for there are hundreds in each article."""

    text: str
    start: int
    end: int


def read_words(sheet: Sheet) -> list[Word]:
    """The words of the text in order, without what is not content."""
    gaps = merge_gaps((n.start, n.end) for n in sheet.not_content)
    return list(_words_outside(sheet.article.text, gaps))


def read_own_words(sheet: Sheet) -> list[Word]:
    """The words the outlet itself wrote: without what is not content and without what stands inside quotation marks."""
    quoted = ((q.span.start, q.span.end) for q in sheet.quotes if q.kind in QUOTED_KINDS)
    furniture = ((n.start, n.end) for n in sheet.not_content)
    return list(_words_outside(sheet.article.text, merge_gaps([*quoted, *furniture])))


def read_opening(sheet: Sheet, sentences: int, longest: int = 300) -> list[str]:
    """The title and the first full sentences of the text, each cut at `longest` characters; [] for an article without words."""
    title = [sheet.article.title] if sheet.article.title else []
    lines = [s.strip() for s in _sentences(sheet) if s.strip()]
    full = [s for s in lines if len(WORD.findall(s)) >= SHORTEST_SENTENCE] or lines
    return [line[:longest] for line in (title + full)[: sentences + len(title)]]


def get_language(sheet: Sheet) -> str | None:
    """The language without its region: "en" for "en-GB"."""
    return sheet.article.language.split("-")[0].lower() if sheet.article.language else None


def merge_gaps(gaps: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that overlap or touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(gaps):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _words_outside(text: str, gaps: Sequence[tuple[int, int]]) -> Iterator[Word]:
    """The words that begin outside the gaps, which are in order and apart."""
    ahead = iter([*gaps, (len(text), len(text))])
    start, end = next(ahead)
    for match in WORD.finditer(text):
        while end <= match.start():
            start, end = next(ahead)
        if match.start() < start:
            yield Word(match.group(), *match.span())


def _sentences(sheet: Sheet) -> list[str]:
    text, position, kept = sheet.article.text, 0, []
    for start, end in merge_gaps((n.start, n.end) for n in sheet.not_content):
        kept.append(text[position:start])
        position = end
    return SENTENCE_END.split("\n".join([*kept, text[position:]]))
