"""Disputes of one story: an act that somebody says was done and another says was not."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import product

from crosswire.align.names import Key
from crosswire.model import Contention, Sheet, Span

# Two articles speak of one act if no more days lie between them.
WEEK = 7


@dataclass(frozen=True, slots=True)
class Contest:
    """One act with those who claim it and those who deny it; `of` is a name's id where the one whose act it is has one."""

    act: str
    of: str | None
    claimed: tuple[Contention, ...]
    denied: tuple[Contention, ...]


def merge_contests(sheets: Sequence[Sheet], ids: Mapping[Key, str]) -> tuple[Contest, ...]:
    """The story's contests: the same act of the same one upon the same thing, claimed and denied by different speakers in one week."""
    days = {sheet.article.id: sheet.article.day for sheet in sheets}
    acts: dict[tuple[str, str], list[tuple[str, Contention]]] = {}
    for sheet in sheets:
        for contention in sheet.contentions:
            who, of = (_resolve(key, sheet, ids) for key in (contention.who, contention.of))
            acts.setdefault((of, contention.act), []).append((who, contention))
    found = []
    for (of, act), told in sorted(acts.items()):
        claims, denials = ([pair for pair in told if pair[1].denied is denied] for denied in (False, True))
        pairs = [
            (one, other)
            for (a, one), (b, other) in product(claims, denials)
            if a != b and _share(one, other) and _is_near(one, other, days)
        ]
        if pairs:
            claimed, denied = ({contention.span: contention for contention in side} for side in zip(*pairs, strict=True))
            sides = (tuple(side[span] for span in sorted(side)) for side in (claimed, denied))
            found.append(Contest(act, of if of[:1] == "n" and of in ids.values() else None, *sides))
    answered = {denial.span for contest in found if any(claim.who for claim in contest.claimed) for denial in contest.denied}
    return tuple(contest for contest in found if any(claim.who for claim in contest.claimed) or not _is_answered(contest, answered))


def _is_answered(contest: Contest, answered: Set[Span]) -> bool:
    """Whether what is claimed by nobody named is denied in words that answer somebody named."""
    return all(denial.span in answered for denial in contest.denied)


def _resolve(key: str, sheet: Sheet, ids: Mapping[Key, str]) -> str:
    return ids.get((sheet.article.id, int(key[1:])), key) if key.startswith("@") else key


def _share(one: Contention, other: Contention) -> bool:
    """Whether two acts may be one: they are done upon one thing, and no other place or body is named; a whole claim is upon nothing."""
    mine, theirs = set(one.objects), set(other.objects)
    names = [{word for word in words if word[:1].isupper()} for words in (mine, theirs)]
    return mine == theirs or (bool(mine & theirs) and not (all(names) and names[0].isdisjoint(names[1])))


def _is_near(one: Contention, other: Contention, days: Mapping[str, date | None]) -> bool:
    """Whether one article tells both, or two that came out within a week of each other."""
    if one.span.article == other.span.article:
        return True
    mine, theirs = days[one.span.article], days[other.span.article]
    return mine is not None and theirs is not None and abs((mine - theirs).days) <= WEEK
