"""Control characters never reach a reader's terminal or page."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.characters import show_controls, show_line

ANY_TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\x1b\x00\x07\x9b\u202e\u2066\r\n\t\ud800")))


@given(ANY_TEXT)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = show_controls(text)
    assert len(shown) == len(text)
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


@given(ANY_TEXT, st.integers(2, 50))
def test_a_line_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    line = show_line(text, limit)
    assert len(line) <= limit and "\n" not in line and "\t" not in line


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x1b[31mred", "␛[31mred"), ("a\u202eb", "a␦b"), ("a\r\nb\rc", "a \nb\nc"), ("\x9b", "␦"), ("\x7f", "␡"), ("é漢", "é漢")],
)
def test_controls_show_as_pictures(text: str, shown: str) -> None:
    assert show_controls(text) == shown
