"""Numbers of people: digits, words, bounds and ranges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readings import load_tools

from crosswire.extract.incidents.numbers import parse_number, read_count


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("1,200", 1200),
        ("twelve", 12),
        ("twenty-one", 21),
        ("two hundred and five", 205),
        ("three thousand", 3000),
        ("dozen", 12),
        ("two dozen", 24),
        ("several", None),
        ("and", None),
        ("99999999999", None),
    ],
)
def test_a_number_in_digits_or_words(words: str, value: int | None) -> None:
    assert parse_number(words.split()) == value


@given(st.integers(min_value=0, max_value=9_999_999))
def test_digits_read_as_themselves_with_and_without_commas(value: int) -> None:
    assert parse_number([str(value)]) == parse_number([f"{value:,}"]) == value


@given(st.lists(st.text(max_size=12), max_size=5))
def test_any_words_give_a_number_or_none(words: list[str]) -> None:
    value = parse_number(words)
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("15 people were hurt", 15, 15),
        ("at least 15 people were hurt", 15, None),
        ("more than 100 people were hurt", 101, None),
        ("over 100 people were hurt", 101, None),
        ("up to 20 people were hurt", None, 20),
        ("nearly 20 people were hurt", None, 20),
        ("almost a dozen people were hurt", None, 12),
        ("fewer than 20 people were hurt", None, 19),
        ("between 10 and 15 people were hurt", 10, 15),
        ("10 to 15 people were hurt", 10, 15),
        ("Twenty-one people were hurt", 21, 21),
        ("20 or more people were hurt", 20, None),
    ],
)
def test_bounds_and_ranges(phrase: str, low: int | None, high: int | None) -> None:
    doc = load_tools()[0](phrase)
    number = next(token for token in doc if parse_number([token.text]) is not None)
    count = read_count(number)
    assert count is not None
    assert (count.low, count.high) == (low, high)


def test_a_number_ends_with_its_sentence() -> None:
    doc = load_tools()[0]("Floods hit the delta Agency Sunday 12 May 2024 Eleven people died on Saturday.")
    count = read_count(next(token for token in doc if token.text == "Eleven"))
    assert count is not None
    assert (count.low, count.high) == (11, 11)
