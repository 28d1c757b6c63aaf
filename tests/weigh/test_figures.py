"""What figures of one incident show, laid side by side."""

import pytest
from tests.align.sheets import Teller, align

from crosswire.model import Finding, Incident
from crosswire.weigh import weigh_story

DAYS = {"a": "2031-05-06", "b": "2031-05-06", "c": "2031-05-06", "d": "2031-05-08"}


def tell(id: str, killed: str | None, published: str | None = None, **facts: object) -> Teller:
    """One report of one strike; its words are its own."""
    words = f"{id} says that {(killed or 'some').strip('+≤')} people died, 2 of them children, and 4 were hurt, first thought 3."
    return Teller(id, published or DAYS[id]).tell(words, "Arl", "2031-05-05", killed=killed, **facts)


def weigh(*tellers: Teller) -> tuple[Incident, dict[str | None, Finding]]:
    """The one incident and its findings by field."""
    weighed = weigh_story([teller.close() for teller in tellers], align(*tellers), [])
    (incident,) = weighed.incidents
    return incident, {finding.field: finding for finding in weighed.findings}


def test_a_number_and_at_least_that_number_agree() -> None:
    incident, found = weigh(tell("a", "35"), tell("b", "35+"))
    assert (found["killed"].kind, found["killed"].independent, [side.value for side in found["killed"].sides]) == ("agrees", 2, ["35"])
    assert incident.killed is not None and incident.killed.best == 35


@pytest.mark.parametrize(
    "one, other, relation",
    [
        ("15+", "20", "compatible"),
        ("≤30", "20", "compatible"),
        ("10–15", "12", "compatible"),
        ("15", "20", "conflict"),
        ("21+", "20", "conflict"),
    ],
)
def test_numbers_that_differ(one: str, other: str, relation: str) -> None:
    incident, found = weigh(tell("a", one), tell("b", other))
    assert (found["killed"].kind, found["killed"].relation) == ("differs", relation)
    assert {side.value: side.articles for side in found["killed"].sides} == {one: ("a",), other: ("b",)}
    assert found["killed"].odd == ()
    assert incident.killed is not None and incident.killed.best is None


def test_a_higher_figure_that_came_out_later_is_an_update() -> None:
    assert weigh(tell("a", "35"), tell("d", "37"))[1]["killed"].relation == "update"
    assert weigh(tell("a", "37"), tell("d", "35"))[1]["killed"].relation == "conflict"


def test_a_lower_figure_repeated_later_still_is_conflict() -> None:
    assert weigh(tell("a", "37"), tell("d", "35"), tell("b", "35"))[1]["killed"].relation == "conflict"


def test_missing_who_were_found_by_a_later_report_are_an_update() -> None:
    words = "2 people died, 4 were missing, then 1."
    earlier = Teller("a", DAYS["a"]).tell(f"{words} At first.", "Arl", "2031-05-05", killed="2", missing="4")
    later = Teller("d", DAYS["d"]).tell(f"{words} Later.", "Arl", "2031-05-05", killed="2", missing="1")
    same_day = Teller("b", DAYS["b"]).tell(f"{words} As well.", "Arl", "2031-05-05", killed="2", missing="1")
    assert weigh(earlier, later)[1]["missing"].relation == "update"
    assert weigh(earlier, same_day)[1]["missing"].relation == "conflict"


def test_children_alone_are_of_another_scope() -> None:
    children = tell("a", "20", parts=[("children", "killed", "20")])
    assert weigh(children, tell("b", "35"))[1]["killed"].relation == "scope"


def test_fighters_are_not_compared_with_all_the_dead() -> None:
    fighters = tell("a", "20", parts=[("combatants", "killed", "20")])
    assert "killed" not in weigh(fighters, tell("b", "35"))[1]
    assert weigh(fighters, tell("b", "35", parts=[("combatants", "killed", "35")]))[1]["killed"].relation == "conflict"


def test_a_figure_that_says_what_it_replaces_is_an_update() -> None:
    update = tell("b", "4", replaces=[("killed", "3")])
    assert weigh(tell("a", "3"), update)[1]["killed"].relation == "update"
    other = tell("b", "4", replaces=[("injured", "3")])
    assert weigh(tell("a", "3"), other)[1]["killed"].relation == "conflict"


def test_numbers_a_counted_group_apart_are_of_another_scope() -> None:
    found = weigh(tell("a", "20"), tell("b", "18", parts=[]))[1]
    assert found["killed"].relation == "conflict"
    found = weigh(tell("a", "20", parts=[("children", "killed", "2")]), tell("b", "18"))[1]
    assert found["killed"].relation == "scope"
    assert "2 children" in found["killed"].why


def test_one_that_stands_alone_against_two_is_odd() -> None:
    incident, found = weigh(tell("a", "35"), tell("b", "35"), tell("c", "30"))
    assert (found["killed"].odd, found["killed"].independent) == (("c",), 3)
    assert incident.killed is not None and incident.killed.best == 35


def test_no_majority_leaves_best_open() -> None:
    assert _best("35", "35", "30", "30") is None
    assert _best("35", "35", "35", "30") == 35
    assert _best("35", "30", "31", "30") is None


def _best(*figures: str) -> int | None:
    incident, _ = weigh(*(tell("abcd"[i], figure, "2031-05-06") for i, figure in enumerate(figures)))
    assert incident.killed is not None
    return incident.killed.best


def test_up_to_is_nobodys_best() -> None:
    incident, _ = weigh(tell("a", "≤30"), tell("b", "≤30"))
    assert incident.killed is not None and incident.killed.best is None


def test_an_incident_that_one_article_tells() -> None:
    _, found = weigh(tell("a", "35"))
    assert [(f.kind, f.field, f.independent, f.sides[0].articles) for f in found.values()] == [("single source", None, 1, ("a",))]


def test_a_figure_that_one_of_two_gives() -> None:
    _, found = weigh(tell("a", "35"), tell("b", "35", injured="4"))
    assert {field: finding.kind for field, finding in found.items()} == {"killed": "agrees", "injured": "single source"}
    assert "Only The B gives injured (4) of the 2 articles" in found["injured"].why


def test_parts_are_compared_by_themselves() -> None:
    _, found = weigh(tell("a", "35", parts=[("children", "killed", "2")]), tell("b", "35", parts=[("children", "killed", "4")]))
    assert (found["killed: children"].kind, found["killed: children"].relation) == ("differs", "conflict")


def test_a_finding_keeps_its_id_when_more_speak_to_it() -> None:
    agrees = weigh(tell("a", "35"), tell("b", "35"))[1]["killed"]
    differs = weigh(tell("a", "35"), tell("b", "35"), tell("d", "37"))[1]["killed"]
    assert (agrees.kind, differs.kind) == ("agrees", "differs")
    assert agrees.id == differs.id
