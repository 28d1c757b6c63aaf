"""From the paths a user gives to the files to read: every file once, under a name that does not depend on where the run starts."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosswire.model import Problem
from crosswire.read.drafts import Input


@dataclass(frozen=True, slots=True)
class _Found:
    """A file as met: its name in the record, and where it really lies."""

    source: str
    real: str


def find_inputs(paths: Sequence[Path]) -> tuple[list[Input], list[Problem]]:
    """The files to read in the order of their names, each once however often it is met, and the paths that lead to none."""
    found: list[_Found] = []
    problems: set[Problem] = set()
    for path in paths:
        for item in _walk_given(Path(path)):
            if isinstance(item, Problem):
                problems.add(item)
            else:
                found.append(item)
    names: dict[str, str] = {}
    # A file given by itself and with its folder keeps the name that says more.
    for item in sorted(found, key=lambda item: (-item.source.count("/"), item.source, item.real)):
        names.setdefault(item.real, item.source)
    inputs = [Input(source, Path(real)) for real, source in _tell_apart(names).items()]
    return sorted(inputs, key=lambda item: (item.source, str(item.path))), sorted(problems)


def name_source(name: str) -> str:
    """A path's name as text; bytes that are no UTF-8 become U+FFFD, so that it can be written."""
    return os.fsencode(name).decode("utf-8", errors="replace").replace(os.sep, "/")


def _walk_given(path: Path) -> Iterator[_Found | Problem]:
    """A given path: a file by its name, a folder with all it holds; hidden ones too, as they were named."""
    name = name_source(os.path.basename(os.path.abspath(path)) or str(path))
    kind = _look_up(str(path), name)
    if isinstance(kind, Problem):
        yield kind
    elif stat.S_ISDIR(kind.st_mode):
        yield from _walk_folder(str(path), name)
    elif stat.S_ISREG(kind.st_mode):
        yield _Found(name, os.path.realpath(path))
    else:
        yield _refuse_special(name)


def _walk_folder(top: str, name: str) -> Iterator[_Found | Problem]:
    """All files below a folder, hidden ones and hidden folders left out; a link to a folder it lies in is a problem."""
    open_folders: list[tuple[str, str, tuple[str, ...]]] = [(top, "", (os.path.realpath(top),))]
    while open_folders:
        folder, prefix, above = open_folders.pop()
        entries = _list_folder(folder)
        if entries is None:
            yield Problem(
                prefix.rstrip("/") or name, "is a folder that you have no permission to list: change its permissions, or leave it out."
            )
            continue
        for entry in entries:
            source = prefix + name_source(entry)
            path = os.path.join(folder, entry)
            kind = _look_up(path, source)
            if isinstance(kind, Problem):
                yield kind
            elif stat.S_ISDIR(kind.st_mode):
                real = os.path.realpath(path)
                if real in above:
                    yield Problem(source, "is a link to a folder that it lies in (a symlink loop): not followed. Remove the link.")
                else:
                    open_folders.append((path, source + "/", (*above, real)))
            else:
                yield _Found(source, os.path.realpath(path)) if stat.S_ISREG(kind.st_mode) else _refuse_special(source)


def _list_folder(folder: str) -> list[str] | None:
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return None


def _look_up(path: str, source: str) -> os.stat_result | Problem:
    """What a path leads to, links followed."""
    try:
        return os.stat(path)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return Problem(source, "is a link that leads back to itself (a symlink loop): remove it.")
        if isinstance(error, FileNotFoundError):
            dangling = os.path.islink(path)
            return Problem(source, "is a link to nothing: remove it." if dangling else "does not exist: check the path.")
        return Problem(source, f"cannot be reached ({error.strerror or error}): check the path and its permissions.")
    except ValueError:
        return Problem(source.replace("\0", "\ufffd"), "is not a path: check how it is written.")


def _refuse_special(source: str) -> Problem:
    return Problem(source, "is no ordinary file (a pipe, socket or device): save its text to a file.")


def _tell_apart(names: dict[str, str]) -> dict[str, str]:
    """Names by real path; where two files share one, folders from their real paths are put before it until they differ."""
    shared = {name for name in names.values() if _count(names.values(), name) > 1}
    apart = dict(names)
    for name in sorted(shared):
        reals = sorted(real for real, own in names.items() if own == name)
        for depth in range(name.count("/") + 2, 2 + max(real.count(os.sep) for real in reals)):
            longer = {real: "/".join(name_source(real).split("/")[-depth:]) for real in reals}
            if len(set(longer.values())) == len(reals):
                apart |= longer
                break
    return apart


def _count(names: Iterable[str], name: str) -> int:
    return sum(1 for other in names if other == name)
