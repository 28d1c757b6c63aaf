"""Whether words give a number or only name those it is made of."""

import re
from functools import cache

from crosswire.model.words import read_rows

# So many words may stand before the number ("some", "at least", "a total of").
BEFORE = 4


def is_counted(words: str) -> bool:
    """Whether words state a number ("at least 12 people", "two men"), rather than one person or several named ("his wife")."""
    return any(word[:1].isdigit() or word in _list_numbers() for word in re.findall(r"\w+", words.casefold())[:BEFORE])


@cache
def _list_numbers() -> frozenset[str]:
    return frozenset({row[0] for row in read_rows("model", "number_words")} | {"one", "both", "dozen", "dozens"})
