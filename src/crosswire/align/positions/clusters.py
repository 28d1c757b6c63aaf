"""Tellings joined to things, surest pair first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from crosswire.model import Partition

T = TypeVar("T")
REASONS = 3


@dataclass(frozen=True, slots=True)
class Match:
    """How sure it is that two tellings tell one thing, and why."""

    score: float
    why: str


def join_tellings(
    told: Sequence[T], compare: Callable[[T, T], Match | None], are_apart: Callable[[T, T], bool]
) -> list[tuple[list[T], str]]:
    """The tellings by the thing they tell, in their order, and why: pairs that match, where no two that come together are apart."""
    matches = {(i, j): match for j in range(len(told)) for i in range(j) if (match := compare(told[i], told[j])) is not None}
    members = {i: [i] for i in range(len(told))}
    whys: dict[int, list[str]] = {i: [] for i in members}
    partition = Partition(list(members))
    for i, j in sorted(matches, key=lambda pair: (-matches[pair].score, pair)):
        one, other = partition.find(i), partition.find(j)
        if one == other or any(are_apart(told[a], told[b]) for a in members[one] for b in members[other]):
            continue
        partition.join(one, other)
        members[one] += members.pop(other)
        whys[one] += [matches[i, j].why, *whys.pop(other)]
    return [([told[i] for i in sorted(members[one])], _explain(whys[one])) for one in sorted(members, key=lambda one: min(members[one]))]


def _explain(whys: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(whys)) or ["Told by one article"]
    more = len(distinct) - REASONS
    said = "; ".join(distinct[:REASONS]) + (f"; and {more} more of the kind" if more > 0 else "")
    return said[:1].upper() + said[1:] + "."
