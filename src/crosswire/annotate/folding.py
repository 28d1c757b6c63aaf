"""Place names brought to one spelling, so that accents, marks and the many ways of romanising do not hide a name."""

import re
import unicodedata
from functools import cache

from anyascii import anyascii

from crosswire.annotate.tables import read_table
from crosswire.model import read_words

APOSTROPHES = frozenset("'’‘ʼʻ`´ʹʺ′″ʾʿ\"“”„«»")
SAINT = re.compile(r"\bsaint(?=e?\b)")
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile("[aeiou]+")
# "Ezzor" for "ez-Zor": the article's consonant is the word's.
FUSED = re.compile(r"^[ae]([dlnrstz])(?=\1)")
SHORTEST_SOUND = 4
# With fewer consonants than these, wholly other names share them all.
LEAST_CONSONANTS = 4
UNHEARD = frozenset({"Lm", "Mn", "Mc", "Me", "Cf", "Cs"})


class _Folding(dict[int, str]):
    """What is left of each character, worked out when it is first met; a table for `str.translate`."""

    def __missing__(self, point: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(point))
        self[point] = "".join(map(_fold_part, parts))
        return self[point]


FOLDING = _Folding()


def fold(name: str) -> str:
    """A name without case, accents, marks and a leading "the"; Latin letters become ASCII, other scripts stay as they are."""
    key = " ".join(name.casefold().translate(FOLDING).split()).removeprefix("the ")
    return SAINT.sub("st", key) if "saint" in key else key


def _fold_part(character: str) -> str:
    """Nothing of an accent or apostrophe, a space of a hyphen or full stop, "and" of an ampersand, ASCII of a Latin letter."""
    if character == "&":
        return " and "
    if character in APOSTROPHES or unicodedata.category(character) in UNHEARD:
        return ""
    if not character.isalnum():
        return " "
    if unicodedata.name(character, "").startswith("LATIN"):
        return "".join(c for c in anyascii(character).casefold() if c.isalnum())
    return character.casefold()


def loosen(key: str) -> str:
    """A folded name with the spellings that romanisations use for one sound made equal, articles left out; "" where it is not Latin."""
    if not key.isascii():
        return ""
    articles = read_words("annotate", "loose_articles")
    loose = "".join(FUSED.sub("", word) for word in key.split() if word not in articles)
    for spelling, sound in _read_spellings():
        loose = loose.replace(spelling, sound)
    return DOUBLED.sub(r"\1", loose).removesuffix("h")


def drop_vowels(key: str) -> str:
    """A loosened folded name with all its vowels made one ("Saraqeb" and "Saraqib").

    Good only among the places of one country, for it brings many names together. Where there are few consonants the vowels stay; "" for
    the shortest.
    """
    sound = loosen(key)
    plain = VOWELS.sub("a", sound).strip("a")
    if len(plain.replace("a", "")) >= LEAST_CONSONANTS:
        return plain
    return sound if len(sound) >= SHORTEST_SOUND else ""


@cache
def _read_spellings() -> tuple[tuple[str, str], ...]:
    return tuple((spelling, sound) for spelling, sound in read_table("loose_spellings"))


def strip_region_words(key: str) -> str | None:
    """The proper name in the folded name of a division ("anbar" of "anbar province" and of "province of anbar"), else None."""
    match = _region_pattern().match(key)
    return (match["after"] or match["before"]) if match else None


@cache
def _region_pattern() -> re.Pattern[str]:
    folded = {re.escape(fold(word)) for word in read_words("annotate", "region_words")}
    words = "|".join(sorted(folded, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:(?:{words}) (?:of )?(?P<after>.+)|(?P<before>.+?) (?:{words}))$")


@cache
def read_ordinary() -> frozenset[str]:
    """Folded words that are also something other than a place: common English words, given names and surnames."""
    return frozenset(read_words("annotate", "ordinary"))
