"""Who and what an article names, each under its fullest form."""

import pytest
from tests.readings import read_text

from crosswire.model import LocalName

TWO_BROTHERS = (
    "Carlos Ibarra, a baker, opened the shop on Monday. Ibarra said it would sell bread. "
    + "The street was full of people who had come from the villages to look at it. " * 3
    + "His brother Miguel Ibarra, a teacher, came too. Ibarra said he was proud."
)


def find(text: str, kind: str = "person") -> dict[str, LocalName]:
    return {name.name: name for name in read_text(text).names if name.kind == kind}


def mentions(name: LocalName) -> list[str]:
    return [mention.text for mention in name.mentions]


def test_a_surname_belongs_to_the_full_name() -> None:
    names = find("Elena Marković opened the bridge on Monday. Marković said it was late. Reporters asked Mrs Marković why.")
    assert list(names) == ["Elena Marković"]
    assert mentions(names["Elena Marković"]) == ["Elena Marković", "Marković", "Marković"]


def test_a_surname_may_come_before_the_full_name_and_without_accents() -> None:
    names = find("Markovic will resign, the radio said on Monday. Elena Marković has led the port authority since 2019.")
    assert mentions(names["Elena Marković"]) == ["Markovic", "Elena Marković"]


def test_initials_and_middle_names_do_not_part_a_person() -> None:
    names = find("James P. Holloway came on Monday. James Holloway spoke first, and Holloway left early.")
    assert list(names) == ["James P. Holloway"]
    assert names["James P. Holloway"].forms == ("Holloway", "James Holloway", "James P. Holloway")


def test_two_people_of_one_surname_stay_two() -> None:
    names = find(TWO_BROTHERS)
    assert mentions(names["Carlos Ibarra"]) == ["Carlos Ibarra", "Ibarra"]
    assert mentions(names["Miguel Ibarra"]) == ["Miguel Ibarra", "Ibarra"]


def test_husband_and_wife_stay_two() -> None:
    assert set(find("Peter Lindqvist and Anna Lindqvist opened the shop in Oslo on Monday.")) == {"Peter Lindqvist", "Anna Lindqvist"}


def test_titles_are_roles_and_no_part_of_the_name() -> None:
    names = find("Prime Minister Elena Marković met Sen. James Holloway and Anna Lindqvist, the port’s spokeswoman, on Monday.")
    assert {name: person.roles for name, person in names.items()} == {
        "Elena Marković": ("Prime Minister",),
        "James Holloway": ("Sen.",),
        "Anna Lindqvist": ("port’s spokeswoman",),
    }


def test_headings_in_title_case_name_nobody_of_their_own() -> None:
    text = "Bakers Union Head Ruiz Slams Harbour Plan\n\nThe head of the union, Carmen Ruiz, spoke on Monday. Ruiz said the plan was late."
    people = find(text)
    assert list(people) == ["Carmen Ruiz"]


def test_possessive_endings_are_left_out() -> None:
    assert mentions(find("Elena Marković’s plan failed. Marković's house was sold.")["Elena Marković"]) == ["Elena Marković", "Marković"]


def test_towns_are_no_people() -> None:
    text = "Roofs fell in Cusco and near Bergen on Monday, the regional governor said. Cusco was dark for hours."
    assert find(text) == {}
    assert "Cusco" in find(text, "place")


@pytest.mark.parametrize("text", ["", "   ", "“”", "the the the", "12 34"])
def test_texts_without_names_have_none(text: str) -> None:
    assert read_text(text).names == ()


def test_a_site_named_after_somebody_is_no_person() -> None:
    sheet = read_text("They gathered at the Saint Martin Olsen Monastery on Monday. Dana Hill spoke, and Hill left.")
    assert [name.name for name in sheet.names if name.kind == "person"] == ["Dana Hill"]


@pytest.mark.parametrize("name", ["Victor van der Chaan", "Ludwig von Berg", "Rosa de la Cruz"])
def test_particles_belong_to_the_name(name: str) -> None:
    assert name in find(f"Quayside chairman {name} said the offer stays. He left.")
