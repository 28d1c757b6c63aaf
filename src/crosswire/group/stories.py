"""Articles of one event into one story, unrelated ones apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import sparse

from crosswire.group.clusters import Cluster, find_clusters
from crosswire.group.events import join_events
from crosswire.group.features import Features, find_features
from crosswire.group.namesakes import find_rare_names, join_namesakes
from crosswire.group.neighbours import find_pairs
from crosswire.group.openings import read_openings
from crosswire.group.reasons import explain_loner, explain_story, find_shared_words, name_story
from crosswire.group.similarities import Similarities, prepare_similarities
from crosswire.model import Sheet


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """The articles of one story by id, sorted; what it is called, and why they belong together."""

    articles: tuple[str, ...]
    title: str
    why: str


def group_stories(sheets: Sequence[Sheet], features: Sequence[Features] | None = None) -> list[Group]:
    """Every article in exactly one story, sorted by the ids; one article can be a story; `features` where they were found before.

    The similarity of two articles is the cosine of their words, each weighed by how rare it is in general and how near the top it stands
    (`terms`), and for a tenth that of their first sentences' vectors; across languages it is that of the vectors and of the names in
    Latin letters. Publication days far apart take up to a quarter of it away. None of this depends on the other articles. Average
    linkage puts articles together down to a mean similarity of 0.26, and what is left over joins the one story it is clearly nearest to
    (`clusters`), or one with which it shares rare names (`namesakes`). Stories with reports that open with people harmed and tell the same
    towns, people, days or tolls are one (`events`). These numbers hold for all collections: they were chosen once, over several sets of
    labelled news together and mixed.
    """
    if not sheets:
        return []
    features = features or [find_features(sheet) for sheet in sheets]
    order = sorted(range(len(sheets)), key=lambda i: (sheets[i].article.id, sheets[i].article.sha256))
    ordered = [sheets[i] for i in order]
    openings = read_openings(ordered)
    similarities = prepare_similarities(ordered, [features[i] for i in order], openings)
    pairs = find_pairs(similarities)
    names_of = cache(lambda position: find_rare_names(ordered[position]))
    clusters = find_clusters(similarities, pairs, lambda homes: join_namesakes(pairs, homes, names_of))
    clusters = join_events(ordered, openings, similarities, clusters)
    return sorted(_describe(ordered, similarities, cluster, pairs) for cluster in clusters)


def _describe(sheets: Sequence[Sheet], similarities: Similarities, cluster: Cluster, pairs: sparse.csr_array) -> Group:
    members = [sheets[i] for i in cluster.members]
    ids = tuple(sorted(sheet.article.id for sheet in members))
    positions = np.array(cluster.members)
    alike = similarities.compare(positions, positions)
    title = name_story(members, alike)
    if len(members) > 1:
        joined = [sheets[i] for i in cluster.joined]
        return Group(ids, title, explain_story(members, alike, joined, find_shared_words(similarities, cluster, members)))
    other, similarity = _find_nearest(pairs, cluster.members[0])
    return Group(ids, title, explain_loner(sheets[other] if other >= 0 else None, similarity))


def _find_nearest(pairs: sparse.csr_array, loner: int) -> tuple[int, float]:
    """The most similar other article and how similar it is; -1 where none is similar at all."""
    start, end = pairs.indptr[loner : loner + 2]
    best = start + int(pairs.data[start:end].argmax()) if end > start else -1
    return (int(pairs.indices[best]), float(pairs.data[best])) if best >= 0 else (-1, 0.0)
