"""Articles of one event into one story, unrelated ones apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crosswire.group.clusters import Cluster, find_clusters
from crosswire.group.reasons import explain_loner, explain_story, find_shared_words, name_story
from crosswire.group.similarities import Similarities, prepare_similarities
from crosswire.model import Sheet


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """The articles of one story by id, sorted; what it is called, and why they belong together."""

    articles: tuple[str, ...]
    title: str
    why: str


def group_stories(sheets: Sequence[Sheet]) -> list[Group]:
    """Every article in exactly one story, sorted by the ids; one article can be a story.

    The similarity of two articles is the cosine of their words, each weighed by how rare it is in general and how near the top it stands
    (`terms`); across languages it is that of their first sentences' vectors and of the names in Latin letters. Publication days far
    apart take a fifth of it away. None of this depends on the other articles. Average linkage puts articles together down to a mean
    similarity of 0.24, and what is left over joins the one story it is clearly nearest to (`clusters`). These numbers hold for all
    collections: they were chosen once, over several sets of labelled news together and mixed.
    """
    ordered = sorted(sheets, key=lambda sheet: (sheet.article.id, sheet.article.sha256))
    similarities = prepare_similarities(ordered)
    clusters = find_clusters(similarities)
    nearest = _find_nearest(similarities, [c.members[0] for c in clusters if len(c.members) == 1])
    return sorted(_describe(ordered, similarities, cluster, nearest) for cluster in clusters)


def _describe(sheets: Sequence[Sheet], similarities: Similarities, cluster: Cluster, nearest: dict[int, tuple[int, float]]) -> Group:
    members = [sheets[i] for i in cluster.members]
    ids = tuple(sorted(sheet.article.id for sheet in members))
    positions = np.array(cluster.members)
    alike = similarities.compare(positions, positions)
    title = name_story(members, alike)
    if len(members) > 1:
        joined = [sheets[i] for i in cluster.joined]
        return Group(ids, title, explain_story(members, alike, joined, find_shared_words(similarities, cluster, members)))
    other, similarity = nearest[cluster.members[0]]
    return Group(ids, title, explain_loner(sheets[other] if other >= 0 else None, similarity))


def _find_nearest(similarities: Similarities, loners: Sequence[int]) -> dict[int, tuple[int, float]]:
    """For each loner the most similar other article and how similar it is; -1 where there is no other."""
    found: dict[int, tuple[int, float]] = {}
    for loner in loners:
        alike = similarities.compare(np.array([loner]))[0]
        alike[loner] = -1.0
        best = int(alike.argmax())
        found[loner] = (best, float(alike[best])) if len(alike) > 1 else (-1, 0.0)
    return found
