"""How a run shows its progress: bars to a person, plain lines to a file."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

Watch = Callable[[str, int, int], None]

_PAUSE = 10.0  # seconds between two plain lines of one stage


@contextmanager
def watch(console: Console, quiet: bool) -> Iterator[Watch]:
    """A function that takes a stage, its steps done and their number, and shows them on the console."""
    if quiet:
        yield _ignore
    elif console.is_terminal:
        with _bars(console) as bars:
            yield _Bars(bars)
    else:
        yield _Lines(console)


class _Bars:
    """One bar a stage."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(stage, total=total)
        self._bars.update(self._tasks[stage], completed=done, total=total)


class _Lines:
    """A line when a stage is done, and now and then while it lasts."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._last = time.monotonic()

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if done >= total or now - self._last >= _PAUSE:
            self._last = now
            self._console.print(f"{stage}: {done} of {total}", markup=False)


def _bars(console: Console) -> Progress:
    stage = TextColumn("{task.description}", markup=False)
    return Progress(stage, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console)


def _ignore(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
