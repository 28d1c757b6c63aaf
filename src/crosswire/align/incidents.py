"""Accounts of one incident, found by place, day and kind before anything else."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from crosswire.align.founders import found_ids, order_key
from crosswire.align.places import choose_place, weigh_countries
from crosswire.model import FALLBACK, Account, Article, Figure, Incident, IncidentMention, Place, Range, Sheet, When, meet, share_family

FIELDS = ("killed", "injured", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True)
class Told:
    """One article's telling with its place and days settled."""

    article: Article
    mention: IncidentMention
    place: Place | None
    when: When | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings that may be one incident: a score (more is surer) and why."""

    score: float
    why: str


def merge_incidents(sheets: Sequence[Sheet], published: Mapping[str, date]) -> tuple[Incident, ...]:
    """The incidents of a story, each with one account an article.

    Two tellings of one article stay two, for that article tells them apart; two of different articles join, surest pair
    first, where every pair of the joined accounts may be one incident (`compare`). `published` gives each article's day.
    """
    countries = weigh_countries(sheets)
    told = [_settle(sheet.article, mention, countries, published) for sheet in sheets for mention in sheet.incidents]
    told.sort(key=lambda one: order_key(one.article, one.mention.evidence[0]))
    clusters = _cluster(told)
    return tuple(sorted((_make_incident(told, cluster, why) for cluster, why in clusters), key=lambda incident: incident.id))


def _settle(article: Article, mention: IncidentMention, countries: Mapping[str, float], published: Mapping[str, date]) -> Told:
    place = choose_place(mention.place, countries) if mention.place else None
    when = mention.date.expression.resolve(published.get(article.id)) if mention.date else None
    return Told(article, mention, place, when)


def compare(one: Told, other: Told) -> Match | None:
    """Whether two tellings of different articles may be one incident, how surely and why; None where something bars it.

    Barred are kinds of different families, other places, days that share none, and figures that clash where no day is
    told by both. Without a place on one side the same figure and a shared day must stand in for it.
    """
    if one.article.id == other.article.id or not share_family(one.mention.kind, other.mention.kind):
        return None
    days = _share_days(one.when, other.when)
    place = _compare_places(one.place, other.place)
    if days is False or place is False:
        return None
    clash, same = _compare_figures(one.mention, other.mention)
    if clash and not days and not _is_raised(one.mention, other.mention):
        return None
    if place is None and not (same and days) and not same >= 2:
        return None
    if not place and not days and not same:
        return None
    exact = bool(days) and one.when is not None and other.when is not None and "day" in (one.when.precision, other.when.precision)
    score = (3.0 if place else 0.0) + (2.0 if exact else 1.0 if days else 0.0) + 2.0 * same - clash + _share_details(one.mention, other.mention)
    return Match(score, _explain(one, other, bool(days), bool(place), same))


def _is_raised(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether one of two tellings gives a running total of killed that is no lower than the other's figure."""
    if one.killed is None or other.killed is None:
        return False
    low, high = sorted((one, other), key=lambda mention: (mention.killed.low or 0) if mention.killed else 0)
    return high.updated and not low.updated


def _share_days(one: When | None, other: When | None) -> bool | None:
    """Whether two intervals share a day; None where one is unknown."""
    if one is None or other is None:
        return None
    return one.start <= other.end and other.start <= one.end


def _compare_places(one: Place | None, other: Place | None) -> bool | None:
    """Whether two places are one: True for the same, False for others, None where one is unknown or only holds the other."""
    if one is None or other is None:
        return None
    if one.precision == other.precision == "city" and one.geonameid is not None and other.geonameid is not None:
        return one.geonameid == other.geonameid
    if one.name.casefold() == other.name.casefold():
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return None if {one.precision, other.precision} != {"city"} else False


def _compare_figures(one: IncidentMention, other: IncidentMention) -> tuple[int, int]:
    """How many figures clash (share no number) and how many are compatible, of those that both tell."""
    clash = same = 0
    for field in FIELDS[:2]:
        mine, theirs = getattr(one, field), getattr(other, field)
        if mine is not None and theirs is not None:
            meets = meet(mine, theirs)
            clash, same = clash + (not meets), same + meets
    return clash, same


def _share_details(one: IncidentMention, other: IncidentMention) -> float:
    shared = sum(getattr(one, key) is not None and getattr(one, key) == getattr(other, key) for key in ("weapon", "target", "actor"))
    return 0.5 * shared + 0.5 * (one.kind == other.kind)


def _explain(one: Told, other: Told, days: bool, place: bool, same: int) -> str:
    reasons = [f"both in {one.place.name}"] if place and one.place else []
    reasons += [f"both on {_name_days(one.when, other.when)}"] if days else []
    reasons += ["figures that fit"] if same else []
    return f"{' and '.join(reasons)}; kinds {one.mention.kind} and {other.mention.kind} go together"


def _name_days(one: When | None, other: When | None) -> str:
    assert one is not None and other is not None
    start, end = max(one.start, other.start), min(one.end, other.end)
    return start if start == end else f"a day from {start} to {end}"


def _cluster(told: Sequence[Told]) -> list[tuple[list[int], str]]:
    matches = {(i, j): match for i, j in combinations(range(len(told)), 2) if (match := compare(told[i], told[j])) is not None}
    home = {i: [i] for i in range(len(told))}
    whys: dict[int, list[str]] = {i: [] for i in range(len(told))}
    for (i, j), match in sorted(matches.items(), key=lambda pair: (-pair[1].score, pair[0])):
        mine, theirs = home[i], home[j]
        if mine is theirs or not all((min(a, b), max(a, b)) in matches for a in mine for b in theirs):
            continue
        joined = sorted([*mine, *theirs])
        whys[joined[0]] = [*whys[mine[0]], *(whys[theirs[0]] if theirs[0] != mine[0] else []), match.why]
        for member in joined:
            home[member] = joined
    unique = sorted({tuple(members) for members in home.values()})
    return [(list(members), "; ".join(dict.fromkeys(whys[members[0]])) or "told by one article") for members in unique]


def _make_incident(told: Sequence[Told], cluster: Sequence[int], why: str) -> Incident:
    members = [told[i] for i in cluster]
    id_, was = found_ids("incident", ((one.article, one.mention.evidence[0], one.mention.place.span.start if one.mention.place else 0) for one in members))
    accounts = tuple(_make_account(one) for one in sorted(members, key=lambda one: one.article.id))
    return Incident(
        id=id_,
        kind=_tell_kind([one.mention.kind for one in members]),
        place=_narrowest([one.place for one in members if one.place is not None]),
        date=_intersect([one.when for one in members if one.when is not None]),
        actor=_first(one.mention.actor for one in members),
        target=_first(one.mention.target for one in members),
        weapon=_first(one.mention.weapon for one in members),
        killed=_range([a.killed for a in accounts]),
        injured=_range([a.injured for a in accounts]),
        missing=_range([a.missing for a in accounts]),
        detained=_range([a.detained for a in accounts]),
        displaced=_range([a.displaced for a in accounts]),
        accounts=accounts,
        why=why,
        was=was,
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
        place=mention.place.span if mention.place else None,
        date=mention.date.span if mention.date else None,
        weapon=mention.weapon,
        target=mention.target,
        actor=mention.actor,
        attributed_to=mention.attributed_to,
        why=mention.why,
    )


def _tell_kind(kinds: Sequence[str]) -> str:
    """The kind most accounts give, the fallback only where no account gives another; among equals the first in the alphabet."""
    counts = Counter([kind for kind in kinds if kind != FALLBACK] or kinds)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _narrowest(places: Sequence[Place]) -> Place | None:
    order = {"city": 0, None: 1, "region": 2, "country": 3}
    return min(places, key=lambda place: (order[place.precision], place.geonameid is None, place.name), default=None)


def _intersect(whens: Sequence[When]) -> When | None:
    """The days all accounts allow; accounts of one incident share at least one."""
    if not whens:
        return None
    start, end = max(when.start for when in whens), min(when.end for when in whens)
    exact = next((when.precision for when in whens if (when.start, when.end) == (start, end)), "day" if start == end else "interval")
    return When(start, end, exact)


def _range(figures: Sequence[Figure | None]) -> Range | None:
    """The lowest and the highest number told; best is left to the weighing of origins."""
    told = [figure for figure in figures if figure is not None]
    if not told:
        return None
    numbers = [n for figure in told for n in (figure.low, figure.high) if n is not None]
    lows = [figure.low for figure in told if figure.low is not None]
    return Range(min(lows) if lows else None, None, max(numbers))


def with_best(incident: Incident, field: str, best: int | None) -> Incident:
    """The incident with the best figure of a field filled in."""
    told: Range | None = getattr(incident, field)
    return incident if told is None else replace(incident, **{field: replace(told, best=best)})
