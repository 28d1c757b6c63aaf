"""Posts embedded in an article: the words above a signature line are the signer's."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.model import Reading

# "— Name (@handle) March 3, 2024", as the platforms' embedding code writes it.
SIGNATURE = re.compile(r"^[—–-]+\s*(?P<name>[^(@\n]{2,80}?)\s*\(@(?P<handle>\w{1,30})\)\s*(?P<day>.{0,40})$")
KIND = "embedded post"


@dataclass(frozen=True, slots=True)
class Post:
    """One embedded post: its words, and who signed it where; offsets in the article's text."""

    start: int
    end: int
    name: str
    signature: tuple[int, int]


def find_posts(reading: "Reading") -> tuple[Post, ...]:
    """The posts of an article: the paragraph right above each signature line, links left out."""
    posts = []
    for mark in reading.not_content:
        match = SIGNATURE.match(mark.text.strip()) if mark.kind == KIND else None
        if match is None:
            continue
        above = [(start, end) for start, end in reading.paragraphs if end <= mark.start]
        if above:
            posts.append(Post(above[-1][0], above[-1][1], match["name"].split("/")[0].strip(), (mark.start, mark.end)))
    return tuple(posts)
