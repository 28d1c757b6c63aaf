"""How long something has lasted, as an article states it in passing, and since when."""

import re
from collections.abc import Iterator
from functools import cache

from crosswire.extract.claims.stretches import (
    Text,
    hedge_pattern,
    name_any,
    number_pattern,
    ordinal_pattern,
    read_hedge,
    read_number,
    read_ordinal,
)
from crosswire.model import FactMention, read_rows, read_words

UNIT = r"(?P<unit>day|week|month|year|decade)"
ENDED = re.compile(r"\b(?:ended|ending|end of|until|sentenced)\b", re.I)
STARTED = re.compile(r"\b(?:began|begun|beginning|started|starting|broke out|erupted|launched|invaded|start|outbreak|invasion)\b", re.I)
# The date of a beginning stands no more than this many characters after the words for it.
NEAR = 60


@cache
def _read_events() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("extract", "lasting_events")}


@cache
def _read_patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns for a length: "the two-year war", "the war, now in its third year", "the third year of war", "after two years of war"."""
    noun = rf"(?P<noun>{name_any(*_read_events())})\b(?![-’'])"
    number, mods = rf"(?P<number>{number_pattern()})", r"(?P<mods>(?:[\w-]+ ){0,3}?)"
    ordinal = rf"(?P<ordinal>{ordinal_pattern()})"
    flags = re.IGNORECASE
    return (
        re.compile(rf"(?<![\w/-])(?!an? ){hedge_pattern()}{number}[- ]{UNIT}(?:-old|-long)? {mods}{noun}", flags),
        re.compile(
            rf"(?P<lead>the|this|its|their|whose) {mods}{noun},? (?:which )?(?:(?:is|was|has|now|already) ){{0,3}}"
            rf"(?:in|into|entered|enters|entering) (?:(?:its|the|their) )?{ordinal} {UNIT}\b",
            flags,
        ),
        re.compile(rf"\bthe {ordinal} {UNIT} of (?:the |its |their |this )?{mods}{noun}", flags),
        re.compile(rf"(?<=after ){hedge_pattern()}{number} {UNIT}s of {mods}{noun}", flags),
        re.compile(rf"\b{hedge_pattern()}{number} {UNIT}s into the {mods}{noun}", flags),
        re.compile(
            rf"(?P<lead>the|this|its|their) {mods}{noun} (?:has|had) (?:now )?(?:lasted|raged|dragged on|gone on)(?: for)? "
            rf"{hedge_pattern()}{number} {UNIT}s?\b",
            flags,
        ),
    )


def find_durations(text: Text) -> Iterator[FactMention]:
    """Stated lengths of what lasts, and since when it does, in the article's own words: what is meant is there already, may be or not."""
    for pattern in _read_patterns():
        for match in pattern.finditer(text.content):
            if (fact := _read_length(text, match)) is not None:
                yield fact
    yield from _find_starts(text)


def _read_length(text: Text, match: re.Match[str]) -> FactMention | None:
    groups = match.groupdict()
    about = _name_thing(text, match)
    start, end = match.start(), match.end()
    sentence = text.content[slice(*text.sentence(start, end))]
    if about is None or not text.is_own(start, end) or ENDED.search(sentence) or _is_anybodys(text, match):
        return None
    value = read_ordinal(groups["ordinal"]) if groups.get("ordinal") else read_number(groups["number"])
    if value is None or value > 200:
        return None
    form = "ordinal" if groups.get("ordinal") else read_hedge(groups.get("hedge"))
    return FactMention(text.reading.span(start, end), "duration", about, None, value, match["unit"].lower(), form)


def _is_anybodys(text: Text, match: re.Match[str]) -> bool:
    """Whether an article before it says that it is any such thing ("a two-year war")."""
    return (
        re.search(r"\b(?:an?|any|another|every|each|previous|earlier|first|last)\s$", text.content[: match.start()][-12:], re.I) is not None
    )


def _name_thing(text: Text, match: re.Match[str]) -> tuple[str, ...] | None:
    """What lasts: its class and the words that set it apart, a country as "=" and its code; None for a named war of history."""
    noun = match["noun"]
    if noun[:1].isupper() and match.start("noun") != match.start():
        return None
    nations = {start: f"={code}" for start, _, code in text.reading.nations}
    apart = set()
    for word in re.finditer(r"[\w-]+", match["mods"]):
        offset = match.start("mods") + word.start()
        lower = word[0].lower()
        if offset in nations:
            apart.add(nations[offset])
        elif lower not in read_words("extract", "duration_adjectives"):
            apart.add(lower)
    return _read_events()[noun.lower()], *sorted(apart)


def _find_starts(text: Text) -> Iterator[FactMention]:
    """Dates of a year or a month of it since when something lasts ("since the war began in May 2030")."""
    nouns = re.compile(rf"\b({name_any(*_read_events())})\b", re.IGNORECASE)
    for date in text.reading.dates:
        expression = date.expression
        first = text.sentence(date.span.start, date.span.end)[0]
        before = text.content[max(first, date.span.start - NEAR) : date.span.start]
        if (
            expression.kind != "date"
            or (expression.year is None and expression.day is None)
            or not re.search(r"\b(?:in|on|since|of)(?: late| early)? $", before)
        ):
            continue
        found, started = nouns.findall(before), STARTED.search(before)
        if found and started and text.is_own(date.span.start, date.span.end):
            start = max(first, date.span.start - NEAR) + min(started.start(), nouns.search(before).start())  # type: ignore[union-attr]
            span = text.reading.span(start, date.span.end)
            yield FactMention(span, "since", (_read_events()[found[-1].lower()],), None, None, "", "exact", expression)
