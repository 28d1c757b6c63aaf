"""Stories whose reports open with people harmed in one town on one day, with one toll, or in one small town, whatever their words are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
# More reports that open in one town than this are of several things.
MOST = 100
# Two figures of so many people each are told of one town by chance seldom.
SEVERAL = 3
# A town of fewer people is not in the news twice a week; days.
SMALL, WEEK = 300_000, 7


@dataclass(frozen=True, slots=True)
class Opening:
    """People harmed in a town, as a report opens with it; `day` is None where none is told, `figures` empty where not both are."""

    report: int
    published: date | None
    small: bool
    day: str | None
    figures: tuple[tuple[int | None, int | None], ...]


def join_events(sheets: Sequence[Sheet], similarities: Similarities, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, two of them as one where a report of each opens with people harmed in one town, as `_are_one` asks, and they share some
    words.
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
    towns: dict[int | str, list[Opening]] = {}
    for report, sheet in enumerate(sheets):
        for town, opening in _list_openings(sheet, report):
            towns.setdefault(town, []).append(opening)
    for openings in towns.values():
        if len({opening.report for opening in openings}) <= MOST:
            yield from sorted({(a.report, b.report) for a, b in combinations(openings, 2) if a.report != b.report and _are_one(a, b)})


def _list_openings(sheet: Sheet, report: int) -> Iterator[tuple[int | str, Opening]]:
    """The towns that a report opens with people harmed in; one that no gazetteer has is known by its name."""
    for mention in sheet.incidents:
        figures = [(figure.low, figure.high) for figure in (mention.killed, mention.injured) if figure is not None and figure.high != 0]
        if mention.place is None or not figures or mention.evidence[0].start >= OPENING:
            continue
        known = mention.place.candidates[:1]
        if known and known[0].place.precision != "city":
            continue
        when = mention.date.expression.resolve(sheet.article.day) if mention.date is not None else None
        day = when.start if when is not None and when.precision == "day" else None
        both = tuple(figures) if len(figures) > 1 and all((low or 0) >= SEVERAL for low, _ in figures) else ()
        town = known[0].place.geonameid if known else None
        small = not known or known[0].population < SMALL
        yield town or mention.place.span.text.casefold(), Opening(report, sheet.article.day, small, day, both)


def _are_one(one: Opening, other: Opening) -> bool:
    """Whether both open with what happened on one day, with as many killed and as many injured, or in a small town within a week."""
    if one.day is not None and other.day is not None:
        return one.day == other.day
    if one.figures and one.figures == other.figures:
        return True
    days = [opening.published for opening in (one, other) if opening.published is not None]
    return one.small and other.small and bool(days) and (max(days) - min(days)).days <= WEEK
