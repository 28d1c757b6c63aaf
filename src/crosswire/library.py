"""crosswire as a library: build a record from files, save it, load it."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from os import PathLike, fspath
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
    progress: Progress | None = None,
    **settings: object,
) -> Record:
    """Read files and folders into one record.

    `settings` are those of the configuration by name, which they go before: `workers=2`, `cache="kept"`, `offices="offices.csv"`.
    `progress` is called with a stage's name, how many of its steps are done, and how many there are.
    Raises a NothingReadError where no input could be read, a SettingsError where a setting or what it names is wrong.
    """
    from crosswire import pipeline  # loads the language model, which a record that is only loaded does not need

    inputs = [paths] if isinstance(paths, str | PathLike) else list(paths)
    given = {name: fspath(value) if isinstance(value, PathLike) else value for name, value in settings.items()}
    in_force = load_settings(config, **given)
    return Record.wrap(pipeline.run([Path(path) for path in inputs], in_force, progress or _ignore))


def _ignore(stage: str, done: int, total: int) -> None:
    """Nobody watches."""
