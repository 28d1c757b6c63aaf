"""The words of a title: which office, of which country, place or body, and how its bearer stands to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosswire.model import read_rows, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

GENERIC = frozenset({"the", "city", "town", "republic", "kingdom", "province", "country", "nation", "government", "of"})
SKIPPED = frozenset({"-", "'s", "’s", "'", "’", ".", "the"})
DATED = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL"})
# A title has no more words than this, "of" and articles counted in.
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Title:
    """An office by its plain name; `scope` are folded words for whose it is, a country as "=" and its code; `words` are its tokens."""

    office: str
    scope: tuple[str, ...]
    standing: str
    words: "tuple[Token, ...]"


@cache
def read_offices() -> dict[tuple[str, ...], str]:
    """The titles of the data file, each as its words, with the name of the office."""
    return {tuple(words.split()): office for words, office in read_rows("extract", "single_offices")}


@cache
def _read_standings() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("extract", "standings")}


def find_title(tokens: "Sequence[Token]", start: int = 0) -> tuple[int, int] | None:
    """Where the longest title begins that ends last in some tokens: its first and last position (exclusive)."""
    lower = [token.lower_.rstrip(".") for token in tokens]
    for end in range(len(lower), start, -1):
        for length in range(min(LONGEST, end - start), 0, -1):
            if tuple(lower[end - length : end]) in read_offices():
                return end - length, end
    return None


def read_title(before: "Sequence[Token]", title: "Sequence[Token]", after: "Iterable[Token]", nations: dict[int, str]) -> Title:
    """A title with the words that modify it before it and those for whose it is after it ("of Peru").

    A word that is neither a name, a standing nor idle makes another office of it ("football president").
    """
    office = read_offices()[tuple(token.lower_.rstrip(".") for token in title)]
    standing, apart, scope = "held", [], set()
    for token in (*before, *after):
        word = token.lower_.rstrip(".")
        if token.i in nations:
            scope.add(nations[token.i])
        elif word in _read_standings():
            standing = _read_standings()[word]
        elif token.text[:1].isupper() and word not in GENERIC and token.ent_type_ not in DATED:
            scope.add(word.replace(".", ""))
        elif not _is_idle(token, word):
            apart.append(word)
    return Title(" ".join([*apart, office]), tuple(sorted(scope)), standing, (*before, *title, *after))


def _is_idle(token: "Token", word: str) -> bool:
    dated = token.ent_type_ in DATED or token.tag_ == "POS"
    return dated or word in SKIPPED or word in GENERIC or word in read_words("extract", "idle_modifiers")
