"""Indirect speech: what is attributed without marks, by whom, and from which word to which."""

from functools import partial

import pytest
from tests.readings import extract_text
from tests.steps import grows_in_line

from crosswire.model import QuoteMention


def find_indirect(text: str) -> list[QuoteMention]:
    return [quote for quote in extract_text(text).quotes if quote.kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "span", "cue"),
    [
        ("Elena Marković said that the bridge was safe.", "that the bridge was safe", "said"),
        ("Elena Marković said the bridge was safe, adding that she had crossed it.", "the bridge was safe", "said"),
        ("Elena Marković asked whether the bridge was safe.", "whether the bridge was safe", "asked"),
        ("Elena Marković promised to rebuild the bridge.", "to rebuild the bridge", "promised"),
        ("Elena Marković urged the council to close the road.", "the council to close the road", "urged"),
        ("Elena Marković called on the council to close the road.", "the council to close the road", "called"),
        ("Elena Marković accused the company of theft.", "the company of theft", "accused"),
        ("Elena Marković called for an inquiry.", "an inquiry", "called"),
        ("Elena Marković voiced support for the strikers.", "the strikers", "voiced"),
        ("Elena Marković wrote in a letter that the bridge was safe.", "that the bridge was safe", "wrote"),
        ("Elena Marković is confident that the bridge is safe.", "that the bridge is safe", "confident"),
        ("Elena Marković’s claim that the bridge was safe angered many.", "that the bridge was safe", "claim"),
        ("According to Elena Marković, the bridge was safe.", "the bridge was safe", "According to"),
        ("The bridge was safe, Elena Marković said on Monday.", "The bridge was safe", "said"),
        ("But the bridge was safe, Elena Marković said.", "the bridge was safe", "said"),
        ("The bridge was safe, as Elena Marković put it.", None, None),
        ("The bridge was safe, as Elena Marković noted.", "The bridge was safe", "noted"),
    ],
)
def test_grammar_says_what_is_attributed(text: str, span: str | None, cue: str | None) -> None:
    found = [(quote.span.text, quote.cue.text if quote.cue else None) for quote in find_indirect(text)]
    assert found[:1] == ([(span, cue)] if span else [])


def test_content_is_the_reported_clause() -> None:
    (quote,) = find_indirect("Elena Marković told the Harbour Post on Monday that the bridge was safe.")
    assert (quote.content, quote.told_to) == (quote.span, "Harbour Post")
    assert quote.speaker_words is not None
    assert quote.speaker_words.text == "Elena Marković"
    assert "Elena Marković" in quote.why


def test_a_reporting_clause_in_the_middle_parts_one_report() -> None:
    first, second = find_indirect("The bridge, Elena Marković said, was safe.")
    assert (first.span.text, second.span.text) == ("The bridge", "was safe")
    assert (first.continues, second.continues) == (None, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Elena Marković did not say that the bridge was safe.",
        "If Elena Marković says that the bridge is safe, it will open.",
        "Elena Marković may announce that the road will be closed.",
        "The bridge is expected to open on Monday.",
        "“The bridge is safe,” Elena Marković said, without naming a day.",
        "“The bridge is safe,” Elena Marković said, smiling at the crew.",
    ],
)
def test_what_nobody_said_is_no_report(text: str) -> None:
    assert find_indirect(text) == []


def test_a_passive_names_no_speaker_where_nobody_is_told() -> None:
    (quote,) = find_indirect("Elena Marković was told that the bridge was safe.")
    assert (quote.speaker, quote.speaker_words) == (None, None)


def test_who_is_quoted_as_saying_speaks() -> None:
    sheet = extract_text("The Harbour Post quoted Elena Marković as saying that the bridge was safe.")
    assert [sheet.names[quote.speaker].name for quote in sheet.quotes if quote.speaker is not None] == ["Elena Marković"]


def test_marked_words_stand_for_the_report_they_are_in() -> None:
    (quote,) = extract_text("Elena Marković said the bridge was “as safe as ever” on Monday.").quotes
    assert (quote.kind, quote.span.text) == ("partial", "as safe as ever")
    assert quote.content.text.startswith("the bridge was “as safe as ever”")


def test_a_body_named_by_its_head_alone_is_not_another_body() -> None:
    text = "The health ministry closed the road. Elena Marković came. Her ministry said that the bridge was safe."
    assert [quote.speaker for quote in find_indirect(text)] == [None]


def test_reports_take_a_time_that_grows_with_the_text() -> None:
    said = "Elena Marković said that the bridge was safe and that the road, she added, was not."
    assert grows_in_line(lambda size: partial(extract_text, "\n\n".join([said] * size)), 20)
