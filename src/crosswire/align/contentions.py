"""Disputes of one story: an act that somebody says was done and another says was not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crosswire.align.names import Key
from crosswire.model import Contention, Sheet


@dataclass(frozen=True, slots=True)
class Contest:
    """One act with those who claim it and those who deny it; `of` is a name's id where the one whose act it is has one."""

    act: str
    of: str | None
    claimed: tuple[Contention, ...]
    denied: tuple[Contention, ...]


def merge_contests(sheets: Sequence[Sheet], ids: Mapping[Key, str]) -> tuple[Contest, ...]:
    """The story's contests: the same act of the same one upon the same thing, claimed and denied by different speakers."""
    acts: dict[tuple[str, str], list[tuple[str, Contention]]] = {}
    for sheet in sheets:
        for contention in sheet.contentions:
            who, of = (_resolve(key, sheet, ids) for key in (contention.who, contention.of))
            acts.setdefault((of, contention.act), []).append((who, contention))
    found = []
    for (of, act), told in sorted(acts.items()):
        pairs = [(one, other) for a, one in told for b, other in told if not one.denied and other.denied and a != b and _share(one, other)]
        if pairs:
            claimed, denied = ({contention.span: contention for contention in side} for side in zip(*pairs, strict=True))
            sides = (tuple(side[span] for span in sorted(side)) for side in (claimed, denied))
            found.append(Contest(act, of if of[:1] == "n" and of in ids.values() else None, *sides))
    return tuple(found)


def _resolve(key: str, sheet: Sheet, ids: Mapping[Key, str]) -> str:
    return ids.get((sheet.article.id, int(key[1:])), key) if key.startswith("@") else key


def _share(one: Contention, other: Contention) -> bool:
    """Whether two acts may be one: they are done upon one thing; of a whole claim there are no things."""
    return one.objects == other.objects or bool(set(one.objects) & set(other.objects))
