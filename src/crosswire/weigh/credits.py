"""Where an article credits a news agency, and which of its words rest on it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from crosswire.model import Quote, Sheet, Span
from crosswire.weigh.agencies import find_agency, list_forms

# A credit in the first lines or the last ones covers the whole article.
HEAD, TAIL = 300, 300


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    forms = "|".join(re.escape(form) for form in list_forms())
    whole = rf"\((?P<agency>{forms})\)\s*[-–—]|^(?:By |Source: ?)?(?P<line>{forms})\s*$|\((?P<end>{forms})\)\s*$"
    inline = rf"\b(?:told|according to|reported by|quoted by) (?:the )?(?P<told>{forms})\b|\b(?P<says>{forms})(?: news agency)? (?:reported|reports|said|quoted)\b"
    return re.compile(whole, re.MULTILINE), re.compile(inline)


def find_credits(sheet: Sheet, quotes: Sequence[Quote]) -> Iterator[tuple[str, Span]]:
    """Each agency an article rests on, with the words that do: a quotation told to it, the sentence that credits it, or the whole article."""
    article = sheet.article
    for quote in quotes:
        agency = find_agency(quote.told_to)
        if agency:
            yield agency, quote.content
    whole, inline = _patterns()
    for match in whole.finditer(article.text):
        if match.start() < HEAD or match.end() > len(article.text) - TAIL:
            named = next(form for form in match.groupdict().values() if form)
            yield find_agency(named) or named, article.span(0, len(article.text))
    for match in inline.finditer(article.text):
        named = next(form for form in match.groupdict().values() if form)
        yield find_agency(named) or named, article.span(*_find_sentence(article.text, match.start(), match.end()))
    agency = find_agency(article.byline)
    if agency and article.text:
        yield agency, article.span(0, len(article.text))


def _find_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around some words, told by full stops and line breaks."""
    before = max(text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n", "! ", "? ", ".” ", ".\" "))
    ends = [place for mark in (". ", ".\n", "\n", "! ", "? ") if (place := text.find(mark, end)) >= 0]
    return before, min(ends) + 1 if ends and text[min(ends)] != "\n" else (min(ends) if ends else len(text))
