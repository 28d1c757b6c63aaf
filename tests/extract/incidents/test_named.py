"""Who was killed or hurt by name, with the words for each."""

import pytest
from tests.readings import extract_text


def list_victims(text: str) -> list[list[tuple[str, str, str]]]:
    """The victims of each incident: the fullest form of the name, what was done, and the words."""
    sheet = extract_text(text)
    return [[(sheet.names[victim.name].name, victim.field, victim.span.text) for victim in told.victims] for told in sheet.incidents]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Ana Ruiz, 34, was shot dead in Porto on Monday.", [("Ana Ruiz", "killed", "Ana Ruiz")]),
        ("A nurse, Mina Okello, was wounded by a shell in Basra.", [("Mina Okello", "injured", "Mina Okello")]),
        ("Police in Graz investigate the murder of Clara Stein on Monday.", [("Clara Stein", "killed", "Clara Stein")]),
        ("Two men were killed by a bomb in Leeds. Mayor Ida Lund mourned.", []),
        ("A guard was killed in Leeds. “We are proud,” said Clara Stein, widow of a guard the gunman murdered.", []),
        ("A guard was killed in Leeds. A jury recommended that Luis Ferro be executed.", []),
        ("Ana Ruiz’s brother was killed by a bomb in Leeds.", []),
    ],
)
def test_who_is_named_among_the_harmed(text: str, victims: list[tuple[str, str, str]]) -> None:
    assert list_victims(text) == [victims]


def test_a_surname_stands_for_the_full_name_and_each_is_told_once() -> None:
    text = "Police named Omar Haddad. Haddad was killed by a bomb in Basra on Monday. The bomb that killed Haddad went off at noon."
    assert list_victims(text) == [[("Omar Haddad", "killed", "Haddad")]]


def test_tellings_of_one_person_s_death_are_one_incident_and_of_two_are_two() -> None:
    between = " ".join(f"The mayor spoke of bridge number {n}." for n in range(8))
    told = f"Omar Haddad was killed by a bomb in Basra on Monday. {between} Gunmen killed {{}} in a raid on his flat."
    assert len(list_victims(told.format("Omar Haddad"))) == 1
    assert len(list_victims(told.format("Karim Saleh"))) == 2
