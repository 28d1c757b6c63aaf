"""The output folder: all files of a record, each whole or not there at all."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from crosswire.errors import RecordError
from crosswire.model import Record
from crosswire.report import jsons, tables
from crosswire.report.lookups import Lookup, make_lookup
from crosswire.report.pages import make_page

PAGE = "index.html"

_MAKERS: dict[str, Callable[[Lookup], bytes]] = {
    "quotes.csv": tables.make_quotes,
    "incidents.csv": tables.make_incidents,
    "findings.csv": tables.make_findings,
    PAGE: make_page,
    jsons.FILE: lambda lookup: jsons.dump_record(lookup.record),
}
FILES = tuple(_MAKERS)


def write_folder(record: Record, directory: Path) -> None:
    """Write a record's five files; those of an earlier run are replaced only when all new ones are on the disk.

    Raises a RecordError where the folder cannot be written.
    """
    lookup = make_lookup(record)
    contents = {name: make(lookup) for name, make in _MAKERS.items()}
    prepare_folder(directory)
    with _said_plainly(directory):
        _replace_all(contents, directory)


def write_file(content: bytes, path: Path) -> None:
    """Write one file, whole or not at all; a RecordError where it cannot be written."""
    with _said_plainly(path):
        _replace_all({path.name: content}, path.parent)


def prepare_folder(directory: Path) -> None:
    """Make a folder and see that it can be written, before a long run; a RecordError where it cannot."""
    with _said_plainly(directory):
        directory.mkdir(parents=True, exist_ok=True)
        trial = directory / f".{os.getpid()}.part"
        trial.touch()
        trial.unlink()


@contextmanager
def _said_plainly(directory: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecordError(f"{directory} cannot be written ({reason}): name another folder, or make room on its disk.") from error


def _replace_all(contents: dict[str, bytes], directory: Path) -> None:
    """Write each file under another name beside its own, then rename them all, which the file system does at one stroke each."""
    parts = {name: directory / f".{name}.{os.getpid()}.part" for name in contents}
    try:
        for name, content in contents.items():
            _write_through(parts[name], content)
        for name, part in parts.items():
            os.replace(part, directory / name)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
