"""A text cut at the borders of everything marked in it, so that what overlaps nests or is split properly."""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Stretch(NamedTuple):
    """A marked stretch of a text: offsets in characters, not empty; `key` tells it from others."""

    start: int
    end: int
    key: int


@dataclass(frozen=True, slots=True)
class Open:
    """Here a stretch begins, or goes on after being split."""

    key: int


@dataclass(frozen=True, slots=True)
class Close:
    """Here the stretch opened last ends; `last` is False where it will go on."""

    key: int
    last: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words between two borders, with the stretches around them, outermost first."""

    start: int
    end: int
    inside: tuple[int, ...]


def nest_stretches(stretches: Sequence[Stretch], length: int) -> Iterator[Open | Close | Run]:
    """The text from 0 to `length` as runs of words between opening and closing stretches, nested like brackets.

    A stretch that runs over the end of one around it is split there. The longer of two that begin together is outside.
    """
    # The order in which stretches open; a split stretch's rest joins the queue.
    queue = [(stretch.start, -stretch.end, stretch.key) for stretch in stretches]
    heapq.heapify(queue)
    around: list[tuple[int, int, bool]] = []
    here = 0
    while queue or around:
        begin = queue[0][0] if queue else length
        if around and around[-1][0] <= begin:
            end, key, last = around[-1]
            yield from _run(here, end, around)
            around.pop()
            yield Close(key, last)
            here = end
            continue
        yield from _run(here, begin, around)
        here, negative, key = heapq.heappop(queue)
        end = min(-negative, around[-1][0]) if around else -negative
        if end < -negative:
            heapq.heappush(queue, (end, negative, key))
        around.append((end, key, end == -negative))
        yield Open(key)
    yield from _run(here, length, around)


def _run(start: int, end: int, around: Sequence[tuple[int, int, bool]]) -> Iterator[Run]:
    if start < end:
        yield Run(start, end, tuple(key for _, key, _ in around))
