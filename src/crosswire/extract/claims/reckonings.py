"""Numbers of one article that contradict each other: parts and their total, one measure in two units."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosswire.extract.claims.stretches import Text, make_text, name_any, number_pattern, read_claims, read_number
from crosswire.model import QuoteMention, Reading, Reckoning, read_words

TABLES = ("metres", "kilograms", "square_metres", "metres_an_hour")
# A measure told twice is rounded twice: up to this ratio the two are one.
ROUNDED = 1.25
OPEN = r"(?:at least|more than|over|about|around|some|nearly|almost|up to|as many as|roughly|an estimated|dozens|including)"
# What says that a number is a total.
TOTAL = re.compile(r"\b(?:in all|in total|altogether)\b", re.IGNORECASE)
# What a total may be told of whose parts are other people's nouns.
WHOLES = (
    "people",
    "persons",
    "victims",
    "passengers",
    "members",
    "dead",
    "deaths",
    "survivors",
    "others",
    "suspects",
    "hostages",
    "employees",
    "workers",
)


@cache
def _read_conversion() -> re.Pattern[str]:
    units = name_any(*(unit for table in TABLES for unit in read_claims()[table]))
    number = r"\d[\d,]*(?:\.\d+)?"
    return re.compile(
        rf"(?<![\d.,$€£–-])(?<!\d, )(?P<one>{number})(?: |-)?(?P<unit>{units})\b (?:away )?\("
        rf"(?:about |roughly |some |around |approximately |nearly )?(?P<other>{number})[ -]?(?P<other_unit>{units})\)"
    )


@cache
def _read_parts() -> tuple[re.Pattern[str], ...]:
    number = number_pattern()
    part = rf"{number} [a-z-]+(?: [a-z-]+)??"
    parts = rf"(?P<parts>{part}(?:, {part})*,? and {part})"
    whole = rf"(?P<whole>{number}) (?:other )?{name_any(*WHOLES)}"
    close = r"(?= ?(?:[—–;.)]| - |,? (?:were|was|have|had|died|are)\b))"
    # Words between, without another number in them and without what says that parts are left out.
    within = r"(?:(?!including|among)[^\d.;:()—–“”\"]){0,60}?"
    aside = r"(?P<aside>,? (?!and\b|or\b|but\b)[^.;:()—–“”\",]{1,60})"
    total = rf"(?:— |– )?(?:for )?(?:a total of )?(?P<whole>{number})(?: people)? (?P<total>in all|in total|altogether)\b"
    return (
        re.compile(rf"\b{whole}{within}: {parts}{close}", re.IGNORECASE),
        re.compile(
            rf"\b{whole}(?: ?[—–:(] ?| - |, made up of |, comprising |, consisting of |: )(?:including )?{parts}{close}", re.IGNORECASE
        ),
        re.compile(rf"\b{parts},? {total}", re.IGNORECASE),
        re.compile(rf"\b{parts}{aside},? {total}", re.IGNORECASE),
    )


def find_reckonings(reading: Reading, quotes: Sequence[QuoteMention]) -> tuple[Reckoning, ...]:
    """What does not add up in one article by its own numbers, in the order of the text; quotations are left to their speakers."""
    text = make_text(reading, quotes)
    return tuple(sorted({*_check_conversions(text), *_check_totals(text)}, key=lambda one: one.spans))


def _check_conversions(text: Text) -> Iterator[Reckoning]:
    """Measures given in two units that are not one: "100 miles (60 km)"."""
    for match in _read_conversion().finditer(text.content):
        table = next((t for t in TABLES if {match["unit"], match["other_unit"]} <= read_claims()[t].keys()), None)
        if table is None or not text.is_own(match.start(), match.end()):
            continue
        units, one, other = read_claims()[table], read_number(match["one"]), read_number(match["other"])
        if one and other and not _is_one(one * units[match["unit"]], other * units[match["other_unit"]]):
            reckoned = one * units[match["unit"]] / units[match["other_unit"]]
            span = text.reading.span(match.start(), match.end())
            why = f"{match['one']} {match['unit']} are {reckoned:.3g} {match['other_unit']}, not {match['other']}"
            yield Reckoning((span,), "distance" if table == "metres" else "measure", span.text, why)


def _is_one(one: float, other: float) -> bool:
    return max(one, other) <= ROUNDED * min(one, other)


def _check_totals(text: Text) -> Iterator[Reckoning]:
    """Totals whose parts, all told, come to another number: "five people: three men and three women"."""
    summed = TOTAL.search(text.content) is not None
    for pattern in _read_parts():
        if "total" in pattern.groupindex and not summed:
            continue
        people = "total" not in pattern.groupindex or "aside" in pattern.groupindex
        for match in pattern.finditer(text.content):
            whole, parts = read_number(match["whole"]), _read_numbers(match["parts"], people)
            if whole is None or parts is None or sum(parts) == whole or not _is_whole(text, match):
                continue
            span = text.reading.span(match.start(), match.end())
            told = " + ".join(f"{part:g}" for part in parts)
            yield Reckoning((span,), "sum", f"{whole:g}", f"{told} = {sum(parts):g}, not {whole:g}")


def _is_whole(text: Text, match: re.Match[str]) -> bool:
    """Whether the parts are all there are: none is hedged, none more is told before them or beside them, and one sentence tells them."""
    first, last = text.sentence(match.start(), match.end())
    before = text.content[first : match.start()]
    hedged = re.search(rf"{OPEN} $|(?<!group )(?<!total )(?<!party )\bof (?:the |those )?$|\d[-–]$", before, re.IGNORECASE)
    hedged = hedged or re.search(rf"\b{OPEN}\b", match["parts"], re.IGNORECASE)
    aside = match.groupdict().get("aside") or ""
    more = "total" in match.re.groupindex and before.endswith((", ", "and ")) and _counts(before)
    return not hedged and not more and not _counts(aside) and last >= match.end() and text.is_own(match.start(), match.end())


def _counts(words: str) -> bool:
    """Whether some words hold a number that is no year."""
    return any(not re.fullmatch(r"\d{4}", found) for found in re.findall(rf"\b{number_pattern()}\b", words, re.IGNORECASE))


def _read_numbers(words: str, people: bool) -> list[float] | None:
    """The numbers of the parts, where each is of people, or all are of one noun unless people alone are; else None ("two cars")."""
    found, nouns = [], set()
    for part in re.split(r",? and |, ", words):
        number, _, rest = part.partition(" ")
        noun = rest.split()[-1].casefold() if rest else ""
        forms = {noun, noun.removesuffix("s"), re.sub(r"men$", "man", noun), re.sub(r"ies$", "y", noun)}
        value = read_number(number)
        if value is None or not noun:
            return None
        found.append(value)
        nouns.add("people" if forms & read_words("extract", "person_nouns") or noun in ("children", "people") else noun)
    return found if nouns == {"people"} or (len(nouns) == 1 and not people) else None
