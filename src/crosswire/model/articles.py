"""One input as read, and the inputs that could not be."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from crosswire.model.spans import Mark, Span

PublishedFrom = Literal["metadata", "text", "story"]


@dataclass(frozen=True, slots=True)
class Article:
    """One report with its text untouched; what nobody said is None. `published` is an ISO 8601 day or time.

    `published_why` is the reason where the day was inferred from the story;
    `edition` counts the articles with the very same text that come before it, so that what each tells has ids of its own.
    """

    id: str
    source: str
    outlet: str | None
    title: str | None
    byline: str | None
    language: str | None
    published: str | None
    published_from: PublishedFrom | None
    text: str
    sha256: str
    url: str | None = None
    published_why: str | None = None
    edition: int = 0

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets."""
        return Span(self.id, start, end, self.text[start:end])

    @property
    def day(self) -> date | None:
        """The day of publication as its place counts it, or None."""
        return datetime.fromisoformat(self.published).date() if self.published else None


@dataclass(frozen=True, slots=True)
class Page:
    """An article as read, with the stretches its own mark-up shows to be no part of it (empty for plain text)."""

    article: Article
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """An input that could not be read or is doubtful: which one, what is wrong, and what to do."""

    source: str
    problem: str


@dataclass(frozen=True, slots=True, order=True)
class NotContent:
    """Words on the page that are not the article, left in place and fed to nothing."""

    article: str
    start: int
    end: int
    text: str
    kind: str
