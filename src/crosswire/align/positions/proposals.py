"""Proposals and agreements of one story: by whom, of what, how long and when decide which tellings are one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product

from crosswire.align.positions.clusters import Match, join_tellings
from crosswire.align.positions.parties import Parties, is_both
from crosswire.model import (
    Answer,
    Article,
    Duration,
    Mode,
    Proposal,
    ProposalMention,
    Quote,
    Span,
    Telling,
    When,
    found_ids,
    measure_duration,
    number_alike,
)

# So many days may lie between two tellings' days of one thing: it is put one day and put again some days later.
SPREAD = 6
# The course of a thing: the status that most lies behind is what it has come to.
CLAIMED = "said to be broken"
COURSE = ("proposed", "repeated", "rejected", "agreed in principle", "agreed", "declared", "in force", CLAIMED, "expired", "broken")
BEGUN = frozenset({"agreed", "declared", "in force", CLAIMED, "broken", None})
TAKEN = frozenset({"agreed", "agreed in principle", "declared", "in force", CLAIMED, "expired", "broken", None})
# Whether a thing is halted or put off may be two words for one.
PUT_OFF = {"cessation", "delay"}
# Reports of what is taken up at one time lie no more days apart.
MET = 3
# Two scopes are one where they share this part of the shorter.
SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with its article, its days settled; `position` is its place in the sheet's list, `part` tells equal words apart.

    `heads` says that it is a headline whose length the article tells again: it goes with that telling, whatever else it seems to say.
    """

    article: Article
    position: int
    mention: ProposalMention
    when: When | None
    part: int = 0
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """An answer's place in its sheet, and what is needed to put it into the record."""

    article: str
    proposal: int
    answer: Answer


def merge_proposals(told: Sequence[Told], answers: Sequence[Spoken], parties: Parties, quotes: Sequence[Quote]) -> tuple[Proposal, ...]:
    """The proposals by id, each with one account an article and its answers."""
    joined = join_tellings(told, lambda a, b: compare(a, b, parties), lambda a, b: are_apart(a, b, parties))
    made = (_make(members, why, answers, parties, quotes) for members, why in joined)
    return tuple(sorted(made, key=lambda proposal: proposal.id))


def compare(one: Told, other: Told, parties: Parties) -> Match | None:
    """Why two tellings may be one proposal; an equal length alone joins nothing."""
    if one.article == other.article and other.mention.same_as == one.position:
        return Match(5.0, f"“{other.mention.what.text}” takes up what the article told before")
    if are_apart(one, other, parties) or (one.article != other.article and (one.heads or other.heads)):
        return None
    mine, theirs = one.mention, other.mention
    if one.article == other.article and _is_again(one, other, parties):
        return Match(4.0, f"the article gives the same length again and no other terms (“{theirs.what.text}”)")
    if (day := _find_start(one, other, parties)) is not None:
        return Match(2.5, f"the accounts are of one act, taken up and beginning on {day}")
    same_side = _have_one_side(one, other, parties)
    shared = sorted(set(mine.keys) & set(theirs.keys))
    lasting = mine.duration is not None and theirs.duration is not None
    reasons = [
        *(["by the same side"] if same_side else []),
        *([f"of the same length (“{mine.duration.span.text}”)"] if lasting and mine.duration else []),
    ]
    if shared and (same_side or len(shared) > 1 or lasting or len(mine.keys) == len(theirs.keys) == 1):
        reasons.append(f"of the same thing ({', '.join(shared)})")
        return Match(2.0 + len(reasons) + len(shared) / 100, f"the accounts are of one act, {' and '.join(reasons)}")
    if lasting and not shared and _hold_together(one, other, parties):
        return Match(1.2, f"the accounts are of one act, {' and '.join([*reasons, 'taken up at one time'])}")
    if lasting and (place := _find_ground(mine, theirs)) is not None:
        return Match(1.5, f"the accounts are of one act, {' and '.join([*reasons, f'for one place ({place})'])}")
    if same_side and mine.what.text.casefold() == theirs.what.text.casefold():
        return Match(2.0, "the accounts are of one act, by the same side and in the same words")
    if same_side and (lasting or (mine.whole and theirs.whole)):
        return Match(1.0 + len(reasons), f"the accounts are of one act, {' and '.join(reasons)}")
    return None


def _hold_together(one: Told, other: Told, parties: Parties) -> bool:
    """Whether two articles of the same days tell a halt of one length as taken up, and name no other side, object or place."""
    days = [told.article.day for told in (one, other) if told.article.day is not None]
    near = len(days) == 2 and abs((days[0] - days[1]).days) <= MET
    taken = all(told.mention.status in BEGUN and told.mention.act == "cessation" for told in (one, other))
    same = one.mention.duration and other.mention.duration and _lengths_equal(one.mention.duration, other.mention.duration)
    places = [m.geography for m in (one.mention, other.mention) if m.geography is not None]
    elsewhere = len(places) == 2 and _find_ground(one.mention, other.mention) is None
    return bool(near and taken and same and _know_no_other(one, other, parties) and not elsewhere) and one.article != other.article


def _lengths_equal(one: Duration, other: Duration) -> bool:
    (low, high), (least, most) = measure_duration(one), measure_duration(other)
    return low <= least <= most <= high or least <= low <= high <= most


def _know_no_other(one: Told, other: Told, parties: Parties) -> bool:
    """Whether two tellings share a side, or one of them names none or means both."""
    mine, theirs = ([(told.article.id, side) for side in (told.mention.by, told.mention.to) if side] for told in (one, other))
    known = not mine or not theirs or any(parties.compare(a, b) is True for a, b in product(mine, theirs))
    return known or is_both(one.mention.by) or is_both(other.mention.by)


def _find_ground(one: ProposalMention, other: ProposalMention) -> str | None:
    """The place that both tellings have it hold at."""
    words = [{w for w in m.geography.text.split() if w[:1].isupper()} if m.geography is not None else set() for m in (one, other)]
    return min(words[0] & words[1], default=None)


def _is_again(one: Told, other: Told, parties: Parties) -> bool:
    """Whether one article's two tellings have one length, and one nothing else ("Union says no to 10-day pause") or a side in common."""
    mentions = (one.mention, other.mention)
    lengths = [(d.low, d.high, d.unit) for mention in mentions if (d := mention.duration) is not None]
    bare = any(not (mention.by or mention.keys) for mention in mentions)
    sides = ([(told.article.id, side) for side in (told.mention.by, told.mention.to) if side] for told in (one, other))
    shared = any(parties.compare(a, b) is True for a, b in product(*sides))
    return len(lengths) == 2 and lengths[0] == lengths[1] and (bare or shared)


def _find_start(one: Told, other: Told, parties: Parties) -> str | None:
    """The one day on which both articles have it begin, where both tell it as taken up and no other sides; it is one thing then."""
    if not _know_no_other(one, other, parties):
        return None
    days = {told.when.start for told in (one, other) if told.when is not None and told.when.precision == "day"}
    told = one.when is not None and other.when is not None and one.article != other.article and one.mention.act == "cessation"
    begun = all(mention.status in BEGUN or _is_ahead(mention) for mention in (one.mention, other.mention))
    return days.pop() if told and begun and len(days) == 1 and one.when == other.when else None


def _is_ahead(mention: ProposalMention) -> bool:
    """Whether it is told as settled that it will be ("the two will stop fighting")."""
    return mention.mode == "planned" and mention.status == "proposed" and mention.duration is not None


def _have_one_side(one: Told, other: Told, parties: Parties) -> bool:
    """Whether one side puts both; who tells of a thing that nobody is said to put may be the one who puts it."""
    sides = [(told.article.id, told.mention.by or told.mention.teller) for told in (one, other)]
    named = one.mention.by is not None or other.mention.by is not None
    return (named and parties.compare(sides[0], sides[1]) is True) or _have_two_sides(one, other, parties) or _have_both(one, other)


def _have_both(one: Told, other: Told) -> bool:
    """Whether one names two sides, and the other says that it is both sides' ("the two countries will stop")."""
    return any(parties_of.by and parties_of.to and is_both(both.by) for both, parties_of in permutations((one.mention, other.mention)))


def _have_two_sides(one: Told, other: Told, parties: Parties) -> bool:
    """Whether the same two sides agree on both, whichever is named first."""
    mine, theirs = ([(told.article.id, side) for side in (told.mention.by, told.mention.to) if side] for told in (one, other))
    pairs = zip(mine, theirs, strict=False), zip(mine, reversed(theirs), strict=False)
    return len(mine) == len(theirs) == 2 and any(all(parties.compare(a, b) is True for a, b in pair) for pair in pairs)


def _name_one_pair(one: Told, other: Told, parties: Parties) -> bool:
    """Whether one names two sides, and the other no side that is not one of them."""
    if _have_both(one, other):
        return True
    few, many = sorted(([(told.article.id, side) for side in (told.mention.by, told.mention.to) if side] for told in (one, other)), key=len)
    return len(many) == 2 and len(few) > 0 and all(any(parties.compare(a, b) is True for b in many) for a in few)


def are_apart(one: Told, other: Told, parties: Parties) -> bool:
    """Whether two tellings cannot be one: another act, length, object or side, or days too far from each other.

    What the same two sides have agreed on may be told with another length.
    """
    mine, theirs = one.mention, other.mention
    if one.article != other.article and (one.heads or other.heads):
        return False
    if mine.act != theirs.act and {mine.act, theirs.act} != PUT_OFF:
        return True
    if _find_start(one, other, parties) is not None:
        return False
    agreed = one.article != other.article and mine.status in TAKEN and theirs.status in TAKEN and _name_one_pair(one, other, parties)
    otherwise = agreed or _is_told_otherwise(one, other, parties)
    if mine.duration and theirs.duration and not otherwise and not _lengths_meet(mine.duration, theirs.duration):
        return True
    if mine.keys and theirs.keys and not _share(mine, theirs):
        return True
    if (mine.whole and theirs.keys) or (theirs.whole and mine.keys):
        return True
    put = not {mine.status, theirs.status} & TAKEN
    if put and parties.compare((one.article.id, mine.by), (other.article.id, theirs.by)) is False:
        return True
    days = _read_days(one, other), _read_days(other, one)
    # The day of agreeing on a thing and the day it is to be done are two days of one thing.
    again = "repeated" in (mine.status, theirs.status) or (mine.mode == "planned") != (theirs.mode == "planned")
    return days[0] is not None and days[1] is not None and _gap(days[0], days[1]) > SPREAD and not again


def _read_days(one: Told, other: Told) -> When | None:
    """The days of one telling; where it tells none and the other a month or a year, the day of its report."""
    day = one.article.day
    if one.when is None and day is not None and other.when is not None and other.when.precision in ("month", "year"):
        return When(day.isoformat(), day.isoformat(), "day")
    return one.when


def _is_told_otherwise(one: Told, other: Told, parties: Parties) -> bool:
    """Whether two articles have one side put one thing of one object in one week: then its length is told otherwise."""
    mine, theirs = one.mention, other.mention
    put = {mine.status, theirs.status} == {"proposed"} and {mine.mode, theirs.mode} == {"said"}
    days = one.article.day, other.article.day
    near = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) <= SPREAD
    same = parties.compare((one.article.id, mine.by), (other.article.id, theirs.by)) is True
    return one.article != other.article and put and near and same and bool(mine.keys) and bool(theirs.keys) and _share(mine, theirs)


def _share(one: ProposalMention, other: ProposalMention) -> bool:
    shared = set(one.keys) & set(other.keys)
    return len(shared) >= SHARED * min(len(one.keys), len(other.keys))


def _lengths_meet(one: Duration, other: Duration) -> bool:
    (low, high), (least, most) = measure_duration(one), measure_duration(other)
    return max(low, least) <= min(high, most)


def _gap(one: When, other: When) -> int:
    """How many days lie between two intervals; 0 where they share one."""
    later, earlier = max(one.start, other.start), min(one.end, other.end)
    return max(0, (date.fromisoformat(later) - date.fromisoformat(earlier)).days)


def _make(members: Sequence[Told], why: str, answers: Sequence[Spoken], parties: Parties, quotes: Sequence[Quote]) -> Proposal:
    id_, was = found_ids("proposal", ((one.article, one.mention.evidence, one.part) for one in members))
    fullest = max(members, key=lambda one: (_count(one.mention), one.mention.mode == "said", -one.mention.evidence.start, one.article.id))
    held = {(one.article.id, one.position) for one in members}
    mentions = [one.mention for one in members]
    lengths = [mention.duration for mention in mentions if mention.duration is not None]
    whens = [one.when for one in members if one.when is not None]
    return Proposal(
        id=id_,
        by=parties.choose((one.article.id, one.mention.by) for one in members),
        to=parties.choose((one.article.id, one.mention.to) for one in members),
        what=fullest.mention.what.text,
        scope=next((m.scope.text for m in (fullest.mention, *mentions) if m.scope is not None), None),
        duration=min(lengths, key=lambda d: (d.low != d.high, d.span), default=None),
        status=_find_status(mentions),
        accounts=tuple(_tell(article, members, parties, quotes) for article in sorted({one.article.id for one in members})),
        why=" ".join([why, *_explain_breach(members, parties)]),
        type=fullest.mention.act,
        means=next((m.means.text for m in mentions if m.means is not None), None),
        date=min(whens, key=lambda when: (when.end, when.start), default=None),
        mediator=parties.choose((one.article.id, one.mention.mediator) for one in members),
        **{f: next((v.text for m in mentions if (v := getattr(m, f)) is not None), None) for f in ("purpose", "geography", "enforcement")},
        answers=tuple(sorted((s.answer for s in answers if (s.article, s.proposal) in held), key=lambda a: (a.span, a.kind))),
        claimed_by=_list_sides(members, "claimed_by", parties),
        denied_by=_list_sides(members, "denied_by", parties),
        was=was,
    )


def _find_status(mentions: Sequence[ProposalMention]) -> str:
    """The latest that it has come to; that it was broken is a claim where nobody but a side says so, and where somebody denies it."""
    statuses = [status for mention in mentions if mention.mode == "said" and (status := _read_status(mention)) is not None]
    if CLAIMED in statuses and any(mention.denied_by is not None for mention in mentions):
        statuses = [status for status in statuses if status != "broken"]
    return max(statuses, key=COURSE.index, default=_fall_back(mentions))


def _read_status(mention: ProposalMention) -> str | None:
    claimed = mention.status == "broken" and (mention.claimed_by is not None or mention.denied_by is not None)
    return CLAIMED if claimed else mention.status


def _explain_breach(members: Sequence[Told], parties: Parties) -> Iterator[str]:
    """On whose word it was broken, and who denies that, a sentence."""
    claiming, denying = (
        list(dict.fromkeys(parties.label(one.article.id, party) for one in members if (party := getattr(one.mention, field)) is not None))
        for field in ("claimed_by", "denied_by")
    )
    claim = f"is the claim of {' and '.join(claiming)}" if claiming else "is told"
    denial = f", and denied by {' and '.join(denying)}" if denying else ""
    if claiming or denying:
        yield f"That it was broken {claim}{denial}."


def _list_sides(members: Sequence[Told], field: str, parties: Parties) -> tuple[str, ...]:
    """All who claim a breach, or deny it, each once, in the order of the articles."""
    sides: dict[str, str] = {}
    for one in members:
        if (party := getattr(one.mention, field)) is not None:
            sides.setdefault(parties.key(one.article.id, party), parties.show(one.article.id, party) or party.span.text)
    return tuple(sides.values())


def _fall_back(mentions: Sequence[ProposalMention]) -> str:
    """The status where no telling says one as so: what a denied or planned one says, else that it is told."""
    modes = {mention.mode for mention in mentions}
    if modes == {"denied"} or modes == {"negated"}:
        return modes.pop()
    return next((status for mention in mentions if (status := _read_status(mention))), "told")


def _count(mention: ProposalMention) -> int:
    return sum(value is not None for value in (mention.by, mention.scope, mention.duration, mention.means))


def _tell(article: str, members: Sequence[Told], parties: Parties, quotes: Sequence[Quote]) -> Telling:
    """One article's account: its words, and each term as its fullest telling has it."""
    mentions = sorted((one.mention for one in members if one.article.id == article), key=lambda m: (-_count(m), m.evidence))
    evidence = tuple(sorted({mention.evidence for mention in mentions}))
    modes: list[Mode] = [mention.mode for mention in mentions]
    statuses = [status for m in mentions if (status := _read_status(m)) is not None]

    def first(field: str):  # type: ignore[no-untyped-def]
        return next((value for mention in mentions if (value := getattr(mention, field)) is not None), None)

    by, to, when, teller = first("by"), first("to"), first("date"), first("teller")
    claimant, denier = first("claimed_by"), first("denied_by")
    return Telling(
        article=article,
        evidence=evidence,
        mode="said" if "said" in modes else modes[0],
        by=by.span if by else None,
        to=to.span if to else None,
        scope=first("scope"),
        means=first("means"),
        purpose=first("purpose"),
        geography=first("geography"),
        enforcement=first("enforcement"),
        broken_by=first("broken_by"),
        claimed_by=claimant.span if claimant else None,
        denied_by=denier.span if denier else None,
        duration=first("duration"),
        date=when.span if when else None,
        days=next((one.when for one in members if one.article.id == article and one.mention.date == when), None) if when else None,
        status=max(statuses, key=COURSE.index, default=None),
        said_by=teller.span.text if teller else None,
        quote=find_quote(evidence, quotes),
        why="; ".join(dict.fromkeys(mention.why for mention in mentions)),
    )


def find_quote(evidence: Sequence[Span], quotes: Sequence[Quote]) -> str | None:
    """The quotation that some words lie in, or that lies in them: one in marks first."""
    touching = [q for q in quotes if any(q.span.touches(span) for span in evidence) and q.kind != "indirect"]
    return min(touching, key=lambda q: q.span, default=None).id if touching else None  # type: ignore[union-attr]


def list_told(articles: Sequence[tuple[Article, Sequence[ProposalMention], date | None]]) -> Iterator[Told]:
    """All mentions of a story with their days."""
    for article, mentions, published in articles:
        parts = number_alike([mention.evidence for mention in mentions])
        for position, mention in enumerate(mentions):
            when = mention.date.expression.resolve(published) if mention.date is not None else None
            heads = _is_headline(article, mention) and any(_is_longer(other, mention) for other in mentions[position + 1 :])
            yield Told(article, position, mention, when, parts[position], heads)


def _is_headline(article: Article, mention: ProposalMention) -> bool:
    return "\n" not in article.text[: mention.evidence.start].strip()


def _is_longer(telling: ProposalMention, headline: ProposalMention) -> bool:
    """Whether a telling has the act and the length of a headline before it."""
    lengths = [(d.low, d.high, d.unit) for one in (telling, headline) if (d := one.duration) is not None]
    return telling.act == headline.act and len(lengths) == 2 and lengths[0] == lengths[1]
