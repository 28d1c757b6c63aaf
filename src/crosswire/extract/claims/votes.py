"""How a vote went, as an article states it: "by a vote of 228 to 191", "voted 52-48", "in a 5-4 ruling"."""

import re
from collections.abc import Iterator
from functools import cache

from crosswire.extract.claims.frames import frame
from crosswire.extract.claims.stretches import Text, name_any, read_claims
from crosswire.model import QuantityMention


@cache
def _read_vote() -> tuple[re.Pattern[str], ...]:
    """Patterns for two numbers with a word for voting before or behind them."""
    words = read_claims()["votes"]
    pair = r"(?P<yes>\d{1,3})(?:-|–| to | versus )(?P<no>\d{1,3})(?![\d-]|\.\d|%)"
    before = rf"\b(?:{name_any(*words['verbs'])}(?: [\w’'-]+){{0,6}}?,? |vote(?: [\w’'-]+){{0,4}}? )(?:by |of |a vote of ){{0,2}}"
    return (re.compile(rf"{before}{pair}"), re.compile(rf"\b(?:a|an|the|its|their|by) {pair}[ -]{name_any(*words['nouns'])}\b"))


def find_votes(text: Text) -> Iterator[QuantityMention]:
    """Every vote with both its numbers, in the article's own words."""
    seen = set()
    for match in (match for pattern in _read_vote() for match in pattern.finditer(text.content)):
        start, end = match.start("yes"), match.end("no")
        if start in seen or not text.is_stated(start, end):
            continue
        seen.add(start)
        first, last = text.reading.token_at(start), text.reading.token_at(end - 1)
        told = frame(first, None, range(first.i, last.i + 1))
        yield QuantityMention(
            span=text.reading.span(start, end),
            field="vote",
            unit="vote",
            value=float(match["yes"]),
            form="exact",
            written=f"{match['yes']}-{match['no']}",
            head="",
            definite=False,
            close=tuple(sorted(told.close)),
            wide=tuple(sorted(told.wide)),
            subject=told.subject,
            of=(),
            years=(),
        )
