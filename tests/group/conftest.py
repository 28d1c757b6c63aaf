"""Sheets made from a text, and three invented events told by several outlets."""

import hashlib
from collections.abc import Callable

import pytest

from crosswire.model import Article, DateExpression, DateMention, NotContent, QuoteMention, Sheet

WriteSheet = Callable[..., Sheet]

FERRY = (
    "Ferry with 80 aboard runs aground off Varnholm. A ferry carrying eighty people ran aground on Thursday night off the island of "
    "Varnholm, injuring eleven passengers, the coast guard said. Captain Ilse Brandt told rescuers that the steering had failed. "
    "All passengers were taken off by helicopters and lifeboats before dawn.",
    "Eleven hurt as ferry hits rocks near Varnholm. Eleven passengers were injured when a ferry struck rocks off Varnholm island late on "
    "Thursday. The coast guard sent lifeboats and two helicopters. The vessel's captain, Ilse Brandt, reported a steering failure.",
    "Varnholm ferry accident: all eighty rescued. Lifeboats have brought ashore all eighty people from a ferry aground off Varnholm. "
    "Coast guard officials blamed a failed rudder; eleven passengers needed treatment.",
)
ELECTION = (
    "Green Alliance wins Marland vote. The opposition Green Alliance won Sunday's parliamentary election in Marland with 41 percent, "
    "preliminary results showed. Its leader Ana Costeira promised a coalition government within weeks.",
    "Costeira claims victory in Marland. Ana Costeira claimed victory for her Green Alliance after the parliamentary election in Marland "
    "on Sunday. With 41 percent of the ballots the opposition party now seeks coalition partners.",
)
LIBRARY = (
    "A medieval library in Ostrel will close for two years. Conservators found mould on nine thousand manuscripts, the curator said, "
    "and the reading room needs a new roof.",
)


@pytest.fixture(scope="session")
def write_sheet() -> WriteSheet:
    """A sheet from an id and a text; `quoted` and `furniture` are parts of the text, `said` pairs of words and what day they mean."""

    def write(article: str, text: str, *, said: tuple[tuple[str, DateExpression], ...] = (), **more: object) -> Sheet:
        told = Article(
            id=article,
            source=article,
            outlet=None,
            title=more.get("title"),  # type: ignore[arg-type]
            byline=None,
            language=more.get("language"),  # type: ignore[arg-type]
            published=more.get("published"),  # type: ignore[arg-type]
            published_from="metadata" if more.get("published") else None,
            text=text,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        )
        return Sheet(
            told,
            tuple(mark(told, part) for part in more.get("furniture", ())),  # type: ignore[attr-defined]
            dates=tuple(DateMention(told.span(text.index(words), text.index(words) + len(words)), day) for words, day in said),
            quotes=tuple(quote(told, part) for part in more.get("quoted", ())),  # type: ignore[attr-defined]
        )

    return write


def mark(article: Article, part: str) -> NotContent:
    start = article.text.index(part)
    return NotContent(article.id, start, start + len(part), part, "widget")


def quote(article: Article, part: str) -> QuoteMention:
    start = article.text.index(part)
    span = article.span(start, start + len(part))
    return QuoteMention(span, span, "direct", None, None, None, None, None, None, None, "")


@pytest.fixture(scope="session")
def three_events(write_sheet: WriteSheet) -> list[Sheet]:
    """Six reports: three of a ferry accident, two of an election, one of a library."""
    events = {"ferry": FERRY, "vote": ELECTION, "library": LIBRARY}
    return [write_sheet(f"{event}-{i}", text, language="en") for event, texts in events.items() for i, text in enumerate(texts)]
