"""Facts stated in passing: lengths, ages, distances, sums, ordinals, and what does not add up."""

import pytest
from tests.readings import read_text

from crosswire.extract.claims import find_facts, find_reckonings


def read(text: str) -> list[tuple[str, float | None, str]]:
    reading = read_text(text)
    return [(fact.field, fact.value, fact.form) for fact in find_facts(reading, reading.names, ())]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("It may end the two-year war in the hills.", ("duration", 2, "exact")),
        ("The war, now in its third year, goes on.", ("duration", 3, "ordinal")),
        ("After more than two years of war the hills are empty.", ("duration", 2, "above")),
        ("Daniel Hartog, 34, was charged on Monday.", ("age", 34, "exact")),
        ("Police charged 34-year-old Daniel Hartog on Monday.", ("age", 34, "exact")),
        ("They asked for a $5 million ransom.", ("sum", 5e6, "exact")),
        ("It was the third attack on the port this month.", ("ordinal", 3, "exact")),
        ("It broke in Torvik, about 40 km north of Bergen, at dawn.", ("distance", 40_000, "near")),
    ],
)
def test_a_fact_is_read_with_its_number(text: str, fact: tuple[str, float, str]) -> None:
    assert read(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Experts fear a ten-year war in the hills.",
        "A two-year war is long.",
        "The final was won by a 26-year-old Daniel Hartog.",
        "They could ask for a $5 million ransom.",
    ],
)
def test_what_is_not_stated_of_one_thing_is_left(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("They found five people: two men and four women.", "2 + 4 = 6, not 5"),
        ("They took three men and two women, six in all.", "3 + 2 = 5, not 6"),
        ("It lies 100 miles (60 km) from the coast.", "100 miles are 161 km, not 60"),
    ],
)
def test_what_does_not_add_up_is_told_with_the_sum(text: str, why: str) -> None:
    assert [one.why for one in find_reckonings(read_text(text), ())] == [why]


@pytest.mark.parametrize(
    "text",
    [
        "They found six people: two men and four women.",
        "They found at least five people: two men and four women.",
        "They found five vehicles: two cars and four trucks.",
        "It lies 100 miles (160 km) from the coast.",
    ],
)
def test_what_adds_up_or_need_not_is_left(text: str) -> None:
    assert find_reckonings(read_text(text), ()) == ()
