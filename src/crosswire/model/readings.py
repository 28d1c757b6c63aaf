"""One article with its grammar: what extraction works on, inside one process."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.model.articles import Article, NotContent
from crosswire.model.mentions import DateMention, LocalName, PlaceMention
from crosswire.model.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's content, parsed; token offsets are offsets in the article's text, whatever is not content is blank.

    `nations` says where a country or its people is named: offsets and ISO 3166 code.
    """

    article: Article
    not_content: tuple[NotContent, ...]
    paragraphs: tuple[tuple[int, int], ...]
    doc: "Doc"
    starts: tuple[int, ...]
    names: tuple[LocalName, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    countries: tuple[tuple[str, int], ...] = ()
    nations: tuple[tuple[int, int, str], ...] = ()

    def tokens(self, start: int, end: int) -> "list[Token]":
        """The tokens that begin in [start, end), white space left out."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [token for token in self.doc[first:last] if not token.is_space]

    def token_at(self, offset: int) -> "Token":
        """The token that covers an offset, or the one before it."""
        return self.doc[max(0, bisect_right(self.starts, offset) - 1)]

    def paragraph_at(self, offset: int) -> tuple[int, int]:
        """The paragraph that covers an offset, or the last one before it."""
        position = bisect_right(self.paragraphs, (offset, len(self.article.text) + 1)) - 1
        return self.paragraphs[max(0, position)]

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets."""
        return self.article.span(start, end)
