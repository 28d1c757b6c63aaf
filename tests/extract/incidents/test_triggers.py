"""Which words name an event: kinds of the code list, and the other senses of their words."""

import pytest
from tests.readings import read_text

from crosswire.extract.incidents import find_incidents
from crosswire.model import FALLBACK


def find_kinds(text: str) -> list[str]:
    return [incident.kind for incident in find_incidents(read_text(text))]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Shots were fired at a house in Tulsa on Monday.", ["shooting"]),
        ("A train derailed near Pune on Monday.", ["transport accident"]),
        ("Police arrested 36 demonstrators in Tbilisi on Monday.", ["arrest"]),
        ("Gunmen kidnapped 28 pupils in Zaria on Monday.", ["abduction"]),
        ("The army recaptured the town of Zawiya on Monday.", ["capture"]),
        ("The rebels accused the army of violating the ceasefire in Taiz on Monday.", ["violation"]),
        ("A suspected robbery in Denver ended with gunfire on Monday.", ["shooting"]),
        ("A convoy came under fire near Gao on Monday.", ["shooting"]),
        ("Airstrikes near Aden on Monday damaged a market.", ["strike"]),
    ],
)
def test_an_event_that_harmed_nobody_is_told_where_the_article_is_about_it(text: str, kinds: list[str]) -> None:
    assert find_kinds(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Shares in the shipping firm crashed in London on Monday.",
        "Talks between the two firms collapsed in Porto on Monday.",
        "The cease-fire collapsed in Porto on Monday.",
        "The collapse of the agreement was felt in Porto on Monday.",
        "A strike by train drivers stopped traffic in Lyon on Monday.",
        "Teachers in Porto began a two-day strike on Monday.",
        "The moment was captured by a camera outside a bar in Tulsa on Monday.",
        "The visitors were hit by 12 injuries this year.",
    ],
)
def test_other_senses_tell_none(text: str) -> None:
    assert find_kinds(text) == []


def test_an_arrest_over_another_event_is_none_of_its_own() -> None:
    assert find_kinds("A man was shot dead in Tulsa on Monday. Police arrested a 40-year-old man in Denver on Wednesday.") == ["shooting"]


def test_what_hit_somebody_need_not_have_been_a_weapon() -> None:
    assert find_kinds("A falling shutter hit two women in Porto on Monday.") == [FALLBACK]
    assert find_kinds("A missile hit two soldiers in Sirte on Monday.") == ["strike"]


def test_reproach_is_no_fire() -> None:
    assert find_kinds("The mayor of Goma came under fire on Monday for doing nothing. A crash killed two people in Bukavu.") == [
        "transport accident"
    ]
