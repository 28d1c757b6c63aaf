"""How much work something takes, counted and not timed: machines are noisy, counts are not."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def count_steps(work: Callable[[], object]) -> int:
    """The calls, of Python and of built-in functions, that some work makes."""
    steps = 0

    def count(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal steps
        steps += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return steps


def grows_in_line(make: Callable[[int], Callable[[], object]], size: int) -> bool:
    """Whether work on four times as much takes at most six times as many calls; `make` gives the work for a size."""
    return count_steps(make(4 * size)) <= 6 * count_steps(make(size)) + 1_000
