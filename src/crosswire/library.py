"""crosswire as a library: build a record from files, save it, load it."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from os import PathLike
from pathlib import Path
from typing import Self

from crosswire import model
from crosswire.report.jsons import load_record
from crosswire.settings import load_settings

Progress = Callable[[str, int, int], None]


class Record(model.Record):
    """A record that can be saved as a folder of files and loaded from it."""

    __slots__ = ()

    def save(self, directory: str | PathLike[str], *, brief: bool = False) -> None:
        """Write record.json, quotes.csv, incidents.csv, findings.csv and index.html, all of them or none.

        `brief` adds a one-page brief of each story in `briefs/`.
        """
        from crosswire.report.folders import write_folder  # brings what draws the page, which a record that is only loaded does not need

        write_folder(self, Path(directory), brief)

    @classmethod
    def load(cls, directory: str | PathLike[str]) -> Self:
        """The record that was saved in a folder; a RecordError where there is none or it breaks the contract."""
        return cls.wrap(load_record(Path(directory)))

    @classmethod
    def wrap(cls, record: model.Record) -> Self:
        """A bare record with these ways to save it."""
        return cls(**{field.name: getattr(record, field.name) for field in fields(record)})


def build(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    config: Path | None = None,
    workers: int | None = None,
    offices: Path | None = None,
    cache: str | PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Record:
    """Read files and folders into one record.

    `offices` is a table of office-holders (CSV) to lay beside the bundled one.
    `cache` is a folder in which what is read of each article is kept for the next run.
    `progress` is called with a stage's name, how many of its steps are done, and how many there are.
    Raises a NothingReadError where no input could be read, a SettingsError where the configuration or that table is wrong.
    """
    from crosswire import pipeline  # loads the language model, which a record that is only loaded does not need

    inputs = [paths] if isinstance(paths, str | PathLike) else list(paths)
    settings = load_settings(config, workers=workers, offices=None if offices is None else str(offices))
    settings = load_settings(config, workers=workers, cache=None if cache is None else str(cache))
    return Record.wrap(pipeline.run([Path(path) for path in inputs], settings, progress or _ignore))


def _ignore(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
