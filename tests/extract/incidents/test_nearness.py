"""What was near a town is told apart from what was in it."""

import pytest
from tests.readings import extract_text

NEAR = ("near Lisbon", "outside Lisbon", "in a suburb of Lisbon", "in suburban Lisbon", "on the outskirts of Lisbon", "close to Lisbon")
IN = ("in Lisbon", "outside a club in Lisbon", "near a bank in Lisbon")


@pytest.mark.parametrize("where", NEAR)
def test_near_a_town(where: str) -> None:
    (told,) = extract_text(f"A fire {where} killed four people on Tuesday.").incidents
    assert told.place is not None and told.place.span.text == "Lisbon" and told.place.near


@pytest.mark.parametrize("where", IN)
def test_in_a_town(where: str) -> None:
    (told,) = extract_text(f"A fire {where} killed four people on Tuesday.").incidents
    assert told.place is not None and told.place.span.text == "Lisbon" and not told.place.near


def test_one_clause_that_is_in_the_town_is_enough() -> None:
    (told,) = extract_text("A blast near Graz killed two people on Monday. The blast in Graz broke windows.").incidents
    assert told.place is not None and not told.place.near
