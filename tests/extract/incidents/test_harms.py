"""Figures of people harmed that take more than one word's grammar to read."""

import pytest
from tests.readings import read_text

from crosswire.extract.incidents import find_incidents


def find_killed(text: str) -> list[tuple[int | None, int | None]]:
    return [(one.killed.low, one.killed.high) for one in find_incidents(read_text(text)) if one.killed is not None]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Some 30 army and 39 rebel fighters were killed in clashes near Mopti on Monday.", (69, 69)),
        ("At least 40 government and militia fighters were killed near Gao on Monday.", (40, None)),
        ("In the province of Cusco 15 civilians were killed in a bus crash on Monday.", (15, 15)),
        ("Nine people were killed in Bergen on Monday in the deadliest shooting since the truce began.", (9, 9)),
        ("The death toll from the flood in Porto reached 33 on Monday.", (33, 33)),
        ("A total of 14 miners were killed in a fire in Pune on Monday.", (14, 14)),
        ("In Pune at least 50 fighters, most of them from Peru, were killed in army operations on Monday.", (50, None)),
        ("Twelve people are reported to have died in a fire in Porto on Monday.", (12, 12)),
        ("More than 1,400 are estimated to have been killed in the attack on Goma on Monday.", (1401, None)),
        ("The raid on Goma on Monday led to the death of five civilians.", (5, 5)),
        ("Twin blasts in Porto on Monday claimed four martyrs.", (4, 4)),
        ("Shelling has killed 346 people in Goma since Tuesday.", (346, 346)),
        ("The army managed to take the hill near Goma on Monday and kill 47 fighters.", (47, 47)),
    ],
)
def test_figures(text: str, killed: tuple[int | None, int | None]) -> None:
    assert find_killed(text) == [killed]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling has killed 346 people in Goma since the war began.",
        "Forces killed 900 people during the operation that began in March.",
        "The war resulted in the deaths of at least 600 people in Goma.",
        "A man spoke of the death of his father in Goma on Monday.",
        "A church in Porto learned on Sunday of the deaths of husband and wife Ana Reis and Rui Reis.",
    ],
)
def test_tolls_of_long_events_and_single_deaths_are_none(text: str) -> None:
    assert find_killed(text) == []


def test_people_who_come_to_those_told_are_not_the_figure() -> None:
    assert find_killed("A bomb killed nine people in Basra on Monday. Two more people died in hospital.") == [(9, 9)]
