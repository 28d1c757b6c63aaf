"""What an index finds is what comparing all pairs finds, as far as stories go; few pairs are compared, and nothing is left to chance."""

import numpy as np
import pytest
from scipy import sparse

from crosswire.group import clusters, neighbours
from crosswire.group.clusters import Cluster, find_clusters
from crosswire.group.neighbours import find_candidates, find_pairs
from crosswire.group.similarities import Similarities

import scale
from bcubed import measure_grouping
from streams import Stream, make_stream

COUNT = 10_000


@pytest.fixture(scope="module")
def stream() -> Stream:
    return make_stream(COUNT)


@pytest.fixture(scope="module")
def found(stream: Stream) -> tuple[sparse.csr_array, list[Cluster]]:
    pairs = find_pairs(stream.similarities)
    return pairs, find_clusters(stream.similarities, pairs)


def test_a_day_of_news_is_grouped_by_few_pairs(stream: Stream, found: tuple[sparse.csr_array, list[Cluster]]) -> None:
    labels = {str(i): str(story) for i, story in enumerate(stream.stories.tolist())}
    stories = [[str(i) for i in cluster.members] for cluster in found[1]]
    assert sorted(int(i) for story in stories for i in story) == list(range(COUNT))
    assert measure_grouping(labels, stories).f1 >= 0.99
    compared = scale.count_compared(COUNT)
    assert compared < 40 * COUNT
    assert compared < 2.5 * scale.count_compared(COUNT // 2)


def test_the_same_articles_have_the_same_pairs(stream: Stream, found: tuple[sparse.csr_array, list[Cluster]]) -> None:
    again = find_pairs(stream.similarities)
    assert np.array_equal(again.indices, found[0].indices) and np.array_equal(again.data, found[0].data)
    assert abs(again - again.T).max() == 0 and not again.diagonal().any()


def test_an_index_finds_the_stories_that_comparing_all_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    similarities = make_stream(2_000).similarities
    exact = find_clusters(similarities, find_pairs(similarities))
    for module in (clusters, neighbours):
        monkeypatch.setattr(module, "EXACT", 100)
    approximate = find_clusters(similarities, find_pairs(similarities))
    labels = {str(i): str(number) for number, cluster in enumerate(exact) for i in cluster.members}
    assert measure_grouping(labels, [[str(i) for i in cluster.members] for cluster in approximate]).f1 >= 0.99


def test_a_pair_is_as_alike_alone_as_in_a_table(stream: Stream) -> None:
    ones, others = next(iter(find_candidates(stream.similarities)))
    table = stream.similarities.compare(ones[:50], others[:50])
    assert np.allclose(stream.similarities.compare_pairs(ones[:50], others[:50]), table.diagonal(), atol=2e-6)


def test_means_stand_for_their_articles(stream: Stream) -> None:
    some = np.arange(300)
    part: Similarities = stream.similarities.condense(np.where(np.arange(COUNT) < 300, np.arange(COUNT) % 30, 30))
    alike = stream.similarities.compare(some, some)
    members = [some[some % 30 == number] for number in (3, 7)]
    mean = alike[np.ix_(*members)].mean()
    assert part.compare(np.array([3]), np.array([7]))[0, 0] == pytest.approx(mean, abs=0.01)
