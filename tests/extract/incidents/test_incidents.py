"""Incidents read from one article: figures, subgroups, places, days, and which clauses tell one and the same."""

import pytest
from tests.readings import read_text

from crosswire.extract.incidents import find_incidents
from crosswire.model import Figure, IncidentMention


def find(text: str, published: str = "2024-05-16") -> list[IncidentMention]:
    return list(find_incidents(read_text(text, published)))


def bounds(figure: Figure | None) -> tuple[int | None, int | None] | None:
    return None if figure is None else (figure.low, figure.high)


def figures(text: str) -> tuple[object, object]:
    """Killed and injured of the one incident a text tells."""
    (incident,) = find(text)
    return bounds(incident.killed), bounds(incident.injured)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A bomb killed 12 people and wounded at least 30 in Mosul on Monday.", (12, 12), (30, None)),
        ("Three people were killed and 20 injured when a bus overturned near Lima on Monday.", (3, 3), (20, 20)),
        ("A drone strike on Omdurman left at least seven people wounded on Monday.", None, (7, None)),
        ("The blast in Aden on Monday left four dead and nine wounded.", (4, 4), (9, 9)),
        ("More than 100 people died when a ferry sank off Mombasa on Monday.", (101, None), None),
        ("A gunman shot dead two women in Bergen on Monday.", (2, 2), None),
        ("Two men were shot and killed in Denver on Monday.", (2, 2), None),
        ("A student was fatally stabbed in Denver on Monday.", (1, 1), None),
        ("The fire in Porto claimed the lives of five people on Monday.", (5, 5), None),
        ("The attack on Goma on Monday cost twelve lives.", (12, 12), None),
        ("A shell hit a market in Goma on Monday, killing a woman and injuring 17 more.", (1, 1), (17, 17)),
        ("A train crash near Pune killed between 10 and 15 people on Monday.", (10, 15), None),
        ("The death toll from the earthquake in Izmit rose to 41 on Monday.", (41, 41), None),
        ("An explosion at a plant in Leuna on Monday put the number of injured at 34.", None, (34, 34)),
        ("Nobody was killed, but six people were injured in the crash in Graz on Monday.", (0, 0), (6, 6)),
        ("Twenty-one people were injured in an explosion in Leuna on Monday.", None, (21, 21)),
    ],
)
def test_figures(text: str, killed: object, injured: object) -> None:
    assert figures(text) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("A rocket killed nine people, including four children, in Mosul on Monday.", [("children", "killed", 4)]),
        (
            "A rocket in Mosul on Monday killed one man and injured 20, including two children and a nurse.",
            [("children", "injured", 2), ("medics", "injured", 1), ("men", "killed", 1)],
        ),
        ("Thirty people were wounded, six of them children, in the shelling of Mosul on Monday.", [("children", "injured", 6)]),
        ("Two soldiers were killed in a clash near Gao on Monday.", [("soldiers", "killed", 2)]),
    ],
)
def test_subgroups_stay_subgroups(text: str, groups: list[tuple[str, str, int]]) -> None:
    (incident,) = find(text)
    assert [(part.group, part.field, part.low) for part in incident.of_whom] == groups


@pytest.mark.parametrize(
    "text",
    [
        "The minister warned that a missile attack on Aden could kill hundreds of people.",
        "The general threatened to kill 20 hostages in Gao if the strike went on.",
        "They proposed a truce that would halt all attacks on Aden.",
        "The two sides discussed how not to strike civilian targets in Aden.",
        "The war has killed more than 20,000 people since 2009.",
        "The insurgency has claimed 8,000 lives in the past seven years.",
        "The winger was injured in the second half in Milan.",
        "Dirty air led to 9 million premature deaths in a single year, the report says.",
        "A driver nearly died on the road to Graz.",
        "The company's shares crashed in London after a strike by 300 pilots.",
    ],
)
def test_what_did_not_happen_or_is_no_incident_gives_none(text: str) -> None:
    assert find(text) == []


def test_an_attacker_is_not_among_the_victims() -> None:
    assert figures("An attacker and two guards were killed in the assault on a bank in Basra on Monday.") == ((2, 2), None)


def test_coordinated_places_are_one_incident_each() -> None:
    incidents = find("A missile killed two people in Aden on Monday, while further strikes were reported in Mosul, Basra and Kirkuk.")
    assert [incident.place.span.text for incident in incidents if incident.place] == ["Aden", "Mosul", "Basra", "Kirkuk"]
    assert [bounds(incident.killed) for incident in incidents] == [(2, 2), None, None, None]


def test_an_event_taken_up_without_its_place_is_the_same_incident() -> None:
    (incident,) = find(
        "A bomb went off at a market in Basra on Monday, killing six people.\n\nThe blast also wounded 40 people, doctors said."
    )
    assert (bounds(incident.killed), bounds(incident.injured)) == ((6, 6), (40, 40))
    assert len(incident.evidence) == 2


def test_a_lead_without_a_place_joins_the_sentence_that_names_it() -> None:
    (incident,) = find("Six people were killed in a bombing on Monday.\n\nThe bomb went off in Basra, where 40 people were wounded.")
    assert incident.place is not None
    assert incident.place.span.text == "Basra"
    assert (bounds(incident.killed), bounds(incident.injured)) == ((6, 6), (40, 40))


def test_a_figure_repeated_far_below_is_of_the_same_incident() -> None:
    filler = "\n\n".join(
        ["The mayor thanked the crews. Schools stay shut. Shops have opened again. Trains run as usual. The rain has stopped."] * 3
    )
    (incident,) = find(
        f"A fire at a hotel in Porto killed 14 people on Monday.\n\n{filler}\n\nAll 14 people were killed by smoke, doctors said."
    )
    assert bounds(incident.killed) == (14, 14)
    assert len(incident.evidence) == 2


def test_a_year_counts_nobody() -> None:
    assert find("The film tells of the 2010 death of a trainer in Orlando.") == []


def test_what_an_attack_answers_is_another_incident() -> None:
    incidents = find("A bomb killed six people in Basra on Monday in retaliation for air strikes in Mosul.")
    assert {i.place.span.text: bounds(i.killed) for i in incidents if i.place} == {"Basra": (6, 6), "Mosul": None}


def test_another_event_in_the_same_town_stays_apart() -> None:
    incidents = find("A fire in Porto killed five people on Monday.\n\nEarlier this month another fire in Porto killed two workers.")
    assert [bounds(incident.killed) for incident in incidents] == [(5, 5), (2, 2)]


def test_an_event_that_only_measures_the_time_is_its_own() -> None:
    incidents = find("Four soldiers were killed on Tuesday near Gao, two days after an attack in Mopti that cost twelve lives.")
    assert {incident.place.span.text: bounds(incident.killed) for incident in incidents if incident.place} == {
        "Gao": (4, 4),
        "Mopti": (12, 12),
    }


def test_the_running_total_stands_and_the_earlier_figure_is_kept() -> None:
    (incident,) = find("Three deaths were confirmed in the explosion in Leuna.\n\nThe death toll from the explosion later rose to five.")
    assert bounds(incident.killed) == (5, 5)
    assert incident.updated
    assert [(old.field, old.low) for old in incident.superseded] == [("killed", 3)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb killed six people in Basra on Tuesday.", "2024-05-14"),
        ("A bomb killed six people in Basra on 3 May.", "2024-05-03"),
        ("Six people were killed when mortar rounds struck a bus station in Basra on Tuesday, a doctor said.", "2024-05-14"),
    ],
)
def test_the_day_of_the_event(text: str, day: str) -> None:
    (incident,) = find(text)
    assert incident.date is not None
    when = incident.date.expression.resolve(read_text(text).article.day)
    assert when is not None
    assert (when.start, when.end) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "Officials said on Tuesday that a bomb had killed six people in Basra.",
        "The death toll from the bombing in Basra rose to six on Tuesday.",
        "A bomb killed six people in Basra.",
    ],
)
def test_the_day_of_saying_or_counting_is_not_the_events(text: str) -> None:
    (incident,) = find(text)
    assert incident.date is None


def test_a_list_takes_the_day_of_the_line_above() -> None:
    incidents = find(
        "Other attacks on Tuesday include:\n\n• A drone strike in Basra, injuring seven people.\n• A drone strike in Mosul, injuring three."
    )
    assert [incident.date.span.text if incident.date else None for incident in incidents] == ["Tuesday", "Tuesday"]


def test_weapon_target_actor_and_source_are_read_where_said() -> None:
    (incident,) = find("Sudanese drones hit a power plant in Omdurman on Monday, killing three people, local officials said.")
    assert (incident.weapon, incident.target, incident.actor, incident.attributed_to) == (
        "drone",
        "power plant",
        "Sudanese",
        "local officials",
    )


def test_figures_rest_on_their_words() -> None:
    text = "A bomb killed 12 people, including two children, in Mosul on Monday."
    (incident,) = find(text)
    assert incident.killed is not None
    assert text[incident.killed.span.start : incident.killed.span.end] == "12 people"
    assert [text[part.span.start : part.span.end] for part in incident.of_whom] == ["two children"]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A man was shot in a street in Denver on Monday and was taken to a hospital.", None, (1, 1)),
        ("A man was shot in a street in Denver on Monday. He died in hospital.", (1, 1), None),
        ("The blaze in Porto on Monday left a cook in critical condition.", None, (1, 1)),
        ("A bomb killed half a dozen dockers in Aden on Monday.", (6, 6), None),
        ("A mine collapse near Lima on Monday killed a hundred and five people.", (105, 105), None),
        ("All but two of the 30 passengers were killed when a bus overturned near Lima on Monday.", (28, 28), None),
        ("A missile hit a depot in Aden on Monday. There were no casualties.", (0, 0), (0, 0)),
        ("A boy killed, 7 people injured in shelling of Aden on Monday.", (1, 1), (7, 7)),
        ("Eleven killed in blaze at Aden depot", (11, 11), None),
        ("Depot fire: 11 killed, 23 injured", (11, 11), (23, 23)),
        ("Eleven workers died and more than 20 were hurt when a fire swept through a depot in Aden.", (11, 11), (21, None)),
    ],
)
def test_figures_told_in_other_ways(text: str, killed: object, injured: object) -> None:
    assert figures(text) == (killed, injured)


@pytest.mark.parametrize(
    "text", ["“Shoot him, shoot him,” a guard yelled.", "The army denied that its shells had killed 11 civilians in Aden."]
)
def test_what_is_ordered_or_denied_gives_none(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PUNE, India (Agency) — A man was shot and killed on Monday.", "PUNE"),
        ("BERLIN — A bomb killed six people in Basra on Monday.", "Basra"),
        ("A man was shot and killed on Monday on Denver Street, police said.", None),
        ("Shells killed six people in Iraq on Monday. The attack hit a market in Basra.", "Basra"),
        ("US strikes killed six fighters on Monday.", None),
        ("Rockets killed six people on Monday in the suburbs of Basra city.", "Basra"),
    ],
)
def test_where_it_was(text: str, place: str | None) -> None:
    (incident,) = find(text)
    assert (incident.place.span.text if incident.place else None) == place


def test_an_event_a_year_before_is_its_own_with_no_day_of_the_other() -> None:
    incidents = find("A shooting in Denver on Monday wounded two people, a year after a gunman killed nine people in Tulsa.")
    assert [(bounds(i.killed), bounds(i.injured), i.date is not None) for i in incidents] == [(None, (2, 2), True), ((9, 9), None, False)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine people were killed when a lorry hit a bus in Aden on Monday.", "transport accident"),
        ("Two pedestrians were struck by a van in Aden on Monday and died.", "transport accident"),
        ("The storm struck the coast on Monday and killed four people in Aden.", "disaster"),
        ("A drone hit a market in Aden on Monday, killing three workers.", "strike"),
    ],
)
def test_what_struck_makes_the_kind(text: str, kind: str) -> None:
    assert [incident.kind for incident in find(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Workers at the port in Aden walked out over wages, the union said. The strike, on Monday, left one man dead tired.",
        "Nurses in Aden went on strike on Monday.",
        "A strike by pilots in Aden on Monday left 3,000 people without flights.",
    ],
)
def test_work_laid_down_is_no_incident(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("One person was taken to a hospital after a crash in Leeds on Monday.", None, (1, 1)),
        ("Two women were found shot in a car in Tulsa on Monday.", None, (2, 2)),
        ("A bullet struck a girl in Tulsa on Monday.", None, (1, 1)),
        ("Police said he shot and killed another man in Tulsa on Monday.", (1, 1), None),
        ("A murder victim was found in Leeds on Monday.", (1, 1), None),
        ("A ferry capsized off Zanzibar on Monday and 20 people drowned.", (20, 20), None),
        ("Eleven passengers died when a bus collided with a lorry near Multan on Monday.", (11, 11), None),
    ],
)
def test_victims_are_read_from_what_became_of_them(text: str, killed: object, injured: object) -> None:
    assert figures(text) == (killed, injured)


@pytest.mark.parametrize(
    ("headline", "killed", "injured"),
    [("Man shot in the leg in Tulsa", None, (1, 1)), ("Man shot, killed on Tulsa's west side", (1, 1), None)],
)
def test_a_headline_leaves_out_its_articles_and_auxiliaries(headline: str, killed: object, injured: object) -> None:
    assert figures(headline) == (killed, injured)


def test_a_headline_and_its_lead_tell_one_incident() -> None:
    (incident,) = find(
        "Man shot by bakery worker\n\nTULSA, Okla. — A 30-year-old man was shot in a bakery in Tulsa on Monday, police said."
    )
    assert incident.place is not None and incident.place.candidates[0].place.name == "Tulsa"


def test_a_figure_called_an_earlier_one_is_superseded() -> None:
    (incident,) = find("Nine people were killed in a bombing in Lahore on Monday. Officials had earlier put the death toll at 12.")
    assert bounds(incident.killed) == (9, 9)
    assert [(old.field, old.low) for old in incident.superseded] == [("killed", 12)]


def test_an_event_a_time_is_counted_from_is_one_of_its_own() -> None:
    found = find("On Tuesday, a week after the quake in Izmit that killed 41 people, a fire killed two people in Porto.")
    told = {incident.place.span.text: bounds(incident.killed) for incident in found if incident.place}
    assert told == {"Izmit": (41, 41), "Porto": (2, 2)}


def test_what_an_anniversary_looks_back_to_has_happened() -> None:
    (incident,) = find("Families gathered in Porto on Monday to mark the tenth anniversary of the hotel fire that killed 14 people.")
    assert (bounds(incident.killed), incident.date) == ((14, 14), None)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Police named the victim of a deadly shooting in Denver on Monday. Joel Amari, 35, was found shot in a car.", (1, 1), None),
        ("A man was shot in Denver on Monday in an attempted murder, police said.", None, (1, 1)),
        ("A fatal shooting in Denver on Monday is being investigated. Two men were shot.", None, (2, 2)),
        ("A man shot and killed by police in Denver on Monday carried a rifle.", (1, 1), None),
    ],
)
def test_who_alone_was_shot_in_a_fatal_shooting_died(text: str, killed: object, injured: object) -> None:
    assert figures(text) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "Six troops loyal to Lima were killed on Monday.",
        "Six people were killed on Monday despite a truce between Lima and the rebels.",
    ],
)
def test_a_capital_that_stands_for_its_government_is_no_place_of_an_event(text: str) -> None:
    (incident,) = find(text)
    assert incident.place is None


def test_a_place_of_talks_is_one() -> None:
    (incident,) = find("Six people were killed during talks in Lima on Monday.")
    assert incident.place is not None and incident.place.span.text == "Lima"


def test_where_the_victims_are_from_is_not_where_they_died() -> None:
    (incident,) = find("Six fighters from Quito were killed on Monday around the town of Cusco.")
    assert incident.place is not None and incident.place.span.text == "Cusco"


def test_the_day_that_a_report_opens_with_is_not_that_of_what_it_tells() -> None:
    head = "8 July 2024 Gunmen killed six people in Cusco."
    (incident,) = find(head, "2024-07-08")
    assert incident.date is None
    (incident,) = find(f"{head} The six people were killed in Cusco on Tuesday.", "2024-07-08")
    assert incident.date is not None and incident.date.span.text == "Tuesday"


def test_an_unknown_name_spelt_in_two_ways_is_one_place() -> None:
    assert len(find("A missile hit Tariq Zambor on Monday, killing six people. The strike on Tareeq Zambor on Monday wounded nine.")) == 1


def test_fire_of_arms_burns_nothing() -> None:
    (incident,) = find("Rebel fire killed six people in Cusco on Monday.")
    assert incident.kind == "shooting"


def test_a_credit_line_parts_no_two_sentences_of_one_incident() -> None:
    text = "A missile hit Cusco on Monday.\n(Agency)\nAt least six people were killed in the strike on a market."
    (incident,) = find(text)
    assert incident.place is not None and bounds(incident.killed) == (6, None)


def test_a_lead_without_a_town_goes_on_with_the_next_sentence_whatever_is_told_of_parts_later() -> None:
    text = "Twin bombs killed 25 people. Two bombs killed 25 people in Cusco on Monday. The bombs killed 21 people in the old quarter."
    assert [bounds(incident.killed) for incident in find(text)][:1] == [(25, 25)]


def test_a_weekday_and_day_that_end_a_heading_are_the_reports_own() -> None:
    (incident,) = find("Army kills ten gunmen Agency Saturday 21 Sep 2024\nThe army killed ten gunmen in Cusco.", "2024-09-21")
    assert incident.date is None


def test_what_was_possibly_so_is_no_fact() -> None:
    assert find("The bullet came within inches of possibly killing the guard in Cusco on Monday.") == []
