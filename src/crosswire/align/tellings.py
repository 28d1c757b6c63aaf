"""What each article of a story tells, with its places, days and people settled against the others."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.align.moments import share_days
from crosswire.align.names import Key, People
from crosswire.align.placenames import call, find_spelt, keep_village, list_names
from crosswire.align.places import choose_place, is_namesake
from crosswire.align.sites import find_sites, find_targets
from crosswire.model import (
    Article,
    DateMention,
    IncidentMention,
    Place,
    PlaceMention,
    Sheet,
    Span,
    Victim,
    When,
    compare_places,
    number_alike,
    order_mentions,
)

# A day without its year is told of news so old at most.
RECENT = timedelta(days=45)
# What is told of somebody's death so long after it is of its sequel, where several reports name him.
LONG, SEVERAL = timedelta(days=31), 2
KILLED = "killed"
FIELDS = (KILLED, "injured", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True)
class Told:
    """One article's telling with its place and days settled; `part` tells it from others in the same words.

    `sites` are the names that the gazetteer does not know and at which something is told to have been ("at the Vesk depot"), `targets`
    the kinds of place that were struck ("market"), `named` the towns that its article names anywhere, by their ids, `victims` who was
    harmed by name, `full` which names of the story have a first name. `leads` says that it is what its article tells first, and nothing
    else of that day. `founding` are the words and parts of its article's tellings that became it, its own first.
    """

    article: Article
    mention: IncidentMention
    place: Place | None
    when: When | None
    part: int
    sites: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    named: frozenset[int] = frozenset()
    victims: tuple[Victim, ...] = ()
    full: frozenset[str] = frozenset()
    leads: bool = False
    founding: tuple[tuple[Span, int], ...] = ()

    def list_victims(self, field: str | None = None) -> frozenset[str]:
        """The names of those harmed so, by their ids, but for names of one word."""
        return self.full.intersection(victim.name for victim in self.victims if field in (None, victim.field))


def mark_lead(told: list[Told], count: int) -> None:
    """Marks which of the last `count` tellings, those of one article, it leads with: the first of several people, if no other may be of its
    town and day.
    """
    own = range(len(told) - count, len(told))
    lead = next((i for i in own if _counts_several(told[i].mention)), next(iter(own), None))
    if lead is not None and not any(_may_be_beside(told[lead], told[i]) for i in own if i != lead):
        told[lead] = replace(told[lead], leads=True)


def _counts_several(mention: IncidentMention) -> bool:
    return any(figure is not None and max(figure.low or 0, figure.high or 0) > 1 for figure in (mention.killed, mention.injured))


def _may_be_beside(one: Told, other: Told) -> bool:
    """Whether an article tells of another thing on one day, in one town or where nobody knows."""
    return share_days(one.when, other.when) is True and compare_places(one.place, other.place) is not False


def settle_tellings(sheets: Sequence[Sheet], countries: Mapping[str, float], published: Mapping[str, date], people: People) -> list[Told]:
    """All tellings of a story, first published first; `published` gives each article's day."""
    told, names = [], list_names(sheets, countries)
    full = frozenset(name.id for name in people[0] if name.kind == "person" and len(name.name.split()) > 1)
    for sheet in sheets:
        parts = number_alike([mention.evidence[0] for mention in sheet.incidents])
        named = frozenset(town for place in sheet.places if place.candidates and (town := place.candidates[0].place.geonameid) is not None)
        for mention, part in zip(sheet.incidents, parts, strict=True):
            place = _settle_place(sheet, mention.place, countries, names) if mention.place else None
            when = _resolve(mention.date, published.get(sheet.article.id), published.values()) if mention.date else None
            sites, targets, victims = find_sites(sheet, mention), find_targets(mention), _settle_victims(sheet, mention, people[1])
            founding = ((mention.evidence[0], part),)
            told.append(Told(sheet.article, mention, place, when, part, sites, targets, named, victims, full, founding=founding))
        mark_lead(told, len(sheet.incidents))
    told = [replace(one, place=find_spelt(one.place, [other.place for other in told])) for one in told]
    return sorted(told, key=lambda one: (order_mentions(one.article, one.mention.evidence[0]), one.part))


def _settle_victims(sheet: Sheet, mention: IncidentMention, people: Mapping[Key, str]) -> tuple[Victim, ...]:
    """The victims under the names of the story; who may be either of two people is left out."""
    named = ((people.get((sheet.article.id, victim.name)), victim) for victim in mention.victims)
    return tuple(Victim(name, victim.field, victim.span) for name, victim in named if name is not None)


def share_victim(one: Told, other: Told) -> bool:
    """Whether both name somebody killed, who dies once; or somebody hurt, where they may tell of one day. A surname alone is nobody's."""
    dead, harmed = ([one.list_victims(KILLED), other.list_victims(KILLED)], [one.list_victims(), other.list_victims()])
    return not dead[0].isdisjoint(dead[1]) or (share_days(one.when, other.when) is not False and not harmed[0].isdisjoint(harmed[1]))


def leave_out_later_days(told: Sequence[Told]) -> list[Told]:
    """The tellings of one incident; where several name one who died, without days long after the first, those of a trial, say."""
    dead = Counter(name for one in told for name in one.list_victims(KILLED))
    starts = [date.fromisoformat(one.when.start) for one in told if one.when is not None]
    if not starts or max(dead.values(), default=0) < SEVERAL:
        return list(told)
    last = (min(starts) + LONG).isoformat()
    late = (one.when is not None and one.when.start > last for one in told)
    return [replace(one, when=None, mention=replace(one.mention, date=None)) if i else one for i, one in zip(late, told, strict=True)]


def _resolve(told: DateMention, published: date | None, others: Collection[date]) -> When | None:
    """The days told, as seen from the day of the report; where it has none, a day and month as seen from the last report of the story."""
    expression = told.expression
    if published is not None or not others or expression.kind != "date" or expression.day is None:
        return expression.resolve(published)
    seen = max(others)
    when = expression.resolve(seen)
    near = when is not None and abs(date.fromisoformat(when.start) - seen) <= RECENT
    return when if near else expression.resolve(None)


def _settle_place(sheet: Sheet, mention: PlaceMention, countries: Mapping[str, float], names: Mapping[Place, str]) -> Place:
    place = choose_place(mention, countries)
    if is_namesake(mention, place, countries):
        return Place(" ".join(mention.span.text.split()), None, None, None, None, None)
    return replace(keep_village(sheet, mention, call(place, names)), near=mention.near)
