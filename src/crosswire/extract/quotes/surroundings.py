"""The words of a paragraph around one marked stretch."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from crosswire.extract.quotes.marks import Marked

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

# How far a reporting verb may stand from the marks, in tokens.
REACH_AFTER, REACH_BEFORE = 24, 40
STOPS = frozenset(".!?;")
OPENERS, CLOSERS = frozenset("“„«"), frozenset("”»")


class Surroundings:
    """The words of a paragraph around one marked stretch, other marked words left out."""

    def __init__(self, reading: "Reading", marked: Marked, quoted: set[int]) -> None:
        self.reading, self.marked, self.quoted = reading, marked, quoted
        self.start, self.end = reading.paragraph_at(marked.opened)

    def before(self) -> "list[Token]":
        """Tokens before the marks, back to the end of the sentence or the marks before."""
        found: list[Token] = []
        stop = bisect_left(self.reading.starts, self.marked.opened)
        for token in reversed(self.reading.doc[max(0, stop - REACH_BEFORE) : stop]):
            if token.idx < self.start or token.i in self.quoted or token.text in STOPS or token.text in CLOSERS:
                break
            if not token.is_space:
                found.append(token)
        return found[::-1]

    def after(self) -> "list[Token]":
        """Tokens after the marks and the punctuation beside them, up to the sentence's end or the next marks."""
        found: list[Token] = []
        first = bisect_left(self.reading.starts, self.marked.closed)
        for token in self.reading.doc[first : first + REACH_AFTER]:
            if token.idx >= self.end or token.i in self.quoted or token.text in STOPS or token.text in OPENERS:
                break
            if not token.is_space and (found or not token.is_punct):
                found.append(token)
        return found

    def unmarked(self) -> "list[Token]":
        """The tokens of the sentence that stand in no marks, other marked words passed over."""
        sentence = self.reading.token_at(self.marked.start).sent
        return [token for token in sentence if token.i not in self.quoted and not token.is_space]

    def inside(self) -> "list[Token]":
        """The tokens of the marked words."""
        return self.reading.tokens(self.marked.start, self.marked.end)
