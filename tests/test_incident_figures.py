"""How incidents are judged against the labels of a set's rows."""

from datetime import date

import pytest

from crosswire.model import Figure, Place, Span

from datasets import Labelled, is_told, is_written
from incident_figures import is_figure, is_place, judge_rows


def figure(low: int | None, high: int | None) -> Figure:
    return Figure(low, high, Span("a", 0, 1, "x"))


@pytest.mark.parametrize(
    ("told", "label", "right"),
    [
        (figure(20, 20), 20, True),
        (figure(20, 20), 21, False),
        (figure(20, None), 20, True),
        (figure(21, None), 20, True),
        (figure(None, 20), 20, True),
        (figure(10, 15), 12, False),
        (None, 0, True),
        (None, 1, False),
    ],
)
def test_the_number_stated_is_what_counts(told: Figure | None, label: int, right: bool) -> None:
    assert is_figure(told, label) is right


def test_a_place_is_in_the_labelled_division_or_shares_the_words_of_the_labelled_town() -> None:
    division, abroad = Place("Scotland", "GB", None, None, None, "region"), Place("Scotland", "US", None, None, None, "region")
    assert is_place(division, Labelled(0, place="glasgow", division=True))
    assert not is_place(division, Labelled(0, place="cardiff", division=True))
    assert not is_place(abroad, Labelled(0, place="glasgow", division=True))
    assert is_place(Place("Taos", "US", None, None, None, "city"), Labelled(0, place="TAOS"))
    assert not is_place(Place("Tao", "US", None, None, None, "city"), Labelled(0, place="Taos"))
    assert not is_place(None, Labelled(0, place="Taos"))


def test_a_town_is_known_by_any_of_its_names() -> None:
    assert is_place(Place("Saint Louis County", "US", None, None, None, "second-order"), Labelled(0, place="ST. LOUIS COUNTY"))
    assert is_place(Place("Kyiv", "UA", 703448, None, None, "city"), Labelled(0, place="Kiev"))
    assert not is_place(Place("Kyiv", "UA", 703448, None, None, "city"), Labelled(0, place="Odesa"))


def test_a_town_near_the_seat_counts_as_its_division() -> None:
    near, far = (Place("Somewhere", "GB", 1, lat, -4.25, "city") for lat in (55.95, 57.0))
    labels = Labelled(0, place="Glasgow", division=True)
    assert is_place(near, labels) and not is_place(far, labels)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on 3 May a fire", True),
        ("May 3, 2024: a fire", True),
        ("On May 3rd, a fire", True),
        ("03-05-2024 A fire", True),
        ("on May 30 a fire", False),
        ("on 3 May 2023 a fire", False),
        ("on Friday a fire", False),
    ],
)
def test_a_day_is_told_where_itis_written_out(text: str, told: bool) -> None:
    assert is_written(date(2024, 5, 3), text) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("4 May 2024 A fire broke out on 3 May.", True),
        ("Agency 4.5.2024 A fire broke out on Friday.", True),
        ("4 May 2024 A fire broke out yesterday.", True),
        ("3 May 2024 A fire broke out today.", True),
        ("3 May 2024 A fire broke out.", False),
        ("4 May 2024 A fire broke out today.", False),
        ("04-05-2024 A fire broke out on Friday.", False),
        ("13 May 2024 A fire broke out on Friday.", False),
    ],
)
def test_the_day_at_a_texts_head_alone_does_not_tell_the_events(text: str, told: bool) -> None:
    assert is_told(date(2024, 5, 3), text) is told


def test_an_article_without_an_incident_tells_of_nobody() -> None:
    rows = [([], Labelled(0, 0, ("Taos",))), ([], Labelled(2, 0, ())), ([], Labelled(0, None, (), "2024-05-03", False))]
    assert judge_rows(rows) == {"day.elsewhere_not_wrong": 1.0, "injured": 1.0, "killed": 2 / 3, "place": 0.0}
