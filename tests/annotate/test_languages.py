"""The language of a text."""

import pytest

from crosswire.annotate import find_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour master said on Monday that the bridge would be closed for a week.", "en"),
        ("Der Hafenmeister sagte am Montag, dass die Brücke eine Woche lang gesperrt bleibt.", "de"),
        ("Капітан порту сказав у понеділок, що міст буде закрито на тиждень.", "uk"),
        ("Ferry sinks", None),
        ("12 34 56 " * 100, None),
        ("", None),
    ],
)
def test_language_is_told_where_there_are_letters_enough(text: str, language: str | None) -> None:
    assert find_language(text) == language
