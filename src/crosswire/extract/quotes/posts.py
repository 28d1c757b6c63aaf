"""Posts embedded in an article: the words above a signature line are the signer's."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.model import Reading

# "— Name (@handle) March 3, 2024", "A post shared by Name (@handle)": the marks say that it is a signature, this whose.
SIGNATURE = re.compile(r"^(?:[—–―-]+\s*|A\s\w+\sshared\sby\s)?(?P<name>[^(@\n]{1,80}?)\s*\(@[\w.]{1,30}\)")
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
    ends = [end for _, end in reading.paragraphs]
    for mark in reading.not_content:
        match = SIGNATURE.match(mark.text.strip()) if mark.kind == KIND else None
        above = bisect_right(ends, mark.start) - 1
        if match is not None and above >= 0:
            posts.append(Post(*reading.paragraphs[above], match["name"].split("/")[0].strip(), (mark.start, mark.end)))
    return tuple(post for post in posts if post.name)
