"""Where paragraphs begin and end, told from line breaks that only wrap a line."""

import re
from collections.abc import Iterable, Sequence

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
WORDS = re.compile(r"[^\n\r\u2028\u2029]")
SENTENCE_ENDS = frozenset(".!?:…;”\"'’»)]")
# Shorter lines end early because somebody ended them, not because a column was full.
WRAP_WIDTH = 40
# Fewer long lines show no habit.
LEAST_LONG = 4


def find_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a text as (start, end) offsets, white space at the ends left out.

    A blank line always parts. A single line break parts too, unless the text is wrapped at a column
    (most of its long lines end inside a sentence) or the next line goes on in lower case.
    """
    lines = [_strip(match[0], match.start()) for match in LINE.finditer(text) if not match[0].isspace()]
    wrapped = _is_wrapped(text, lines)
    paragraphs: list[tuple[int, int]] = []
    for start, end in lines:
        if paragraphs and _goes_on(text, paragraphs[-1][1], start, wrapped):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return tuple(paragraphs)


def blank_out(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with some stretches turned into blanks, line breaks and length kept."""
    parts, position = [], 0
    for start, end in sorted(stretches):
        parts += [text[position:start], WORDS.sub(" ", text[max(start, position) : end])]
        position = max(position, end)
    return "".join([*parts, text[position:]])


def _strip(line: str, offset: int) -> tuple[int, int]:
    return offset + len(line) - len(line.lstrip()), offset + len(line.rstrip())


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]]) -> bool:
    ends = [end for start, end in lines[:-1] if end - start >= WRAP_WIDTH]
    inside = sum(text[end - 1] not in SENTENCE_ENDS for end in ends)
    return len(ends) >= LEAST_LONG and inside * 2 > len(ends)


def _goes_on(text: str, end: int, start: int, wrapped: bool) -> bool:
    """Whether the line at `start` goes on the paragraph that so far ends at `end`."""
    if text[end - 1] in SENTENCE_ENDS or len(BREAK.findall(text, end, start)) > 1:
        return False
    return wrapped or text[start].islower()
