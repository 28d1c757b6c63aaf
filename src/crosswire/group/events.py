"""Stories whose reports open with people harmed in one town on one day: different words for it keep no two of them apart."""

from collections.abc import Iterator, Sequence
from datetime import date
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


def join_events(sheets: Sequence[Sheet], similarities: Similarities, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, two of them as one where a report of each opens with people harmed in one town on one day and they share some words."""
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
    """Every two reports that open with people harmed in one town on one day, which both tell."""
    towns: dict[int, dict[int, date | None]] = {}
    for number, sheet in enumerate(sheets):
        for town, day in _list_openings(sheet):
            told = towns.setdefault(town, {})
            told[number] = told.get(number) or day
    for told in towns.values():
        if len(told) > MOST:
            continue
        for one, other in combinations(sorted(told), 2):
            if told[one] == told[other] is not None:
                yield one, other


def _list_openings(sheet: Sheet) -> Iterator[tuple[int, date | None]]:
    for mention in sheet.incidents:
        place = mention.place.candidates[0].place if mention.place is not None and mention.place.candidates else None
        harmed = any(figure is not None and figure.high != 0 for figure in (mention.killed, mention.injured))
        if place is None or place.precision != "city" or place.geonameid is None or not harmed or mention.evidence[0].start >= OPENING:
            continue
        when = mention.date.expression.resolve(sheet.article.day) if mention.date is not None else None
        yield place.geonameid, date.fromisoformat(when.start) if when is not None and when.precision == "day" else None
