"""Where a report is at home, and which names say less about where an event was than it does."""

import pytest
from tests.readings import read_text

from crosswire.extract.incidents import find_incidents


def find_places(text: str) -> list[str | None]:
    return [incident.place.span.text if incident.place else None for incident in find_incidents(read_text(text))]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A man was shot dead in a car park on Monday, Tulsa police said.", "Tulsa"),
        ("A man was shot dead on Monday. Leeds police and a Bradford officer came. Leeds police closed the road.", "Leeds"),
        ("A man was shot dead on Monday. Tulsa police and Denver police came.", None),
        ("A man was shot dead in a car park on Monday, doctors said.", None),
        ("TULSA, Okla. (KXYZ) — A man was shot dead in a car park on Monday.", "TULSA"),
        ("ARLBACH, Okla. (KXYZ) — A man was shot dead in a car park on Monday.", "ARLBACH"),
    ],
)
def test_an_event_without_a_place_is_where_the_report_is_at_home(text: str, place: str | None) -> None:
    assert find_places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A man was shot dead in the city's Kendall section on Monday, Tulsa police said.", "Tulsa"),
        ("A man was shot dead near 48th and Hampton on Monday, Tulsa police said.", "Tulsa"),
        ("A man was shot dead at Orchard and Lansing streets on Monday, Tulsa police said.", "Tulsa"),
        ("A man was shot dead in Pimlico on Monday, Tulsa police said.", "Tulsa"),
        ("A man was shot dead in Denver on Monday, Tulsa police said.", "Denver"),
    ],
)
def test_a_part_of_a_town_a_crossing_or_a_far_namesake_is_no_place_of_its_own(text: str, place: str) -> None:
    assert find_places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A boy was shot in Tulsa on Monday and was flown to a hospital in Denver.", "Tulsa"),
        ("A man shot in Tulsa on Monday died at a hospital in Denver.", "Tulsa"),
        ("A gunman shot two nurses at a hospital in Denver on Monday.", "Denver"),
        ("A man accused of a shooting that wounded a woman in Tulsa was arrested in Denver on Monday.", "Tulsa"),
    ],
)
def test_where_the_hurt_are_taken_and_suspects_are_caught_is_not_where_it_was(text: str, place: str) -> None:
    assert find_places(text) == [place]


@pytest.mark.parametrize("thing", ["in a Tulsa bar", "near a Tulsa school", "at a Tulsa bakery"])
def test_a_thing_called_after_a_town_is_in_it(thing: str) -> None:
    assert find_places(f"A woman was shot dead {thing} on Monday.") == ["Tulsa"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb killed nine people at a market on Monday. The square in Basra was full.", "Basra"),
        ("A bomb killed nine people at a market on Monday. The square in Basra was full, as were those in Mosul.", None),
        ("A bomb killed nine people in Iraq on Monday. The square in Basra was full.", "Basra"),
        ("A bomb killed nine people in Peru on Monday. Envoys in Basra were shocked.", "Peru"),
        ("BASRA Soldiers killed nine people in a market on Monday.", None),
    ],
)
def test_an_event_without_a_town_is_in_the_only_one_named_around_it(text: str, place: str | None) -> None:
    assert find_places(text) == [place]


def test_a_lead_that_names_a_country_is_told_again_with_the_town() -> None:
    text = "An air strike killed nine people in Iraq on Monday. The air strike on a market in Basra killed nine people, officials said."
    assert find_places(text) == ["Basra"]


@pytest.mark.parametrize(
    ("text", "place", "precision"),
    [
        ("Six people were killed in the village of Zambor, Idlib province, Syria, on Monday.", "Zambor, Idlib", "region"),
        ("Six people were killed in the village of Zambor, Syria, on Monday.", "Zambor", None),
        ("Six people were killed in a Damascus suburb on Monday.", "Damascus", "city"),
    ],
)
def test_an_unknown_village_lies_in_the_division_told_with_it(text: str, place: str, precision: str | None) -> None:
    (incident,) = find_incidents(read_text(text))
    assert incident.place is not None and incident.place.span.text == place
    assert (incident.place.candidates[0].place.precision if incident.place.candidates else None) == precision


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Nine soldiers died in clashes at the border. Lima said 14 of its soldiers were wounded.", None),
        ("Nine soldiers died in clashes at the border, the minister told a news conference in Lima.", None),
        ("LIMA (Agency) — Peru and Chile traded fire at the border on Monday and nine soldiers died.", None),
        ("Nine soldiers were killed near the village of Arl on Monday.", "Arl"),
    ],
)
def test_who_speaks_and_where_is_no_place_of_an_event(text: str, place: str | None) -> None:
    assert find_places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A man was shot dead in Tulsa's Kendall section on Monday.", "Tulsa"),
        ("A man was shot dead in the Kendall section of Tulsa on Monday.", "Tulsa"),
    ],
)
def test_a_part_of_a_town_gives_way_to_the_town_told_with_it(text: str, place: str) -> None:
    (incident,) = find_incidents(read_text(text))
    assert incident.place is not None and incident.place.candidates[0].place.name == place


def test_a_headline_s_part_of_a_town_is_told_on_with_the_town() -> None:
    text = "Man critical after shooting in Kendall\n\nA man was wounded in a shooting in Tulsa's Kendall section on Monday."
    assert len(find_places(text)) == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two men shot dead outside a bar in Porto | News from Lisbon\n\nNobody was held.", "Porto"),
        ("Two men shot dead outside a crowded bar « Radio Lisbon\n\nNobody was held.", None),
        ("Crime | Two men shot dead outside a bar in Porto\n\nNobody was held.", "Porto"),
    ],
)
def test_what_a_page_s_title_adds_to_a_headline_places_nothing(text: str, place: str | None) -> None:
    assert find_places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bus to Lima crashed on Monday, killing nine people.", None),
        ("Nine people died when a plane crashed in Peru on Monday on a flight to the capital of Lima.", "Peru"),
        ("Nine people died in a crash in Peru on Monday, according to a priest in Boston.", "Peru"),
        ("Nine people died in a crash on Monday, according to a priest in Boston.", "Boston"),
        ("Nine people died in a strike on the Lima-backed fighters on Monday.", None),
    ],
)
def test_the_end_of_a_journey_and_where_the_tellers_are_place_nothing(text: str, place: str | None) -> None:
    assert find_places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A missile struck a ship in the Red Sea on Monday, killing three sailors.", "Red Sea"),
        ("A missile struck a ship off Yemen in the Gulf of Aden on Monday, killing three sailors.", "Gulf of Aden"),
        ("Gunmen killed nine people in the Sahel on Monday.", "Sahel"),
    ],
)
def test_seas_and_lands_are_places_of_events(text: str, place: str) -> None:
    assert find_places(text) == [place]


def test_an_unknown_village_lies_in_the_only_division_named_around_it() -> None:
    text = "Three people were killed when shells hit the village of Zamborlo on Monday, Peru's army said. Cusco province is calm otherwise."
    (incident,) = find_incidents(read_text(text))
    assert incident.place is not None
    assert incident.place.span.text == "Zamborlo"
    assert {candidate.place.precision for candidate in incident.place.candidates} == {"region"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked an army post south of the town of Gao on Monday, Mali said, killing two.", "Gao"),
        ("Rebels killed two soldiers in Mali on Monday without leave from the Bamako government.", "Mali"),
        ("Rebels killed two soldiers in Mali on Monday, according to the defence ministry in Bamako.", "Mali"),
        ("Strikes killed nine in Mali on Monday. A strike on Timbuktu killed four. Another strike on Mopti killed five.", "Mali"),
    ],
)
def test_a_town_only_named_beside_an_event(text: str, place: str) -> None:
    assert find_places(text)[0] == place
