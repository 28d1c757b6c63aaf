"""Places that an article names, and the countries it speaks of."""

from collections.abc import Iterable, Mapping

import pytest
from tests.readings import load_tools, make_report, read_text

from crosswire.annotate.countries import count_countries, find_countries
from crosswire.annotate.places import find_places
from crosswire.model import Candidate, Place


class Atlas:
    """A gazetteer of a few towns, each with how many live there."""

    def __init__(self, towns: Mapping[str, int]) -> None:
        self.towns = towns

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        place = Place(name, "NO", 1, 60.0, 10.0, "city")
        return (Candidate(place, self.towns[name]),) if name in self.towns else ()

    def look_up_alike(self, name: str, countries: Iterable[str]) -> tuple[Candidate, ...]:
        alike = {"Arekipa": "Arequipa"}.get(name, "")
        return self.look_up(alike) if "NO" in countries else ()

    def look_up_people(self, word: str) -> tuple[Candidate, ...]:
        code = {"Norwegian": "NO", "Peruvian": "PE"}.get(word)
        return (Candidate(Place(code, code, 2, 62.0, 10.0, "country"), 5_000_000),) if code else ()

    def country_of(self, word: str) -> str | None:
        return {"Norway": "NO", "Norwegian": "NO", "Peru": "PE", "Peruvian": "PE"}.get(word)


def find(text: str, *countries: str, **towns: int) -> dict[str, int]:
    doc = load_tools()[0](text)
    return {place.span.text: len(place.candidates) for place in find_places(make_report(text), doc, Atlas(towns), countries)}


def test_places_of_the_recogniser_are_kept_even_when_unknown() -> None:
    assert find("Roofs fell in Cusco and Arequipa on Monday.", Cusco=400_000) == {"Cusco": 1, "Arequipa": 0}


def test_the_gazetteer_overrules_the_recogniser_where_grammar_says_place() -> None:
    text = "Three people died in Marlow Vale on Monday, and a house in Marlow Vale burnt."
    assert set(find(text, **{"Marlow Vale": 20_000})) == {"Marlow Vale"}


def test_the_full_name_of_a_person_is_no_place() -> None:
    text = "Jonas Bergen spoke on Monday. Bergen said the road was bad."
    assert find(text, Bergen=290_000) == {}


def test_near_somebody_is_near_no_town_of_that_name() -> None:
    places = [place.span.text for place in read_text("Dana Horton was shot in Leeds. A man who stood near Horton ran away.").places]
    assert places == ["Leeds"]


@pytest.mark.parametrize("text", ["The Norwegian minister left.", "Peruvian police said nothing."])
def test_adjectives_of_nations_are_no_places(text: str) -> None:
    assert find(text) == {}


def test_countries_are_counted_with_the_words_for_their_people() -> None:
    doc = load_tools()[0]("Norway and Peru signed. The Norwegian minister and the Peruvian one came. Norway paid.")
    assert count_countries(find_countries(doc, Atlas({}))) == (("NO", 3), ("PE", 2))


def test_a_body_called_after_a_people_counts_for_its_country_and_a_seat_does_not() -> None:
    doc = load_tools()[0]("The Peruvian Red Cross sent help, the Norway-based Reefwatch Institute said.")
    assert count_countries(find_countries(doc, load_tools()[1])) == (("PE", 1),)


def test_a_town_named_once_is_found_wherever_it_is_named_again() -> None:
    text = "Three people died in Cusco on Monday. Cusco Mayor Ana Ruiz spoke. Residents of Cusco wept."
    doc = load_tools()[0](text)
    found = find_places(make_report(text), doc, Atlas({"Cusco": 400_000}), ())
    assert [place.span.start for place in found] == [21, 38, 79]


def test_a_name_known_but_for_its_last_word_is_cut_to_what_is_known() -> None:
    assert find("They met in Cusco Massacre on Monday.", Cusco=400_000) == {"Cusco": 1}


def test_after_the_city_of_only_towns_are_meant() -> None:
    text = "A plane crashed near the city of Liberia on Monday."
    (found,) = find_places(make_report(text), load_tools()[0](text), load_tools()[1], ())
    assert {candidate.place.precision for candidate in found.candidates} == {"city"}


@pytest.mark.parametrize(("lead", "found"), [("", 0), ("Spain mourns. ", 1)])
def test_a_foreign_name_makes_a_place_only_in_its_country(lead: str, found: int) -> None:
    text = f"{lead}Three people died in Saragossa on Monday."
    doc = load_tools()[0](text)
    doc.set_ents([entity for entity in doc.ents if entity.text != "Saragossa"])
    places = [
        place.span.text
        for place in find_places(
            make_report(text), doc, load_tools()[1], [c for c, _ in count_countries(find_countries(doc, load_tools()[1]))]
        )
    ]
    assert places.count("Saragossa") == found


def test_an_unknown_name_is_looked_up_by_its_sound_in_the_two_countries_named_most() -> None:
    text = "Three people died in Arekipa on Monday."
    assert find(text, "NO", Arequipa=400_000) == {"Arekipa": 1}
    assert find(text, "PE", "NO", Arequipa=400_000) == {"Arekipa": 1}
    assert find(text, "PE", "BO", "NO", Arequipa=400_000).get("Arekipa", 0) == 0


def test_a_possessive_without_its_apostrophe_leads_to_what_it_owns() -> None:
    found = find("A bomb went off in Perus Cusco on Monday.", Cusco=400_000, Peru=30_000_000)
    assert found.get("Cusco") == 1
    assert "Perus Cusco" not in found


def test_the_next_owner_behind_a_name_is_no_part_of_it() -> None:
    text = "A bomb went off near Cusco Perus state agency said."
    doc = load_tools()[0](text)
    start = text.index("Cusco")
    doc.set_ents([doc.char_span(start, text.index(" state"), "GPE")])
    found = find_places(make_report(text), doc, Atlas({"Cusco": 400_000}), ())
    assert [(place.span.text, len(place.candidates)) for place in found] == [("Cusco", 1)]


def test_initials_are_no_town() -> None:
    assert "OPEKA" not in find("A bomb went off in Opeka, the agency OPEKA said.", Opeka=40_000)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A bomb went off in Cusco Zamrin, Peru, on Monday.", {"Cusco Zamrin": 0, "Peru": 0}),
        ("A bomb went off in Tal Zamrin, Peru, on Monday.", {"Tal Zamrin": 0, "Peru": 0}),
    ],
)
def test_a_name_of_unknown_words_is_not_known_by_its_first(text: str, found: dict[str, int]) -> None:
    assert find(text, Tal=40_000, Cusco=400_000).items() <= found.items()


def test_a_noun_before_of_yields_to_the_name_behind_it() -> None:
    text = "A bomb went off in the de facto capital of Cusco on Monday."
    doc = load_tools()[0](text)
    start = text.index("de facto")
    doc.set_ents([doc.char_span(start, text.index(" on"), "GPE")])
    found = find_places(make_report(text), doc, Atlas({"Cusco": 400_000}), ())
    assert [(place.span.text, len(place.candidates)) for place in found] == [("Cusco", 1)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Cusco police said on Monday that a man was held.", {"Cusco": 1}),
        ("The Cusco Police said on Monday that a man was held.", {"Cusco": 1}),
        ("Federal police said on Monday that a man was held.", {}),
    ],
)
def test_a_police_force_names_its_town(text: str, names: dict[str, int]) -> None:
    assert find(text, Cusco=400_000, Federal=20_000) == names


def test_a_police_force_stays_a_body() -> None:
    reading = read_text("The Cusco Police held a man on Monday. Cusco Police said nothing more.")
    assert "Cusco" in [place.span.text for place in reading.places]
    assert [name.kind for name in reading.names if "Police" in name.name] in ([], ["organisation"])


def test_where_a_report_is_sent_from_is_a_town_and_no_division() -> None:
    (place, *_) = read_text("NEW YORK (Agency) — A man was shot dead in a bar on Monday.").places
    assert [candidate.place.precision for candidate in place.candidates[:1]] == ["city"]


@pytest.mark.parametrize(
    ("text", "known"), [("The rocket left Earth for Mars on Monday.", []), ("A barn burnt in Mars, Pennsylvania, on Monday.", ["Mars"])]
)
def test_planets_are_no_towns_unless_a_state_stands_behind_them(text: str, known: list[str]) -> None:
    assert [place.span.text for place in read_text(text).places if place.candidates and place.span.text in ("Earth", "Mars")] == known


def test_a_side_of_a_town_is_not_looked_up_by_itself() -> None:
    names = {
        name: count for name, count in find("A man was shot in Southwest Side on Monday.", Side=20_000, Southwest=20_000).items() if count
    }
    assert names == {}


def test_a_dash_ends_a_name() -> None:
    assert not any("-" in place.span.text for place in read_text("Fire in Arequipa - Radio News Channel").places)
