"""Plain text and Markdown: the file is the article, character by character."""

from collections.abc import Iterator

from crosswire.read.characters import decode
from crosswire.read.drafts import Draft, Input
from crosswire.read.files import read_bytes


def read_plain(item: Input) -> Iterator[Draft]:
    """One article; raises InputError where the file is empty, too large or no text."""
    text, notes = decode(read_bytes(item.path))
    yield Draft(item.source, item.stem, text, notes=notes)
