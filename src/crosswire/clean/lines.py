"""The lines of a text, where they stand, and how they read without their dressing."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# What lists, quotations and mark-up put before a line, and what they put after it.
DRESSING = " \t\u00a0\u200b\ufeff#*>•·▪►▶→‣◦|_~–—-"
CLOSING = " \t\u00a0\u200b\ufeff*|_~»›>→▶►…▼▾+"
# One character for one, so that offsets in a plain text are offsets in the text itself. "İ" alone has a lower case of two characters.
PLAIN = (
    *((odd, "'") for odd in "’‘ʼ`"),
    *((odd, " ") for odd in "\u00a0\u202f\u2009\t"),
    ("：", ":"),
    ("İ", "I"),
)
BULLET = re.compile(r"[*•·▪►▶‣◦–—-]\s|\d{1,2}[.)]\s")
SENTENCE_END = re.compile(r"[.!?…。؟][\"'”’»)\]]*$")
LONG_WORDS, SHORT_BODY_WORDS = 20, 6
STEM_LETTERS, WORD_LETTERS = 6, 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, stripped of white space.

    `text` is as it stands at start..end; `flat` the same with simple apostrophes and spaces, character for character;
    `plain` is `flat` without what dresses it, and `lower` is that in lower case, as long.
    """

    start: int
    end: int
    text: str
    flat: str
    plain: str
    lower: str
    words: int

    @property
    def bulleted(self) -> bool:
        """Whether it is an item of a list."""
        return BULLET.match(self.text) is not None

    @property
    def running(self) -> bool:
        """Whether it reads as running text: long, or a sentence with its stop."""
        return self.words >= LONG_WORDS or (self.words >= SHORT_BODY_WORDS and SENTENCE_END.search(self.text) is not None)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold a letter or a digit, whatever ends them."""
    flat = flatten(text)
    stretches = (_strip(flat, match.start(), match.end()) for match in LINE.finditer(flat))
    lines = (_make_line(text, flat, start, end) for start, end in stretches)
    return tuple(line for line in lines if WORD.search(line.plain))


def flatten(text: str) -> str:
    """The text with curly apostrophes and odd spaces made simple, character for character."""
    for odd, simple in PLAIN:
        if odd in text:
            text = text.replace(odd, simple)
    return text


def _strip(flat: str, start: int, end: int) -> tuple[int, int]:
    raw = flat[start:end]
    stripped = raw.strip()
    start += len(raw) - len(raw.lstrip())
    return start, start + len(stripped)


def _make_line(text: str, flat: str, start: int, end: int) -> Line:
    plain = flat[start:end].lstrip(DRESSING).rstrip(CLOSING)
    return Line(start, end, text[start:end], flat[start:end], plain, plain.lower(), flat.count(" ", start, end) + 1)


def fold(text: str) -> str:
    """A text for comparison: letter case, spacing and the forms of characters do not count."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(plain.casefold().split())


def find_content_words(text: str) -> set[str]:
    """The stems (first letters) of the words that say what a passage is about."""
    words = (word.casefold().removesuffix("'s").removesuffix("’s") for word in WORD.findall(text))
    return {word[:STEM_LETTERS] for word in words if len(word) >= WORD_LETTERS and word not in _function_words()}


@cache
def _function_words() -> frozenset[str]:
    data = resources.files("crosswire.clean").joinpath("data/function_words.txt").read_text("utf-8")
    return frozenset(word for line in data.splitlines() if not line.startswith("#") for word in line.split())
