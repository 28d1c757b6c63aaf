"""Which suffix is read by which reader; an input that cannot be read becomes a problem."""

from collections.abc import Callable, Iterator
from pathlib import Path

from crosswire.errors import InputError
from crosswire.model import Problem
from crosswire.read.drafts import Draft, Input
from crosswire.read.lines import read_lines, read_zipped_lines
from crosswire.read.objects import read_json
from crosswire.read.plain import read_plain
from crosswire.read.rows import read_rows
from crosswire.read.web import read_web

Reader = Callable[[Input], Iterator[Draft | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".html": read_web,
    ".htm": read_web,
    ".json": read_json,
    ".jsonl": read_lines,
    ".jsonl.gz": read_zipped_lines,
    ".csv": read_rows,
}


def find_reader(path: Path) -> Reader | None:
    """The reader for a file's name, whatever its case; None for a kind that crosswire does not read."""
    name = path.name.casefold()
    return next((reader for suffix, reader in sorted(READERS.items(), key=lambda item: -len(item[0])) if name.endswith(suffix)), None)


def read_input(item: Input) -> Iterator[Draft | Problem]:
    """The articles of one file in their order, and its problems; what was read before an error stays."""
    reader = find_reader(item.path)
    if reader is None:
        yield Problem(item.source, f"is not a kind of file crosswire reads: give one of {', '.join(READERS)}.")
        return
    try:
        yield from reader(item)
    except InputError as error:
        yield Problem(item.source, str(error))
    except PermissionError:
        yield Problem(item.source, "cannot be opened: you have no permission to read it. Change its permissions, or leave it out.")
    except OSError as error:
        yield Problem(item.source, f"cannot be read ({error.strerror or error}): check the file, or leave it out.")
    except (RecursionError, MemoryError) as error:
        yield Problem(item.source, f"is too deep or too large to read ({type(error).__name__}): split it, or leave it out.")
    except Exception as error:  # a fault of crosswire's own must not cost the other inputs
        yield Problem(item.source, f"made crosswire fail ({type(error).__name__}: {error}). Leave it out, and report it.")
