"""Who is meant by some words, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a subject is: a position in the cast's names, or None, and why."""

    name: int | None
    why: str
