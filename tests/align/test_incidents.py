"""One incident for all who tell of it: gated by place, day and kind."""

import pytest
from tests.align.sheets import Teller, align

from crosswire.model import Incident


def together(*tellers: Teller) -> list[list[str]]:
    """The articles with an account of each incident."""
    return sorted([account.article for account in incident.accounts] for incident in align(*tellers).incidents)


def strike(id: str, killed: str | None = "35", town: str | None = "Arl", day: str | None = "2031-05-05", **facts: object) -> Teller:
    return Teller(id).tell(f"A strike killed {(killed or 'some').strip('+≤')} people in {id}.", town, day, killed=killed, **facts)


def test_place_day_and_kind_make_one_incident() -> None:
    assert together(strike("a"), strike("b"), strike("c", killed="3")) == [["a", "b", "c"]]


@pytest.mark.parametrize("other", [{"town": "Besk"}, {"day": "2031-05-01"}, {"kind": "fire", "killed": "30"}])
def test_another_place_day_or_kind_is_another_incident(other: dict[str, str]) -> None:
    assert together(strike("a"), strike("b", **other)) == [["a"], ["b"]]


def test_one_toll_in_one_town_is_one_incident_whatever_it_is_called() -> None:
    assert together(strike("a"), strike("b", kind="fire")) == [["a", "b"]]
    assert together(strike("a"), strike("b", kind="fire", day="2031-05-02")) == [["a"], ["b"]]
    assert together(strike("a", killed="2"), strike("b", kind="fire", killed="2")) == [["a"], ["b"]]


@pytest.mark.parametrize(("kind", "late", "joined"), [("fire", "06", True), ("fire", "08", False), ("strike", "06", False)])
def test_a_telling_without_a_day_goes_with_one_of_two_days_in_a_row_where_the_kind_is_rare(kind: str, late: str, joined: bool) -> None:
    dated = strike("a", kind=kind, killed="2"), strike("b", kind=kind, killed="2", day=f"2031-05-{late}")
    undated = Teller("c", published=None).tell("A strike killed 2 people in c.", "Arl", None, killed="2", kind=kind)
    assert len(together(*dated, undated)) == (2 if joined else 3)


def test_one_town_twice_in_a_month_is_two_incidents() -> None:
    early, late = "2031-05-01", "2031-05-20"
    assert together(strike("a", day=early), strike("b", day=late), strike("c", day=early), strike("d", day=late)) == [
        ["a", "c"],
        ["b", "d"],
    ]


def test_two_tellings_of_one_article_stay_two() -> None:
    twice = strike("a").tell("Another strike killed 4 people there.", "Arl", "2031-05-05", killed="4")
    assert together(twice, strike("b", killed="4")) == [["a"], ["a", "b"]]


def test_without_a_day_figures_that_clash_part() -> None:
    assert together(strike("a", day=None), strike("b", killed="3")) == [["a"], ["b"]]
    assert together(strike("a", day=None), strike("b", killed="3", day=None, updated=True)) == [["a"], ["b"]]
    assert together(strike("a", killed="3", day=None), strike("b", killed="35", updated=True)) == [["a", "b"]]


def test_without_a_town_the_same_figure_must_stand_in() -> None:
    assert together(strike("a"), strike("b", town=None)) == [["a", "b"]]
    assert together(strike("a"), strike("b", town="Land")) == [["a", "b"]]
    assert together(strike("a"), strike("b", town=None, killed="34+")) == [["a"], ["b"]]
    assert together(strike("a"), strike("b", town=None, day=None)) == [["a", "b"]]
    assert together(strike("a", killed="2"), strike("b", town=None, day=None, killed="2")) == [["a"], ["b"]]


def test_a_vague_telling_brings_no_two_towns_together() -> None:
    assert together(strike("a", town="Arl"), strike("b", town="Besk"), strike("c", town=None)) == [["a"], ["b"], ["c"]]


def test_no_guess_between_days() -> None:
    days = strike("a", day="2031-05-01"), strike("b", day="2031-05-04")
    assert together(*days, strike("c", day=None)) == [["a"], ["b"], ["c"]]
    assert together(days[0], strike("b", day="2031-05-04", killed="2"), strike("c", day=None)) == [["a", "c"], ["b"]]


def test_accounts_that_only_a_third_ties_are_one() -> None:
    """A country alone says little, but the town's account with the same figure has it, and nothing speaks against the rest."""
    vague = strike("a", town="Land", killed="9")
    assert together(vague, strike("b", killed="9"), strike("c", killed="12")) == [["a", "b", "c"]]


def test_ranges_span_all_accounts() -> None:
    (incident,) = align(strike("a", killed="15+"), strike("b", killed="20"), strike("c", killed="≤30")).incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (15, None, 30)


def test_the_days_are_those_that_all_accounts_allow() -> None:
    incident = _only(strike("a"), strike("b", day=None))
    assert incident.date is not None
    assert (incident.date.start, incident.date.end, incident.date.precision) == ("2031-05-05", "2031-05-05", "day")


def test_what_accounts_dispute_is_left_open() -> None:
    assert _only(strike("a", weapon="drone"), strike("b", weapon="missile")).weapon is None
    assert _only(strike("a", weapon="drone"), strike("b", weapon="missile"), strike("c", weapon="missile")).weapon == "missile"


def _only(*tellers: Teller) -> Incident:
    (incident,) = align(*tellers).incidents
    return incident


def test_two_incidents_in_one_sentence_have_ids_of_their_own() -> None:
    sheet = Teller("a").tell("Strikes killed 3 people in Arl and 4 in Besk.", "Arl", killed="3").close()
    again = Teller("a").tell("Strikes killed 3 people in Arl and 4 in Besk.", "Besk", killed="4").close()
    both = [*sheet.incidents, *again.incidents]
    teller = Teller("a")
    teller.close = lambda: type(sheet)(sheet.article, (), incidents=tuple(both))  # type: ignore[method-assign]
    ids = [incident.id for incident in align(teller).incidents]
    assert len(set(ids)) == 2


def test_ids_stay_when_later_articles_are_added() -> None:
    first = align(strike("a")).incidents[0]
    late = Teller("0", "2031-05-09").tell("A strike killed 35 people.", "Arl", "2031-05-05", killed="35")
    both = align(strike("a"), late).incidents[0]
    assert both.id == first.id
    assert both.was == (align(late).incidents[0].id,)


def test_an_undated_article_keeps_its_ids_when_a_dated_one_is_added() -> None:
    undated = Teller("a", None).tell("A strike killed 35 people.", "Arl", "2031-05-05", killed="35")
    assert align(undated, strike("b")).incidents[0].id == align(undated).incidents[0].id


@pytest.mark.parametrize(
    ("told", "bounds"),
    [(("15+", "20"), (15, 20)), (("35", "35+"), (35, 35)), (("7+", "7+"), (7, None)), (("20+", "15"), (15, None)), (("≤20",), (None, 20))],
)
def test_the_range_over_all_accounts_is_closed_only_by_a_figure_that_is(
    told: tuple[str, ...], bounds: tuple[int | None, int | None]
) -> None:
    (incident,) = align(*(strike(f"a{i}", killed=killed) for i, killed in enumerate(told))).incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == bounds


def test_reports_that_come_days_apart_need_the_same_toll() -> None:
    early, late = "2031-05-06", "2031-05-12"
    assert together(_undated("a", early, "12"), _undated("b", early, "25")) == [["a"], ["b"]]
    assert together(_undated("a", early, "12"), _undated("b", early, "15")) == [["a", "b"]]
    assert together(_undated("a", early, "12+"), _undated("b", early, "15")) == [["a", "b"]]
    assert together(_undated("a", early, "12+"), _undated("b", late, "15")) == [["a"], ["b"]]
    assert together(_undated("a", early, "12"), _undated("b", late, "12")) == [["a", "b"]]


def _undated(id: str, published: str, killed: str) -> Teller:
    return Teller(id, published).tell(f"A strike killed {killed.strip('+')} people in {id}.", "Arl", None, killed=killed)


def test_nobody_tells_of_a_day_to_come() -> None:
    assert together(_undated("a", "2031-05-01", "35"), strike("b", day="2031-05-05")) == [["a"], ["b"]]


def test_at_least_so_many_is_no_sign_of_many_times_more() -> None:
    assert together(strike("a", killed="10+", day=None), strike("b", killed="77", day=None)) == [["a"], ["b"]]


def test_people_named_are_no_sign_of_others_counted() -> None:
    one = Teller("a").tell("The strike in Arl killed his wife.", "Arl", "2031-05-05", killed="1", named={"killed": "his wife"})
    assert together(one, strike("b", town="Land", killed="1")) == [["a"], ["b"]]


def test_a_third_brings_no_clashing_figures_together() -> None:
    vague = Teller("c").tell("A strike hit Arl, and trams stood still.", "Arl")
    assert together(strike("a", killed="3", day=None), strike("b", killed="35", day=None), vague) in (
        [["a", "c"], ["b"]],
        [["a"], ["b", "c"]],
    )


def test_two_towns_close_by_with_one_toll_are_one_incident_and_with_another_two() -> None:
    assert together(strike("a", injured="40"), strike("b", town="Nearby", injured="40")) == [["a", "b"]]
    assert together(strike("a"), strike("b", town="Nearby", killed="3")) == [["a"], ["b"]]
    told_apart = strike("a", injured="40").tell(
        "A strike killed 35 and hurt 40 in Nearby.", "Nearby", "2031-05-05", killed="35", injured="40"
    )
    assert together(told_apart, strike("b", town="Nearby", injured="40")) == [["a"], ["a", "b"]]


def test_a_series_holds_incidents_and_swallows_none() -> None:
    night = Teller("s").tell("Strikes across the country killed 35 people.", "Land", "2031-05-05", killed="35")
    incidents = {tuple(account.article for account in i.accounts): i for i in align(night, strike("a"), strike("b", "3", "Besk")).incidents}
    assert set(incidents) == {("s",), ("a",), ("b",)}
    assert incidents["s",].parts == tuple(sorted((incidents["a",].id, incidents["b",].id)))
    assert incidents["a",].parts == ()
    assert align(night, strike("a", day="2031-05-01")).incidents[0].parts == ()
    assert [i.parts for i in align(night, strike("a", "36")).incidents] == [(), ()]


def test_figures_far_apart_need_words_alike() -> None:
    far = Teller("b").tell(
        "Rockets that fell on a crowded market in the east of the city claimed 12 lives.", "Arl", "2031-05-05", killed="12"
    )
    assert together(strike("a"), far) == [["a"], ["b"]]
    close = Teller("b").tell(
        "Rockets that fell on a crowded market in the east of the city claimed 30 lives.", "Arl", "2031-05-05", killed="30"
    )
    assert together(strike("a"), close) == [["a", "b"]]


def test_a_third_without_figures_brings_no_figures_far_apart_together() -> None:
    far = Teller("b").tell(
        "Rockets that fell on a crowded market in the east of the city claimed 12 lives.", "Arl", "2031-05-05", killed="12"
    )
    assert ["a", "b", "c"] not in together(strike("a"), far, strike("c", killed=None))


def test_one_site_on_one_day_stands_for_a_town() -> None:
    tellers = [
        Teller(id).tell(f"In {id}, {killed} people were hurt at the Vesk depot.", None, "2031-05-05", injured=killed)
        for id, killed in (("a", "2"), ("b", "3"))
    ]
    assert together(*tellers) == [["a", "b"]]
    elsewhere = Teller("c").tell("Here 4 people were hurt at the Murn depot.", None, "2031-05-05", injured="4")
    assert together(*tellers, elsewhere) == [["a", "b"], ["c"]]


WRECKS = {
    "a": "In all, {} passengers drowned when the ferry went down in the strait.",
    "b": "Divers have brought up {} bodies from the capsized boat, says the coastguard.",
}


def lead(id: str, town: str | None, day: str | None, killed: str) -> Teller:
    """A report that tells first of a ferry's wreck, in its own words."""
    return Teller(id).tell(WRECKS[id].format(killed), town, day, killed=killed, kind="transport accident")


def test_what_reports_tell_first_is_one_accident_whatever_its_toll() -> None:
    day = "2031-05-05"
    assert together(lead("a", "Arl", day, "58"), lead("b", "Arl", day, "24")) == [["a", "b"]]
    assert together(lead("a", "Arl", day, "58"), lead("b", None, day, "71")) == [["a", "b"]]
    assert together(lead("a", "Arl", day, "58"), lead("b", None, day, "3")) == [["a"], ["b"]]
    assert together(lead("a", "Arl", day, "58"), lead("b", "Besk", day, "71")) == [["a"], ["b"]]
    assert together(lead("a", "Arl", day, "58"), lead("b", "Arl", day, "600")) == [["a"], ["b"]]


def test_a_second_accident_of_the_day_makes_no_lead() -> None:
    one = lead("a", "Arl", "2031-05-05", "58").tell("Two died in a dinghy.", None, "2031-05-05", killed="2", kind="transport accident")
    assert ["a", "b"] not in together(one, lead("b", "Arl", "2031-05-05", "24"))


def test_a_night_belongs_to_both_of_its_days() -> None:
    early = Teller("a").tell("Sunday", "Arl", "2031-05-04", killed="35").write("night")
    early.text = early.text.replace("Sunday\nnight", "Sunday night")
    assert together(early, strike("b", day="2031-05-05")) == [["a", "b"]]
    assert together(strike("a", day="2031-05-04", killed="3"), strike("b", day="2031-05-05", killed="4")) == [["a"], ["b"]]


def test_news_without_a_day_is_of_the_day_before_where_tolls_are_near() -> None:
    undated = Teller("b", "2031-05-06").tell("A strike killed 31 people in b.", "Arl", None, killed="31")
    other = Teller("c", "2031-05-06").tell("Another one killed 4 people in c.", "Besk", None, killed="4")
    assert together(strike("a"), undated, other) == [["a", "b"], ["c"]]


def test_news_of_a_small_town_is_of_the_day_that_others_tell_whatever_its_toll() -> None:
    first, later = strike("a", killed="4+"), strike("b", killed="2", day=None)
    assert together(first, later) == [["a", "b"]]
    later.published = "2031-05-09"
    assert together(first, later) == [["a"], ["b"]]


def burn(id: str, town: str, named: str | None = None, killed: str = "9") -> Teller:
    """A report that leads with a fire, and names another town in a telling of long ago."""
    told = Teller(id).tell(f"A fire killed {killed} people, {id} says.", town, "2031-05-05", killed=killed, kind="fire")
    return told.tell("An old fire.", named, "2019-01-01", kind="fire", killed="4") if named else told


def test_what_reports_tell_first_is_one_where_one_names_the_others_town() -> None:
    assert together(burn("a", "Arl"), burn("b", "Besk", "Arl", "11")) == [["a", "b"], ["b"]]
    assert together(burn("a", "Arl"), burn("b", "Besk", "Corm", "11")) == [["a"], ["b"], ["b"]]
    assert together(burn("a", "Arl"), burn("b", "Besk", "Arl", "400")) == [["a"], ["b"], ["b"]]


def name_victim(id_: str, name: str, field: str = "killed", **facts: object) -> Teller:
    """An article that names one person, and him among the harmed."""
    teller = Teller(id_)
    position = teller.name(name)
    told = {"town": "Arl", "day": "2031-05-05", "killed": "1", "kind": "shooting"} | facts
    return teller.tell(f"A man died, {id_} says: 1.", **told, victims=[(field, position)])  # type: ignore[arg-type]


@pytest.mark.parametrize("facts", [{"town": "Besk"}, {"day": "2031-05-01"}, {"kind": "fire"}, {"town": None, "day": None}])
def test_one_person_s_death_is_one_incident_wherever_whenever_and_of_whatever_kind(facts: dict[str, str]) -> None:
    assert together(name_victim("a", "Omar Haddad"), name_victim("b", "Omar Haddad", **facts)) == [["a", "b"]]
    assert together(name_victim("a", "Omar Haddad"), name_victim("b", "Karim Saleh", **facts)) != [["a", "b"]]


def test_one_who_was_hurt_may_be_hurt_again() -> None:
    early, late = name_victim("a", "Omar Haddad", "injured"), {"field": "injured", "town": "Besk"}
    assert together(early, name_victim("b", "Omar Haddad", **late)) == [["a", "b"]]
    assert together(early, name_victim("b", "Omar Haddad", **late, day="2031-05-01")) == [["a"], ["b"]]


def test_a_surname_alone_is_nobody_s() -> None:
    assert together(name_victim("a", "Haddad"), name_victim("b", "Haddad", town="Besk")) == [["a"], ["b"]]


def test_accounts_name_their_victims_by_the_names_of_the_story() -> None:
    alignment = align(name_victim("a", "Omar Haddad"), name_victim("b", "Omar Haddad"))
    (incident,) = alignment.incidents
    (name,) = alignment.names
    assert [[(victim.name, victim.field) for victim in account.victims] for account in incident.accounts] == [[(name.id, "killed")]] * 2


def test_near_a_town_may_be_in_the_next() -> None:
    beside = {"killed": "9", "town": "Nearby"}
    assert together(strike("a", killed="9", near=True), strike("b", **beside)) == [["a", "b"]]
    (incident,) = align(strike("a", near=True), strike("b", near=True)).incidents
    assert incident.place is not None and incident.place.near
    (incident,) = align(strike("a", near=True), strike("b")).incidents
    assert incident.place is not None and not incident.place.near


def test_a_great_city_gives_its_name_to_the_towns_around_it() -> None:
    part = {"killed": "2", "kind": "fire"}
    assert together(strike("a", people=2_000_000, **part), strike("b", town="Nearby", **part)) == [["a", "b"]]
    assert together(strike("a", people=3_000, **part), strike("b", town="Nearby", **part)) == [["a"], ["b"]]


def test_a_day_long_after_one_died_is_of_something_else() -> None:
    early, late = name_victim("a", "Omar Haddad"), name_victim("b", "Omar Haddad", day="2031-05-06")
    (incident,) = align(early, late).incidents
    assert [account.when is not None for account in incident.accounts] == [True, True]
    trial = name_victim("b", "Omar Haddad", day="2032-05-06")
    (incident,) = align(early, trial).incidents
    assert [account.when and account.when.start for account in incident.accounts] == ["2031-05-05", None]
    assert incident.date is not None and incident.date.start == "2031-05-05"
