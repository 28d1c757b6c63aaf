"""Articles and pairs left alone that share rare names with others: short or odd reports of one event, too unlike for their words alone.

Two reports of one accident share few sentences when one is an agency's and the other a tabloid's or a ministry's; they share the town, the
vessel, the officials. Names alone also draw together two events with the same people, so they only tip what the words already bring near.
"""

from collections.abc import Callable, Set

import numpy as np
from scipy import sparse

from crosswire.group.clusters import compare_stragglers, is_clear, rank_homes
from crosswire.group.contents import get_language, read_words
from crosswire.group.encoder import count_information
from crosswire.group.similarities import Positions
from crosswire.group.terms import stem
from crosswire.model import Sheet

RARE = 11.0  # nats: a name rarer than one word in e^11, about 60,000
ENOUGH = ((0.155, 2), (0.13, 3))  # at this similarity so many shared rare names make one story
FEW = 3  # articles of a story that a pair may join: two that agree apart from a larger one tell of something else
LEAST = min(alike for alike, _ in ENOUGH)
NamesOf = Callable[[int], Set[str]]


def find_rare_names(sheet: Sheet) -> frozenset[str]:
    """The rare words that an article writes with a capital and never without, shouted ones apart."""
    words = [word.text for word in read_words(sheet)]
    small = {word for word in words if word[0].islower()}
    names = (word for word in words if word[0].isupper() and not word.isupper() and word.lower() not in small)
    return frozenset(stem(name, get_language(sheet)) for name in names if count_information(name.lower()) >= RARE)


def join_namesakes(pairs: sparse.csr_array, homes: Positions, names_of: NamesOf) -> Positions:
    """The homes, with each article or pair in the cluster it is clearly nearest to, a pair in a small one alone, if both share rare names.

    In each round the most alike go first, and a cluster that has changed waits for the next.
    """
    while True:
        sizes = np.bincount(homes, minlength=len(homes))
        ranked = rank_homes(compare_stragglers(pairs, homes, least=1), homes, sizes)
        near = ((found[0], straggler) for straggler, found in ranked.items() if is_clear(found, LEAST))
        clear = sorted((score, one, home) for (score, home), one in near if sizes[one] == 1 or sizes[home] <= FEW)
        joined = _join(homes, [(-score, one, other) for score, one, other in clear], names_of)
        if np.array_equal(joined, homes):
            return homes
        homes = joined


def _join(homes: Positions, clear: list[tuple[float, int, int]], names_of: NamesOf) -> Positions:
    targets, changed = np.arange(len(homes)), set[int]()
    order = np.argsort(homes, kind="stable")
    for score, straggler, home in clear:
        if changed.isdisjoint((straggler, home)) and _share_names(
            score, [_list_members(homes, order, h) for h in (straggler, home)], names_of
        ):
            targets[max(straggler, home)] = min(straggler, home)
            changed |= {straggler, home}
    return np.asarray(targets[homes], dtype=np.intp)


def _list_members(homes: Positions, order: Positions, home: int) -> Positions:
    """The articles of one home; `order` has all articles sorted by theirs."""
    first, last = (np.searchsorted(homes, home, side, sorter=order) for side in ("left", "right"))
    return order[first:last]


def _share_names(score: float, clusters: list[Positions], names_of: NamesOf) -> bool:
    ours, theirs = ({name for member in members for name in names_of(int(member))} for members in clusters)
    return any(score >= alike and len(ours & theirs) >= count for alike, count in ENOUGH)
