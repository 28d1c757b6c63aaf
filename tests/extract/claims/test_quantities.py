"""Sums, measures and numbers of things: what is read of them, and what is left to others."""

import pytest
from tests.readings import read_text

from crosswire.extract.claims import find_quantities
from crosswire.model import QuantityMention


def read(text: str) -> list[QuantityMention]:
    return list(find_quantities(read_text(text), ()))


@pytest.mark.parametrize(
    ("text", "field", "unit", "value", "head", "form"),
    [
        ("The 48-page report lists forty bills.", "measure", "page", 48, "report", "exact"),
        ("They stopped a 19-ton truck at the bridge.", "measure", "kilograms", 19_000, "truck", "exact"),
        ("The governor took $3.5 billion from the budget.", "sum", "$", 3.5e9, "", "exact"),
        ("He wore a $43,350 gold watch.", "sum", "$", 43_350, "watch", "exact"),
        ("The archive received more than 55,000 pages of letters.", "count", "page", 55_000, "page", "above"),
        ("The army sent about twenty-five trucks north.", "count", "truck", 25, "truck", "near"),
    ],
)
def test_a_number_is_read_with_what_it_is_of(text: str, field: str, unit: str, value: float, head: str, form: str) -> None:
    found = read(text)[0]
    assert (found.field, found.unit, found.value, found.head, found.form) == (field, unit, value, head, form)
    assert text[found.span.start : found.span.end] == found.span.text


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 12 people in the harbour.",
        "The harbour was empty in 2019.",
        "They won the match 65-53 on Monday.",
        "Prices rose by 12 percent in a week.",
        "The files name 128 other politicians.",
        "He is a 26-year-old carpenter.",
        "The race was won by the three-time champion.",
    ],
)
def test_harm_years_scores_shares_and_rests_are_left_out(text: str) -> None:
    assert read(text) == []


def test_the_words_around_say_of_what() -> None:
    (found,) = read("The decree lets the governor divert $3.6 billion from road construction projects to the dam.")
    assert {"road construction", "project", "divert"} <= {*found.close, *found.wide}
    assert found.subject == "governor" and "road" in found.of
