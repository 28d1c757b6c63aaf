"""Texts that no newsroom wrote: nothing raises, every span re-reads, work grows in line with the text."""

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings import extract_text, load_tools, make_report
from tests.steps import grows_in_line

from crosswire.annotate import annotate_article
from crosswire.annotate.pipelines import parse_text
from crosswire.extract import extract_sheet
from crosswire.model import Sheet, Span

ODD = {
    "empty": "",
    "spaces": "   \n \t ",
    "one word": "a" * 10_000,
    "only marks": "“”\"'‘„«»" * 20,
    "nested marks": "“He said ‘she said “no” to „me“ ’ today,” Ana Ruiz said.",
    "upper case": "THE MAYOR, ANA RUIZ, SAID: “WE GO HOME TODAY, ALL OF US.”",
    "other line breaks": "“We go home,”\r\nAna Ruiz said.\r\n\r\n“We stay here for long today.”\u2028“No.”\x85",
    "emoji": "😀 “We go 😀 home 👩‍👩‍👧 today,” said Ana Ruiz 😀.",
    "right to left": 'قالت آنا «نذهب اليوم إلى البيت كلنا» \u202bאמרה "הולכים הביתה"\u202c.',
    "control characters": "a\x00b “we go home\x07 today,” he said.",
    "combining marks": "“We go ho\u0301me\u0301 today,” said Ána Ruí\u200dz.",
    "pronouns": "“We go home today,” he said. He said he said he. " * 20,
    "unclosed": "“We go home today. " * 40,
}
WORDS = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "he",
    "she",
    "said",
    "told",
    "Ana Ruiz",
    "Mr Ruiz",
    "the ministry",
    "the mayor,",
    "who",
    ",",
    ".",
    "\n\n",
    "May 5",
]


def walk(sheet: Sheet) -> Iterator[Span]:
    for quote in sheet.quotes:
        yield from (span for span in (quote.span, quote.content, quote.speaker_words, quote.cue) if span is not None)
    for name in sheet.names:
        yield from name.mentions
    yield from (place.span for place in sheet.places)
    yield from (date.span for date in sheet.dates)
    yield from (told.evidence for told in (*sheet.proposals, *sheet.answers, *sheet.conditions, *sheet.meetings))


def check(text: str) -> None:
    sheet = extract_text(text)
    assert all(0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text for span in walk(sheet))
    assert all(quote.content.start <= quote.span.start and quote.span.end <= quote.content.end for quote in sheet.quotes)
    assert all(quote.continues is None or quote.continues < place for place, quote in enumerate(sheet.quotes))
    assert all(quote.speaker is None or quote.speaker < len(sheet.names) for quote in sheet.quotes)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_reread(text: str) -> None:
    check(text)


@settings(max_examples=60)
@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_rereads(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "piece", ['"', "he ", 'he said "I go". ', "“We go home.\n\n", "Ana Ruiz said “we go.” Ruiz left. ", "May 5, Tuesday, "]
)
def test_work_beside_the_parse_grows_in_line_with_the_text(piece: str) -> None:
    nlp, gazetteer = load_tools()

    def make(size: int) -> Callable[[], object]:
        article = make_report(piece * (size // len(piece)))
        parse = cache(nlp)
        parse_text(article.text, parse)  # the parse itself is not counted
        return lambda: extract_sheet(annotate_article(article, (), parse, gazetteer))

    assert grows_in_line(make, 2_000)
