"""Passages of one text in two articles, made whole where only quotations were left out between them."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from crosswire.model import Article, Span

WORD = re.compile(r"\w+")
Stretch = tuple[int, int]
Pair = tuple[Stretch, Stretch]


def widen_passages(spans: Sequence[tuple[Span, Span]], one: Article, other: Article) -> tuple[Span, ...]:
    """The passages of two articles printed from one text, and the words around and between them that both have as well.

    In no order, and they touch. A copy is told by its outlet's own words; the quotations among them were copied too.
    """
    pairs = sorted(((a.start, a.end), (b.start, b.end)) for a, b in spans)
    ends = ((len(one.text), len(one.text)), (len(other.text), len(other.text)))
    found = list(pairs)
    for before, after in zip([((0, 0), (0, 0)), *pairs], [*pairs, ends], strict=True):
        found += _match_gap(_gap(before[0], after[0]), _gap(before[1], after[1]), one.text, other.text)
    return tuple(article.span(*stretch) for pair in found for article, stretch in zip((one, other), pair, strict=True))


def _gap(before: Stretch, after: Stretch) -> Stretch:
    return before[1], max(before[1], after[0])


def _match_gap(mine: Stretch, theirs: Stretch, text: str, other: str) -> Iterator[Pair]:
    """The words with which two gaps begin alike and end alike, as stretches from the gap's edge."""
    ours, others = (list(WORD.finditer(t, *stretch)) for t, stretch in ((text, mine), (other, theirs)))
    same = sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1][0], zip(ours, others, strict=False)))
    if same == len(ours) == len(others):
        yield mine, theirs
        return
    if same:
        yield (mine[0], ours[same - 1].end()), (theirs[0], others[same - 1].end())
    back = zip(reversed(ours[same:]), reversed(others[same:]), strict=False)
    if last := sum(1 for _ in takewhile(lambda pair: pair[0][0] == pair[1][0], back)):
        yield (ours[-last].start(), mine[1]), (others[-last].start(), theirs[1])
