"""The head of a page: who wrote it, when it was put out, and the slogans that stand between."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from crosswire.clean.furniture import match_rule
from crosswire.clean.lines import Line, find_content_words, fold
from crosswire.clean.rules import Rule, load_data

# How far down a head may reach, how near a sign of it must be, and how many lone dates make a timeline rather than a head.
HEAD_LINES, SIGN_DISTANCE, TIMELINE_DATES = 12, 4, 3
LONGEST_BYLINE, LONGEST_ROLE = 16, 6
LONGEST_NAME = 4
PART = re.compile(r"\s*[,|•·;/]\s*|\s+[–—-]\s+")


def find_head_lines(lines: Sequence[Line], found: Mapping[int, Rule]) -> dict[int, str]:
    """The bylines and dates of the head, by position: first those that show themselves, then names right above one."""
    signs = _find_signs(lines, found)
    kinds = {at: kind for at, kind in signs.items() if at not in found}
    for at in signs:
        above = at - 1
        if above > 0 and above not in found and above not in kinds and is_name(lines[above].plain):
            kinds[above] = "byline"
    return kinds


def find_head_end(lines: Sequence[Line], signs: Mapping[int, str]) -> int:
    """The position of the first line after the last sign that the head is not over."""
    return max((at + 1 for at in signs if at < HEAD_LINES), default=0)


def _find_signs(lines: Sequence[Line], found: Mapping[int, Rule]) -> dict[int, str]:
    dates = _find_lone_dates(lines, found)
    signs: dict[int, str] = {}
    body = 0
    for at, line in enumerate(lines[:HEAD_LINES]):
        kind = found[at].kind if at in found and found[at].sign else dates.get(at) or ("byline" if is_byline(line) else None)
        if kind and at not in signs:
            signs[at] = kind
            body = 0
        elif line.running:
            body += 1
        # Two running paragraphs with nothing of a head between them: the article has begun.
        if body > 1:
            break
    return signs


def _find_lone_dates(lines: Sequence[Line], found: Mapping[int, Rule]) -> dict[int, str]:
    matched = ((at, match_rule(line, "head")) for at, line in enumerate(lines) if at not in found and len(line.plain) < 90)
    dates = {at: rule.kind for at, rule in matched if rule}
    return dates if len(dates) < TIMELINE_DATES else {at: kind for at, kind in dates.items() if at < 2}


def is_byline(line: Line) -> bool:
    """Whether a line names the article's writer: "By", then a name, then names or roles and no sentence."""
    opener = _byline_opener().match(line.plain)
    if opener is None or line.words > LONGEST_BYLINE:
        return False
    parts = PART.split(_joiner().sub(" | ", line.plain[opener.end() :]))
    return _names_writer(parts[0]) and all(len(part.split()) <= LONGEST_ROLE and part[:1].isupper() for part in parts[1:] if part)


def _names_writer(part: str) -> bool:
    return is_name(part) or (part.isupper() and len(part) > 1 and len(part.split()) <= LONGEST_NAME)


def is_name(text: str) -> bool:
    """Whether a text is two to four capitalised words, particles apart, none of them a day, a month or a heading's word."""
    words = text.split()
    names = [word for word in words if word not in _words("particles")]
    if not 2 <= len(names) <= LONGEST_NAME or len(words) > LONGEST_NAME + 2:
        return False
    return all(_is_name_word(word) for word in names) and len(names[-1].strip(".")) > 1


def _is_name_word(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace(".", "")
    return word[0].isupper() and letters.isalpha() and word.casefold() not in _words("not_names")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_data("furniture.toml")["byline"][name])


@cache
def _byline_opener() -> re.Pattern[str]:
    openers = "|".join(sorted(map(re.escape, _words("openers")), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?:{openers})(?:\s*:\s*|\s+)", re.IGNORECASE)


@cache
def _joiner() -> re.Pattern[str]:
    joiners = "|".join(sorted(map(re.escape, _words("joiners"))))
    return re.compile(rf"\s(?:{joiners})\s")


def is_same_title(line: Line, title: str) -> bool:
    """Whether a line says a title again: the same words, or at least half of their content."""
    words = len(title.split())
    if not words <= 2 * line.words <= 4 * words:
        return False
    if fold(line.text) == fold(title):
        return True
    ours, theirs = find_content_words(line.text), find_content_words(title)
    return len(ours & theirs) * 2 >= len(ours | theirs) > 2
