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


def test_one_large_figure_at_what_may_be_one_place_is_of_one_incident() -> None:
    text = "An explosion in Porto killed 40 people.\n\nAt least 40 people were killed when a depot blew up in Velha Cerca."
    assert find(text) == [((40, None), "Porto")]


def test_one_small_figure_may_be_of_two_incidents() -> None:
    text = "An explosion in Porto killed four people.\n\nAt least four people were killed when a depot blew up in Velha Cerca."
    assert len(find(text)) == 2


def test_one_figure_in_two_divisions_is_of_two_incidents() -> None:
    text = "A fire killed nine people in Porto on Monday. It began in a kitchen.\n\nNine people were killed in a fire in Lyon on Monday."
    assert find(text) == [((9, 9), "Porto"), ((9, 9), "Lyon")]


def test_the_town_taken_up_is_that_of_the_only_event_it_can_be() -> None:
    between = "The mayor spoke. Schools were shut. Buses did not run. Hospitals asked for blood."
    text = f"Nearly 50 air strikes hit Mosul on Sunday. {between} At least 32 people were killed in the city during the strikes."
    assert find(text) == [((32, None), "Mosul")]


def test_a_headlines_town_stands_for_its_division() -> None:
    text = "Bus crash in northern Cusco kills nine\n\nNine people died on Monday when a bus fell into a ravine near Quillabamba."
    assert find(text) == [((9, 9), "Quillabamba")]


def test_an_event_of_another_day_does_not_go_on_with_the_one_before() -> None:
    text = "A tram crash in Porto killed seven people on Wednesday. Users wrote that an incident had occurred on the line on 2 May."
    (crash,) = find_incidents(read_text(text))
    assert crash.date is not None
    assert crash.date.span.text == "Wednesday"
