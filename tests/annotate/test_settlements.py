"""Villages that no gazetteer lists are places where the words around them say so, and people stay people."""

import pytest
from tests.readings import read_text


def list_places(text: str) -> list[str]:
    return [place.span.text for place in read_text(text).places]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed a church in the town of Vossenbala, in Kano state, on Monday.",
        "Four people were wounded in Vossenbala, a town in Kano state, on Monday.",
    ],
)
def test_a_village_put_into_a_known_place_is_a_place(text: str) -> None:
    assert "Vossenbala" in list_places(text)


def test_a_person_in_a_place_is_no_place() -> None:
    places = list_places("Voters have lost their confidence in Ana Ruiz, in Lisbon and elsewhere. Ana Ruiz said so herself.")
    assert "Ana Ruiz" not in places
    assert "Lisbon" in places


def test_a_fast_is_no_town() -> None:
    assert "Ramadan" not in list_places("A market in Ramadan is full of people, a trader in Mosul said.")


def test_who_leads_a_town_is_no_town() -> None:
    places = list_places(
        "Four people died, said Tavo Brink, a village elder. Fighters came from Vossenbala, a small village further north."
    )
    assert "Tavo Brink" not in places
    assert "Vossenbala" in places
