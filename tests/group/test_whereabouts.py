"""Reports of people harmed in places that neither names of the other are of two events, however alike their words."""

import numpy as np
import pytest
from scipy import sparse

from crosswire.group.whereabouts import Places, Whereabouts

HOME, AWAY = 0, 1


def place(at: list[list[int]], named: list[list[int]]) -> Places:
    """A row a report: the columns where it opens, and those that it names besides."""
    tables = [np.zeros((len(at), 2)) for _ in range(2)]
    for row, (there, also) in enumerate(zip(at, named, strict=True)):
        tables[0][row, there] = 1
        tables[1][row, [*there, *also]] = 1
    return Places(*(sparse.csr_array(table) for table in tables))


def locate(countries: Places, towns: Places | None = None, days: tuple[float, float] = (1, 1)) -> Whereabouts:
    return Whereabouts(countries, towns or countries, np.array(days))


BOTH = np.array([0, 1])


@pytest.mark.parametrize(
    ("at", "named", "apart"),
    [
        ([[HOME], [AWAY]], [[], []], True),
        ([[HOME], [HOME]], [[], []], False),
        ([[HOME], [AWAY]], [[AWAY], []], False),
        ([[HOME], [AWAY]], [[], [HOME]], False),
        ([[HOME], []], [[], []], False),
    ],
)
def test_two_countries_are_apart_where_neither_report_names_the_others(at: list[list[int]], named: list[list[int]], apart: bool) -> None:
    found = locate(place(at, named))
    assert found.compare(BOTH, BOTH).tolist() == [[False, apart], [apart, False]]
    assert found.compare_pairs(BOTH[:1], BOTH[1:]).tolist() == [apart]


@pytest.mark.parametrize(("days", "apart"), [((10, 17), False), ((10, 18), True), ((2, 364), False), ((np.nan, 18), False)])
def test_two_towns_of_a_country_are_apart_after_a_week(days: tuple[float, float], apart: bool) -> None:
    found = locate(place([[HOME], [HOME]], [[], []]), place([[HOME], [AWAY]], [[], []]), days)
    assert found.compare_pairs(BOTH[:1], BOTH[1:]).tolist() == [apart]


def test_articles_put_together_are_where_any_of_them_is() -> None:
    found = locate(place([[HOME], [AWAY]], [[], []]), days=(10, 12))
    means = sparse.csr_array(np.array([[0.5, 0.5]]))
    whole = found.condense(np.array([0, 0]), means)
    assert whole.days.tolist() == [11]
    assert whole.compare(np.array([0]), np.array([0])).tolist() == [[False]]
