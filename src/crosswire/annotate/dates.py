"""Expressions for days in running text: absolute, relative to the report, weekdays and named days."""

import calendar
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from crosswire.model import DateExpression, DateMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from crosswire.model import Article

NUMBERS = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


@cache
def read_calendar() -> dict[str, dict[str, Any]]:
    """The calendar words of the data file, month and weekday names included."""
    words = tomllib.loads(files("crosswire.annotate").joinpath("data/calendar.toml").read_text(encoding="utf-8"))
    words["months"] |= {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
    words["weekdays"] |= {name.lower(): number for number, name in enumerate(calendar.day_name)}
    return words


@cache
def read_patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], DateExpression | None]], ...]:
    """Patterns, most specific first, each with the reading of its match; an earlier match bars later ones from its words."""
    words = read_calendar()
    month, weekday = _one_of(words["months"]), _one_of(words["weekdays"])
    count = rf"(?P<count>\d{{1,3}}|an?|{_one_of(NUMBERS)})"
    sources = [
        (r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", _read_date),
        (rf"(?P<month>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[12]\d{{3}})", _read_date),
        (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\.?,? (?P<y>[12]\d{{3}})", _read_date),
        (rf"(?P<month>{month})\.?,? (?:of )?(?P<y>[12]\d{{3}})", _read_date),
        (rf"(?P<month>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d)", _read_date),
        (rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\b", _read_date),
        (_one_of(words["easter"]), lambda m: DateExpression("easter", first=words["easter"][m[0].lower()])),
        (_one_of(words["fixed"]), _read_fixed),
        (rf"{count} (?P<unit>day|week|month|year)s? (?:ago|earlier)", _read_ago),
        (r"(?P<part>earlier|later) (?:this|in the) (?P<unit>week|month|year)", lambda m: DateExpression(m["unit"].lower(), early=True)),
        (r"(?P<which>last|this|next|the previous|the past) (?P<unit>week|month|year)(?:end)?", _read_unit),
        (rf"(?P<night>overnight(?: on| into| to)? |the night of )?(?P<which>last |next |this )?(?P<weekday>{weekday})", _read_weekday),
        (_one_of(words["relative"]), _read_relative),
        (rf"(?:in|since|during|late|early|mid-|of) (?P<month>(?-i:{_one_of_titled(words['months'])}))", _read_date),
        (r"(?:in|since|during|of) (?P<y>(?:19|20)\d{2})", _read_date),
    ]
    return tuple((re.compile(rf"(?<![\w-])(?:{source})(?![\w])", re.IGNORECASE), read) for source, read in sources)


def find_dates(article: "Article", doc: "Doc") -> tuple[DateMention, ...]:
    """Every expression for a day in the parsed content, in order, each with what it takes to resolve it.

    The direction of a weekday, a day of a month or a named day is past, unless its clause speaks of the future
    ("will meet on Wednesday", "is due on 3 May").
    """
    taken: list[tuple[int, int]] = []
    found: list[DateMention] = []
    for start, end, expression in _match_all(doc.text):
        if not any(start < e and s < end for s, e in taken):
            taken.append((start, end))
            found.append(DateMention(article.span(start, end), _turn(doc, start, end, expression)))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _match_all(text: str) -> Iterator[tuple[int, int, DateExpression]]:
    for pattern, read in read_patterns():
        for match in pattern.finditer(text):
            expression = read(match)
            if expression is not None:
                yield match.start(), match.end(), expression


def _turn(doc: "Doc", start: int, end: int, expression: DateExpression) -> DateExpression:
    if expression.kind not in ("weekday", "date", "easter", "fixed") or expression.year is not None or expression.first > 0:
        return expression
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None or not _is_future(tokens.root):
        return expression
    return DateExpression(
        expression.kind, None, expression.month, expression.day, expression.weekday, expression.first, direction="future", nightly=expression.nightly
    )


def _is_future(token: Any) -> bool:
    """Whether the nearest verb above is in the future: will, shall, "is due to", "is to", "plans to", "scheduled"."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            kin = [*ancestor.children, *(ancestor.head.children if ancestor.dep_ in ("xcomp", "conj") else ())]
            if any(child.lower_ in ("will", "’ll", "'ll", "shall") for child in kin):
                return True
            return ancestor.lower_ in ("scheduled", "planned", "expected", "due") or (
                ancestor.dep_ == "xcomp" and ancestor.head.lemma_ in ("due", "plan", "expect", "schedule", "set", "intend", "hope")
            )
        if ancestor.lower_ in ("upcoming", "forthcoming", "scheduled", "planned", "due"):
            return True
    return False


def _one_of(words: Any) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _one_of_titled(words: Any) -> str:
    """Month names as they are written: "may" and "march" in lower case are other words."""
    return _one_of([word.title() for word in words])


def _read_date(match: re.Match[str]) -> DateExpression | None:
    groups = match.groupdict()
    if groups.get("month") and not groups["month"][0].isupper():
        return None
    month = read_calendar()["months"][groups["month"].lower()] if groups.get("month") else int(groups.get("m") or 0) or None
    day = int(groups["d"]) if groups.get("d") else None
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None
    return DateExpression("date", int(groups["y"]) if groups.get("y") else None, month, day)


def _read_fixed(match: re.Match[str]) -> DateExpression:
    month, day = read_calendar()["fixed"][match[0].lower()]
    return DateExpression("fixed", month=month, day=day)


def _read_ago(match: re.Match[str]) -> DateExpression:
    word = match["count"].lower()
    count = int(word) if word.isdigit() else NUMBERS.get(word, 1)
    unit = match["unit"].lower()
    return DateExpression("days", first=-count, last=-count) if unit == "day" else DateExpression(unit, first=-count)  # type: ignore[arg-type]


def _read_unit(match: re.Match[str]) -> DateExpression:
    offset = {"this": 0, "next": 1}.get(match["which"].lower(), -1)
    return DateExpression(match["unit"].lower(), first=offset)  # type: ignore[arg-type]


def _read_weekday(match: re.Match[str]) -> DateExpression | None:
    name = match["weekday"]
    if not name[0].isupper():
        return None
    direction = "future" if (match["which"] or "").strip().lower() == "next" else "past"
    weekday = read_calendar()["weekdays"][name.lower()]
    return DateExpression("weekday", weekday=weekday, direction=direction, nightly=bool(match["night"]))  # type: ignore[arg-type]


def _read_relative(match: re.Match[str]) -> DateExpression:
    first, last = read_calendar()["relative"][match[0].lower()]
    return DateExpression("days", first=first, last=last)
