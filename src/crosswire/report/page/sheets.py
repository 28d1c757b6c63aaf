"""What fits on one printed sheet: every text has its number of lines, and what goes beyond the sheet is counted instead.

A text's lines are reckoned from its length; the stylesheet cuts it there with an ellipsis, so that the sum holds whatever the typeface.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import Literal
from unicodedata import combining, east_asian_width

from crosswire.report.characters import show_line

ROOM = 58.0  # lines that all sections together may take; styles/print/brief.css sets their height
_WIDTHS = {(False, False): 84, (True, False): 70, (True, True): 50}  # characters on a line, by whether a label and a value stand before it
_NAME, _VALUE = 40, 28  # characters of a label and of a value, each on one line
_TURN = {1: 1, 2: 4}  # entries that a section gets at a turn, by its columns: those in two columns are short
_BETWEEN, _AROUND = 0.2, 0.8  # lines between entries, and around a section
_GUTTER = 15  # characters on a line of a section's heading
_WORD = 16  # characters that a cut goes back at most to end with a whole word
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a text: plain, a value, who says so, words that differ, or the remark that a value stands alone."""

    text: str
    form: Literal["", "value", "who", "differs", "odd"] = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with what stands before it, and how many lines it gets; `quoted` are words to be set in quotation marks."""

    label: str
    value: str
    quoted: tuple[Phrase, ...]
    phrases: tuple[Phrase, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line with a title and a note, and the passages below it; `anchor` is where the page has it."""

    title: str
    note: str
    anchor: str = ""
    id: str = ""
    passages: tuple[Passage, ...] = ()

    @property
    def lines(self) -> float:
        """The height on the sheet."""
        return 1 + sum(passage.lines for passage in self.passages) + _BETWEEN


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading, in one column or two; `more` are those that are left out."""

    heading: str
    entries: tuple[Entry, ...]
    more: int = 0
    columns: int = 1

    @property
    def lines(self) -> float:
        """The height on the sheet; the heading stands beside the entries."""
        beside = ceil(len(self.heading) / _GUTTER) + (ceil(len(self.rest) / _GUTTER) if self.more else 0)
        return max(beside, sum(max(entry.lines for entry in pair) for pair in self._side_by_side())) + _AROUND

    @property
    def rest(self) -> str:
        """How many more there are."""
        return f"and {self.more} more on the page" if self.more else ""

    def keep(self, count: int) -> "Section":
        """The section with its first entries only."""
        return replace(self, entries=self.entries[:count], more=self.more + len(self.entries[count:]))

    def _side_by_side(self) -> Iterable[tuple[Entry, ...]]:
        return (self.entries[first : first + self.columns] for first in range(0, len(self.entries), self.columns))


def make_section(heading: str, entries: Iterable[Entry], most: int, columns: int = 1) -> Section:
    """A section of so many entries at most."""
    held = tuple(entries)
    return Section(heading, held[:most], max(0, len(held) - most), columns)


def make_passage(phrases: Iterable[Phrase], most: int, label: str = "", value: str = "", quoted: tuple[Phrase, ...] = ()) -> Passage:
    """A passage of so many lines at most, its text cut to what they hold."""
    width = _WIDTHS[bool(label), bool(value)]
    taken = _measure_all(quoted)
    held = clip_phrases(phrases, most * width - taken)
    lines = ceil((taken + _measure_all(held)) / width)
    return Passage(show_line(label, _NAME), show_line(value, _VALUE), quoted, held, max(1, min(most, lines)))


def fit_sections(sections: Iterable[Section], room: float = ROOM) -> tuple[Section, ...]:
    """The sections that have anything, as much of each as the sheet holds.

    Each gets a first turn, whatever its height; then they go on taking turns, and one whose next entries are none or do not fit drops out.
    """
    full = [section for section in sections if section.entries]
    held = [section.keep(_TURN[section.columns]) for section in full]
    growing = list(range(len(full)))
    while growing:
        for place in tuple(growing):
            longer = full[place].keep(len(held[place].entries) + _TURN[full[place].columns])
            height = sum(section.lines for section in held) - held[place].lines + longer.lines
            if len(longer.entries) == len(held[place].entries) or height > room:
                growing.remove(place)
            else:
                held[place] = longer
    return tuple(held)


def clip_phrases(phrases: Iterable[Phrase], width: int) -> tuple[Phrase, ...]:
    """The phrases up to a width, with an ellipsis where they are cut."""
    held: list[Phrase] = []
    for phrase in phrases:
        text, full = clip_text(phrase.text, width)
        held.append(replace(phrase, text=text))
        width -= measure_width(text)
        if not full:
            break
    return tuple(held)


def clip_text(text: str, width: int) -> tuple[str, bool]:
    """The text up to a width, with an ellipsis where it is cut, and whether that is all of it."""
    taken = 0
    for place, char in enumerate(text):
        taken += measure_width(char)
        if taken > width or place > 3 * width:  # a pile of marks on one letter has no width
            return _end_with_a_word(text, place) + _ELLIPSIS, False
    return text, True


def _end_with_a_word(text: str, place: int) -> str:
    """The text up to a place, without the beginning of a word at its end where the word before is not far."""
    whole, space, begun = text[:place].rpartition(" ")
    cut = whole if space and len(begun) < _WORD and not text[place].isspace() else text[:place]
    return cut.rstrip()


def measure_width(text: str) -> int:
    """How many characters wide a text is: those of Chinese, Japanese and Korean count as two, combining marks as none."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _measure_all(phrases: Iterable[Phrase]) -> int:
    return sum(measure_width(phrase.text) for phrase in phrases)
