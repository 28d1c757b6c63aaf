"""Texts in capitals: what becomes of their letters, and that no character moves."""

from hypothesis import given
from hypothesis import strategies as st
from tests.readings import read_text

from crosswire.annotate.capitals import lower_capitals
from crosswire.extract.incidents import find_incidents

WIRE = (
    "THREE PEOPLE WERE KILLED IN CUSCO ON MONDAY, THE U.S. EMBASSY SAID.  THE FRONT (ZPLF) DENIED THE ATTACK.\n\n"
    "   OFFICIALS SAID A BOMB WENT OFF NEAR THE MARKET AT NOON AND WOUNDED NINE."
)


def test_a_text_in_capitals_keeps_those_of_beginnings_names_and_initials() -> None:
    lowered = lower_capitals(WIRE)
    assert lowered.startswith("Three people were killed in Cusco on Monday, the U.S. Embassy said.  The front (ZPLF) denied the attack.")
    assert "Officials said a bomb went off near the market at noon" in lowered


def test_other_texts_stay_as_they_are() -> None:
    assert lower_capitals(f"A dam broke. {WIRE[:40]} {'and so on ' * 20}") == f"A dam broke. {WIRE[:40]} {'and so on ' * 20}"
    assert lower_capitals("CUSCO, Land (UP) - A dam broke.") == "CUSCO, Land (UP) - A dam broke."


def test_lines_in_capitals_are_headlines_and_letterheads() -> None:
    text = "THREE KILLED IN CUSCO MARKET\n\nVALE COUNTY SHERIFF'S OFFICE\n\nCUSCO (UP) - A dam broke."
    assert lower_capitals(text) == "Three killed in Cusco market\n\nVale County Sheriff's office\n\nCUSCO (UP) - A dam broke."


@given(st.text(alphabet=st.characters(categories=("Lu", "Po", "Zs")), min_size=100))
def test_no_character_moves(text: str) -> None:
    assert len(lower_capitals(text)) == len(text)


def test_an_incident_told_in_capitals_is_read_and_its_words_are_the_articles() -> None:
    (incident,) = find_incidents(read_text(WIRE))
    assert incident.place is not None and incident.place.span.text == "CUSCO"
    assert incident.killed is not None and (incident.killed.low, incident.killed.span.text) == (3, "THREE PEOPLE")
