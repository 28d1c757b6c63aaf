"""The head of a report: the lines above its first paragraphs, where it says its title, writer, outlet and day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crosswire.read.days import parse_moment
from crosswire.read.lists import load_table, load_words
from crosswire.read.names import is_outlet, is_person, read_byline
from crosswire.read.openings import find_opening_day

# The head ends with the second paragraph, or after so many lines.
MOST_LINES, MOST_CHARACTERS = 25, 5000
LONG_LINE, SENTENCE_WORDS = 140, 12
TITLE_WORDS = range(3, 31)
LONGEST_TITLE = 220

# Before a day that closes a line: at most so many words, then a comma, a dash, a name in capitals, or after a writer's name a bar or "on".
CLOSING = re.compile(r",\s+|\s*\|\s*|\s+[–—-]{1,2}\s+|(?<=[A-Z]{3})\s+(?=\d)|(?<=\w)\s+on\s+(?=\w+ \d)")
CLOSING_WORDS = 7

DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24})/?", re.IGNORECASE)
SEPARATORS = re.compile(r"\s*[|•·‧]\s*|\s+[–—-]\s+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
ABBREVIATION = re.compile(r"(?:\b[A-Z]|\.[A-Z]|\b(?:Inc|Ltd|Co|Jr|Sr|No|St))\.[\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Head:
    """What a report's own head says; None where it does not."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """What one part of a line says: a date ("published", "updated" or "bare"), a byline, an outlet, a title, a reading time."""

    kind: str
    value: str
    line: int


def read_head(text: str, start: int = 0) -> Head:
    """Title, byline, outlet and day of publication as the lines from `start` say them.

    A bare date, a name or a domain counts only above the first paragraph; a date that speaks of the copy (printed, retrieved) never does.
    """
    lines = list(_head_lines(text, start))
    above = next((number for number, line in enumerate(lines) if is_paragraph(line)), len(lines))
    clues = [clue for number, line in enumerate(lines) for clue in _read_line(line, number) if _counts(clue, lines, above)]
    title = _find_title(lines, clues)
    return Head(
        title=_first(clues, "title") or title,
        byline=_first(clues, "byline") or _find_name(lines, clues, title),
        outlet=_first(clues, "outlet"),
        published=_find_published(clues) or find_opening_day(text[start:]),
    )


def is_paragraph(line: str) -> bool:
    """Whether a line is running text: long, or a sentence of some length with its full stop."""
    return len(line) >= LONG_LINE or (len(line.split()) >= SENTENCE_WORDS and bool(SENTENCE_END.search(line)))


def is_headline(line: str) -> bool:
    """Whether a line may be a title: some words, no sentence-final full stop, no sentence break, nothing that lists or labels."""
    if len(line.split()) not in TITLE_WORDS or len(line) > LONGEST_TITLE or not re.match(r"[\"'“‘«‹„¿¡(]?[^\W_]", line):
        return False
    if any(words in line.casefold() for words in load_words("head.toml", "not_title")):
        return False
    if line.endswith((",", ":", ";", "-", "–", "—")) or (line.endswith(".") and not line.endswith(("...", "…"))):
        return bool(ABBREVIATION.search(line))
    body = re.sub(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.", "", line)
    return (
        not re.search(r"[a-z0-9][.][\"'”’]?\s+[\"'“‘]?[A-Z]", body)
        and not re.search(r"[>»]|https?:", line)
        and line[:1] != line[:1].lower()
    )


def _head_lines(text: str, start: int) -> Iterator[str]:
    """The lines with words, Markdown's heading marks left out, up to the second paragraph."""
    paragraphs = 0
    lines = (line.strip().lstrip("#*_ ").rstrip("*_ ") for line in text[start : start + MOST_CHARACTERS].splitlines())
    for number, line in enumerate(line for line in lines if re.search(r"\w", line)):
        if number == MOST_LINES or paragraphs == 2:
            return
        paragraphs += is_paragraph(line)
        yield line


def _read_line(line: str, number: int) -> Iterator[Clue]:
    """What a line says, as a whole or in its parts ("Name | Updated: 3 March 2024")."""
    if is_paragraph(line):
        return
    before, day = _split_closing_day(line)
    if day is not None:
        yield Clue("bare", day, number)
        line = before
    if found := _read_part(line):
        yield Clue(*found, number)
        return
    parts = [part for part in SEPARATORS.split(line) if part]
    found_parts = [_read_part(part) for part in parts]
    if not any(found and found[0] in ("published", "updated", "bare", "reading") for found in found_parts):
        return
    for part, found in zip(parts, found_parts, strict=True):
        if found or (found := _read_neighbour(part)):
            yield Clue(*found, number)


def _split_closing_day(line: str) -> tuple[str, str | None]:
    """A line and the day that closes it, where the rest only names who, where or whose ("Elvar, 3 March 2024", "By us, 3 March 2024")."""
    for match in CLOSING.finditer(line):
        before, moment = line[: match.start()], parse_moment(line[match.end() :])
        unsigned = match.group().strip() in ("|", "on") and not before.casefold().startswith("by ")
        ends = unsigned or len(before.split()) > CLOSING_WORDS or SENTENCE_END.search(before) or _read_labelled_day(line)
        if moment and not ends and not _copy_words().search(before):
            return before, moment
    return line, None


def _read_labelled_day(line: str) -> bool:
    """Whether a line begins with a label of its day."""
    match = _labels().match(line)
    return match is not None and _kinds()[match[1].casefold()] in ("published", "updated")


def _read_part(part: str) -> tuple[str, str] | None:
    if match := DOMAIN.fullmatch(part):
        return "outlet", match[1].lower()
    if moment := parse_moment(part):
        return "bare", moment
    if _reading_times().fullmatch(part):
        return "reading", part
    return _read_labelled(part)


def _read_labelled(part: str) -> tuple[str, str] | None:
    """A label and what stands behind it; a date needs no colon, nor does "by" before names."""
    match = _labels().match(part)
    if match is None:
        return None
    kind, rest = _kinds()[match[1].casefold()], part[match.end() :].strip()
    if kind in ("published", "updated"):
        moment = parse_moment(rest)
        return (kind, moment) if moment else None
    if kind == "byline":
        names = (
            read_byline(rest) if match[2] or match[1].casefold() in ("by", "written by", "words by", "reported by", "story by") else None
        )
        return (kind, names) if names else None
    return (kind, rest) if match[2] and (is_outlet(rest) if kind == "outlet" else is_headline(rest)) else None


def _read_neighbour(part: str) -> tuple[str, str] | None:
    """A name beside a date on one line: a person's is the byline, an outlet's the outlet."""
    if is_outlet(part):
        return "outlet", part
    return ("byline", part) if is_person(part) else None


def _counts(clue: Clue, lines: Sequence[str], above: int) -> bool:
    if clue.kind == "outlet":
        return clue.line < above
    if clue.kind != "bare":
        return True
    before = lines[clue.line - 1] if clue.line else ""
    # A label on a line of its own: "Printed on", then the date.
    speaks_of_copy = len(before.split()) <= 4 and not parse_moment(before) and _copy_words().search(before)
    return clue.line < above and not speaks_of_copy and not _copy_words().search(lines[clue.line])


def _find_published(clues: Sequence[Clue]) -> str | None:
    """The labelled date, else the one bare date, else the date of the update."""
    bare = {clue.value for clue in clues if clue.kind == "bare"}
    alone = next(iter(bare)) if len(bare) == 1 else None
    return _first(clues, "published") or alone or _first(clues, "updated")


def _find_title(lines: Sequence[str], clues: Sequence[Clue]) -> str | None:
    """The first line that says nothing else, if it looks like a headline and is not all there is."""
    taken = {clue.line for clue in clues}
    first = next((number for number in range(len(lines)) if number not in taken), None)
    if first is None or first > 4 or len(lines) < 2:
        return None
    return lines[first] if is_headline(lines[first]) and not _is_label(lines[first]) else None


def _is_label(line: str) -> bool:
    """Whether a line opens with a label of a page or a copy: "Category: …", "Document Date: …"."""
    label, colon, _ = line.partition(":")
    words = label.casefold().split()
    return bool(colon) and (
        set(words) <= load_words("head.toml", "not_names") or (len(words) <= 4 and words[-1:] in (["date"], ["on"], ["at"]))
    )


def _find_name(lines: Sequence[str], clues: Sequence[Clue], title: str | None) -> str | None:
    """A person's name alone on the line right above or below a date or a reading time."""
    timed = sorted({clue.line for clue in clues if clue.kind in ("published", "updated", "bare", "reading")})
    for number in timed:
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(lines) and lines[beside] != title and is_person(lines[beside]):
                return lines[beside]
    return None


def _first(clues: Sequence[Clue], kind: str) -> str | None:
    return next((clue.value for clue in clues if clue.kind == kind), None)


@cache
def _kinds() -> dict[str, str]:
    table = load_table("head.toml")
    return {label: kind for kind in ("published", "updated", "byline", "outlet", "title") for label in table[kind]}


@cache
def _labels() -> re.Pattern[str]:
    labels = sorted(_kinds(), key=lambda label: (-len(label), label))
    return re.compile(rf"({'|'.join(labels)})\b\s*([:：])?\s*", re.IGNORECASE)


@cache
def _copy_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(load_words('head.toml', 'copy')))})", re.IGNORECASE)


@cache
def _reading_times() -> re.Pattern[str]:
    return re.compile("|".join(load_table("head.toml")["reading"]), re.IGNORECASE)
