"""Whether two spellings are one name: transliterations meet, other people with a like name do not."""

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from crosswire.model import read_rows

# Below these the letters themselves are too far apart, whatever their sounds (in per cent).
ALIKE_SURNAMES, ALIKE_FIRST_NAMES = 72, 70
SHORT = 4  # letters; a name as short as this has one spelling


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """A word in plain lower-case Latin letters."""
    return re.sub(r"[^a-z0-9]", "", anyascii(word).casefold())


def fold_name(name: str) -> tuple[str, ...]:
    """The words of a name, folded; a hyphen parts words."""
    return tuple(word for part in re.split(r"[\s\-–]+", name) if (word := fold_word(part)))


@lru_cache(maxsize=50_000)
def _trade(word: str) -> str:
    for old, new in read_rows("align", "letter_trades"):
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=50_000)
def sound_out(word: str) -> str:
    """The consonants of a folded word with one sign for each run of vowels between them: what transliterations keep.

    Words that `same_word` holds to be one sound alike, so this is what to look them up by.
    """
    return re.sub(r"[aeiou]+", "a", _trade(word)).rstrip("a")


def same_word(one: str, other: str, least: int = ALIKE_SURNAMES) -> bool:
    """Whether two folded words are spellings of one name: the same sounds in the same order, and letters near enough.

    "Gaddafi" and "Kadhafi" are, "Hassan" and "Hussein" are not, nor are short names that differ at all ("Chen", "Chan").
    """
    if one == other:
        return True
    if min(len(one), len(other)) <= SHORT or sound_out(one) != sound_out(other):
        return False
    return ratio(_trade(one), _trade(other)) >= least


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names (folded words) are one person's: surnames and first names are the same word, or an initial of it."""
    if len(one) < 2 or len(other) < 2 or not same_word(one[-1], other[-1]):
        return False
    first, second = one[0], other[0]
    if is_initial(first) or is_initial(second):
        return first[0] == second[0]
    return same_word(first, second, ALIKE_FIRST_NAMES)


def is_initial(word: str) -> bool:
    """Whether a folded first name is a letter that stands for it."""
    return len(word) == 1
