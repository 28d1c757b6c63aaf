"""Which of the places of one name an article means."""

from collections.abc import Mapping

import pytest
from tests.readings import make_report

from crosswire.annotate.contexts import MOST_CANDIDATES, support_places
from crosswire.model import Candidate, Place, PlaceMention

Known = Mapping[str, tuple[Candidate, ...]]


def town(name: str, country: str, region: int, people: int = 10_000) -> Candidate:
    return Candidate(Place(name, country, len(name) - region, 1.0, 1.0, "city"), people, region)


def wide(name: str, country: str, region: int | None, people: int = 1_000_000) -> Candidate:
    return Candidate(Place(name, country, None, 1.0, 1.0, "region" if region else "country"), people, region)


NORTH, SOUTH, ELSEWHERE, FAR = -1, -2, -3, -4
KNOWN: Known = {
    "Marlow": (town("Marlow", "AA", ELSEWHERE, 500_000), town("Marlow", "ZZ", NORTH), town("Marlow", "ZZ", SOUTH)),
    "Easton": (town("Easton", "BB", FAR, 400_000), town("Easton", "ZZ", NORTH)),
    "Pell": (town("Pell", "ZZ", NORTH),),
    "Norland": (wide("Norland", "ZZ", NORTH),),
    "Sudland": (wide("Sudland", "ZZ", SOUTH),),
    "Sud.": (wide("Sudland", "ZZ", SOUTH),),
    "Zedland": (wide("Zedland", "ZZ", None),),
}


def choose(text: str, *names: str) -> list[tuple[str, int | None]]:
    """Country and region of the first candidate of each name, in the order of the text."""
    article = make_report(text)
    mentions = []
    for name in names:
        start = text.index(name, mentions[-1].span.end if mentions else 0)
        mentions.append(PlaceMention(article.span(start, start + len(name)), KNOWN.get(name, ())))
    supported = support_places(mentions, text, lambda name: KNOWN.get(name, ()))
    assert [mention.span for mention in supported] == [mention.span for mention in mentions]
    firsts = [mention.candidates[0] for mention in supported]
    return [(first.place.country or "", first.region) for first in firsts]


def test_alone_the_largest_town_is_meant() -> None:
    assert choose("Rain fell in Marlow.", "Marlow") == [("AA", ELSEWHERE)]


def test_the_division_named_right_after_says_which() -> None:
    assert choose("Rain fell in Marlow, Sudland, and on.", "Marlow") == [("ZZ", SOUTH)]
    assert choose("Rain fell in Marlow (Norland).", "Marlow") == [("ZZ", NORTH)]
    assert choose("A man of Marlow, Sud. was seen.", "Marlow") == [("ZZ", SOUTH)]


def test_a_country_named_right_after_says_where_not_which() -> None:
    assert choose("Rain fell in Marlow, Zedland.", "Marlow")[0][0] == "ZZ"


def test_what_is_said_of_one_mention_holds_for_the_others() -> None:
    assert choose("Marlow wept. Rain fell in Marlow, Sudland.", "Marlow", "Marlow") == [("ZZ", SOUTH), ("ZZ", SOUTH)]


def test_the_other_places_of_the_article_say_which() -> None:
    assert choose("Roads from Marlow to Pell and Norland were shut.", "Marlow", "Pell", "Norland")[0] == ("ZZ", NORTH)


def test_names_that_are_all_shared_settle_where_all_have_a_place() -> None:
    text = "Police in Marlow, Easton and Pell met; Norland paid."
    assert choose(text, "Marlow", "Easton", "Pell", "Norland")[:2] == [("ZZ", NORTH), ("ZZ", NORTH)]


def test_a_name_that_nobody_knows_stays_without_candidates() -> None:
    text = "Rain fell in Quill."
    (mention,) = support_places([PlaceMention(make_report(text).span(13, 18), ())], text, lambda name: ())
    assert mention.candidates == ()


def test_no_more_candidates_are_kept_than_are_needed() -> None:
    text = "Rain fell in Marlow."
    many = tuple(town("Marlow", "ZZ", -number, number) for number in range(1, 40))
    (mention,) = support_places([PlaceMention(make_report(text).span(13, 19), many)], text, lambda name: ())
    assert len(mention.candidates) == MOST_CANDIDATES
    assert mention.candidates[0].population == 39


def locate(text: str, name: str) -> tuple[Candidate, ...]:
    mention = PlaceMention(make_report(text).span(text.index(name), text.index(name) + len(name)), KNOWN[name])
    (supported,) = support_places([mention], text, lambda word: KNOWN.get(word, ()))
    return supported.candidates


@pytest.mark.parametrize(
    "text", ["Rain fell in Pell, Sudland.", "PELL (Sudland) — Pell, Sud. was wet.", "Rain fell in Pell, Sudland, on Monday."]
)
def test_a_town_told_with_a_state_where_none_of_its_name_lies_is_none_of_them(text: str) -> None:
    assert locate(text, "Pell") == ()


@pytest.mark.parametrize("text", ["Rain fell in Pell, Sudland and Norland.", "Rain fell in Pell, Norland.", "Rain fell in Pell, Zedland."])
def test_in_a_list_the_next_name_is_no_state(text: str) -> None:
    assert locate(text, "Pell") != ()


def test_what_a_state_says_of_one_mention_holds_for_the_others_whatever_the_case() -> None:
    text = "PELL, Sudland. Pell was wet."
    mentions = [PlaceMention(make_report(text).span(start, start + 4), KNOWN["Pell"]) for start in (0, 15)]
    assert [mention.candidates for mention in support_places(mentions, text, lambda word: KNOWN.get(word, ()))] == [(), ()]


def test_a_foreign_town_only_called_so_elsewhere_is_not_meant() -> None:
    exonym = (town("Marlow", "AA", ELSEWHERE, 500_000),)
    article = make_report("Rain fell in Marlu and in Pell.")
    mentions = [PlaceMention(article.span(13, 18), exonym), PlaceMention(article.span(26, 30), KNOWN["Pell"])]
    strange, known = support_places(mentions, article.text, lambda word: ())
    assert (strange.candidates, [c.place.country for c in known.candidates]) == ((), ["ZZ"])
    named, _ = support_places(mentions, article.text, lambda word: (), ["AA"])
    assert [c.place.country for c in named.candidates] == ["AA"]
    (alone,) = support_places(mentions[:1], article.text, lambda word: ())
    assert [c.place.country for c in alone.candidates] == ["AA"]
