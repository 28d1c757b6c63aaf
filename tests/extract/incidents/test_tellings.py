"""Which clauses of an article tell one incident."""

from tests.readings import read_text

from crosswire.extract.incidents import find_incidents
from crosswire.model import Figure


def find(text: str) -> list[tuple[tuple[int | None, int | None] | None, str | None]]:
    """Killed and place of each incident told."""
    return [(_bounds(one.killed), one.place.span.text if one.place else None) for one in find_incidents(read_text(text))]


def _bounds(figure: Figure | None) -> tuple[int | None, int | None] | None:
    return None if figure is None else (figure.low, figure.high)


def test_people_who_come_to_those_told_part_no_incident() -> None:
    text = "A strike killed at least 20 fighters near Mosul on Monday. One civilian was also killed in the strike."
    assert find(text) == [((20, None), "Mosul")]


def test_others_in_another_town_are_of_another_incident() -> None:
    text = "A bomb killed nine people in Basra on Monday. Another five people were killed in Mosul when a bomb went off."
    assert find(text) == [((9, 9), "Basra"), ((5, 5), "Mosul")]


def test_a_clause_without_a_figure_says_where_what_was_told_right_before_took_place() -> None:
    text = "Strikes on a village in northern Peru killed twelve people on Tuesday. A first round of raids hit a market in Trujillo."
    assert find(text) == [((12, 12), "Trujillo")]


def test_meanwhile_turns_to_something_else() -> None:
    text = "Strikes on a village in northern Peru killed twelve people on Tuesday. Meanwhile army raids hit a market in Trujillo."
    assert find(text) == [((12, 12), "Peru"), (None, "Trujillo")]


def test_what_is_told_elsewhere_takes_no_place_from_what_was_told_before() -> None:
    text = "Shelling killed four people in Goma on Monday. Elsewhere two others were killed when a mine went off."
    assert find(text) == [((4, 4), "Goma"), ((2, 2), None)]


def test_another_day_and_figure_far_below_are_of_another_incident() -> None:
    between = "The dead were taken to a mosque. Shops were closed. Streets were empty."
    text = f"Shelling of Mosul killed four people, a doctor said. {between} On Wednesday bombers killed at least two people in Mosul."
    assert find(text) == [((4, 4), "Mosul"), ((2, None), "Mosul")]


def test_the_same_figure_with_a_day_far_below_is_of_the_same_incident() -> None:
    between = "The dead were taken to a mosque. Shops were closed. Streets were empty."
    text = f"Shelling of Mosul killed four people, a doctor said. {between} On Wednesday shells killed four people in Mosul, he said."
    assert find(text) == [((4, 4), "Mosul")]
