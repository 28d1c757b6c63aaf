"""Accounts of one incident, one an article."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from crosswire.align.lending import lend_places
from crosswire.align.matches import Match, Pair, are_opposed, find_matches
from crosswire.align.names import People
from crosswire.align.places import weigh_countries
from crosswire.align.retellings import join_retellings
from crosswire.align.series import hold_parts
from crosswire.align.tellings import FIELDS, Told, leave_out_later_days, settle_tellings
from crosswire.model import (
    FALLBACK,
    Account,
    Article,
    Figure,
    Incident,
    Partition,
    Place,
    Range,
    Sheet,
    When,
    found_ids,
    is_part,
    order_mentions,
)

Value = TypeVar("Value", str, When)
REASONS = 3  # that an incident lists
ORDER = {"city": 0, None: 0, "second-order": 2, "region": 3, "waters": 4, "area": 5, "country": 6, "continent": 7}


def merge_incidents(sheets: Sequence[Sheet], published: Mapping[str, date], people: People) -> tuple[Incident, ...]:
    """The incidents of a story by id, each with one account an article.

    Two tellings of one article stay two, for that article tells them apart; two of different articles join, surest pair
    first (`compare`), where no two of the joined accounts are apart (`are_apart`). `published` gives each article's day.
    """
    told = settle_tellings(sheets, weigh_countries(sheets), published, people)
    told = lend_places(told, {sheet.article.id: sheet for sheet in sheets})
    matches = find_matches(told)
    joined = join_retellings(told, matches)
    if len(joined) < len(told):
        told, matches = joined, find_matches(joined)
    incidents = (_make_incident(leave_out_later_days(cluster), why) for cluster, why in _cluster(told, matches))
    return tuple(sorted(hold_parts(list(incidents)), key=lambda incident: incident.id))


def _cluster(told: Sequence[Told], matches: Mapping[Pair, Match]) -> list[tuple[list[Told], str]]:
    """The tellings joined by their matches, surest first, where no two of those that come together are opposed; and why."""
    members = {i: [i] for i in range(len(told))}
    whys: dict[int, list[str]] = {i: [] for i in members}
    partition = Partition(members)
    refused: set[Pair] = set()
    for i, j in sorted(matches, key=lambda pair: (-matches[pair].score, pair)):
        one, other = partition.find(i), partition.find(j)
        if one == other or (one, other) in refused:
            continue
        across = ((min(a, b), max(a, b)) for a in members[one] for b in members[other])
        if any(are_opposed(told[a], told[b]) and (a, b) not in matches for a, b in across):
            refused |= {(one, other), (other, one)}
            continue
        partition.join(one, other)
        members[one] += members.pop(other)
        whys[one] += [matches[i, j].why, *whys.pop(other)]
    return [([told[i] for i in sorted(members[one])], _explain(whys[one])) for one in members]


def _explain(whys: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(whys)) or ["told by one article"]
    more = len(distinct) - REASONS
    return "; ".join(distinct[:REASONS]) + (f"; and {more} more of the kind" if more > 0 else "")


def combine(incidents: Sequence[Incident], whys: Sequence[str], articles: Mapping[str, Article]) -> Incident:
    """One incident of several that no article tells apart; its id is that of the one told first, and `whys` say why they are one."""
    if len(incidents) == 1:
        return incidents[0]
    ordered = sorted(incidents, key=lambda one: min(order_mentions(articles[a.article], a.evidence[0]) for a in one.accounts))
    ids = ordered[0].id, tuple(sorted({id_ for one in ordered for id_ in (one.id, *one.was)} - {ordered[0].id}))
    accounts = [account for one in ordered for account in one.accounts]
    why = _explain([*(one.why for one in ordered if len(one.accounts) > 1), *whys])
    parts = {part for one in ordered for part in one.parts}
    return replace(_sum_up(ids, [one.kind for one in ordered for _ in one.accounts], accounts, why), parts=tuple(sorted(parts)))


def _make_incident(told: Sequence[Told], why: str) -> Incident:
    ids = found_ids("incident", ((one.article, *founding) for one in told for founding in one.founding))
    return _sum_up(ids, [one.mention.kind for one in told], [_make_account(one) for one in told], why)


def _sum_up(ids: tuple[str, tuple[str, ...]], kinds: Sequence[str], accounts: Sequence[Account], why: str) -> Incident:
    """What the accounts, in the order of their reports, tell together."""
    return Incident(
        id=ids[0],
        kind=_choose_kind(kinds),
        place=_choose_place([one.where for one in accounts if one.where is not None]),
        date=_intersect([one.when for one in accounts if one.when is not None]),
        actor=_choose([one.actor for one in accounts]),
        target=next((one.target for one in accounts if one.target), None),
        weapon=_choose([one.weapon for one in accounts]),
        killed=_range([one.killed for one in accounts]),
        injured=_range([one.injured for one in accounts]),
        missing=_range([one.missing for one in accounts]),
        detained=_range([one.detained for one in accounts]),
        displaced=_range([one.displaced for one in accounts]),
        accounts=tuple(sorted(accounts, key=lambda one: one.article)),
        why=why,
        was=ids[1],
    )


def _make_account(one: Told) -> Account:
    mention = one.mention
    figures = {field: getattr(mention, field) for field in FIELDS}
    return Account(
        article=one.article.id,
        evidence=mention.evidence,
        **figures,
        of_whom=mention.of_whom,
        superseded=mention.superseded,
        victims=one.victims,
        munitions=mention.munitions,
        place=mention.place.span if mention.place else None,
        date=mention.date.span if mention.date else None,
        weapon=mention.weapon,
        target=mention.target,
        actor=mention.actor,
        attributed_to=mention.attributed_to,
        why=mention.why,
        where=one.place,
        when=one.when,
        updated=mention.updated,
    )


def _choose_kind(kinds: Sequence[str]) -> str:
    """The kind most accounts give, the fallback only where no account gives another; among equals the first in the alphabet."""
    counts = Counter([kind for kind in kinds if kind != FALLBACK] or kinds)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _choose(values: Sequence[Value | None]) -> Value | None:
    """What most accounts that tell it say; None where two are said as often."""
    ranked = Counter(value for value in values if value).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _choose_place(places: Sequence[Place]) -> Place | None:
    """The narrowest place told, of several towns the one told most; of as many a known one before a name that no gazetteer has."""
    counts = Counter(places)
    best = min(places, key=lambda place: (ORDER[place.precision], -counts[place], place.geonameid is None, place.name), default=None)
    return replace(best, near=all(place.near for place in places if place == best)) if best is not None else None


def _intersect(whens: Sequence[When]) -> When | None:
    """The days all accounts allow, else those that most give; None where as many give others."""
    if not whens:
        return None
    start, end = max(when.start for when in whens), min(when.end for when in whens)
    if start > end:
        return _choose(whens)
    exact = next((when.precision for when in whens if (when.start, when.end) == (start, end)), "day" if start == end else "interval")
    return When(start, end, exact)


def _range(figures: Sequence[Figure | None]) -> Range | None:
    """The lowest and the highest number told; "at least" leaves the top open where no account closes it. Best is left to the weighing."""
    stated = [figure for figure in figures if figure is not None]
    told = [figure for figure in stated if not is_part(figure, stated)]
    if not told:
        return None
    lows = [figure.low for figure in told if figure.low is not None]
    highs = [figure.high for figure in told if figure.high is not None]
    closed = bool(highs) and max(highs) >= max(lows, default=0)
    return Range(min(lows, default=None), None, max(highs) if closed else None)
