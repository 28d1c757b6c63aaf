"""Block quotations: a paragraph without marks that the one before leads up to."""

import pytest
from tests.readings import extract_text

WORDS = "The bridge must stay closed until every bolt has been replaced."


def test_a_paragraph_behind_a_colon_is_quoted() -> None:
    sheet = extract_text(f"Elena Marković wrote in a letter to the council:\n\n{WORDS}\n\nThe council read it on Monday.")
    (quote,) = sheet.quotes
    assert (quote.span.text, quote.kind) == (WORDS, "direct")
    assert quote.speaker is not None
    assert sheet.names[quote.speaker].name == "Elena Marković"


@pytest.mark.parametrize("lead", ["Here is what is known so far:", "Elena Marković closed two roads:", "Elena Marković wrote a letter."])
def test_without_a_speech_verb_and_a_colon_nothing_is(lead: str) -> None:
    assert [quote for quote in extract_text(f"{lead}\n\n{WORDS}").quotes if quote.kind == "direct"] == []
