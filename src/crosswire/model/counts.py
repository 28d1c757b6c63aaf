"""Whether words give a number or only name some of those it is made of."""

import re
from collections.abc import Iterable
from functools import cache

from crosswire.model.incidents import Figure, Subgroup
from crosswire.model.words import read_rows

# So many words may stand before the number ("some", "at least", "a total of").
BEFORE = 4
# A figure of three people or more, and one that is less than half of it, hardly count the same people.
TELLING, CLOSE = 3, 0.5


def is_counted(words: str) -> bool:
    """Whether words state a number ("at least 12 people", "two men"), rather than one person or several named ("his wife")."""
    return any(word[:1].isdigit() or word in _list_numbers() for word in re.findall(r"\w+", words.casefold())[:BEFORE])


def is_part(figure: Figure | Subgroup, others: Iterable[Figure | Subgroup]) -> bool:
    """Whether a figure tells of one person or names several ("his wife") where another counts: these may be some of those."""
    return not is_counted(figure.span.text) and any(is_counted(other.span.text) for other in others)


def is_far(one: Figure | Subgroup, other: Figure | Subgroup) -> bool:
    """Whether one of two numbers as stated is less than half of the other, of three people or more."""
    low, high = sorted(max(figure.low or 0, figure.high or 0) for figure in (one, other))
    return high >= TELLING and low < CLOSE * high


@cache
def _list_numbers() -> frozenset[str]:
    return frozenset({row[0] for row in read_rows("model", "number_words")} | {"one", "both", "dozen", "dozens"})
