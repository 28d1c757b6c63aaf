"""Things that turn out to be one, pair by pair."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Partition(Generic[Thing]):
    """Some things, each in one group; at first every one alone (union-find, with the paths shortened)."""

    __slots__ = ("_parents",)

    def __init__(self, things: Iterable[Thing]) -> None:
        self._parents = {thing: thing for thing in things}

    def find(self, thing: Thing) -> Thing:
        """The thing that stands for the group of this one."""
        while self._parents[thing] != thing:
            self._parents[thing] = thing = self._parents[self._parents[thing]]
        return thing

    def join(self, one: Thing, other: Thing) -> None:
        """Makes two groups one; the first one's representative stays."""
        self._parents[self.find(other)] = self.find(one)

    def groups(self) -> list[list[Thing]]:
        """All groups, in the order of their first members, each in the order given."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self._parents:
            found.setdefault(self.find(thing), []).append(thing)
        return list(found.values())
