"""Quotation marks as newspapers use them: where marked words begin and end, paragraph by paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crosswire.model import read_words

# Opening marks and what closes them. A German „ is closed by “ or ”, a reversed » by «.
CLOSERS = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "‹": "›"}
APOSTROPHE_WORDS = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `start` and `end` without the marks, `opened` and `closed` with them.

    `open_ended` says that no closing mark stands; `reopens` that the paragraph before was left open-ended
    and this one begins with the same mark.
    """

    opened: int
    start: int
    end: int
    closed: int
    open_ended: bool = False
    reopens: bool = False


def find_marked(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Marked, ...]:
    """All outermost marked stretches, in order. Marks inside marks belong to the outer ones."""
    found: list[Marked] = []
    for start, end in paragraphs:
        before = found[-1] if found and found[-1].open_ended and _is_next(text, found[-1].end, start) else None
        for position, marked in enumerate(_scan_paragraph(text, start, end)):
            reopens = before is not None and position == 0 and text[marked.opened] == text[before.opened] and marked.opened == start
            found.append(Marked(marked.opened, marked.start, marked.end, marked.closed, marked.open_ended, reopens))
    return tuple(found)


def _is_next(text: str, end: int, start: int) -> bool:
    return not text[end:start].strip()


def _scan_paragraph(text: str, start: int, end: int) -> Iterator[Marked]:
    position = start
    while position < end:
        mark = text[position]
        if mark in CLOSERS and _opens(text, position, start, end):
            marked = _close(text, position, end)
            if marked is not None:
                yield marked
                position = marked.closed
                continue
        position += 1


def _opens(text: str, position: int, start: int, end: int) -> bool:
    """Whether the mark at `position` begins words: nothing but space or a bracket before it, words after it."""
    before = text[position - 1] if position > start else " "
    after = text[position + 1] if position + 1 < end else " "
    if text[position] in "'‘" and APOSTROPHE_WORDS.match(text, position):
        return False
    if text[position] == "»" and not (before.isspace() or before in "([—–:"):
        return False
    if text[position] in "“„«":
        return not after.isspace() or text[position] == "«"
    return (before.isspace() or before in "([{—–-/:…,‘“'") and not after.isspace() and after not in ",;:)]"


def _close(text: str, opened: int, end: int) -> Marked | None:
    """The words from an opening mark to its closing one; where there is none, to the next opening mark or the paragraph's end."""
    mark = text[opened]
    closers = [p for p in range(opened + 1, end) if text[p] in CLOSERS[mark] and _closes(text, p, mark, end)]
    if mark in "'‘":
        return _close_single(text, opened, closers)
    reopened = next((p for p in range(opened + 1, end) if text[p] == mark and mark not in CLOSERS[mark] and _opens(text, p, opened, end)), None)
    closed = closers[0] if closers else None
    if mark == "“" and closed is not None and text[closed] == "“":
        closed = next((p for p in closers if text[p] == "”"), None) if _opens(text, closed, opened, end) else closed
        reopened = next((p for p in range(opened + 1, end) if text[p] == "“" and _opens(text, p, opened, end)), None)
    if closed is not None and (reopened is None or closed < reopened):
        return Marked(opened, opened + 1, closed, closed + 1)
    stop = cut_unclosed(text, opened + 1, end if reopened is None else reopened)
    return Marked(opened, opened + 1, stop, stop, open_ended=True) if stop > opened + 1 else None


def _closes(text: str, position: int, mark: str, end: int) -> bool:
    after = text[position + 1] if position + 1 < end else " "
    before = text[position - 1]
    if mark in "'‘":
        return not after.isalnum() and not before.isspace()
    if mark == '"':
        return not (before.isspace() and not after.isspace() and after not in ".,;:!?)") and not after.isalnum()
    return True


def _close_single(text: str, opened: int, closers: Sequence[int]) -> Marked | None:
    """The close of single marks: an s with an apostrophe does not close while a surer mark follows before the next opening."""
    for place, position in enumerate(closers):
        sure = text[position - 1] in ",.!?…" or not text[position - 1] == "s"
        later = [p for p in closers[place + 1 :] if not re.search(r"(?:^|\s)[‘']\w", text[position + 1 : p])]
        if sure or not any(text[p - 1] in ",.!?…" or text[p - 1] != "s" for p in later):
            return Marked(opened, opened + 1, position, position + 1)
    return None


@cache
def _attribution() -> re.Pattern[str]:
    forms = "|".join(sorted(read_words("extract", "attribution_forms")))
    return re.compile(rf"[,.?!…]\s+(?:[A-Z][\w.’'-]*\s+){{0,4}}(?:he|she|they|[A-Z][\w’'-]+)\s+(?:{forms})\b")


def cut_unclosed(text: str, start: int, end: int) -> int:
    """Where words whose closing mark is missing end: before "…, she said", else at the end given."""
    attribution = _attribution().search(text, start, end)
    stop = attribution.start() + 1 if attribution else end
    return start + len(text[start:stop].rstrip())
