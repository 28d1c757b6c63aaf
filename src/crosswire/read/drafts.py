"""What a reader hands over: the inputs and the articles in them, before ids are settled."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crosswire.model import Mark

# Longer than any title or byline: what stands in such a field is something else.
LONGEST_FIELD = 1000


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read; `source` is its name in the record, `path` where it lies."""

    source: str
    path: Path

    @property
    def stem(self) -> str:
        """The file's name without its suffixes, and without `.gz`."""
        name = self.source.rsplit("/", 1)[-1]
        return name.removesuffix(".gz").rsplit(".", 1)[0] or name


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file gives it; `published` and `language` still as written, `fallback` the id for want of a better.

    `head` is the offset at which the text's own head begins. `notes` are doubts about an article that is kept.
    """

    source: str
    fallback: str
    text: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    head: int = 0


def clean_field(value: object) -> str | None:
    """A metadata value as one line of text, or None; a list is joined by commas, an object gives its name."""
    if isinstance(value, Mapping):
        return clean_field(value.get("name") or value.get("@value"))
    if isinstance(value, list | tuple):
        parts = [clean_field(part) for part in value[:50] if not isinstance(part, list | tuple)]
        return ", ".join(dict.fromkeys(part for part in parts if part)) or None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = " ".join(replace_surrogates(_drop_controls(html.unescape(str(value)))).split())
    return text if 0 < len(text) <= LONGEST_FIELD else None


def replace_surrogates(text: str) -> str:
    """The text with halves of broken characters (lone surrogates, which no file can hold) as U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def _drop_controls(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", text)
