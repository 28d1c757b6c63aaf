"""Names of towns written with hyphens, which a recogniser often takes for several: "Mazar-i-Sharif"."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from crosswire.model import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Doc

HYPHENED = re.compile(r"(?<![\w-])[A-Z][\w’']*(?:-[\w’']+)*-[A-Z][\w’']+(?![\w-])")


def find_hyphened(doc: "Doc", look_up: Callable[[str], tuple[Candidate, ...]]) -> list[tuple[int, int]]:
    """First and last token (exclusive) of each such name that the gazetteer knows as a town's."""
    names = (doc.char_span(*found.span()) for found in HYPHENED.finditer(doc.text) if _is_town(found[0], look_up))
    return [(words.start, words.end) for words in names if words is not None]


def _is_town(name: str, look_up: Callable[[str], tuple[Candidate, ...]]) -> bool:
    return any(candidate.place.precision == "city" for candidate in look_up(name))
