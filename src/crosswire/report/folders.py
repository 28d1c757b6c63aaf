"""The output folder: all files of a record, each whole or not there at all."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from crosswire.errors import RecordError
from crosswire.model import Record
from crosswire.report import jsons, tables
from crosswire.report.lookups import Lookup, make_lookup
from crosswire.report.page import briefs
from crosswire.report.page.pages import make_page

PAGE = "index.html"
BRIEFS = "briefs"

_MAKERS: dict[str, Callable[[Lookup], bytes]] = {
    "quotes.csv": tables.make_quotes,
    "incidents.csv": tables.make_incidents,
    "findings.csv": tables.make_findings,
    PAGE: make_page,
    jsons.FILE: lambda lookup: jsons.dump_record(lookup.record),
}
FILES = tuple(_MAKERS)


def write_folder(record: Record, directory: Path, brief: bool = False) -> None:
    """Write a record's five files, and where wanted a brief a story; those of an earlier run go only when all new ones are on the disk.

    Briefs of an earlier run are no part of this record and are removed. Raises a RecordError where the folder cannot be written.
    """
    lookup = make_lookup(record)
    contents = {directory / name: make(lookup) for name, make in _MAKERS.items()}
    if brief:
        contents |= {directory / BRIEFS / name: content for name, content in briefs.make_briefs(lookup).items()}
    prepare_folder(directory)
    with _said_plainly(directory):
        try:
            if brief:
                (directory / BRIEFS).mkdir(exist_ok=True)
            _replace_all(contents)
            _remove_stale(directory / BRIEFS, contents)
        finally:
            _remove_empty(directory / BRIEFS)


def write_file(content: bytes, path: Path) -> None:
    """Write one file, whole or not at all; a RecordError where it cannot be written."""
    with _said_plainly(path):
        _replace_all({path: content})


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


def _replace_all(contents: dict[Path, bytes]) -> None:
    """Write each file under another name beside its own, then rename them all, which the file system does at one stroke each."""
    parts = {path: path.with_name(f".{path.name}.{os.getpid()}.part") for path in contents}
    try:
        for path, content in contents.items():
            _write_through(parts[path], content)
        for path, part in parts.items():
            os.replace(part, path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


def _remove_stale(folder: Path, kept: Collection[Path]) -> None:
    """Remove the briefs of an earlier run; whatever else lies beside them stays."""
    stale = [path for path in folder.glob("*.html") if briefs.NAME.fullmatch(path.name) and path not in kept]
    for path in stale:
        path.unlink()


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _write_through(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
