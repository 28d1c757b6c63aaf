"""Articles into clusters: average linkage, then stragglers to the one cluster that is clearly nearest.

Average linkage alone leaves a short or oddly written report of a large story by itself, because it is compared with the mean of all.
Such a report is still far closer to that story than to any other, and that is what the second step asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from crosswire.group.similarities import Matrix, Positions, Similarities

TOGETHER = 0.24  # mean similarity at which two clusters are one story
STRAGGLER = 0.17  # what a straggler's similarity to a cluster must reach
MARGIN = 0.08  # and by how much it must exceed that to any other cluster
SMALL = 2  # articles a straggling cluster has at most
NEAREST = 3


@dataclass(frozen=True, slots=True)
class Cluster:
    """Positions of the articles of one story; `joined` are those among them that came in the second step."""

    members: tuple[int, ...]
    joined: tuple[int, ...] = ()


def find_clusters(similarities: Similarities) -> list[Cluster]:
    """All articles in clusters, in the order of their first members; the input's order must be fixed by the caller."""
    if not len(similarities.days):
        return []
    return join_stragglers(similarities, link_clusters(similarities))


def link_clusters(similarities: Similarities) -> list[list[int]]:
    """Average linkage, cut at TOGETHER.

    Two clusters can reach that mean only where some pair reaches it. So each connected part of the graph of such pairs is linked
    by itself, with the same outcome as one linkage over all, and no table of all pairs.
    """
    count, parts = connected_components(similarities.find_pairs(TOGETHER), directed=False)
    by_part = np.split(np.argsort(parts, kind="stable"), np.cumsum(np.bincount(parts, minlength=count))[:-1])
    return sorted(cluster for part in by_part for cluster in _link(similarities, part))


def join_stragglers(similarities: Similarities, clusters: Sequence[list[int]]) -> list[Cluster]:
    """Each cluster of one or two articles joins the larger one it is clearly nearest to, if there is one."""
    large = [cluster for cluster in clusters if len(cluster) > SMALL]
    joined: list[list[int]] = [[] for _ in large]
    alone = []
    for cluster in (cluster for cluster in clusters if len(cluster) <= SMALL):
        nearest = _find_nearest(similarities, cluster, large)
        if nearest is None:
            alone.append(Cluster(tuple(cluster)))
        else:
            joined[nearest] += cluster
    grown = [Cluster(tuple(sorted(core + more)), tuple(sorted(more))) for core, more in zip(large, joined, strict=True)]
    return sorted([*alone, *grown], key=lambda cluster: cluster.members)


def _link(similarities: Similarities, part: Positions) -> list[list[int]]:
    if len(part) == 1:
        return [[int(part[0])]]
    distances = 1 - similarities.compare(part, part)
    np.fill_diagonal(distances, 0)
    distances = np.clip((distances + distances.T) / 2, 0, None)
    labels = fcluster(linkage(squareform(distances, checks=False), "average"), 1 - TOGETHER, "distance")
    return [[int(i) for i in part[labels == label]] for label in range(1, labels.max() + 1)]


def _find_nearest(similarities: Similarities, cluster: list[int], large: Sequence[list[int]]) -> int | None:
    """Where a straggler belongs: half the mean over a cluster, half the mean of its three nearest members there."""
    if not large:
        return None
    alike = similarities.compare(np.array(cluster)).mean(axis=0)
    scores = np.array([_score(alike[core]) for core in large])
    best = int(scores.argmax())
    second = np.delete(scores, best).max(initial=0.0)
    return best if scores[best] >= STRAGGLER and scores[best] - second >= MARGIN else None


def _score(alike: Matrix) -> float:
    nearest = np.partition(alike, -NEAREST)[-NEAREST:]
    return float((alike.mean() + nearest.mean()) / 2)
