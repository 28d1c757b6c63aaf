"""How old people are, as an article says beside their names."""

import re
from collections.abc import Iterator, Sequence

from crosswire.extract.claims.stretches import Text
from crosswire.model import FactMention, LocalName, Span

AFTER = re.compile(
    r"(?:, (?:aged? |who (?:is|was) )?|, an? | is (?=\d+ years old)| \(aged? )(?P<age>\d{1,3})"
    r"(?:(?=[,.;)](?!\d))(?!, \d)| ?(?=(?:of|from|who)\b)|-year-old\b| years old\b)"
)
# "a 26-year-old Ana Ruiz" tells of what she once was; "a 26-year-old nurse named Ana Ruiz" does not.
BEFORE = re.compile(
    r"(?P<any>\b[Aa]n? )?\b(?P<age>\d{1,3})[- ]year[- ]old (?P<words>(?:(?!(?:for|in|of|at|from|with|and|who|by|to)\b)[\w-]+ ){0,3})$"
)
OLDEST = 115
# The words before a name that may tell its age, in characters.
NEAR = 60


def find_ages(text: Text, names: Sequence[LocalName]) -> Iterator[FactMention]:
    """The ages right before or after the name of a person whom the article names in full, quotations included: who is quoted says so."""
    for position, name in enumerate(names):
        for mention in name.mentions if name.kind == "person" else ():
            if " " in name.name and (found := _find_beside(text, mention)) is not None:
                start, end, age = found
                if 0 < age <= OLDEST:
                    yield FactMention(text.reading.span(start, end), "age", (), position, float(age), "year", "exact")


def _find_beside(text: Text, mention: Span) -> tuple[int, int, int] | None:
    if after := AFTER.match(text.content, mention.end):
        return mention.start, after.end(), int(after["age"])
    first = max(0, mention.start - NEAR)
    before = BEFORE.search(text.content[first : mention.start])
    if before and (before["words"] or not before["any"]):
        return first + before.start(), mention.end, int(before["age"])
    return None
