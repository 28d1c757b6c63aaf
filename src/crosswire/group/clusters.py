"""Articles into clusters: average linkage, then stragglers to the one cluster that is clearly nearest.

Average linkage alone leaves a short or oddly written report of a large story by itself, because it is compared with the mean of all.
Such a report is still far closer to that story than to any other, and that is what the second step asks.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.group.neighbours import EXACT, find_pairs
from crosswire.group.similarities import Matrix, Positions, Similarities

TOGETHER = 0.26  # mean similarity at which two clusters are one story
STRAGGLER = 0.155  # what a straggler's similarity to a cluster must reach
MARGIN = 0.05  # and by how much it must exceed that to any other cluster
SMALL = 2  # articles a straggling cluster has at most
NEAREST = 3
DIGITS = 9  # means are rounded, so that the order of additions decides nothing
Settle = Callable[[Positions], Positions]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Positions of the articles of one story; `joined` are those among them that came in the second step."""

    members: tuple[int, ...]
    joined: tuple[int, ...] = ()


def find_clusters(similarities: Similarities, pairs: sparse.csr_array, settle: Settle = lambda homes: homes) -> list[Cluster]:
    """All articles in clusters, in the order of their first members; `pairs` is how alike they are (`find_pairs`).

    `settle` may join further clusters, given each article's.
    """
    linked = link_clusters(pairs, np.ones(pairs.shape[0]))
    if len(linked) > EXACT:
        linked = _link_again(similarities, linked)
    homes = settle(join_stragglers(pairs, linked))
    order = np.argsort(homes, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(homes[order])) + 1) if len(order) else []
    clusters = [Cluster(tuple(map(int, part)), tuple(int(i) for i in part if linked[i] != homes[i])) for part in parts]
    return sorted(clusters, key=lambda cluster: cluster.members)


def link_clusters(pairs: sparse.csr_array, sizes: Matrix) -> Positions:
    """Average linkage, cut at TOGETHER: for each article the first article of its cluster; `sizes` is how many each stands for.

    In each round every two clusters that are nearest to one another become one (reciprocal agglomerative clustering: Sumengen et al.,
    2021). Average linkage is reducible, so the outcome is that of merging the nearest two one by one, in a few dozen passes over
    the pairs. A cluster that nothing is near enough to never will have anything near enough, and its pairs are left out.
    """
    homes = np.arange(pairs.shape[0])
    weights, sums = np.asarray(sizes, dtype=np.float64), pairs.copy()
    sums.data *= np.repeat(sizes, np.diff(sums.indptr)) * sizes[sums.indices]
    while sums.nnz:
        nearest = _find_nearest(sums, weights)
        open_ = nearest >= 0
        everyone = np.arange(len(nearest))
        mutual = open_ & (nearest[nearest] == everyone)
        target = np.where(mutual, np.minimum(nearest, everyone), everyone)
        sums = _contract(sums, target, open_)
        homes = target[homes]
        weights = np.asarray(np.bincount(homes, sizes, len(homes)), dtype=np.float64)
    return np.asarray(homes, dtype=np.intp)


def _link_again(similarities: Similarities, homes: Positions) -> Positions:
    """The homes once the clusters themselves were compared, each by its mean: an index may have shown a large story only in parts."""
    firsts, numbers = np.unique(homes, return_inverse=True)
    means = find_pairs(similarities.condense(numbers))
    return np.asarray(firsts[link_clusters(means, np.bincount(numbers).astype(np.float64))[numbers]], dtype=np.intp)


def join_stragglers(pairs: sparse.csr_array, homes: Positions) -> Positions:
    """The homes, with each cluster of one or two articles in the larger one it is clearly nearest to, if there is one."""
    sizes = np.bincount(homes, minlength=len(homes))
    ranked = rank_homes(compare_stragglers(pairs, homes, SMALL + 1), homes, sizes)
    joined = np.arange(len(homes))
    for straggler, found in ranked.items():
        if is_clear(found, STRAGGLER):
            joined[straggler] = found[0][1]
    return np.asarray(joined[homes], dtype=np.intp)


def compare_stragglers(pairs: sparse.csr_array, homes: Positions, least: int) -> sparse.coo_array:
    """How alike each cluster of one or two articles is to each article of another of `least` articles or more."""
    sizes = np.bincount(homes, minlength=len(homes))
    table = sparse.coo_array(pairs)
    ones, others = homes[table.row], homes[table.col]
    asked = (sizes[ones] <= SMALL) & (sizes[others] >= least) & (ones != others)
    rows = ones[asked]
    return sparse.coo_array(sparse.csr_array((table.data[asked] / sizes[rows], (rows, table.col[asked])), shape=pairs.shape))


def _find_nearest(sums: sparse.csr_array, sizes: Matrix) -> Positions:
    """For each cluster the nearest one, the first of several as near; -1 where none reaches TOGETHER."""
    filled = np.flatnonzero(np.diff(sums.indptr))
    rows = np.repeat(np.arange(len(sizes)), np.diff(sums.indptr))
    means = np.round(sums.data / (sizes[rows] * sizes[sums.indices]), DIGITS)
    best = np.zeros(len(sizes))
    best[filled] = np.maximum.reduceat(means, sums.indptr[filled])
    at = np.flatnonzero((means >= TOGETHER) & (means == best[rows]))
    found, first = np.unique(rows[at], return_index=True)
    nearest = np.full(len(sizes), -1)
    nearest[found] = sums.indices[at[first]]
    return nearest


def _contract(sums: sparse.csr_array, target: Positions, open_: NDArray[np.bool_]) -> sparse.csr_array:
    """The sums between clusters after merging, those of closed clusters left out."""
    table = sparse.coo_array(sums)
    kept = open_[table.row] & open_[table.col] & (target[table.row] != target[table.col])
    merged = sparse.coo_array((table.data[kept], (target[table.row[kept]], target[table.col[kept]])), shape=sums.shape)
    contracted = sparse.csr_array(merged)
    contracted.sum_duplicates()
    return contracted


def rank_homes(each: sparse.coo_array, homes: Positions, sizes: Positions) -> dict[int, list[tuple[float, int]]]:
    """For each straggler the clusters it may belong to, nearest first, as (minus how alike, cluster).

    `each` is how alike a straggler is to each article of other clusters. What counts is half the mean over a cluster, half the mean of its
    three nearest members there.
    """
    if not each.nnz:
        return {}
    order = np.lexsort((-each.data, homes[each.col], each.row))
    stragglers, clusters, alike = each.row[order], homes[each.col[order]], each.data[order]
    starts = np.flatnonzero(np.r_[True, (np.diff(stragglers) != 0) | (np.diff(clusters) != 0)])
    ranks = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
    means = np.add.reduceat(alike, starts) / sizes[clusters[starts]]
    nearest = np.add.reduceat(np.where(ranks < NEAREST, alike, 0), starts) / np.minimum(sizes[clusters[starts]], NEAREST)
    scores = np.round((means + nearest) / 2, DIGITS)
    best: dict[int, list[tuple[float, int]]] = {}
    for straggler, score, cluster in zip(stragglers[starts].tolist(), scores.tolist(), clusters[starts].tolist(), strict=True):
        best.setdefault(straggler, []).append((-score, cluster))
    return {straggler: sorted(found) for straggler, found in best.items()}


def is_clear(found: list[tuple[float, int]], least: float) -> bool:
    """Whether the first of some ranked clusters is near enough, and nearer than any other by a margin."""
    scores = [-score for score, _ in found] + [0.0]
    return scores[0] >= least and scores[0] - scores[1] >= MARGIN
