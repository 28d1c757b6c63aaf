"""One incident for all stories whose reports tell it: by town, day and figures, and never by a guess."""

import pytest
from tests.align.sheets import Teller, align

from crosswire.align import join_mentions
from crosswire.model import Incident

DAY = "2031-05-05"


def tell(
    id: str, killed: str | None = "35", town: str | None = "Arl", day: str | None = DAY, published: str = "2031-05-06", **facts: str
) -> Teller:
    words = f"It killed {(killed or 'some').strip('+')} and hurt {facts.get('injured', 'some')} people in {id}."
    return Teller(id, published=published).tell(words, town, day, killed=killed, **facts)


def join(*stories: list[Teller]) -> list[tuple[Incident, ...]]:
    articles = {sheet.article.id: sheet.article for story in stories for teller in story for sheet in (teller.close(),)}
    return join_mentions([align(*story).incidents for story in stories], articles)


def list_accounts(stories: list[tuple[Incident, ...]]) -> list[list[list[str]]]:
    """The articles with an account of each incident, story by story."""
    return [sorted([account.article for account in incident.accounts] for incident in incidents) for incidents in stories]


def test_a_mention_joins_the_story_that_most_of_the_reports_are_of() -> None:
    own, other = [tell("b"), tell("c", killed="33")], [tell("a", killed="34+").tell("Another killed 2 there.", "Besk", DAY, killed="2")]
    assert list_accounts(join(own, other)) == [[["a", "b", "c"]], [["a"]]]
    assert list_accounts(join(other, own)) == [[["a"]], [["a", "b", "c"]]]


def test_what_is_joined_counts_every_account() -> None:
    (one,) = join([tell("b"), tell("c", killed="33")], [tell("a", killed="40", injured="9", published="2031-05-05")])[0]
    assert one.killed and (one.killed.low, one.killed.high) == (33, 40)
    assert one.injured and (one.injured.low, one.injured.high) == (9, 9)
    assert "both in Arl on 2031-05-05 and figures that fit" in one.why


def test_its_id_is_that_of_the_one_told_first_and_the_others_are_kept() -> None:
    early, late = [tell("a", published="2031-05-05")], [tell("b"), tell("c")]
    (first,), (second,) = align(*early).incidents, align(*late).incidents
    (one,) = join(early, late)[1]
    assert one.id == first.id
    assert {second.id, *second.was} <= set(one.was)


@pytest.mark.parametrize(
    "other",
    [
        tell("b", town="Besk"),
        tell("b", day="2031-05-04"),
        tell("b", killed="3"),
        tell("b", killed=None),
        tell("b", kind="capture"),
        tell("b", town=None),
        tell("b", day=None),
    ],
    ids=["town", "day", "toll", "no figure", "kind", "no town", "no day, in a war"],
)
def test_without_town_day_kind_and_a_figure_they_stay_apart(other: Teller) -> None:
    assert list_accounts(join([tell("a")], [other])) == [[["a"]], [["b"]]]


def test_what_is_no_war_s_needs_no_day_where_the_toll_is_the_same() -> None:
    told = [tell("a", kind="fire")]
    assert list_accounts(join(told, [tell("b", kind="fire", day=None)])) == [[["a", "b"]], []]
    assert list_accounts(join(told, [tell("b", kind="fire", day=None, killed="34")])) == [[["a"]], [["b"]]]
    assert list_accounts(join(told, [tell("b", kind="fire", day=None, published="2031-04-30")])) == [[["a"]], [["b"]]]


def test_no_guess_between_two_of_one_story() -> None:
    twice = [tell("a").tell("Another killed 36 there.", "Arl", DAY, killed="36")]
    assert list_accounts(join(twice, [tell("b", killed="34+")])) == [[["a"], ["a"]], [["b"]]]
    assert list_accounts(join(twice, [tell("b", killed="36")])) == [[["a"], ["a", "b"]], []]


def test_the_order_of_stories_changes_nothing() -> None:
    stories = [[tell("a")], [tell("b", killed="34+")], [tell("c", killed="36"), tell("d")]]
    there = {frozenset(one for one in incidents) for incidents in join(*stories)}
    assert there == {frozenset(one for one in incidents) for incidents in join(*reversed(stories))}
