"""Meetings of one story: place, day and who meets decide which tellings are one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crosswire.align.positions.clusters import Match, join_tellings
from crosswire.align.positions.parties import Parties
from crosswire.align.positions.proposals import find_quote
from crosswire.model import Article, Meeting, MeetingMention, Mode, Party, Place, Quote, Telling, When, compare_places, found_ids

# A day told otherwise by no more than this is another account of one meeting, where place and sides are the same.
MOVED = 2
# Sides in common that tell one meeting from another.
LISTED = 2


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with its article, its place and days settled; `before` is the day it was moved from, `part` tells equal words apart."""

    article: Article
    mention: MeetingMention
    place: Place | None
    when: When | None
    before: When | None
    part: int = 0


def merge_meetings(told: Sequence[Told], parties: Parties, quotes: Sequence[Quote]) -> tuple[Meeting, ...]:
    """The meetings by id, each with one account an article."""
    joined = join_tellings(told, lambda a, b: _compare(a, b, parties), lambda a, b: _are_apart(a, b, parties))
    return tuple(sorted((_make(members, why, parties, quotes) for members, why in joined), key=lambda meeting: meeting.id))


def _compare(one: Told, other: Told, parties: Parties) -> Match | None:
    """Why two tellings may be one meeting: one place with days that meet, or one day with a side in common."""
    if _are_apart(one, other, parties):
        return None
    placed = compare_places(one.place, other.place) is True
    days = one.when is not None and other.when is not None
    shared = _count_shared(one, other, parties)
    if placed and days:
        how = "day" if _meet(one.when, other.when) else "sides, the day told otherwise"
        return Match(3.0 + shared / 10, f"the accounts have the same place and {how}")
    if placed and one.mention.status == other.mention.status:
        return Match(2.0 + shared / 10, "the accounts have the same place, and no other day")
    if days and shared and one.mention.status == other.mention.status:
        return Match(1.0 + shared / 10, "the accounts have the same day and a side in common")
    return None


def _are_apart(one: Told, other: Told, parties: Parties) -> bool:
    if compare_places(one.place, other.place) is False:
        return True
    if one.when is None or other.when is None:
        return False
    if _meet(one.when, other.when) or _meet(one.before, other.when) or _meet(one.when, other.before):
        return False
    known = _are_same(one, other, parties) or _are_told_alike(one, other)
    if one.article == other.article or compare_places(one.place, other.place) is not True or not known:
        return True
    gap = abs((date.fromisoformat(one.when.start) - date.fromisoformat(other.when.start)).days)
    return gap > MOVED or not one.when.precision == other.when.precision == "day"


def _meet(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and one.start <= other.end and other.start <= one.end


def _count_shared(one: Told, other: Told, parties: Parties) -> int:
    mine = {parties.key(one.article.id, party) for party in one.mention.parties}
    return len(mine & {parties.key(other.article.id, party) for party in other.mention.parties})


def _are_same(one: Told, other: Told, parties: Parties) -> bool:
    """Whether two lists of sides have two in common, or name one and the same ("the foreign ministers")."""
    shared = _count_shared(one, other, parties)
    return shared >= LISTED or shared == len(one.mention.parties) == len(other.mention.parties) == 1


def _are_told_alike(one: Told, other: Told) -> bool:
    """Whether one names nobody in particular ("the two ministers"), and both days lie ahead of both reports, or back of them."""
    vague = any(all(party.name is None and party.country is None for party in told.mention.parties) for told in (one, other))
    days = [told.article.day.isoformat() for told in (one, other) if told.article.day is not None]
    starts = [told.when.start for told in (one, other) if told.when is not None]
    return vague and len(days) == len(starts) == 2 and (max(days) < min(starts) or max(starts) < min(days))


def _make(members: Sequence[Told], why: str, parties: Parties, quotes: Sequence[Quote]) -> Meeting:
    id_, was = found_ids("meeting", ((one.article, one.mention.evidence, one.part) for one in members))
    places = [one.place for one in members if one.place is not None]
    return Meeting(
        id=id_,
        place=min(places, key=lambda place: (place.precision != "city", place.name), default=None),
        date=_choose_day(members),
        status="past" if any(one.mention.status == "past" and one.mention.mode == "said" for one in members) else members[0].mention.status,
        parties=_list_sides([(one.article.id, party) for one in members for party in one.mention.parties], parties),
        accounts=tuple(_tell(article, members, quotes) for article in sorted({one.article.id for one in members})),
        why=why,
        level=next((one.mention.level for one in members if one.mention.level), None),
        was=was,
    )


def _list_sides(told: Sequence[tuple[str, Party]], parties: Parties) -> tuple[str, ...]:
    """All sides that some account lists, each once."""
    sides: dict[str, str] = {}
    for article, party in told:
        sides.setdefault(parties.key(article, party), parties.show(article, party) or party.span.text)
    return tuple(dict.fromkeys(sides.values()))


def _choose_day(members: Sequence[Told]) -> When | None:
    """The days that all accounts allow, else those of the account that says it was moved, else the one most give, narrowest first."""
    whens = [one.when for one in members if one.when is not None]
    moved = [one.when for one in members if one.before is not None and one.when is not None]
    ranked = sorted(whens, key=lambda when: (-whens.count(when), when.precision != "day", when.start, when.end))
    start, end = max((w.start for w in whens), default=""), min((w.end for w in whens), default="")
    if whens and start <= end:
        return next(
            (when for when in ranked if (when.start, when.end) == (start, end)), When(start, end, "day" if start == end else "interval")
        )
    return next(iter([*moved, *ranked]), None)


def _tell(article: str, members: Sequence[Told], quotes: Sequence[Quote]) -> Telling:
    """One article's account; its terms are those of its first telling that has them."""
    mentions = [one.mention for one in members if one.article.id == article]
    evidence = tuple(sorted({mention.evidence for mention in mentions}))
    modes: list[Mode] = [mention.mode for mention in mentions]
    place, day, moved = (
        next((v.span for m in mentions if (v := getattr(m, f)) is not None), None) for f in ("place", "date", "moved_from")
    )
    return Telling(
        article=article,
        evidence=evidence,
        mode=next((mode for mode in modes if mode != "said"), "said"),
        date=day,
        days=next((one.when for one in members if one.article.id == article and one.mention.date and one.mention.date.span == day), None),
        place=place,
        moved_from=moved,
        status=mentions[0].status,
        level=next((m.level for m in mentions if m.level), None),
        parties=tuple(sorted({party.span for m in mentions for party in m.parties})),
        said_by=next((m.said_by for m in mentions if m.said_by), None),
        quote=find_quote(evidence, quotes),
        why="; ".join(dict.fromkeys(mention.why for mention in mentions)),
    )
