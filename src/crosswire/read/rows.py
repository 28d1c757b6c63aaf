"""CSV: a column `text` and any of id, title, url, outlet, byline, published, language; one article a row."""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TextIO

from crosswire.errors import InputError
from crosswire.model import Problem
from crosswire.read.characters import MOST_REPLACED, SAMPLE, Encoding, find_encoding, find_mark, refuse_binary, refuse_signature
from crosswire.read.drafts import Draft, Input, clean_field
from crosswire.read.files import MOST_BYTES

FIELDS = ("id", "url", "title", "byline", "outlet", "language", "published")
UNCLOSED = "opens a quotation mark that is never closed: all behind it was read as one field. Close it."
DELIMITERS = (",", ";", "\t")


def read_rows(item: Input) -> Iterator[Draft | Problem]:
    """The articles of a CSV file; that of row n (the header is none) is named `file#n`."""
    encoding = _find_file_encoding(item)
    with item.path.open("rb") as raw:
        raw.seek(encoding.mark)
        file = io.TextIOWrapper(raw, encoding=encoding.name, errors="replace", newline="")
        with _wide_fields():
            yield from _read_file(file, item, encoding)


def _read_file(file: TextIO, item: Input, encoding: Encoding) -> Iterator[Draft | Problem]:
    lines = _Lines(file)
    header = next((line for line in lines if line.strip()), None)
    if header is None:
        raise InputError("is empty: give a table with a column named text, or leave it out.")
    delimiter = next((mark for mark in DELIMITERS if "text" in _columns(header, mark)), None)
    if delimiter is None:
        raise InputError("has no column named text: name the column that holds the articles' text so, in the first row.")
    columns = _columns(header, delimiter)
    if encoding.note:
        yield Problem(item.source, encoding.note)
    lines.row.clear()
    for number, row in _numbered(csv.reader(lines, delimiter=delimiter)):
        if lines.ends_open():
            yield Problem(f"{item.source}#{number}", f"row {number} {UNCLOSED}")
        lines.row.clear()
        yield _read_row(dict(zip(columns, row, strict=False)), item, number, encoding.name)


def _numbered(rows: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything with their numbers; a row that cannot be read ends the table."""
    number = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise InputError(
                f"breaks off at row {number + 1} ({error}): is a quotation mark missing there? The rows before it were read."
            ) from error
        if row is None:
            return
        number += 1
        if any(row):
            yield number, row


def _read_row(row: dict[str, str], item: Input, number: int, encoding: str) -> Draft | Problem:
    source = f"{item.source}#{number}"
    text = row.get("text", "")
    try:
        refuse_binary(text)
    except InputError as error:
        return Problem(source, f"row {number} {error}")
    replaced = text.count("\ufffd")
    if replaced > MOST_REPLACED * len(text):
        return Problem(source, f"row {number} is not valid {encoding.upper()}: save the table as UTF-8.")
    note = f"row {number} holds {replaced} characters that are U+FFFD, broken on the way: save the table as UTF-8 to have them back."
    fields: dict[str, Any] = {key: clean_field(row.get(key)) for key in FIELDS}
    return Draft(source, f"{item.stem}-{number}", text, notes=(note,) if replaced else (), **fields)


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        return [name.strip().casefold() for name in next(csv.reader([header], delimiter=delimiter), [])]
    except csv.Error:
        return []


@dataclass(slots=True)
class _Lines:
    """A table's lines with their ends as they are, and those of the row at hand; raises InputError at a line over the limit."""

    file: TextIO
    row: list[str] = field(default_factory=list)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self.file.readline(MOST_BYTES + 1)
        if not line:
            raise StopIteration
        if len(line) > MOST_BYTES:
            raise InputError(f"holds a line over the limit of {MOST_BYTES / 1e6:.0f} MB: the rows before it were read. Split the table.")
        self.row.append(line)
        return line

    def ends_open(self) -> bool:
        """Whether the row at hand runs over lines and a quotation mark in it is never closed."""
        return len(self.row) > 1 and "".join(self.row).count('"') % 2 == 1


def _find_file_encoding(item: Input) -> Encoding:
    """The encoding by the file's first bytes, UTF-8 only if all of the file is."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with item.path.open("rb") as file:
        start = file.read(SAMPLE)
        refuse_signature(start)
        if marked := find_mark(start):
            return marked
        try:
            for chunk in chain((start,), iter(lambda: file.read(SAMPLE), b"")):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return find_encoding(error.object)
    return Encoding("utf-8")


@contextmanager
def _wide_fields() -> Iterator[None]:
    """The csv module's limit on a field's length, which is one for the whole process, raised and put back."""
    before = csv.field_size_limit(MOST_BYTES)
    try:
        yield
    finally:
        csv.field_size_limit(before)
