"""Expressions for days in running text: absolute, relative to the report, weekdays and named days."""

import calendar
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from crosswire.model import DateExpression, DateMention
from crosswire.model.dates import Direction

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from crosswire.model import Article

Reader = Callable[[re.Match[str]], DateExpression | None]

Unit = Literal["week", "month", "year"]
UNITS: dict[str, Unit] = {"week": "week", "month": "month", "year": "year"}

# Kinds whose nearest day may lie ahead.
TURNING = frozenset({"weekday", "date", "easter", "fixed"})
# What the recogniser takes a number for that counts.
COUNTED = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
WILL = frozenset({"will", "’ll", "'ll", "shall"})
# What follows "recent" where it names no days.
LONG_SPAN = re.compile(r" (?:years?|decades?|times|history|memory)\b")
# The nearest verb above a date stands no higher than this in the parse.
MOST_ANCESTORS = 12


@cache
def read_calendar() -> dict[str, dict[str, Any]]:
    """The calendar words of the data file, month and weekday names included."""
    words = tomllib.loads(files("crosswire.annotate").joinpath("data/calendar.toml").read_text(encoding="utf-8"))
    words["months"] |= {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
    words["weekdays"] |= {name.lower(): number for number, name in enumerate(calendar.day_name)}
    return words


@cache
def read_patterns() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """Patterns, most specific first, each with the reading of its match; an earlier match bars later ones from its words."""
    words = read_calendar()
    month, count = _one_of(words["months"]), _one_of(words["numbers"])
    # "Sun" and "Sat" are other words too, unless a date follows.
    weekday = rf"(?:{_one_of(calendar.day_name)}|{_one_of(words['weekdays'])}(?=[.,]{{0,2}} (?:\d|{month})))"
    sources = [
        (r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", _read_date),
        # Where only one order of day and month is possible, or full stops part them.
        (r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>[12]\d{3})", _read_date),
        (r"(?P<d>1[3-9]|2\d|3[01])(?P<sign>[/-])(?P<m>\d{1,2})(?P=sign)(?P<y>[12]\d{3})", _read_date),
        (r"(?P<m>\d{1,2})(?P<sign>[/-])(?P<d>1[3-9]|2\d|3[01])(?P=sign)(?P<y>[12]\d{3})", _read_date),
        (rf"(?P<month>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[12]\d{{3}})", _read_date),
        (rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\.?,? (?P<y>[12]\d{{3}})", _read_date),
        (rf"(?P<month>{month})\.?,? (?:of )?(?P<y>[12]\d{{3}})", _read_date),
        (rf"(?P<month>{month})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]*\d)", _read_date),
        (rf"(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{month})\b", _read_date),
        (_one_of(words["easter"]), _read_easter),
        (_one_of(words["fixed"]), _read_fixed),
        (rf"(?P<count>\d{{1,3}}|{count}) (?P<unit>day|week|month|year)s? (?:ago|earlier)", _read_ago),
        (r"(?P<part>earlier|later) (?:this|in the) (?P<unit>week|month|year)", _read_part),
        (r"(?P<which>last|this|next|the previous|the past) (?P<unit>week|month|year)(?:end)?", _read_unit),
        (
            rf"(?P<night>overnight(?: on| into| to)? |the night (?:of|from) (?:{weekday}(?: \d{{1,2}})? (?:in)?to )?)?"
            rf"(?P<which>last |next |this )?(?P<weekday>{weekday})",
            _read_weekday,
        ),
        (_one_of(words["relative"]), _read_relative),
        (rf"(?:in|since|during|late|early|mid-|of|last|this past) (?P<month>{month})", _read_date),
        (r"(?:in|since|during|of) (?P<y>(?:19|20)\d{2})", _read_date),
    ]
    return tuple((re.compile(rf"(?<![\w-])(?a:{source})(?!\w)", re.IGNORECASE), read) for source, read in sources)


def find_dates(article: "Article", text: str, doc: "Doc") -> tuple[DateMention, ...]:
    """Every expression for a day in the parsed content, in order, each with what it takes to resolve it.

    `text` is the article's with blanks for what is not content. The direction of a weekday, a day of a month or a named
    day is past, unless its clause speaks of the future ("will meet on Wednesday", "is due on 3 May").
    """
    taken: set[int] = set()
    found: list[DateMention] = []
    for start, end, expression in _match_all(text):
        if taken.isdisjoint(range(start, end)) and not _is_count(doc, end, expression):
            taken.update(range(start, end))
            found.append(DateMention(article.span(start, end), _turn(doc, start, end, expression)))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _match_all(text: str) -> Iterator[tuple[int, int, DateExpression]]:
    for pattern, read in read_patterns():
        for match in pattern.finditer(text):
            expression = read(match)
            if expression is not None:
                yield match.start(), match.end(), expression


def _is_count(doc: "Doc", end: int, expression: DateExpression) -> bool:
    """Whether what looks like a year counts something ("a crowd of 2000 people")."""
    if expression.kind != "date" or expression.month is not None:
        return False
    tokens = doc.char_span(end - 1, end, alignment_mode="expand")
    if tokens is None or tokens.end == len(doc):
        return False
    return tokens.root.ent_type_ in COUNTED and doc[tokens.end].pos_ in ("NOUN", "ADJ")


def _turn(doc: "Doc", start: int, end: int, expression: DateExpression) -> DateExpression:
    if expression.kind not in TURNING or expression.year is not None or expression.first > 0:
        return expression
    tokens = doc.char_span(start, end, alignment_mode="expand")
    return replace(expression, direction="future") if tokens is not None and _is_future(tokens.root) else expression


def _is_future(token: "Token") -> bool:
    """Whether the nearest verb above is in the future: will, shall, "is due to", "is to", "plans to", "scheduled"."""
    ahead = read_calendar()["ahead"]
    for above in islice(token.ancestors, MOST_ANCESTORS):
        if above.pos_ in ("VERB", "AUX"):
            planned = above.dep_ == "xcomp" and above.head.lemma_ in ahead["verbs"]
            return _has_will(above) or above.lower_ in ahead["verbs_themselves"] or planned
        if above.lower_ in ahead["adjectives"]:
            return True
    return False


def _has_will(verb: "Token") -> bool:
    heads = [verb, verb.head] if verb.dep_ in ("xcomp", "conj") else [verb]
    return any(child.lower_ in WILL for head in heads for child in head.children)


def _one_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _read_date(match: re.Match[str]) -> DateExpression | None:
    groups = match.groupdict()
    if groups.get("month") and not groups["month"][0].isupper():
        return None
    month = read_calendar()["months"][groups["month"].lower()] if groups.get("month") else int(groups.get("m") or 0) or None
    day = int(groups["d"]) if groups.get("d") else None
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None
    return DateExpression("date", int(groups["y"]) if groups.get("y") else None, month, day)


def _read_easter(match: re.Match[str]) -> DateExpression:
    return DateExpression("easter", first=read_calendar()["easter"][match[0].lower()])


def _read_fixed(match: re.Match[str]) -> DateExpression:
    month, day = read_calendar()["fixed"][match[0].lower()]
    return DateExpression("fixed", month=month, day=day)


def _read_ago(match: re.Match[str]) -> DateExpression:
    word = match["count"].lower()
    count = int(word) if word.isdigit() else read_calendar()["numbers"][word]
    if match["unit"].lower() == "day":
        return DateExpression("days", first=-count, last=-count)
    return DateExpression(_read_name(match["unit"]), first=-count)


def _read_part(match: re.Match[str]) -> DateExpression:
    return DateExpression(_read_name(match["unit"]), early=True)


def _read_unit(match: re.Match[str]) -> DateExpression:
    offset = {"this": 0, "next": 1}.get(match["which"].lower(), -1)
    return DateExpression(_read_name(match["unit"]), first=offset)


def _read_name(unit: str) -> Unit:
    return UNITS[unit.lower()]


def _read_weekday(match: re.Match[str]) -> DateExpression | None:
    name = match["weekday"]
    if not name[0].isupper():
        return None
    direction: Direction = "future" if (match["which"] or "").strip().lower() == "next" else "past"
    weekday = read_calendar()["weekdays"][name.lower()]
    return DateExpression("weekday", weekday=weekday, direction=direction, nightly=bool(match["night"]))


def _read_relative(match: re.Match[str]) -> DateExpression | None:
    if LONG_SPAN.match(match.string, match.end()):
        return None
    first, last = read_calendar()["relative"][match[0].lower()]
    return DateExpression("days", first=first, last=last)
