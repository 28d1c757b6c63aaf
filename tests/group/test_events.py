"""Reports that open with people harmed in one town come together, whatever their words are."""

import pytest
from tests.align.sheets import Teller

from crosswire.group import group_stories

WIRE = "Police in Arl said on Monday that a gunman killed nine shoppers and hurt twelve at the covered market before officers shot him."
TABLOID = "Horror at the stalls of Arl: NINE dead after a madman ran amok between fruit and fish, and a dozen fight for life tonight."


def group(one: Teller, other: Teller) -> list[tuple[str, ...]]:
    return [story.articles for story in group_stories([one.close(), other.close()])]


def write(id: str, words: str, published: str | None, town: str = "Arl", day: str | None = None, killed: str = "9") -> Teller:
    return Teller(id, published).tell(words, town, day, killed=killed, injured="12")


def test_one_toll_in_one_town_is_one_story() -> None:
    assert group(write("a", WIRE, None), write("b", TABLOID, None)) == [("a", "b")]
    assert group(write("a", WIRE, None), write("b", TABLOID, None, killed="8")) == [("a",), ("b",)]


def test_a_small_town_is_not_in_the_news_twice_a_week() -> None:
    near = write("a", WIRE, "2031-05-06"), write("b", TABLOID, "2031-05-09", killed="7")
    assert group(*near) == [("a", "b")]
    far = write("a", WIRE, "2031-05-06"), write("b", TABLOID, "2031-05-29", killed="7")
    assert group(*far) == [("a",), ("b",)]


@pytest.mark.parametrize("other", [{"town": "Besk"}, {"day": "2031-05-02"}])
def test_another_town_or_day_is_another_story(other: dict[str, str]) -> None:
    one = write("a", WIRE, "2031-05-06", day="2031-05-05", killed="6")
    assert group(one, write("b", TABLOID, "2031-05-06", **other)) == [("a",), ("b",)]
