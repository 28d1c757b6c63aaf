"""Disputes of one story: an act that somebody says was done and another says was not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.align.names import Key
from crosswire.model import Sheet, Stance


@dataclass(frozen=True, slots=True)
class Dispute:
    """One act with those who claim it and those who deny it; `of` is a name's id where the one whose act it is has one."""

    act: str
    of: str | None
    claimed: tuple[Stance, ...]
    denied: tuple[Stance, ...]


def merge_disputes(sheets: Sequence[Sheet], ids: Mapping[Key, str]) -> tuple[Dispute, ...]:
    """The story's disputes: the same act of the same one upon the same thing, claimed and denied by different speakers."""
    acts: dict[tuple[str, str], list[tuple[str, Stance]]] = {}
    for sheet in sheets:
        for stance in sheet.stances:
            who, of = (_resolve(key, sheet, ids) for key in (stance.who, stance.of))
            acts.setdefault((of, stance.act), []).append((who, stance))
    found = []
    for (of, act), told in sorted(acts.items()):
        pairs = [(one, other) for a, one in told for b, other in told if not one.denied and other.denied and a != b and _share(one, other)]
        if pairs:
            claimed, denied = ({stance.span: stance for stance in side} for side in zip(*pairs, strict=True))
            sides = (tuple(side[span] for span in sorted(side)) for side in (claimed, denied))
            found.append(Dispute(act, of if of[:1] == "n" and of in ids.values() else None, *sides))
    return tuple(found)


def _resolve(key: str, sheet: Sheet, ids: Mapping[Key, str]) -> str:
    return ids.get((sheet.article.id, int(key[1:])), key) if key.startswith("@") else key


def _share(one: Stance, other: Stance) -> bool:
    """Whether two acts may be one: they are done upon one thing; of a whole claim there are no things."""
    return one.objects == other.objects or bool(set(one.objects) & set(other.objects))
