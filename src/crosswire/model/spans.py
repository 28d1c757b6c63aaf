"""Words in an article: where they stand and what they are."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of an article: `article.text[start:end] == text`, 0-based, end-exclusive, in characters."""

    article: str
    start: int
    end: int
    text: str

    def touches(self, other: "Span") -> bool:
        """Whether the two share at least one character of one article."""
        return self.article == other.article and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of one text that is not the article, with its kind; offsets in characters."""

    start: int
    end: int
    kind: str


def merge_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in order, without overlaps; where two overlap the earlier, then the longer, keeps its ground."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.kind)):
        start = max(mark.start, kept[-1].end) if kept else mark.start
        if start < mark.end:
            kept.append(Mark(start, mark.end, mark.kind))
    return tuple(kept)
