"""Towns written with hyphens are one name, however a recogniser cuts them; other words with hyphens are not."""

import pytest
from tests.readings import read_text


@pytest.mark.parametrize("name", ["Mazar-i-Sharif", "Mazar-e-Sharif", "Port-au-Prince", "Stratford-upon-Avon"])
def test_a_town_with_hyphens_is_one_place(name: str) -> None:
    reading = read_text(f"Gunmen attacked a bank in {name} on Monday and killed two guards.")
    (place,) = reading.places
    assert place.span.text == name
    assert place.candidates[0].place.precision == "city"


def test_what_a_hyphen_only_ties_to_a_name_is_no_town() -> None:
    assert "Lisbon-based" not in [place.span.text for place in read_text("The Lisbon-based company lost a Porto-Lisbon flight.").places]
