"""Passages that two articles share word for word, from twelve words on.

Winnowing's first half (Schleimer et al., SIGMOD 2003) without the sampling: every run of twelve words is hashed, runs of equal hash in
two articles of a story are candidates, and each is then compared word by word. Stories are indexed one at a time: the work grows with the
words and with the runs shared, and the memory with the words.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

RUN = 12  # words
CROWD = 64  # articles with one run; beyond that each is laid beside the first alone, which still ties all of them together
STANDING = 3  # stories

Codes = NDArray[np.uint64]
MULTIPLIERS = np.array([pow(0x9E3779B97F4A7C15, i, 1 << 64) for i in range(RUN, 0, -1)], dtype=np.uint64)


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """`length` words in a row that are the same from word `first` of one article and word `second` of the other."""

    first: int
    second: int
    length: int


def find_passages(texts: Sequence[Codes], stories: Sequence[int]) -> dict[tuple[int, int], list[Passage]]:
    """The shared passages of each pair of texts (positions, the lower first) of one story that has any.

    `texts` are words as `encode_words` gives them, `stories` the story of each. A run that articles of three or more stories carry
    is taken for a standing line of the outlet or agency ("all rights reserved") and ties nobody together.
    """
    members: dict[int, list[int]] = defaultdict(list)
    for text, story in enumerate(stories):
        members[story].append(text)
    standing = _find_standing(texts, list(members.values()))
    found: dict[tuple[int, int], list[Passage]] = {}
    for positions in members.values():
        meetings: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for run in _find_common_runs(texts, positions, standing):
            for (one, start), (other, place) in _pair(run):
                meetings[one, other].append((start, place))
        found |= {pair: _align(texts[pair[0]], texts[pair[1]], starts) for pair, starts in meetings.items()}
    return {pair: found[pair] for pair in sorted(found) if found[pair]}


def _find_standing(texts: Sequence[Codes], stories: Sequence[Sequence[int]]) -> Codes:
    """The runs that articles of three or more stories carry, sorted; looked for are those alone that two articles of one story share."""
    shared = [_list_shared([_hash_runs(texts[text]) for text in story]) for story in stories if len(story) > 1]
    wanted = np.unique(np.concatenate(shared)) if shared else np.zeros(0, dtype=np.uint64)
    carriers = np.zeros(len(wanted), dtype=np.int64)
    for story in stories if len(wanted) else ():
        runs = np.unique(np.concatenate([_hash_runs(texts[text]) for text in story]))
        carriers[np.searchsorted(wanted, runs[_are_among(runs, wanted)])] += 1
    return wanted[carriers >= STANDING]


def _are_among(runs: Codes, wanted: Codes) -> NDArray[np.bool_]:
    """Which runs are among some others, which are sorted."""
    if not len(wanted):
        return np.zeros(len(runs), dtype=np.bool_)
    among: NDArray[np.bool_] = wanted[np.minimum(np.searchsorted(wanted, runs), len(wanted) - 1)] == runs
    return among


def _list_shared(texts: Sequence[Codes]) -> Codes:
    """The runs that two or more of some texts have."""
    runs, counts = np.unique(np.concatenate([np.unique(one) for one in texts]), return_counts=True)
    return runs[counts > 1]


def encode_words(words: Sequence[str]) -> Codes:
    """Each word as a number of 64 bits, the same in every process; case does not count."""
    return np.array([_encode(word.casefold()) for word in words], dtype=np.uint64)


@lru_cache(maxsize=1 << 18)
def _encode(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.replace("’", "'").encode(), digest_size=8).digest(), "little")


def _hash_runs(codes: Codes) -> Codes:
    if len(codes) < RUN:
        return np.zeros(0, dtype=np.uint64)
    runs: Codes = (np.lib.stride_tricks.sliding_window_view(codes, RUN) * MULTIPLIERS).sum(axis=1, dtype=np.uint64)
    return runs


def _find_common_runs(texts: Sequence[Codes], story: Sequence[int], standing: Codes) -> Iterator[list[tuple[int, int]]]:
    """For each run of words that several texts of a story have, where it first stands in each: (text, word), in the order of the texts."""
    firsts = [np.unique(_hash_runs(texts[text]), return_index=True) for text in story]
    values = np.concatenate([runs for runs, _ in firsts])
    owners = np.repeat(np.array(story), [len(runs) for runs, _ in firsts])
    places = np.concatenate([starts for _, starts in firsts])
    order = np.lexsort((owners, values))
    order = order[~_are_among(values[order], standing)]
    begins = np.flatnonzero(np.diff(values[order], prepend=~values[order][:1])) if len(order) else order
    sizes = np.diff(begins, append=len(order))
    for begin, size in zip(begins[sizes > 1], sizes[sizes > 1], strict=True):
        chosen = order[begin : begin + size]
        yield list(zip(owners[chosen].tolist(), places[chosen].tolist(), strict=True))


def _pair(run: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    return combinations(run, 2) if len(run) <= CROWD else ((run[0], other) for other in run[1:])


def _align(one: Codes, other: Codes, starts: Sequence[tuple[int, int]]) -> list[Passage]:
    """The passages that begin at these words, each as long as the words stay the same; one that an earlier one covers is left out."""
    passages: list[Passage] = []
    covered: dict[int, int] = {}
    for first, second in sorted(starts):
        if first < covered.get(first - second, 0):
            continue
        length = _measure(one[first:], other[second:])
        if length >= RUN:
            covered[first - second] = first + length
            passages.append(Passage(first, second, length))
    return passages


def _measure(one: Codes, other: Codes) -> int:
    """How many words are the same from here on."""
    shorter = min(len(one), len(other))
    differ = np.flatnonzero(one[:shorter] != other[:shorter])
    return int(differ[0]) if len(differ) else shorter
