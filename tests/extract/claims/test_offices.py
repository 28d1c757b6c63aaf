"""Titles beside names: which office, of what, and how the bearer stands to it."""

import pytest
from tests.readings import read_text

from crosswire.extract.claims import find_offices


def read(text: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    reading = read_text(text)
    return [(one.office, one.scope, reading.names[one.name].name, one.standing) for one in find_offices(reading, reading.names, ())]


@pytest.mark.parametrize(
    ("text", "office", "scope"),
    [
        ("Kenyan President Amina Oduya spoke.", "president", ("=KE",)),
        ("President Amina Oduya of Kenya spoke.", "president", ("=KE",)),
        ("Kenya's president, Amina Oduya, spoke on Monday.", "president", ("=KE",)),
        ("Amina Oduya, the president of Kenya, spoke on Monday.", "president", ("=KE",)),
        ("Lisbon Mayor Ana Falcato spoke.", "mayor", ("lisbon",)),
        ("Harkness Rail CEO Bridget Munro spoke.", "chief executive", ("harkness", "rail")),
        ("Italian football president Carla Galli spoke.", "football president", ("=IT",)),
    ],
)
def test_a_title_is_read_with_whose_it_is(text: str, office: str, scope: tuple[str, ...]) -> None:
    ((found, of, _, standing),) = read(text)
    assert (found, of, standing) == (office, scope, "held")


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Former Kenyan President Amina Oduya spoke.", "former"),
        ("Kenyan ex-President Amina Oduya spoke.", "former"),
        ("Acting Kenyan President Amina Oduya spoke.", "acting"),
        ("Kenyan President-elect Amina Oduya spoke.", "to come"),
        ("Kenyan “President” Amina Oduya spoke.", "doubted"),
        ("In 1998 Kenyan President Amina Oduya signed the treaty.", "past"),
    ],
)
def test_how_the_bearer_stands_to_the_office_is_told_apart(text: str, standing: str) -> None:
    assert {found[3] for found in read(text)} <= {standing}


def test_a_title_that_is_anybodys_is_nobodys() -> None:
    assert read("A governor, Ana Falcato, is no name for an office. Any president Ana Falcato likes may come.") == []
