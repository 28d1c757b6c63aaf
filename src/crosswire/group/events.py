"""Stories whose reports open with people harmed and share what only reports of one event do: towns, people, days, tolls.

Two reports of one event may share few words: a ministry's three lines and a tabloid's page. The way of probabilistic record linkage
(Fellegi and Sunter, 1969): each thing that both tell is a point for one event, some things that they tell differently rule it out.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations, takewhile

import numpy as np

from crosswire.group.clusters import Cluster
from crosswire.group.openings import Harm, Opening
from crosswire.group.similarities import Similarities
from crosswire.model import Article, Partition, Sheet, share_family

# So many points make one event; where a report does not say when it came out, it takes one more.
ENOUGH = 2
# Reports of one event still share words: less than this share is another thing.
LEAST = 0.04
# Reports that came out further apart are of several events, and so are stories that would span more days for being joined.
WEEK, DAY, YEAR = timedelta(days=7), timedelta(days=1), 366
# No report is laid beside more others for one town or person.
MOST = 100


def join_events(
    sheets: Sequence[Sheet], openings: Sequence[Opening], similarities: Similarities, clusters: Sequence[Cluster]
) -> list[Cluster]:
    """The clusters, two of them as one where a report of each opens with people harmed in what must be one event, the surest first."""
    homes = {member: number for number, cluster in enumerate(clusters) for member in cluster.members}
    told = {opening.report: opening for opening in openings}
    apart = sorted({pair for pair in _pair_openings(openings) if homes[pair[0]] != homes[pair[1]]})
    points = {pair: count_points(told[pair[0]], told[pair[1]]) for pair in apart}
    likely = [pair for pair in apart if points[pair] >= ENOUGH]
    alike = similarities.compare_pairs(*np.array(likely, dtype=np.intp).reshape(-1, 2).T)
    sure = [pair for pair, words in zip(likely, alike, strict=True) if words >= LEAST]
    spans = Spans([[sheets[member].article for member in cluster.members] for cluster in clusters])
    for one, other in sorted(sure, key=lambda pair: -points[pair]):
        spans.join(homes[one], homes[other])
    joined: dict[int, list[Cluster]] = {}
    for number, cluster in enumerate(clusters):
        joined.setdefault(spans.partition.find(number), []).append(cluster)
    return sorted((_unite(parts) for parts in joined.values()), key=lambda cluster: cluster.members)


class Spans:
    """Stories put together as long as none comes to span more days than a week or than the longer of two did."""

    def __init__(self, stories: Sequence[Iterable[Article]]) -> None:
        self.partition = Partition(range(len(stories)))
        days = [sorted(article.day for article in story if article.day) for story in stories]
        self._spans = {number: (told[0], told[-1]) for number, told in enumerate(days) if told}

    def join(self, one: int, other: int) -> None:
        homes = {self.partition.find(one), self.partition.find(other)}
        spans = [self._spans[home] for home in homes if home in self._spans]
        if not spans:
            self.partition.join(one, other)
            return
        whole = (min(first for first, _ in spans), max(last for _, last in spans))
        if whole[1] - whole[0] <= max(WEEK, *(last - first for first, last in spans)):
            self.partition.join(one, other)
            self._spans[self.partition.find(one)] = whole


def count_points(one: Opening, other: Opening) -> int:
    """How much two reports tell alike: a point for each small town, one for people, and those of the two harms that are most alike.

    0 where they came out more than a week apart, no two harms may be one, or nothing ties them to one place: no town and no toll.
    """
    gap = _count_days(one, other)
    if gap is not None and gap > WEEK.days:
        return 0
    compared = [found for a in one.harms for b in other.harms if (found := _compare(a, b)) is not None]
    towns = sum(any(not town.isdisjoint(known) for known in other.towns) for town in one.towns)
    points, tied = max(compared, default=(0, False))
    if not compared or not (towns or tied):
        return 0
    return points + towns + (not one.people.isdisjoint(other.people)) - (gap is None)


def _count_days(one: Opening, other: Opening) -> int | None:
    """The days between two reports, by the days of the year alone where one gives no year; None where one gives no day."""
    if one.published is not None and other.published is not None:
        return abs((one.published - other.published).days)
    if one.day_of_year is None or other.day_of_year is None:
        return None
    gap = abs(one.day_of_year - other.day_of_year)
    return min(gap, YEAR - gap)


def _compare(one: Harm, other: Harm) -> tuple[int, bool] | None:
    """A point for the town, the day or the next, the weekday and each figure, and whether town or figure is the same.

    None where they are of different kinds, weekdays or days.
    """
    gap = abs(one.day - other.day) if one.day is not None and other.day is not None else None
    weekdays = {one.weekday, other.weekday} - {None}
    if not share_family(one.kind, other.kind) or len(weekdays) > 1 or (gap is not None and gap > DAY):
        return None
    town, figures = not one.town.isdisjoint(other.town), len(one.figures & other.figures)
    weekday = one.weekday is not None and one.weekday == other.weekday
    return town + figures + weekday + (gap is not None), town or figures > 0


def _pair_openings(openings: Sequence[Opening]) -> Iterator[tuple[int, int]]:
    """Every two reports with a town or a person in common that came out within a week or are undated."""
    named: dict[tuple[str, str], list[Opening]] = {}
    for opening in openings:
        towns = frozenset().union(*opening.towns, *(harm.town for harm in opening.harms))
        for key in (*(("town", town) for town in sorted(towns)), *(("person", person) for person in sorted(opening.people))):
            named.setdefault(key, []).append(opening)
    for told in named.values():
        yield from ((min(a.report, b.report), max(a.report, b.report)) for a, b in _pair_near(told))


def _pair_near(told: Sequence[Opening]) -> Iterator[tuple[Opening, Opening]]:
    dated = sorted((opening.published, opening.report, opening) for opening in told if opening.published is not None)
    for i, (day, _, one) in enumerate(dated):
        near = takewhile(lambda later, day=day: later[0] - day <= WEEK, dated[i + 1 : i + 1 + MOST])  # type: ignore[misc]
        yield from ((one, other) for _, _, other in near)
    if len(told) <= MOST:
        undated = [opening for opening in told if opening.published is None]
        yield from combinations(undated, 2)
        yield from ((one, other) for one in undated for _, _, other in dated)


def _unite(parts: Sequence[Cluster]) -> Cluster:
    if len(parts) == 1:
        return parts[0]
    largest = max(parts, key=lambda part: (len(part.members), [-member for member in part.members]))
    others = [member for part in parts if part is not largest for member in part.members]
    return Cluster(tuple(sorted((*largest.members, *others))), tuple(sorted((*largest.joined, *others))))
