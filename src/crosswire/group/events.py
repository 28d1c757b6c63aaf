"""Stories whose reports open with people harmed in one town on one day, or with one toll, whatever their words are."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from crosswire.group.clusters import Cluster
from crosswire.group.similarities import Similarities
from crosswire.model import Partition, Sheet

# An incident is what a report opens with where its words begin within so many characters.
OPENING = 700
# Reports of one incident still share words: less than this share is another thing in the same town.
LEAST = 0.12
# More reports that open in one town on one day than this are of several things.
MOST = 100
# Two figures of so many people each are told of one town by chance seldom.
SEVERAL = 3
# A town, and the day or both figures.
Opening = tuple[int, str | tuple[tuple[int | None, int | None], ...]]


def join_events(sheets: Sequence[Sheet], similarities: Similarities, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, two of them as one where a report of each opens with people harmed in one town on one day, or with one toll, and they
    share some words.
    """
    homes = {member: number for number, cluster in enumerate(clusters) for member in cluster.members}
    partition = Partition(range(len(clusters)))
    for one, other in _list_pairs(sheets):
        if partition.find(homes[one]) != partition.find(homes[other]):
            alike = similarities.compare(np.array([one]), np.array([other]))
            if float(alike[0, 0]) >= LEAST:
                partition.join(homes[one], homes[other])
    joined: dict[int, list[Cluster]] = {}
    for number, cluster in enumerate(clusters):
        joined.setdefault(partition.find(number), []).append(cluster)
    return sorted((_unite(parts) for parts in joined.values()), key=lambda cluster: cluster.members)


def _unite(parts: Sequence[Cluster]) -> Cluster:
    if len(parts) == 1:
        return parts[0]
    largest = max(parts, key=lambda part: (len(part.members), [-member for member in part.members]))
    others = [member for part in parts if part is not largest for member in part.members]
    return Cluster(tuple(sorted((*largest.members, *others))), tuple(sorted((*largest.joined, *others))))


def _list_pairs(sheets: Sequence[Sheet]) -> Iterator[tuple[int, int]]:
    """Every two reports that open with people harmed in one town, on one day which both tell, or as many killed and as many injured."""
    told: dict[Opening, set[int]] = {}
    for number, sheet in enumerate(sheets):
        for opening in _list_openings(sheet):
            told.setdefault(opening, set()).add(number)
    for numbers in told.values():
        if len(numbers) <= MOST:
            yield from combinations(sorted(numbers), 2)


def _list_openings(sheet: Sheet) -> Iterator[Opening]:
    """The towns with the day, and those with both figures, of what a report opens with."""
    for mention in sheet.incidents:
        place = mention.place.candidates[0].place if mention.place is not None and mention.place.candidates else None
        figures = [(figure.low, figure.high) for figure in (mention.killed, mention.injured) if figure is not None and figure.high != 0]
        if place is None or place.precision != "city" or place.geonameid is None or not figures or mention.evidence[0].start >= OPENING:
            continue
        when = mention.date.expression.resolve(sheet.article.day) if mention.date is not None else None
        if when is not None and when.precision == "day":
            yield place.geonameid, when.start
        if len(figures) > 1 and all((low or 0) >= SEVERAL for low, _ in figures):
            yield place.geonameid, tuple(figures)
