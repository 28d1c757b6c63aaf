"""Tellings of one article that the other reports show to be of one incident: galleries, live pages and long reports tell it again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from crosswire.align.matches import Match, Pair, are_often, tell_apart
from crosswire.align.tellings import FIELDS, Told
from crosswire.align.tolls import state_same
from crosswire.model import IncidentMention

# So many other reports each match both tellings with one of their own.
WITNESSES = 2


def join_retellings(told: Sequence[Told], matches: Mapping[Pair, Match]) -> list[Told]:
    """The tellings, two of one article as one where nothing tells them apart and two reports or more each tell both as one.

    Nothing tells apart what is of one place and time, in which no war tells several, and of which both give the same numbers or one gives
    none.
    """
    near: dict[int, set[int]] = {i: set() for i in range(len(told))}
    for i, j in matches:
        near[i].add(j)
        near[j].add(i)
    by_article: dict[str, list[int]] = {}
    for i, one in enumerate(told):
        by_article.setdefault(one.article.id, []).append(i)
    joined, gone = list(told), set[int]()
    for own in by_article.values():
        for i, j in combinations(own, 2):
            witnesses = {told[k].article.id for k in near[i] & near[j]}
            if i not in gone and j not in gone and len(witnesses) >= WITNESSES and _are_alike(told[i], told[j]):
                joined[i] = _join(joined[i], told[j])
                gone.add(j)
    return [one for i, one in enumerate(joined) if i not in gone]


def _are_alike(one: Told, other: Told) -> bool:
    return not (are_often(one, other) or tell_apart(one, other)) and state_same(one.mention, other.mention)


def _join(one: Told, other: Told) -> Told:
    """One telling of two, what the first leaves open filled from the second; a place that the gazetteer knows before another."""
    first, second = (one, other) if one.place is not None and one.place.precision is not None else (other, one)
    place = first if first.place is not None else second
    return replace(
        one,
        mention=replace(_merge(one.mention, other.mention), place=place.mention.place),
        place=place.place,
        when=one.when or other.when,
        sites=one.sites | other.sites,
        targets=one.targets | other.targets,
        victims=tuple({victim.name: victim for victim in (*other.victims, *one.victims)}.values()),
        leads=one.leads or other.leads,
        founding=(*one.founding, *other.founding),
    )


def _merge(one: IncidentMention, other: IncidentMention) -> IncidentMention:
    filled = {field: getattr(one, field) or getattr(other, field) for field in (*FIELDS, "date", "weapon", "target", "actor")}
    groups = {(group.group, group.field): group for group in (*other.of_whom, *one.of_whom)}
    munitions = {(counted.group, counted.field): counted for counted in (*other.munitions, *one.munitions)}
    return replace(
        one,
        **filled,
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
        of_whom=tuple(groups[key] for key in sorted(groups)),
        munitions=tuple(munitions[key] for key in sorted(munitions)),
        superseded=(*one.superseded, *other.superseded),
        attributed_to=one.attributed_to or other.attributed_to,
        updated=one.updated or other.updated,
    )
