"""Incidents that reports of several stories tell: the event of one story is background, or one of a list, in a report of another."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, product

from crosswire.align.incidents import combine
from crosswire.align.moments import share_days
from crosswire.align.tolls import GREAT, TELLING, are_close, are_near
from crosswire.model import Article, Figure, Incident, Partition, is_counted, is_violence, share_family

COUNTED = ("killed", "injured", "missing")
# A report may tell of what its own clock calls the next day.
AHEAD = timedelta(days=1)
Pair = tuple[int, int]
Told = tuple[int, Incident]


@dataclass(frozen=True, slots=True)
class Link:
    """Why incidents of two stories may be one, and what speaks for it: that both tell the day, and how many figures are the same."""

    rank: tuple[bool, int]
    why: str


def join_mentions(stories: Sequence[Sequence[Incident]], articles: Mapping[str, Article]) -> list[tuple[Incident, ...]]:
    """The incidents of each story, where those of several stories that are one are joined, in the story that most of its articles are of.

    One are incidents of one family of kinds in one town that no article and no story tells apart: of one day, with a figure that is nearly
    the same; else of one toll, on days that may be one or where neither is violence, of which a war tells many. The surest come together
    first; what fits two that are not one joins neither.
    """
    told = [(story, incident) for story, incidents in enumerate(stories) for incident in incidents]
    homes = {account.article: story for story, incident in told for account in incident.accounts}
    links = {(i, j): link for i, j in _find_pairs(told) if (link := _link(told[i][1], told[j][1], articles)) is not None}
    joined: list[list[Incident]] = [[] for _ in stories]
    became: dict[str, str] = {}
    for members, whys in _cluster(told, _leave_out_guesses(told, links)):
        one = combine([told[i][1] for i in members], whys, articles)
        became |= {told[i][1].id: one.id for i in members}
        joined[_find_home(one, homes)].append(one)
    return [tuple(sorted((_renew(one, became) for one in incidents), key=lambda one: one.id)) for incidents in joined]


def _find_pairs(told: Sequence[Told]) -> Iterator[Pair]:
    """Every two incidents of one town and of two stories."""
    towns: dict[int, list[int]] = {}
    for i, (_, incident) in enumerate(told):
        if incident.place is not None and incident.place.precision == "city" and incident.place.geonameid is not None:
            towns.setdefault(incident.place.geonameid, []).append(i)
    for members in towns.values():
        yield from ((i, j) for i, j in combinations(members, 2) if told[i][0] != told[j][0])


def _link(one: Incident, other: Incident, articles: Mapping[str, Article]) -> Link | None:
    """Why two incidents of one town may be one; None where too little speaks for it."""
    if _are_apart(one, other):
        return None
    town = one.place.name if one.place is not None else "one town"
    pairs = [pair for figures in _pair_figures(one, other) for pair in product(*figures)]
    same = {a.low for a, b in pairs if (a.low, a.high) == (b.low, b.high) and a.low}
    if one.date is not None and one.date == other.date and one.date.precision == "day":
        return Link((True, len(same)), f"both in {town} on {one.date.start} and figures that fit") if pairs else None
    undated = one.date is None or other.date is None
    if max(same, default=0) < (TELLING if len(same) > 1 else GREAT) or (undated and not _are_rare(one, other, articles)):
        return None
    return Link((False, len(same)), f"both in {town}, of one toll, and no days that speak against it")


def _are_apart(one: Incident, other: Incident) -> bool:
    """Whether two cannot be one: an article tells both, their kinds or days are others, or a figure that both tell lies far apart."""
    if not share_family(one.kind, other.kind) or share_days(one.date, other.date) is False:
        return True
    if not {account.article for account in one.accounts}.isdisjoint(account.article for account in other.accounts):
        return True
    return any(not any(are_close(a, b) or are_near(a, b) for a, b in product(*pair)) for pair in _pair_figures(one, other))


def _pair_figures(one: Incident, other: Incident) -> list[tuple[list[Figure], list[Figure]]]:
    """What the accounts of each count, for every field that both have a number of."""
    pairs = ((_list_figures(one, field), _list_figures(other, field)) for field in COUNTED)
    return [pair for pair in pairs if all(pair)]


def _list_figures(incident: Incident, field: str) -> list[Figure]:
    figures = (getattr(account, field) for account in incident.accounts)
    return [figure for figure in figures if figure is not None and is_counted(figure.span.text)]


def _are_rare(one: Incident, other: Incident, articles: Mapping[str, Article]) -> bool:
    """Whether two things of which one alone tells its day are none of a war's, and no report of the other is from before that day."""
    dated, undated = (one, other) if other.date is None else (other, one)
    if dated.date is None or is_violence(one.kind) or is_violence(other.kind):
        return False
    days = (articles[account.article].day for account in undated.accounts)
    return all(day is None or day + AHEAD >= date.fromisoformat(dated.date.start) for day in days)


def _leave_out_guesses(told: Sequence[Told], links: Mapping[Pair, Link]) -> dict[Pair, Link]:
    """The links without those of an incident that two others fit best which are not one, being of one story or apart."""
    fitting: dict[int, dict[int, Link]] = {}
    for (i, j), link in links.items():
        fitting.setdefault(i, {})[j] = link
        fitting.setdefault(j, {})[i] = link
    unsettled = set()
    for i, found in fitting.items():
        best = max(link.rank for link in found.values())
        if any(_are_two(told[a], told[b]) for a, b in combinations([j for j, link in found.items() if link.rank == best], 2)):
            unsettled.add(i)
    return {pair: link for pair, link in links.items() if unsettled.isdisjoint(pair)}


def _are_two(one: Told, other: Told) -> bool:
    return one[0] == other[0] or _are_apart(one[1], other[1])


def _cluster(told: Sequence[Told], links: Mapping[Pair, Link]) -> list[tuple[list[int], list[str]]]:
    """The positions of those that are one, and why; the surest links first."""
    partition, whys = Partition(range(len(told))), {i: list[str]() for i in range(len(told))}
    members = {i: [i] for i in whys}
    for i, j in sorted(links, key=lambda pair: (links[pair].rank, told[pair[0]][1].id, told[pair[1]][1].id), reverse=True):
        one, other = partition.find(i), partition.find(j)
        if one == other or any(_are_two(told[a], told[b]) for a, b in product(members[one], members[other])):
            continue
        partition.join(one, other)
        members[one] += members.pop(other)
        whys[one] += [links[i, j].why, *whys.pop(other)]
    return [(members[one], whys[one]) for one in members]


def _find_home(incident: Incident, homes: Mapping[str, int]) -> int:
    """The story of most of an incident's articles, the first among equals."""
    return Counter(homes[account.article] for account in incident.accounts).most_common(1)[0][0]


def _renew(incident: Incident, became: Mapping[str, str]) -> Incident:
    """The incident with the ids of its parts as they are now."""
    return replace(incident, parts=tuple(sorted({became[part] for part in incident.parts} - {incident.id})))
