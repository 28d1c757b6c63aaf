"""JSON lines, plain or gzipped: one object a line, read one at a time."""

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from crosswire.errors import InputError
from crosswire.model import Problem
from crosswire.read.characters import decode, refuse_signature
from crosswire.read.drafts import Draft, Input
from crosswire.read.files import MOST_BYTES, read_line
from crosswire.read.objects import parse_json, read_object


def read_lines(item: Input) -> Iterator[Draft | Problem]:
    """The articles of a JSON-lines file; that of line n is named `file#n`, a broken line is a problem with its number."""
    with item.path.open("rb") as file:
        refuse_signature(file.peek(16))
        yield from _read_file(file, item)


def read_zipped_lines(item: Input) -> Iterator[Draft | Problem]:
    """The same from a gzip archive; of one that breaks off the whole lines are kept."""
    try:
        with gzip.open(item.path, "rb") as file:
            yield from _read_file(cast(BinaryIO, file), item)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(f"is a broken gzip archive ({error}): the lines before the damage were read. Fetch or pack it again.") from error


def _read_file(file: BinaryIO, item: Input) -> Iterator[Draft | Problem]:
    number = 0
    empty = True
    while True:
        line, whole = read_line(file)
        if not line:
            break
        number += 1
        if not line.strip(b" \t\r\n\xef\xbb\xbf"):
            continue
        empty = False
        yield _read_line(line, whole, item, number)
    if empty:
        raise InputError("is empty: give a file with one JSON object a line, or leave it out.")


def _read_line(line: bytes, whole: bool, item: Input, number: int) -> Draft | Problem:
    source = f"{item.source}#{number}"
    try:
        if not whole:
            raise InputError(f"is over the limit of {MOST_BYTES / 1e6:.0f} MB: split it into its articles.")
        text, notes = decode(line)
        return read_object(parse_json(text, hint="Correct the line."), source, f"{item.stem}-{number}", notes)
    except InputError as error:
        return Problem(source, f"line {number} {error}")
