"""The words around a stated number: how it is hedged, whether the article itself says it, and of which thing."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.extract.incidents.numbers import parse_number, read_quantities
from crosswire.model import QuoteMention, Reading

UNREAL = re.compile(r"\b(?:would|could|might|may|if|should|unless|whether|threatens? to|plans? to|will|not|never|no)\b", re.I)


@cache
def read_claims() -> dict[str, dict[str, Any]]:
    """The words of the data file, table by table."""
    return tomllib.loads(files("crosswire.extract").joinpath("data/claims.toml").read_text(encoding="utf-8"))


@cache
def name_any(*words: str) -> str:
    """A pattern for any of some words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


@cache
def number_pattern() -> str:
    """A pattern for a number in digits or in words of one part or two ("12", "1,200", "twenty-one")."""
    words = name_any(*read_quantities()["numbers"])
    return rf"(?:\d[\d,]*(?:\.\d+)?|{words}(?:-{words})?)"


@cache
def ordinal_pattern() -> str:
    """A pattern for an ordinal in words or digits ("third", "21st")."""
    return rf"(?:{name_any(*read_claims()['ordinals'])}|\d{{1,3}}(?:st|nd|rd|th))"


@cache
def hedge_pattern() -> str:
    """A pattern for the words that hedge a number, and the space after them, where there are any."""
    return rf"(?:(?P<hedge>{name_any(*read_claims()['hedges'])}) )?"


def read_number(words: str) -> float | None:
    """The value of digits or number words."""
    if re.fullmatch(r"\d[\d,]*\.\d+", words):
        return float(words.replace(",", ""))
    value = parse_number(words.rstrip(",").split())
    return None if value is None else float(value)


def read_ordinal(words: str) -> int:
    """The value of an ordinal."""
    word = words.lower()
    known: dict[str, int] = read_claims()["ordinals"]
    return known.get(word) or int(re.sub(r"\D", "", word))


def read_hedge(words: str | None) -> str:
    """What a hedge makes of a number: "above", "near", "below", or "exact" without one."""
    return str(read_claims()["hedges"].get((words or "").lower(), "exact"))


@dataclass(frozen=True, slots=True)
class Text:
    """An article's content as one string, offsets the article's own, with the stretches that are somebody's words."""

    reading: Reading
    content: str
    quoted: tuple[tuple[int, int], ...]

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The offsets of the sentence that a stretch begins in."""
        sent = self.reading.token_at(start).sent
        return sent.start_char, max(end, sent.end_char)

    def is_own(self, start: int, end: int) -> bool:
        """Whether the article itself says so, not somebody whom it quotes."""
        return not any(first <= start and end <= last for first, last in self.quoted)

    def is_stated(self, start: int, end: int) -> bool:
        """Whether the article itself says so, and nothing before it in its sentence makes it unreal."""
        return self.is_own(start, end) and not UNREAL.search(self.content, self.sentence(start, end)[0], start)


def make_text(reading: Reading, quotes: Sequence[QuoteMention]) -> Text:
    """What the readers of facts search: one article's content with its quotations."""
    quoted = tuple(sorted((quote.span.start, quote.span.end) for quote in quotes if quote.kind != "indirect"))
    return Text(reading, reading.doc.text, quoted)
