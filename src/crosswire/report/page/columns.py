"""Where lines of words part from a base line, and the columns that they can be laid in under each other."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

# Lines of more words than this are not compared word by word: it takes memory for each pair of words.
_LONGEST = 2000
Block = tuple[int, int, int]


class Turn(NamedTuple):
    """Words of the base line, `first` to `last`, beside those of another, `start` to `end`: the same, or others, which may be none."""

    same: bool
    first: int
    last: int
    start: int
    end: int


class Column(NamedTuple):
    """A stretch of the base line's words; an empty one is for words that other lines have there."""

    first: int
    last: int


class Cell(NamedTuple):
    """Words of a line, `start` to `end`, that stand in one column or across several; none where others alone have some."""

    columns: int
    start: int
    end: int
    same: bool


def count_same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two lines have in the same order."""
    return int(LCSseq.similarity(one, other))


def compare_lines(base: Sequence[str], other: Sequence[str]) -> list[Turn]:
    """Both lines from end to end, the same words and different ones by turns."""
    turns: list[Turn] = []
    first = start = 0
    for a, b, size in [*_find_blocks(base, other), (len(base), len(other), 0)]:
        if (first, start) != (a, b):
            turns.append(Turn(False, first, a, start, b))
        first, start = a + size, b + size
        if size:
            turns.append(Turn(True, a, first, b, start))
    return turns or [Turn(True, 0, 0, 0, 0)]


def cut_columns(length: int, turns: Iterable[Turn]) -> list[Column]:
    """The columns that the turns of all lines cut a base line of so many words into."""
    changed = [turn for turn in turns if not turn.same]
    adding = {turn.first for turn in changed if turn.first == turn.last}
    cuts = {0, length} | {place for turn in changed for place in (turn.first, turn.last)}
    columns: list[Column] = []
    for first, last in pairwise([*sorted(cuts), length]):
        columns += [Column(first, first)] if first in adding else []
        columns += [Column(first, last)] if first < last else []
    return columns


def lay_line(turns: Sequence[Turn], columns: Sequence[Column]) -> Iterator[Cell]:
    """The cells of a line, which take up all columns: the words that differ stand across those of the words that they stand for."""
    at = 0
    for turn in turns:
        ends = at
        while ends < len(columns) and columns[ends].last <= turn.last:
            ends += 1
        if not turn.same:
            yield Cell(ends - at, turn.start, turn.end, False)
        else:
            # What others have at the end of these words belongs beside what this line has there.
            ends -= turn is not turns[-1] and ends > at and columns[ends - 1].first == turn.last
            yield from _lay_same(turn, columns[at:ends])
        at = ends


def _lay_same(turn: Turn, columns: Iterable[Column]) -> Iterator[Cell]:
    for first, last in columns:
        yield Cell(1, turn.start + first - turn.first, turn.start + last - turn.first, True)


def _find_blocks(base: Sequence[str], other: Sequence[str]) -> list[Block]:
    """The words that both lines have in the same order: place in each, and how many in a row.

    A block that may as well stand right before the next one does: "we" of "we hope" is not the "We" that the line begins with.
    """
    if max(len(base), len(other)) > _LONGEST:
        return []
    found = [(block.a, block.b, block.size) for block in LCSseq.opcodes(base, other).as_matching_blocks() if block.size]
    blocks: list[Block] = []
    for a, b, size in reversed(found):
        if blocks and _may_move((a, b, size), blocks[-1], base, other):
            next_a, next_b, next_size = blocks.pop()
            blocks.append((next_a - size, next_b - size, next_size + size))
        else:
            blocks.append((a, b, size))
    return blocks[::-1]


def _may_move(block: Block, following: Block, base: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of a block stand right before the next one too, with nothing but left-out or added words between."""
    (a, b, size), (next_a, next_b, _) = block, following
    if a + size != next_a and b + size != next_b:
        return False
    return base[a : a + size] == base[next_a - size : next_a] and other[b : b + size] == other[next_b - size : next_b]
