"""The terms of what is put: how long, of what, with what means, when."""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from crosswire.extract.incidents.numbers import parse_number, read_quantities
from crosswire.extract.incidents.weapons import read_weapons
from crosswire.extract.positions.lexicon import is_rate, read_acts, read_noun, read_terms
from crosswire.extract.positions.statements import STANDING
from crosswire.model import DateMention, Duration, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

Unit = Literal["hour", "day", "week", "month", "year"]
UNITS: dict[str, Unit] = {"hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year"}
# What halves of a unit are told in, and how many of it the whole has.
HALVES: dict[str, tuple[Unit, int]] = {"year": ("month", 12), "day": ("hour", 24)}
# Prepositions that lead to what an act is of.
OBJECTS = frozenset({"on", "of", "to", "in", "against", "from", "for", "over", "at"})
CALENDAR = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name))
CLAUSES = frozenset({"relcl", "advcl", "parataxis", "ccomp", "cc", "punct", "mark"})
TIMES = frozenset({"DATE", "TIME"})
# A place behind these is where the signing was.
SIGNING = frozenset({"sign", "reach", "conclude", "announce", "strike", "seal", "agree"})
# Days that "recently" spans are more.
WIDEST = 8
# The word by which rates are compared, whatever the number.
RATE = "percent"
PUNCTUATION = " ,;:.—–-“”\"'’"


@dataclass(frozen=True, slots=True)
class Terms:
    """What an act is of: the words, those for its means, and the words that count when two are compared."""

    scope: Span | None
    means: Span | None
    keys: tuple[str, ...]
    whole: bool


@cache
def read_lengths() -> re.Pattern[str]:
    """ "30-day", "month-long", "at least 30 days", "for six months"; groups: bound, number, unit."""
    numbers = "|".join(sorted(map(re.escape, read_quantities()["numbers"]), key=lambda word: (-len(word), word)))
    number = rf"(?P<n>\d{{1,4}}|(?:{numbers})(?:[- ](?:{numbers}))*|an?|several)"
    bound = r"(?:(?P<least>at least|no less than|a minimum of|more than)|(?P<most>up to|at most|a maximum of|no more than|less than))"
    unit = r"(?P<unit>hour|day|week|fortnight|month|year)"
    plain = rf"(?:{bound}\s+)?{number}[- ]{unit}s?(?P<tail>-long)?"
    half = r"(?P<more>(?:a|one)[- ])?(?:(?P<half>year|day)[- ]and[- ]a[- ]half|half[- ](?:a[- ])?(?P<part>year|day))"
    return re.compile(rf"(?<![\w-])(?:{half}|{plain}|(?P<alone>hour|day|week|month|year)[- ]?long)(?![\w])", re.IGNORECASE)


# What stands before a length that lasts, and behind one that only counts time from or to an event.
_FOR = r"for(?: a (?:period|term) of)?|period of|term of|last(?:s|ed|ing)?|by|of|during|over"
_ABOUT = r"just|only|about|around|some|an initial|another|a further|the next|an additional"
LEADS = re.compile(rf"\b(?:{_FOR})(?: (?:{_ABOUT}))*\s*$", re.IGNORECASE)
AWAY = re.compile(r"^\s*(?:ago|earlier|later|before|after|old|of (?:war|fighting|conflict))", re.IGNORECASE)


def find_duration(reading: "Reading", start: int, end: int, near: int) -> Duration | None:
    """The length told between two offsets, the one nearest to `near`; a number that only counts time from or to an event is none."""
    text = reading.article.text
    found = []
    for match in read_lengths().finditer(text[start:end]):
        first, last = start + match.start(), start + match.end()
        joined = "-" in match[0] or match["alone"] or match["tail"]
        led = LEADS.search(text[max(0, first - 40) : first]) is not None
        if not (led or joined) or (AWAY.match(text[last : last + 20]) and not led):
            continue
        if joined and text[last : last + 1] == "-":
            continue
        length = _read_length(match)
        if length is not None:
            found.append((abs(first - near), Duration(*length, reading.span(first, last))))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _read_length(match: re.Match[str]) -> tuple[int | None, int | None, Unit] | None:
    """Low and high of a length and its unit; halves and fortnights in the unit below."""
    if halved := match["half"] or match["part"]:
        unit, whole = HALVES[halved.lower()]
        number = whole // 2 + (whole if match["half"] else 0)
        return number, number, unit
    bounds = _read_bounds(match)
    if bounds is None:
        return None
    word = (match["unit"] or match["alone"]).lower()
    if word == "fortnight":
        low, high = (None if bound is None else 2 * bound for bound in bounds)
        return low, high, "week"
    return *bounds, UNITS[word]


def _read_bounds(match: re.Match[str]) -> tuple[int | None, int | None] | None:
    if match["alone"]:
        return 1, 1
    word = match["n"].lower()
    if word == "several":
        return None
    number = 1 if word in ("a", "an") else parse_number([word.replace(" ", "-")])
    if number is None:
        return None
    if match["least"]:
        return (number + 1 if match["least"].lower() == "more than" else number), None
    return (None, number) if match["most"] else (number, number)


def find_terms(reading: "Reading", act: "Token") -> Terms:
    """What an act is of: the object of its verb, or what its prepositions and clauses lead to."""
    heads = list(_list_objects(act))
    tokens = sorted({t for head in heads for t in _list_words(head)}, key=lambda t: t.i)
    keyed = [*tokens, *_list_occasions(act)] if act.pos_ != "VERB" else tokens
    means = _find_means(reading, tokens)
    inside = {t.idx for t in tokens if means is not None and means.start <= t.idx < means.end}
    keys = list_keys([t for t in (*keyed, *([act] if is_rate(act) else [])) if t.idx not in inside], reading)
    whole = any(t.lemma_.lower() in read_terms("general", "whole") for c in act.children for t in [c, *c.children] if t.pos_ == "ADJ")
    ending = any({t.lemma_.lower(), t.lower_} & read_terms("general", "war") for t in heads)
    return Terms(make_span(reading, tokens), means, keys, ending or (whole and not tokens))


def _list_occasions(act: "Token") -> "Iterator[Token]":
    """What a noun for an act is known by: "the Easter truce", "the grain deal", "a truce declared over Easter"."""
    yield from (
        t for c in act.lefts if c.dep_ in ("compound", "nmod") for t in c.subtree if t.nbor(1).text != "-" and t.nbor(-1).text != "-"
    )
    heads = [*(c for c in act.children if c.dep_ in ("acl", "relcl", "prep"))]
    for child in (c for head in heads for c in head.subtree if c.dep_ == "prep" and c.lower_ in ("over", "for", "during", "at")):
        yield from (
            t
            for g in child.children
            if g.dep_ == "pobj"
            for t in g.subtree
            if t.pos_ == "PROPN" and t.ent_type_ not in ("GPE", "PERSON", "ORG")
        )


def make_span(reading: "Reading", tokens: "Sequence[Token]") -> Span | None:
    """The words from the first to the last of some tokens, punctuation at the ends left out."""
    inner = [t for t in tokens if not t.is_space]
    while inner and inner[0].text.strip(PUNCTUATION) == "":
        inner = inner[1:]
    while inner and inner[-1].text.strip(PUNCTUATION) == "":
        inner = inner[:-1]
    return reading.span(inner[0].idx, inner[-1].idx + len(inner[-1])) if inner else None


def _list_objects(act: "Token") -> "Iterator[Token]":
    if act.pos_ == "VERB":
        yield from (c for c in act.children if c.dep_ in ("dobj", "nsubjpass"))
        yield from (c for c in act.children if c.dep_ == "xcomp" and c.tag_ == "VBG")
        yield from (
            g for c in act.children if c.dep_ == "prep" and c.lower_ in ("on", "against", "from") for g in c.children if _is_thing(g)
        )
        return
    for child in act.children:
        if child.dep_ == "prep" and child.lower_ in OBJECTS:
            where = child.lower_ in ("in", "at") and read_noun(act) in STANDING  # "a truce in the border dispute" is of no dispute
            yield from (
                g for g in child.children if _is_thing(g) and not where and not (child.lower_ in ("in", "at") and _is_venue(g, act))
            )
        if child.dep_ == "acl" and child.tag_ != "VB" and child.i > act.i and child.left_edge.nbor(-1).text != ",":
            yield from _list_focus(child)


def _is_thing(token: "Token") -> bool:
    return (
        token.dep_ in ("pobj", "pcomp")
        and token.ent_type_ not in TIMES
        and token.lemma_.lower() not in ("period", "weekend", "principle", "exchange", "return", "duration", "holiday")
    )


def _is_venue(place: "Token", act: "Token") -> bool:
    """Whether a place is where something was signed, not where it holds."""
    return place.ent_type_ in ("GPE", "LOC", "FAC") and act.head.lemma_ in SIGNING


def _list_focus(clause: "Token") -> "Iterator[Token]":
    """What a clause behind an act says that it is of: "focused on halting strikes", "covering ports"."""
    if clause.lemma_ in ("last", "announce", "declare", "propose", "broker", "sign", "reach", "take"):
        return
    yield from (c for c in clause.children if c.dep_ == "dobj")
    yield from (g for c in clause.children if c.dep_ == "prep" and c.lower_ in ("on", "at") for g in c.children if _is_thing(g))


def _list_words(head: "Token") -> "Iterator[Token]":
    """A phrase with what belongs to it, without clauses that only comment on it and without lengths and days."""
    yield head
    for child in head.children:
        if child.dep_ == "relcl" or (child.dep_ in CLAUSES and child.dep_ != "cc" and child.dep_ != "punct"):
            continue
        if child.dep_ == "acl" and child.nbor(-1).text == ",":
            continue
        if child.dep_ == "prep" and child.lower_ in ("around", "along", "across", "throughout"):  # where it holds, not of what it is
            continue
        if child.dep_ == "prep" and any(g.ent_type_ in TIMES or g.lemma_ == "period" for g in child.children):
            continue
        yield from _list_words(child)


def _find_means(reading: "Reading", tokens: "Sequence[Token]") -> Span | None:
    """What is not to be used: behind "using" or "with", or before the noun for the deed ("drone and missile strikes")."""
    held = {t.i for t in tokens}
    for token in tokens:
        if token.lemma_ == "use" and token.pos_ == "VERB":
            objects = [t for c in token.children if c.dep_ == "dobj" for t in c.subtree if t.i in held]
            if objects:
                return make_span(reading, list(_until_preposition(objects)))
        if token.lemma_ in read_terms("general", "light") and token.pos_ == "NOUN":
            before = [t for c in token.lefts if c.dep_ in ("compound", "nmod", "amod") and c.pos_ != "VERB" for t in c.subtree]
            if any(t.lemma_ in read_weapons() for t in before):
                return make_span(reading, [t for t in sorted(before, key=lambda t: t.i) if t.pos_ != "DET"])
    return None


def _until_preposition(tokens: "Sequence[Token]") -> "Iterable[Token]":
    ordered = sorted(tokens, key=lambda t: t.i)
    stop = next((n for n, t in enumerate(ordered) if t.dep_ == "prep" and t.lower_ == "on"), len(ordered))
    return ordered[:stop]


def list_keys(tokens: "Iterable[Token]", reading: "Reading") -> tuple[str, ...]:
    """The words that count when two phrases are compared, in their dictionary forms; a country and its people under its code."""
    return tuple(sorted({_name_key(t, reading) for t in tokens if _counts(t) or is_rate(t)}))


def _name_key(token: "Token", reading: "Reading") -> str:
    country = next((code for start, end, code in reading.nations if start <= token.idx < end), None)
    return f"={country}" if country else RATE if is_rate(token) else token.lemma_.lower()


def _counts(token: "Token") -> bool:
    """Whether a word says of what something is: no number, length, day or word that fits any scope."""
    timed = token.ent_type_ in TIMES and (token.pos_ != "PROPN" or token.lower_ in CALENDAR)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB") or timed or token.like_num or not token.text[0].isalpha():
        return False
    if token.ent_type_ == "PERCENT":
        return False
    acted = token.pos_ == "VERB" and token.lemma_ in read_acts("verbs")
    if acted or {token.lemma_.lower(), token.lower_} & read_terms("general", "war"):
        return False
    return (
        token.lemma_.lower() not in read_terms("general", "light")
        and token.lemma_ not in UNITS
        and token.lemma_.lower() not in read_terms("general", "whole")
    )


def find_day(reading: "Reading", start: int, end: int) -> DateMention | None:
    """The first day told between two offsets that is no mere year."""
    dates = (date for date in reading.dates if start <= date.span.start < end)
    return next((date for date in dates if is_day(date)), None)


def find_other_year(reading: "Reading", start: int, end: int) -> DateMention | None:
    """The year told between two offsets that is not the report's own."""
    day = reading.article.day
    dates = (date for date in reading.dates if start <= date.span.start < end and date.expression.kind == "date")
    return next((d for d in dates if d.expression.month is None and day is not None and d.expression.year != day.year), None)


def is_day(date: DateMention) -> bool:
    """Whether an expression is narrower than "recently" and a year."""
    expression = date.expression
    return (
        not (expression.kind == "date" and expression.month is None)
        and expression.last - expression.first < WIDEST
        and expression.kind != "year"
    )
