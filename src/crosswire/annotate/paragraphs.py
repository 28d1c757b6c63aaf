"""Where paragraphs begin and end, told from line breaks that only wrap a line."""

import re

LINE = re.compile(r"[^\n\r\u2028\u2029]*[^\s][^\n\r\u2028\u2029]*")
SENTENCE_END = re.compile(r"[.!?:…;”\"'’»)\]]\s*$")
# Shorter lines end early because somebody ended them, not because a column was full.
WRAP_WIDTH = 40


def find_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a text as (start, end) offsets, white space at the ends left out.

    A blank line always parts. A single line break parts too, unless the text is wrapped at a column
    (most of its long lines end inside a sentence) or the next line goes on in lower case.
    """
    lines = [_strip(text, match.start(), match.end()) for match in LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    paragraphs: list[tuple[int, int]] = []
    for start, end in lines:
        if paragraphs and _goes_on(text, paragraphs[-1], start, wrapped):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return tuple(paragraphs)


def blank_out(text: str, stretches: list[tuple[int, int]]) -> str:
    """The text with some stretches turned into blanks, line breaks and length kept."""
    parts, position = [], 0
    for start, end in sorted(stretches):
        parts += [text[position:start], re.sub(r"[^\n\r]", " ", text[max(start, position) : end])]
        position = max(position, end)
    return "".join([*parts, text[position:]])


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    long = [(start, end) for start, end in lines[:-1] if end - start >= WRAP_WIDTH]
    inside = sum(not SENTENCE_END.search(text[start:end]) for start, end in long)
    return len(long) >= 4 and inside * 2 > len(long)


def _goes_on(text: str, before: tuple[int, int], start: int, wrapped: bool) -> bool:
    gap = text[before[1] : start]
    if len(re.findall(r"\r\n|[\n\r\u2028\u2029]", gap)) > 1 or SENTENCE_END.search(text[before[0] : before[1]]):
        return False
    return wrapped or text[start].islower()
