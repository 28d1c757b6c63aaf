"""Datelines: the words ahead of a report's first sentence that say where it was sent from, when, and by which agency."""

import calendar
import re
from dataclasses import dataclass

# At most so many characters lead up to the sentence.
LONGEST = 120
MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in calendar.month_name if name) + "|Sept)"
# A day in letters or digits, its year or none.
DAY = rf"(?:{MONTH}\.? \d{{1,2}}(?:[,.]? \d{{4}})?|\d{{1,2}} {MONTH}\.?,?(?: \d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}})"
WEEKDAY = "|".join(calendar.day_name)
WORD = r"[A-Z][\w.'’/-]*"
NAME = rf"{WORD}(?: (?:(?:of|the|de|du|el|al)\b )*(?!{MONTH}\b){WORD}){{0,4}}"
AGENCY = r"\([A-Z][\w.'’/& -]{1,30}\)"
# A hyphen that ties two words is none.
DASH = r"(?: (?:--|—|–|-) ?|--|—|–|- )"
# What begins behind a dateline: a sentence, or a quotation.
BEGINS = r"(?=[\w“\"‘'])"
# "LISBON, Portugal (Agency) — ", "VALE, Land, May 3 (Agency) — ", "Vale (Agency) – ", "Vale, 3-5-2024 (Agency)- ",
# "VALE, May 3 (Agency): ".
SENT_FROM = re.compile(
    rf"(?:(?P<capitals>(?!{MONTH}\b)[A-Z][A-Z.'’/ -]+[A-Z.])|(?P<place>(?!{MONTH}\b){NAME}))(?:, {NAME}){{0,2}}"
    rf"(?:,? (?P<day>{DAY}))?,?(?: (?P<agency>{AGENCY}))?(?:{DASH}|(?<=\)): ){BEGINS}"
)
# "VALE (ST), May 3 (Agency) ", without a dash.
SENT_BY = re.compile(
    rf"(?:(?P<capitals>(?!{MONTH}\b)[A-Z][A-Z.'’/ -]+[A-Z.])|(?P<place>(?!{MONTH}\b){NAME}))(?: \([A-Z][\w. ]{{1,20}}\))?"
    rf"(?:, {NAME}){{0,2}},? (?P<day>{DAY}) (?P<agency>{AGENCY}) {BEGINS}"
)
# "Vale — Friday, 3 May 2024. "
DATED_LAST = re.compile(rf"(?P<place>(?!{MONTH}\b){NAME}){DASH}(?:(?:{WEEKDAY}),? )?(?P<day>{DAY})[.:]?\s{BEGINS}")
# "May 3, 2024 (VALE) – ".
DATED_FIRST = re.compile(rf"(?P<day>{DAY}) \((?P<place>[A-Z][A-Z.'’/ -]*[A-Z.])\){DASH}{BEGINS}")
FORMS = (DATED_FIRST, DATED_LAST, SENT_FROM, SENT_BY)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline ends; where the day in it, and a place in capitals, begin and end (None where it names none)."""

    end: int
    day: tuple[int, int] | None
    place: tuple[int, int] | None


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a paragraph from `start` to `end` opens with; a place in small letters wants a day or an agency beside it."""
    stop = min(end, start + LONGEST)
    found = next((found for form in FORMS if (found := form.match(text, start, stop)) is not None), None)
    if found is None:
        return None
    told = found.groupdict()
    place = next((found.span(key) for key in ("capitals", "place") if told.get(key) and told[key].isupper() and "/" not in told[key]), None)
    if not (told["day"] or place or told.get("agency")):
        return None
    return Dateline(found.end(), found.span("day") if told["day"] else None, place)
