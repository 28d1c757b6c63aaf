"""Linking in rounds equals linking one by one, and stragglers join only where the nearest story is clear."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from crosswire.group.clusters import TOGETHER, join_stragglers, link_clusters


def tabulate(table: np.ndarray) -> sparse.csr_array:
    """A table of similarities, rounded as the program rounds them, without its diagonal."""
    alike = np.round((table + table.T) / 2, 6)
    np.fill_diagonal(alike, 0)
    return sparse.csr_array(alike)


def link(pairs: sparse.csr_array) -> list[int]:
    return link_clusters(pairs, np.ones(pairs.shape[0])).tolist()


@given(st.integers(0, 10_000), st.integers(2, 40))
def test_linking_in_rounds_equals_linking_one_by_one(seed: int, size: int) -> None:
    random = np.random.default_rng(seed)
    pairs = tabulate(random.random((size, size)) * (random.random((size, size)) < 0.5))
    labels = fcluster(linkage(squareform(1 - (table := pairs.toarray()) - np.eye(size), checks=False), "average"), 1 - TOGETHER, "distance")
    assert table.shape == (size, size)
    first = {label: i for i, label in reversed(list(enumerate(labels.tolist())))}
    assert link(pairs) == [first[label] for label in labels.tolist()]


@given(st.integers(0, 10_000), st.permutations(range(12)))
def test_order_changes_nothing(seed: int, order: list[int]) -> None:
    pairs = tabulate(np.random.default_rng(seed).random((12, 12)) * 0.6)
    mixed = link(sparse.csr_array(pairs[order][:, order]))
    found = {frozenset(order[i] for i in range(12) if mixed[i] == home) for home in mixed}
    homes = link(pairs)
    assert found == {frozenset(i for i in range(12) if homes[i] == home) for home in homes}


def test_sizes_weigh_the_mean() -> None:
    table = np.array([[0, 0.3, 0.28], [0.3, 0, 0.2], [0.28, 0.2, 0]])
    assert link_clusters(tabulate(table), np.array([1.0, 1, 1])).tolist() == [0, 0, 2]
    assert link_clusters(tabulate(table), np.array([9.0, 1, 1])).tolist() == [0, 0, 0]


def surround(*alike: tuple[float, float]) -> sparse.csr_array:
    """Two stories of three articles, and further articles with their similarity to every report of the one and of the other."""
    table = np.zeros((6 + len(alike), 6 + len(alike)))
    table[:3, :3] = table[3:6, 3:6] = 1
    for i, (one, other) in enumerate(alike, 6):
        table[i, :3] = table[:3, i] = one
        table[i, 3:6] = table[3:6, i] = other
    return tabulate(table)


def join(pairs: sparse.csr_array) -> list[int]:
    return join_stragglers(pairs, np.array(link(pairs))).tolist()


def test_a_straggler_joins_the_one_near_story() -> None:
    assert join(surround((0.2, 0.0), (0.0, 0.25))) == [0, 0, 0, 3, 3, 3, 0, 3]


def test_a_straggler_between_two_stories_stays_alone() -> None:
    assert join(surround((0.22, 0.2))) == [0, 0, 0, 3, 3, 3, 6]


def test_a_straggler_too_far_stays_alone() -> None:
    assert join(surround((0.1, 0.0))) == [0, 0, 0, 3, 3, 3, 6]
