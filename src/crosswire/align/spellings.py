"""Whether two spellings are one name: transliterations meet, other people with a like name do not."""

import re
from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

# Letters that transliterations trade for one another, longest first.
TRADES = (("sch", "sh"), ("tsch", "ch"), ("kh", "k"), ("gh", "k"), ("ck", "k"), ("dh", "d"), ("ph", "f"), ("q", "k"), ("g", "k"), ("c", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"))
# Below these the letters themselves are too far apart, whatever their sounds (in per cent).
ALIKE_SURNAMES, ALIKE_FIRST_NAMES = 72, 70
SHORT = 4


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """A word in plain lower-case Latin letters."""
    return re.sub(r"[^a-z0-9]", "", anyascii(word).casefold())


def fold_name(name: str) -> tuple[str, ...]:
    """The words of a name, folded; a hyphen parts words."""
    return tuple(word for part in re.split(r"[\s\-–]+", name) if (word := fold_word(part)))


@lru_cache(maxsize=50_000)
def _trade(word: str) -> str:
    for old, new in TRADES:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=50_000)
def _skeleton(word: str) -> str:
    """The word's consonants with one sign for each run of vowels: what transliterations keep."""
    return re.sub(r"[aeiou]+", "a", _trade(word))


def same_word(one: str, other: str, least: int = ALIKE_SURNAMES) -> bool:
    """Whether two folded words are spellings of one name: the same sounds in the same order, and letters near enough.

    "Gaddafi" and "Kadhafi" are, "Hassan" and "Hussein" are not, nor are short names that differ at all ("Chen", "Chan").
    """
    if one == other:
        return True
    if min(len(one), len(other)) <= SHORT:
        return False
    if _skeleton(one).rstrip("a") != _skeleton(other).rstrip("a"):
        return False
    return ratio(_trade(one), _trade(other)) >= least


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names (folded words) are one person's: surnames and first names are the same word, or an initial of it."""
    if len(one) < 2 or len(other) < 2 or not same_word(one[-1], other[-1]):
        return False
    first, second = one[0], other[0]
    if 1 in (len(first), len(second)):
        return first[0] == second[0]
    return same_word(first, second, ALIKE_FIRST_NAMES)
