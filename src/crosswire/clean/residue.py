"""Sentences that a writing assistant addressed to its user and that were published with its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crosswire.clean.lines import Line
from crosswire.clean.quoting import is_quoted
from crosswire.clean.rules import expand_fragments, fill_fragments, join_patterns, load_data
from crosswire.model import Mark

SENTENCE_START = re.compile(r"(?:^|(?<=[.!?…:])[\"'”’)\]]*\s+)")
SENTENCE_END = re.compile(r"[.!?…]+[)\]]*(?=\s|$)|:(?=\s|$)")
TOPIC_MENTIONS = 3
# Beyond this length a line is no paragraph, and looking back through it for quotation marks would take long.
LONGEST_LINE = 20_000


@dataclass(frozen=True, slots=True)
class Signs:
    """The expressions by which such sentences are known."""

    opening: re.Pattern[str]
    about: re.Pattern[str]
    reported: re.Pattern[str]
    topic: re.Pattern[str]
    bracketed: re.Pattern[str]


@cache
def _load_signs() -> Signs:
    data = load_data("residue.toml")
    fragments = expand_fragments(data["fragments"])
    closed, addressed, whole = (join_patterns(data[name], fragments) for name in ("closed", "addressed", "whole"))
    opening = rf"(?P<closed>{closed}|(?:{whole})(?=[.!?]|\s*\Z))|(?P<addressed>{addressed})"
    others = (fill_fragments(data[name], fragments) for name in ("about", "reported", "topic"))
    patterns = (opening, *others, join_patterns(data["bracketed"], fragments))
    return Signs(*(re.compile(pattern) for pattern in patterns))


def find_residue(text: str, lines: Sequence[Line]) -> tuple[Mark, ...]:
    """The sentences of a writing assistant to its user, outside quotation marks; none in an article about such assistants."""
    marks = tuple(mark for line in lines if len(line.flat) <= LONGEST_LINE for mark in _find_in_line(line))
    if marks and sum(1 for _ in _load_signs().topic.finditer(text.lower())) >= TOPIC_MENTIONS:
        return ()
    return marks


def _find_in_line(line: Line) -> Iterator[Mark]:
    plain = line.flat.lower()
    signs, done = _load_signs(), 0
    for start in SENTENCE_START.finditer(plain):
        opening = signs.opening.match(plain, start.end()) if start.end() >= done else None
        if opening is None:
            continue
        done = _end_sentence(plain, opening.end())
        if _is_to_user(plain[start.end() : done], opening) and not is_quoted(line.text, start.end()):
            yield Mark(line.start + start.end(), line.start + done, "chatbot residue")
    if "[" in plain:
        yield from _find_templates(line, plain)


def _is_to_user(sentence: str, opening: re.Match[str]) -> bool:
    signs = _load_signs()
    if signs.reported.search(sentence):
        return False
    return opening["closed"] is not None or signs.about.search(sentence) is not None


def _end_sentence(plain: str, at: int) -> int:
    end = SENTENCE_END.search(plain, at)
    return end.end() if end else len(plain)


def _find_templates(line: Line, plain: str) -> Iterator[Mark]:
    for match in _load_signs().bracketed.finditer(plain):
        if not is_quoted(line.text, match.start()):
            yield Mark(line.start + match.start(), line.start + match.end(), "chatbot residue")
