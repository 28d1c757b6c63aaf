"""Stories whose reports open with people harmed in one town: on one day, with one toll, or a small or rare one, whatever their words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from crosswire.group.clusters import Cluster
from crosswire.group.encoder import count_information
from crosswire.group.similarities import Similarities
from crosswire.model import IncidentMention, Partition, Sheet, is_far

WORD = re.compile(r"\w+")
# An incident is what a report opens with where its words begin within so many characters.
OPENING = 700
# Reports of one incident still share words: less than this share is another thing in the same town.
LEAST = 0.12
# Those that name one town share less: an official's statement and a broadcaster's story.
LEAST_NAMED = 0.04
# Nats: a town's name rarer than one word in e^13.5, about 700,000, which the other report names within so many characters.
RARE, REACH = 13.5, 2_500
# More reports that open in one town than this are of several things.
MOST = 100
# Two figures of so many people each are told of one town by chance seldom.
SEVERAL = 3
# A town of fewer people is not in the news twice a week; days.
SMALL, WEEK = 300_000, 7


@dataclass(frozen=True, slots=True)
class Opening:
    """People harmed in a town, as a report opens with it.

    `day` and `weekday` are None where none is told, `figures` are empty where not both are; `name` is what the report calls the town.
    """

    report: int
    published: date | None
    town: int | str | None
    small: bool
    day: str | None
    weekday: int | None
    figures: tuple[tuple[int | None, int | None], ...]
    name: str
    mention: IncidentMention


def join_events(sheets: Sequence[Sheet], similarities: Similarities, clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, two of them as one where a report of each opens with people harmed in one town, as `_are_one` and `_may_name` ask, and
    they share some words.
    """
    homes = {member: number for number, cluster in enumerate(clusters) for member in cluster.members}
    partition = Partition(range(len(clusters)))
    openings = [opening for report, sheet in enumerate(sheets) for opening in _list_openings(sheet, report)]
    pairs = [(pair, LEAST) for pair in _pair_towns(openings)] + [(pair, LEAST_NAMED) for pair in _pair_names(openings, sheets)]
    for (one, other), least in pairs:
        if partition.find(homes[one]) != partition.find(homes[other]):
            alike = similarities.compare(np.array([one]), np.array([other]))
            if float(alike[0, 0]) >= least:
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


def _pair_towns(openings: Sequence[Opening]) -> Iterator[tuple[int, int]]:
    towns: dict[int | str, list[Opening]] = {}
    for opening in openings:
        if opening.town is not None:
            towns.setdefault(opening.town, []).append(opening)
    for told in towns.values():
        if len({opening.report for opening in told}) <= MOST:
            yield from sorted({(a.report, b.report) for a, b in combinations(told, 2) if a.report != b.report and _are_one(a, b)})


def _pair_names(openings: Sequence[Opening], sheets: Sequence[Sheet]) -> Iterator[tuple[int, int]]:
    """Every two reports that open with people harmed, of which one names the rare town of the other's first incident."""
    leads = {opening.report: opening for opening in reversed(openings)}
    named: dict[str, list[int]] = {}
    for report in sorted(leads):
        for word in set(WORD.findall(sheets[report].article.text[:REACH].casefold())):
            named.setdefault(word, []).append(report)
    for one in sorted(leads.values(), key=lambda opening: opening.report):
        rarest = max(WORD.findall(one.name.casefold()), key=count_information, default="")
        if one.small and rarest and count_information(rarest) >= RARE and len(named[rarest]) <= MOST:
            yield from ((one.report, other) for other in named[rarest] if other != one.report and _may_name(one, leads[other], sheets))


def _list_openings(sheet: Sheet, report: int) -> Iterator[Opening]:
    """The incidents that a report opens with in which people are harmed; a town that no gazetteer has is known by its name."""
    for mention in sheet.incidents:
        told = [figure for figure in (mention.killed, mention.injured, mention.missing) if figure is not None and figure.high != 0]
        if not told or mention.evidence[0].start >= OPENING:
            continue
        best = next(iter(mention.place.candidates), None) if mention.place is not None else None
        local = mention.place is not None and (best is None or best.place.precision == "city")
        name = _read_name(sheet, mention) if local else ""
        expression = mention.date.expression if mention.date is not None else None
        when = expression.resolve(sheet.article.day) if expression is not None else None
        day = when.start if when is not None and when.precision == "day" else None
        weekday = date.fromisoformat(day).weekday() if day is not None else expression.weekday if expression is not None else None
        both = [(figure.low, figure.high) for figure in (mention.killed, mention.injured) if figure is not None and figure.high != 0]
        figures = tuple(both) if len(both) > 1 and all((low or 0) >= SEVERAL for low, _ in both) else ()
        town = (best.place.geonameid if best is not None else name.casefold()) if local else None
        yield Opening(report, sheet.article.day, town, best is None or best.population < SMALL, day, weekday, figures, name, mention)


def _read_name(sheet: Sheet, mention: IncidentMention) -> str:
    """What a report calls the town; a village told with its division is called by its own name."""
    if mention.place is None:
        return ""
    start = mention.place.span.start
    return next((place.span.text for place in sheet.places if place.span.start == start), mention.place.span.text)


def _are_one(one: Opening, other: Opening) -> bool:
    """Whether both open with what happened on one day, with as many killed and as many injured, or in a small town within a week."""
    if one.day is not None and other.day is not None:
        return one.day == other.day
    if one.figures and one.figures == other.figures:
        return True
    return one.small and other.small and _is_within_week(one, other)


def _may_name(one: Opening, other: Opening, sheets: Sequence[Sheet]) -> bool:
    """Whether a report may tell of another's harm: it names the town, came out in the same week, and no weekday or toll gainsays it."""
    if one.weekday is not None and other.weekday is not None and one.weekday != other.weekday:
        return False
    pairs = ((one.mention.killed, other.mention.killed), (one.mention.injured, other.mention.injured))
    if not _is_within_week(one, other) or any(a is not None and b is not None and is_far(a, b) for a, b in pairs):
        return False
    return re.search(rf"\b{re.escape(one.name)}\b", sheets[other.report].article.text[:REACH], re.IGNORECASE) is not None


def _is_within_week(one: Opening, other: Opening) -> bool:
    """Whether both came out within a week, one of which must be dated."""
    days = [opening.published for opening in (one, other) if opening.published is not None]
    return bool(days) and (max(days) - min(days)).days <= WEEK
