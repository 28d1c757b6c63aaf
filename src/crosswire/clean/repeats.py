"""Passages that one article carries twice: doubled texts, captions and pull quotes."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosswire.clean.lines import Line, fold
from crosswire.model import Mark

FEWEST_WORDS, FEWEST_TITLE_WORDS, TITLE_LINES = 8, 3, 8
FEWEST_DOUBLED_WORDS = 40
# What a passage is cut at to find it inside another: stops and quotation marks.
TRIMMED = " ,;:'’‘-–—()[]"
CUT = re.compile(r"[.!?…]+|[\"“”„«»]+")


def find_repeated(lines: Sequence[Line]) -> set[int]:
    """The positions of lines that say again what stands elsewhere in the article."""
    folded = [fold(line.text) for line in lines]
    return _find_copies(lines, folded) | _find_pull_quotes(lines, folded) | _find_titles(lines, folded)


def _find_copies(lines: Sequence[Line], folded: Sequence[str]) -> set[int]:
    first: dict[str, int] = {}
    copies: dict[int, int] = {}
    for at, text in enumerate(folded):
        if first.setdefault(text, at) != at and lines[at].words >= FEWEST_WORDS:
            copies[at] = first[text]
    return set(copies) | _find_neighbours(copies, folded)


def _find_neighbours(copies: dict[int, int], folded: Sequence[str]) -> set[int]:
    """Short lines that stand beside a copy just as they stand beside its original: a text that is there twice."""
    near: set[int] = set()
    for step in (1, -1):
        for copy, original in copies.items():
            at, as_at = copy + step, original + step
            while 0 <= as_at < len(folded) and 0 <= at < len(folded) and at not in copies and at not in near and at != original:
                if folded[at] != folded[as_at] or as_at in near:
                    break
                near.add(at)
                at, as_at = at + step, as_at + step
    return near


def _find_pull_quotes(lines: Sequence[Line], folded: Sequence[str]) -> set[int]:
    """Lines, the title apart, all of whose words stand in one longer line."""
    pieces = [list(_cut(text)) for text in folded]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, parts in enumerate(pieces):
        for piece in parts:
            holders[piece].append(at)
    candidates = (at for at in range(1, len(lines)) if sum(len(piece.split()) for piece in pieces[at]) >= FEWEST_WORDS)
    return {at for at in candidates if _is_held(at, pieces, holders)}


def _is_held(at: int, pieces: Sequence[list[str]], holders: dict[str, list[int]]) -> bool:
    rarest = min((holders[piece] for piece in pieces[at]), key=len)
    if len(rarest) > TITLE_LINES:
        return False
    return any(len(pieces[other]) > len(pieces[at]) and set(pieces[at]) <= set(pieces[other]) for other in rarest)


def _cut(text: str) -> Iterator[str]:
    return (piece for part in CUT.split(text) if (piece := part.strip(TRIMMED)))


def _find_titles(lines: Sequence[Line], folded: Sequence[str]) -> set[int]:
    """The first line, said again in the head."""
    if not lines or lines[0].words < FEWEST_TITLE_WORDS:
        return set()
    return {at for at in range(1, min(TITLE_LINES, len(lines))) if folded[at] == folded[0]}


def find_doubled(lines: Sequence[Line]) -> Iterator[Mark]:
    """The second half of a line that holds one text twice."""
    for line in lines:
        if line.words >= FEWEST_DOUBLED_WORDS and line.words % 2 == 0:
            words = [(match.start(), match[0]) for match in re.finditer(r"\S+", line.text)]
            half = len(words) // 2
            if words[0][1] == words[half][1] and all(words[i][1] == words[half + i][1] for i in range(half)):
                yield Mark(line.start + words[half][0], line.end, "repeated")
