"""Words as they are compared: contractions parted, numbers and spellings made one, stems in plain letters."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import snowballstemmer  # type: ignore[import-untyped]
from anyascii import anyascii

from crosswire.model import GRAVE, Change, read_rows, read_words

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
BRACKETS = re.compile(r"\[[^\]]*\]")
NEGATED = re.compile(r"(?i)(.+?)n['’]t$|(can)not$")
CLITIC = re.compile(r"(?i)['’](?:s|re|ve|ll|d|m)$")
# What "won't", "can't" and "shan't" have for their verb.
SHORTENED = {"wo": "will", "ca": "can", "sha": "shall"}


class Word(NamedTuple):
    """One word: its stem, whether it carries content, and its offsets in the text."""

    stem: str
    content: bool
    start: int
    end: int


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("english")


@cache
def _read_spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in read_rows("align", "spellings"))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word's stem in plain lower-case letters (Porter 2), the same for British and American spelling."""
    plain = anyascii(word).casefold().replace("'", "")
    for pattern, shared in _read_spellings():
        plain = pattern.sub(shared, plain)
    return str(_stemmer().stemWord(plain))


@lru_cache(maxsize=100_000)
def _carries_content(word: str) -> bool:
    return word.casefold().replace("’", "'") not in read_words("align", "function_words")


def cut_words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words between two offsets, in order; words in square brackets are the outlet's own and carry no content."""
    brackets = [match.span() for match in BRACKETS.finditer(text, start, end)]
    words = [word for match in WORD.finditer(text, start, end) for word in _read_word(match)]
    words = list(_join_numbers(words, text))
    return tuple(word._replace(content=False) if any(a <= word.start < b for a, b in brackets) else word for word in words)


def _read_word(match: re.Match[str]) -> Iterator[Word]:
    """A word with what is run together with it: "don't" is "do" and "not", "they've" is "they"."""
    start, end = match.span()
    if negated := NEGATED.match(match[0]):
        verb = negated[1] or negated[2]
        verb = SHORTENED.get(verb.casefold(), verb)
        yield Word(stem(verb), _carries_content(verb), start, end)
        yield Word("not", True, start, end)
        return
    plain = CLITIC.sub("", match[0])
    yield Word(plain.replace(",", "") if NUMBER.fullmatch(plain) else stem(plain), _carries_content(plain), start, end)


def _join_numbers(words: list[Word], text: str) -> Iterator[Word]:
    """The words with each run of number words as one word, in digits: "three hundred", "twenty-five", "3.8 billion"."""
    starts = [i for i in range(len(words)) if i == 0 or not _runs_on(words[i - 1], words[i], text)]
    for first, last in pairwise([*starts, len(words)]):
        run = words[first:last]
        if _is_number(run[0], text):
            value = _add_up(text[run[0].start : run[-1].end])
            yield Word("one" if value == 1 else f"{value.normalize():f}", True, run[0].start, run[-1].end)
        else:
            yield from run


def _runs_on(before: Word, word: Word, text: str) -> bool:
    """Whether a number goes on in a word: "three hundred", "hundred five", "twenty five"; "three four" are two, and so are digits."""
    row = _read_numbers().get(text[word.start : word.end].casefold())
    if row is None or not _is_number(before, text) or text[before.end : word.start] not in ("-", " ", "‑", "\u00a0"):
        return False
    value, multiplies = _read_numbers().get(text[before.start : before.end].casefold(), (Decimal(0), False))
    return row[1] or multiplies or (20 <= value <= 90 and row[0] < 10)


def _is_number(word: Word, text: str) -> bool:
    shown = text[word.start : word.end].casefold()
    return shown in _read_numbers() or NUMBER.fullmatch(shown) is not None


@cache
def _read_numbers() -> dict[str, tuple[Decimal, bool]]:
    return {row[0]: (Decimal(row[1]), len(row) > 2) for row in read_rows("model", "number_words")}


def _add_up(shown: str) -> Decimal:
    total, part = Decimal(0), Decimal(0)
    for match in WORD.finditer(shown.casefold()):
        value, multiplies = _read_numbers().get(match[0], (None, False))
        if value is None:
            part += _read_digits(match[0])
        elif not multiplies:
            part += value
        elif value == 100:
            part = (part or 1) * value
        else:
            total, part = total + (part or 1) * value, Decimal(0)
    return total + part


def _read_digits(shown: str) -> Decimal:
    """Digits with a comma before every three, and at most one point; anything else as its digits alone ("1.2.3")."""
    plain = shown.replace(",", "")
    return Decimal(plain) if plain.count(".") < 2 else Decimal(plain.replace(".", ""))


class Weight(NamedTuple):
    """What the change of a word would be; the row of words that exclude it, and which of them it is a form of."""

    change: Change
    row: int
    form: str


@cache
def _read_weights() -> dict[str, Weight]:
    found: dict[str, Weight] = {}
    for number, (name, *row) in enumerate(read_rows("align", "weights")):
        change = next(change for change in GRAVE if change == name)
        found |= {stem(word): Weight(change, number, forms) for forms in row for word in forms.split("/")}
    return found


def weigh_word(word_stem: str) -> Weight | None:
    """What a word's change would be; None for a word of no such weight. A number excludes all others."""
    return Weight("number", -1, word_stem) if word_stem[:1].isdigit() else _read_weights().get(word_stem)


def count_negations(stems: Sequence[str]) -> int:
    """How many words of some deny."""
    return sum(weight.change == "negation" for stem in stems if (weight := weigh_word(stem)))


@cache
def read_pronouns(of_people: bool = False) -> frozenset[str]:
    """The stems of pronouns that may stand for a name, or of those alone that stand for people."""
    return frozenset(stem(row[0]) for row in read_rows("align", "pronouns") if len(row) > 1 or not of_people)
