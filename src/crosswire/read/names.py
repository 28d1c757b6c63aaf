"""Whether a line is a person's name or an outlet's, by its shape and by lists of newsroom words."""

import re
from itertools import takewhile

from crosswire.read.lists import load_words

NAME_WORD = re.compile(r"[^\W\d_][\w’'ʼ.-]*")
JOINTS = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|et|und|y)\s+", re.IGNORECASE)
LONGEST_BYLINE = 120


def is_person(line: str) -> bool:
    """Whether a line is two to four capitalised words, none of them all in capitals or a newsroom's word."""
    words = line.split()
    if not _is_name(words) or len([word for word in words if word[0].isupper()]) not in (2, 3, 4):
        return False
    return not set(_plain(line)) & (load_words("head.toml", "not_names") | load_words("head.toml", "outlet_words")) and not any(
        word.isupper() and len(word.strip(".")) > 2 for word in words
    )


def is_outlet(part: str) -> bool:
    """Whether a part of a line is the name of an outlet or agency: one capitalised word, or words of which one says so."""
    words = part.split()
    if not 1 <= len(words) <= 5 or not _is_name([word for word in words if word.casefold() not in ("the", "of", "and")] or words):
        return False
    if words[0].casefold() in load_words("head.toml", "not_names") and words[0].casefold() != "the":
        return False
    return len(words) == 1 or any(word.casefold() in load_words("head.toml", "outlet_words") for word in words)


def read_byline(rest: str) -> str | None:
    """The writers behind "By", without what follows their names ("Staff writer", a place, an agency), or None."""
    if len(rest) > LONGEST_BYLINE or rest.endswith((".", "!", "?")):
        return None
    first, *others = JOINTS.split(rest)
    if not _is_writer(first) or (others and len(first.split()) == 1):
        return None
    # Behind a first and a last name others of their kind; the first that is a place or an office ends the list.
    more = takewhile(
        lambda part: _is_writer(part) and len(part.split()) > 1 and not set(_plain(part)) & load_words("head.toml", "outlet_words"), others
    )
    return ", ".join([first, *more])


def _is_writer(part: str) -> bool:
    """Whether a part is a name of up to five words; with a newsroom's word in it only if that names an outlet ("The Example Times")."""
    words = set(_plain(part))
    is_desk = bool(words & load_words("head.toml", "outlet_words"))
    return len(part.split()) <= 5 and _is_name(part.split()) and (is_desk or not words & load_words("head.toml", "not_names"))


def _is_name(words: list[str]) -> bool:
    if not words or not all(NAME_WORD.fullmatch(word) for word in words) or not words[0][0].isupper():
        return False
    particles = load_words("head.toml", "particles")
    return words[-1][0].isupper() and all(word[0].isupper() or word.casefold() in particles for word in words)


def _plain(part: str) -> list[str]:
    return [word.casefold().strip(".") for word in part.split()]
