"""Linking by parts equals linking all at once, and stragglers join only where the nearest story is clear."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from crosswire.group.clusters import TOGETHER, find_clusters, join_stragglers, link_clusters
from crosswire.group.similarities import Similarities
from crosswire.group.terms import Terms


def make_similarities(table: np.ndarray) -> Similarities:
    """Articles whose similarities are near to this table's products: rows brought to unit length, no days."""
    rows = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-12)
    terms = Terms(sparse.csr_array(rows), tuple(str(i) for i in range(rows.shape[1])))
    return Similarities(terms, np.full(len(rows), np.nan), np.full(len(rows), -1))


@given(st.integers(0, 10_000), st.integers(2, 30))
def test_parts_are_linked_as_the_whole(seed: int, size: int) -> None:
    random = np.random.default_rng(seed)
    similarities = make_similarities(random.random((size, 12)) * (random.random((size, 12)) < 0.3))
    everyone = np.arange(size)
    distances = 1 - similarities.compare(everyone)
    np.fill_diagonal(distances, 0)
    labels = fcluster(linkage(squareform(np.clip(distances, 0, None), checks=False), "average"), 1 - TOGETHER, "distance")
    whole = sorted([i for i in range(size) if labels[i] == label] for label in set(labels.tolist()))
    assert link_clusters(similarities) == whole


def aim(angle: float) -> list[float]:
    return [np.cos(angle), np.sin(angle)]


def test_a_straggler_joins_the_one_near_story() -> None:
    story = [aim(0.0)] * 3
    similarities = make_similarities(np.array([*story, aim(np.arccos(0.25))]))
    assert join_stragglers(similarities, [[0, 1, 2], [3]])[0].joined == (3,)


def test_a_straggler_between_two_stories_stays_alone() -> None:
    similarities = make_similarities(np.array([*[[1.0, 0.0]] * 3, *[[0.0, 1.0]] * 3, [0.7, 0.7]]))
    clusters = join_stragglers(similarities, [[0, 1, 2], [3, 4, 5], [6]])
    assert [cluster.members for cluster in clusters] == [(0, 1, 2), (3, 4, 5), (6,)]


def test_a_straggler_too_far_stays_alone() -> None:
    similarities = make_similarities(np.array([*[aim(0.0)] * 3, aim(np.arccos(0.1))]))
    assert [cluster.members for cluster in find_clusters(similarities)] == [(0, 1, 2), (3,)]
