"""Numbers known between bounds."""

from typing import Protocol


class Bounded(Protocol):
    """A number from `low` to `high`, None where a side is open."""

    @property
    def low(self) -> int | None: ...

    @property
    def high(self) -> int | None: ...


def meet(one: Bounded, other: Bounded) -> bool:
    """Whether some number lies within both bounds."""
    return _reaches(one, other) and _reaches(other, one)


def _reaches(one: Bounded, other: Bounded) -> bool:
    return other.high is None or (one.low or 0) <= other.high
