"""An article with its grammar: every offset is the article's own."""

import pytest
from tests.readings import load_tools, make_report, read_text

from crosswire.annotate import annotate_article
from crosswire.model import NotContent

TEXT = "Ana Ruiz left Lima on Monday.\nShare this on the network!\nShe came back to Lima on Tuesday."


def test_what_is_not_content_is_read_by_nobody() -> None:
    start = TEXT.index("Share")
    end = TEXT.index("\nShe")
    mark = NotContent("report", start, end, TEXT[start:end], "widget")
    reading = annotate_article(make_report(TEXT), [mark], *load_tools())
    assert len(reading.doc.text) == len(TEXT)
    assert "Share" not in reading.doc.text
    assert [TEXT[start:end] for start, end in reading.paragraphs] == ["Ana Ruiz left Lima on Monday.", "She came back to Lima on Tuesday."]


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), "😀 " + TEXT, "", "  \n"])
def test_every_span_rereads(text: str) -> None:
    reading = read_text(text)
    spans = [
        *(mention for name in reading.names for mention in name.mentions),
        *(p.span for p in reading.places),
        *(d.span for d in reading.dates),
    ]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert bool(spans) == bool(text.strip())


def test_dates_are_no_places() -> None:
    reading = read_text("The bridge fell in March. The parties met in Paris on Christmas Day.")
    assert [place.span.text for place in reading.places] == ["Paris"]
