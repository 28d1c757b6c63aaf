"""Posts embedded in an article."""

import pytest
from tests.readings import extract_text, read_text

from crosswire.extract.quotes.posts import find_posts

TEXT = """The mayor wrote on Monday.

The bridge is open again. Thank you all for waiting.
pic.twitter.com/a1b2c3d4e5
— Elena Marković (@elena_m) May 13, 2024

The bridge had been closed since March."""


def test_the_words_above_a_signature_are_the_signers() -> None:
    (post,) = find_posts(read_text(TEXT))
    assert TEXT[post.start : post.end] == "The bridge is open again. Thank you all for waiting."
    assert post.name == "Elena Marković"


def test_a_post_is_a_quotation() -> None:
    sheet = extract_text(TEXT)
    (quote,) = sheet.quotes
    assert (quote.kind, quote.said_in) == ("embedded post", "post")
    assert quote.speaker is not None
    assert sheet.names[quote.speaker].name == "Elena Marković"


def test_a_signature_without_words_above_is_no_post() -> None:
    assert find_posts(read_text("— Elena Marković (@elena_m) May 13, 2024\n\nThe bridge is open.")) == ()


@pytest.mark.parametrize(
    "signature",
    [
        "— Elena Marković (@elena_m) May 13, 2024",
        "― Elena Marković (@elena_m)\nMay 13, 2024",
        "-- Elena Marković (@elena_m) May 13, 2024",
        "Elena Marković (@elena_m) May 13, 2024",
        "A post shared by Elena Marković (@elena.m)",
    ],
)
def test_every_signature_that_is_marked_says_whose_the_words_are(signature: str) -> None:
    text = TEXT.replace("— Elena Marković (@elena_m) May 13, 2024", signature)
    (post,) = find_posts(read_text(text))
    assert (post.name, text[post.start : post.end]) == ("Elena Marković", "The bridge is open again. Thank you all for waiting.")
