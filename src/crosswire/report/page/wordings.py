"""The wordings of one utterance, cut where they part, so that they can be laid under each other column by column."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from crosswire.model import Carrier, Span, Utterance
from crosswire.report.page.columns import Cell, Turn, compare_lines, count_same, cut_columns, lay_line

Role = Literal["same", "altered", "other", "gap"]
Piece = tuple[int, int, Role]

# How long a line may be, in characters, for its columns to be laid under each other, and how many columns are still read as such.
_FITS = range(40, 141, 10)
_MOST_COLUMNS = 24
_GAP = 3  # characters that a gap takes
# A hyphen, a dash or an ellipsis parts words as white space does; other marks belong to the word they touch.
_WORD = re.compile(r"[-‐‑]*[^\s‐‑‒–—―…-]+[‐‑‒–—―…-]*|[‐‑‒–—―…-]+")
# Marks that say something, unlike those that only part words: a number's sign, and what stands within a word or number (not "1,000").
_TELLING = frozenset("&%@#")
_KEPT = re.compile(r"(?<!\w)-(?=\d)|(?<=[^\W\d_])'(?=[^\W\d_])|(?<=\d),(?!\d{3}(?!\d))(?=\d)|(?<=\d)[^\w\s,](?=\d)")


class Word(NamedTuple):
    """A word with the marks around it: its offsets in the article, and what is left of it without marks and capitals."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one wording and how they stand to the others; a gap has none, where another wording has some.

    "altered" are the record's own words that no other carrier has, "other" differ without being called so. `spaced` is whether white space
    stands before it.
    """

    span: Span
    role: Role
    spaced: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """The segments that stand in one column, or across several."""

    columns: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in one report or in several, cut into slots, which take up all columns; they are the words of the first carrier."""

    carriers: tuple[Carrier, ...]
    slots: tuple[Slot, ...]

    @property
    def span(self) -> Span:
        """The words as most of its carriers write them."""
        return self.carriers[0].span


@dataclass(frozen=True, slots=True)
class Alignment:
    """All wordings of an utterance, the fullest common one first.

    `fit` is the length of a line, in characters, on which all columns stand beside each other; None where there is nothing to lay so.
    """

    wordings: tuple[Wording, ...]
    columns: int
    fit: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """The same words, capitals and marks apart, in all carriers that have them, those first that write them as most do."""

    carriers: tuple[Carrier, ...]
    words: tuple[Word, ...]

    @property
    def wording(self) -> str:
        """What the record calls it: same, trimmed or altered."""
        return self.carriers[0].wording

    @property
    def reports(self) -> int:
        """How many articles have it."""
        return len({carrier.span.article for carrier in self.carriers})

    @property
    def keys(self) -> list[str]:
        """Its words as they are compared."""
        return [word.key for word in self.words]


def align_wordings(utterance: Utterance) -> Alignment:
    """Each wording of the utterance once, with the carriers that have it, aligned with the fullest common one."""
    lines = _order(_gather(utterance))
    if not lines:
        return Alignment((), 0, None)
    size = len(lines[0].words)
    turns = [[Turn(True, 0, size, 0, size)], *(compare_lines(lines[0].keys, line.keys) for line in lines[1:])]
    columns = cut_columns(size, (turn for found in turns for turn in found))
    wordings = tuple(_make_wording(line, lay_line(found, columns)) for line, found in zip(lines, turns, strict=True))
    return Alignment(wordings, len(columns), _choose_fit(wordings, len(columns)))


def _gather(utterance: Utterance) -> list[Line]:
    """The carriers that have the same words, and the same of them altered, on one line."""
    gathered: dict[tuple[object, ...], list[tuple[Carrier, tuple[Word, ...]]]] = defaultdict(list)
    for carrier in dict.fromkeys(utterance.carriers):
        words = tuple(_cut_words(carrier.span))
        changed = tuple((place, fold_word(span.text)) for span in carrier.altered for place, word in enumerate(words) if _touch(word, span))
        gathered[carrier.wording, tuple(word.key for word in words), changed].append((carrier, words))
    return [_make_line(members) for members in gathered.values()]


def _make_line(members: Sequence[tuple[Carrier, tuple[Word, ...]]]) -> Line:
    forms = Counter(carrier.span.text.strip() for carrier, _ in members)
    usual = max(forms, key=lambda form: forms[form])
    ranked = sorted(members, key=lambda member: member[0].span.text.strip() != usual)
    return Line(tuple(carrier for carrier, _ in ranked), ranked[0][1])


def _order(lines: Sequence[Line]) -> list[Line]:
    """The fullest common wording, then the altered ones, then by how many reports have them."""
    if not lines:
        return []
    base = max(lines, key=lambda line: (_count_shared(line, lines), line.wording == "same", line.reports > 1, len(line.words)))
    others = [line for line in lines if line is not base]
    return [base, *sorted(others, key=lambda line: (line.wording != "altered", -line.reports, -len(line.words)))]


def _count_shared(line: Line, lines: Iterable[Line]) -> int:
    """How many words a wording shares with all other reports' wordings, in their order."""
    return sum((other.reports - (other is line)) * count_same(line.keys, other.keys) for other in lines)


def _cut_words(span: Span) -> list[Word]:
    """The words of a span; marks that stand alone go with the word before them, or after where there is none."""
    words: list[Word] = []
    for match in _WORD.finditer(span.text):
        start, end, key = span.start + match.start(), span.start + match.end(), fold_word(match[0])
        if words and not (key and words[-1].key):
            before = words.pop()
            start, key = before.start, before.key or key
        words.append(Word(start, end, key))
    return words


@lru_cache(maxsize=10_000)
def fold_word(word: str) -> str:
    """A word in small letters without marks: what is compared. Letters of every script, digits and signs as of money are kept."""
    plain = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    kept = {match.start() for match in _KEPT.finditer(plain)}
    return "".join(char for place, char in enumerate(plain) if _tells(char) or place in kept)


def _tells(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LNM" or category in ("Sc", "Sm", "So") or char in _TELLING


def _make_wording(line: Line, cells: Iterable[Cell]) -> Wording:
    """A line with its words as segments, in the slots that its cells are."""
    span, altered = line.carriers[0].span, line.carriers[0].altered
    cut: list[tuple[int, list[Piece]]] = []
    here = span.start
    for cell in cells:
        pieces: list[Piece] = [] if cell.start < cell.end else [(here, here, "gap")]
        for word in line.words[cell.start : cell.end]:
            for piece in _cut_altered(word, altered, "same" if cell.same else "other"):
                _append(pieces, piece, span)
            here = word.end
        cut.append((cell.columns, pieces))
    return Wording(line.carriers, tuple(_make_slots(cut, span)))


def _touch(word: Word, span: Span) -> bool:
    return word.start < span.end and span.start < word.end


def _cut_altered(word: Word, altered: Iterable[Span], role: Role) -> Iterator[Piece]:
    """A word's pieces: those that the record calls altered, and the rest of it."""
    here = word.start
    for span in sorted(span for span in altered if _touch(word, span)):
        start, end = max(here, span.start), min(word.end, span.end)
        if here < start:
            yield here, start, role
        if start < end:
            yield start, end, "altered"
            here = end
    if here < word.end:
        yield here, word.end, role


def _append(pieces: list[Piece], piece: Piece, whole: Span) -> None:
    """Add a piece to others, as one with the last where both play the same role; marks alone are never called different."""
    start, end, role = piece
    if role == "other" and _is_mark(piece, whole) and (not pieces or pieces[-1][2] != "other"):
        role = "same"
    if role == "altered" and len(pieces) > 1 and pieces[-2][2] == "altered" and _is_mark(pieces[-1], whole):
        pieces.pop()
    if pieces and pieces[-1][2] == role:
        start = pieces.pop()[0]
    pieces.append((start, end, role))


def _is_mark(piece: Piece, whole: Span) -> bool:
    start, end, _ = piece
    return not fold_word(whole.text[start - whole.start : end - whole.start])


def _make_slots(cut: Iterable[tuple[int, list[Piece]]], whole: Span) -> Iterator[Slot]:
    before: Piece | None = None
    for columns, pieces in cut:
        segments = []
        for piece in pieces:
            start, end, role = piece
            span = Span(whole.article, start, end, whole.text[start - whole.start : end - whole.start])
            segments.append(Segment(span, role, before is not None and (before[1] < start or "gap" in (before[2], role))))
            before = piece
        yield Slot(columns, tuple(segments))


def _choose_fit(wordings: Sequence[Wording], columns: int) -> int | None:
    """The shortest line that holds all columns beside each other."""
    if len(wordings) < 2 or columns > _MOST_COLUMNS:
        return None
    widths = [0] * columns
    for wording in wordings:
        at = 0
        for slot in wording.slots:
            taken = sum(_GAP if segment.role == "gap" else segment.span.end - segment.span.start + 1 for segment in slot.segments)
            at += slot.columns
            widths[at - 1] += max(0, taken - sum(widths[at - slot.columns : at]))
    return next((fit for fit in _FITS if sum(widths) <= fit), None)
