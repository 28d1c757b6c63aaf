"""Quotation marks as newspapers use them: where marked words begin and end, paragraph by paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from crosswire.model import read_words

# Opening marks and what closes them. A German „ is closed by “ or ”, a reversed » by «.
CLOSERS = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "‚": "‘’", "‹": "›"}
# Where straight and curly marks are mixed: what also closes a mark, and what opens the pair that it belongs to.
MIXED = {"“": '"', '"': "”"}
PARTNERS = {"“": '"', '"': "“"}
SINGLE = frozenset("'‘‚‹")
MARK = re.compile("[“„«»\"‘'‚‹]")
APOSTROPHE_WORDS = re.compile(r"['’‘](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
# Two single marks typed for a double one.
PAIRS = re.compile(r"(?<!')''(?!')|``|‘‘|(?<!’)’’(?!’)")
BEFORE, AFTER, STOPS = frozenset("([{—–-/:…,‘“'"), frozenset(",;:)]"), frozenset(".,;:!?)")
# No report has more marked stretches; a text that has is no prose, and the rest of it is not read for quotations.
MOST_MARKED = 5_000


@dataclass(frozen=True, slots=True)
class Marked:
    """Words between marks: `start` and `end` without the marks and white space beside them, `opened` and `closed` with the marks.

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
    even = PAIRS.sub(_even_pair, text)
    found: list[Marked] = []
    left_open: Marked | None = None
    for (start, end), after in zip_longest(paragraphs, paragraphs[1:]):
        position = len(found)
        runs_on = after is not None and even[start] == even[after[0]]
        for marked in _Paragraph(even, start, end, runs_on).find():
            reopens = left_open is not None and marked.opened == start and even[start] == even[left_open.opened]
            left_open = None
            found.append(_describe(text, marked, reopens))
            if len(found) == MOST_MARKED:
                return tuple(found)
        last = found[-1] if len(found) > position else None
        left_open = last if last is not None and last.open_ended and not text[last.end : end].strip() else None
    return tuple(found)


def _even_pair(pair: re.Match[str]) -> str:
    """A straight mark and a blank for two single marks, the mark beside the words, so that no offset moves."""
    opens = pair[0] in ("``", "‘‘") or (pair.end() < len(pair.string) and not pair.string[pair.end()].isspace() and _begins(pair))
    return ' "' if opens else '" '


def _begins(pair: re.Match[str]) -> bool:
    before = pair.string[pair.start() - 1] if pair.start() else " "
    return before.isspace() or before in BEFORE


def _describe(text: str, marked: Marked, reopens: bool) -> Marked:
    """A stretch with its pairs of single marks whole again, and no white space inside the marks."""
    words = text[marked.start : marked.end]
    start = marked.start + len(words) - len(words.lstrip())
    opened = marked.opened - 1 if PAIRS.match(text, marked.opened - 1, marked.start) and marked.opened else marked.opened
    closed = marked.closed + 1 if PAIRS.match(text, marked.end, marked.closed + 1) and not marked.open_ended else marked.closed
    return Marked(opened, start, start + len(words.strip()), closed, marked.open_ended, reopens)


class _Paragraph:
    """One paragraph with its marks: each list of positions is drawn up once, so that no mark scans it again.

    `runs_on` says that the next paragraph begins as this one does.
    """

    def __init__(self, text: str, start: int, end: int, runs_on: bool) -> None:
        self.text, self.start, self.end, self.runs_on = text, start, end, runs_on
        self.openings: dict[str, list[int]] = {}
        for match in MARK.finditer(text, start, end):
            if self._opens(match.start()):
                self.openings.setdefault(match[0], []).append(match.start())
        self.closings = {mark: self._list_closings(CLOSERS[mark], mark) for mark in self.openings}
        self.mixed = {mark: self._list_closings(MIXED[mark], mark) for mark in self.openings if mark in MIXED}

    def find(self) -> Iterator[Marked]:
        """The outermost stretches that hold words."""
        position = self.start
        for opened in sorted(p for places in self.openings.values() for p in places):
            marked = self._close(opened) if opened >= position else None
            if marked is not None:
                position = marked.closed
                if not self.text[marked.start : marked.end].isspace() and marked.start < marked.end:
                    yield marked

    def _around(self, position: int) -> tuple[str, str]:
        """The characters on both sides, blanks beyond the paragraph."""
        before = self.text[position - 1] if position > self.start else " "
        return before, self.text[position + 1] if position + 1 < self.end else " "

    def _opens(self, position: int) -> bool:
        """Whether a mark begins words: nothing but space, a dash or a bracket before it, words after it."""
        before, after = self._around(position)
        mark = self.text[position]
        if mark in "'‘" and APOSTROPHE_WORDS.match(self.text, position):
            return False
        if mark == "»" and not (before.isspace() or before in "([—–:"):
            return False
        if mark in "“„«":
            return not after.isspace() or mark == "«"
        return (before.isspace() or before in BEFORE) and not after.isspace() and after not in AFTER

    def _list_closings(self, closers: str, mark: str) -> list[int]:
        found = re.compile(f"[{closers}]").finditer(self.text, self.start, self.end)
        return [match.start() for match in found if self._closes(match.start(), mark)]

    def _closes(self, position: int, mark: str) -> bool:
        before, after = self._around(position)
        if mark in "'‘‚":
            return not after.isalnum() and not before.isspace()
        if self.text[position] == "“":
            return mark == "„" or not self._opens(position)
        if self.text[position] == '"':
            return not after.isalnum() and (not before.isspace() or after.isspace() or after in STOPS)
        return True

    def _close(self, opened: int) -> Marked | None:
        """The words from an opening mark to its closing one; where there is none, to the next opening mark or the paragraph's end."""
        mark = self.text[opened]
        closed = self._find_straight(opened) or _first(self.closings[mark], opened + 1)
        if mark in SINGLE:
            return self._close_single(opened, closed)
        reopened = _first(self.openings[mark], opened + 1) if mark in MIXED else None
        if closed is None or (reopened is not None and reopened < closed):
            closed = self._find_outer(mark, closed, reopened) or self._find_mixed(mark, opened, reopened)
        if closed is not None:
            return Marked(opened, opened + 1, closed, closed + 1)
        stop = cut_unclosed(self.text, opened + 1, self.end if reopened is None else reopened)
        return Marked(opened, opened + 1, stop, stop, open_ended=True) if stop > opened + 1 else None

    def _find_straight(self, opened: int) -> int | None:
        """The straight mark that closes a curly one, where a comma or stop stands before it and no mark of either kind between them."""
        mark = self.text[opened]
        closed = _first(self.mixed.get(mark, ()), opened + 1) if mark == "“" else None
        if closed is None or self.text[closed - 1] not in ",.?!…":
            return None
        others = (_first(self.openings.get(PARTNERS[mark], ()), opened + 1), _first(self.closings[mark], opened + 1))
        return closed if all(other is None or other >= closed for other in others) else None

    def _close_single(self, opened: int, closed: int | None) -> Marked | None:
        """The words in single marks; without a closing mark they count only where the next paragraph begins with the same mark."""
        closed = self._pass_plurals(self.text[opened], closed)
        if closed is not None:
            return Marked(opened, opened + 1, closed, closed + 1)
        return Marked(opened, opened + 1, self.end, self.end, open_ended=True) if opened == self.start and self.runs_on else None

    def _pass_plurals(self, mark: str, closed: int | None) -> int | None:
        """The close of single marks: an s with an apostrophe closes nothing while a surer mark follows before the next opening."""
        if closed is None or self.text[closed - 1] != "s":
            return closed
        opening = _first(self.openings[mark], closed + 1)
        places = self.closings[mark]
        for place in places[bisect_left(places, closed + 1) :]:
            if opening is not None and place > opening:
                break
            if self.text[place - 1] != "s":
                return place
        return closed

    def _find_outer(self, mark: str, closed: int | None, reopened: int | None) -> int | None:
        """The second close where marks of one kind stand inside each other: two close before a third opens."""
        if closed is None or reopened is None:
            return None
        outer, third = _first(self.closings[mark], closed + 1), _first(self.openings[mark], reopened + 1)
        return outer if outer is not None and (third is None or outer < third) else None

    def _find_mixed(self, mark: str, opened: int, reopened: int | None) -> int | None:
        """The mark of the other style that closes this one, where no pair of that style opens before it."""
        closed = _first(self.mixed.get(mark, ()), opened + 1)
        if closed is None or (reopened is not None and reopened < closed):
            return None
        partner = _first(self.openings.get(PARTNERS[mark], ()), opened + 1)
        return closed if partner is None or partner > closed else None


def _first(places: Sequence[int], position: int) -> int | None:
    """The first of some ordered places from a position on."""
    index = bisect_left(places, position)
    return places[index] if index < len(places) else None


@cache
def _attribution() -> re.Pattern[str]:
    forms = "|".join(sorted(read_words("extract", "attribution_forms")))
    return re.compile(rf"[,.?!…]\s+(?:[A-Z][\w.’'-]*\s+){{0,4}}(?:he|she|they|[A-Z][\w’'-]+)\s+(?:{forms})\b")


def cut_unclosed(text: str, start: int, end: int) -> int:
    """Where words whose closing mark is missing end: before "…, she said", else at the end given."""
    attribution = _attribution().search(text, start, end)
    stop = attribution.start() + 1 if attribution else end
    return start + len(text[start:stop].rstrip())
