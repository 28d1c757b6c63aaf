"""Who is said to have done it, who denies it, and what is said to have been hit."""

import pytest
from tests.readings import read_text

from crosswire.extract.stances import find_stances


def read(text: str) -> list[tuple[str, str, str]]:
    return [(stance.kind, stance.holder.text, stance.named.text) for stance in find_stances(read_text(text))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norland denied responsibility for the strike.", ("denies", "Norland", "Norland")),
        ("The army denied carrying out the attack.", ("denies", "army", "army")),
        ("The group denied it was behind the bombing.", ("denies", "group", "group")),
        ("The Red Front has claimed responsibility for the bombing.", ("claims", "Red Front", "Red Front")),
        ("The police blamed the attack on separatists.", ("blames", "police", "separatists")),
        ("The mayor accused the army of shelling a village.", ("blames", "mayor", "army")),
        (
            "The ministry said that it had struck a meeting of army commanders.",
            ("military target", "ministry", "meeting of army commanders"),
        ),
        ("Officials said that the missile hit a school.", ("civilian target", "Officials", "school")),
    ],
)
def test_claims(text: str, told: tuple[str, str, str]) -> None:
    assert read(f"A missile hit the town on Sunday. {text}") == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not deny responsibility for the strike.",
        "The minister denied a report about the budget.",
        "The mayor blamed the weather for the delay.",
        "Officials said that the missile could hit a school.",
        "The general said that troops never target civilians.",
        "The missile hit a school.",
        "She said that it had hit a police station.",
        "The ministry said that the missile had hit a village near a rebel stronghold.",
        "The governor said that shells hit a school and a barracks.",
        "He denied it.",
        "Twelve civilians were killed, the ministry said.",
    ],
)
def test_no_claims(text: str) -> None:
    assert read(f"A missile hit the town on Sunday. {text}") == []


def test_spans_are_words_of_the_article() -> None:
    text = "A missile hit the town on Sunday.\nNorland’s defence ministry said that it had struck an ammunition depot."
    (stance,) = find_stances(read_text(text))
    for span in (stance.span, stance.holder, stance.named):
        assert text[span.start : span.end] == span.text
    assert stance.span.text.startswith("Norland’s")
