"""Small clusters join where they are clearly nearest and share rare names, whatever their size."""

from collections.abc import Callable

import numpy as np
from scipy import sparse

from crosswire.group import group_stories
from crosswire.group.namesakes import find_rare_names, join_namesakes
from crosswire.model import Sheet

WriteSheet = Callable[..., Sheet]

NAMES = {0: {"varnholm", "brandt", "ostrel"}, 1: {"varnholm", "brandt", "elvar"}, 2: {"murn"}, 3: set()}


def join(*alike: tuple[int, int, float]) -> list[int]:
    """The homes of four articles, each by itself at first, by how alike some of them are."""
    table = np.zeros((4, 4))
    for one, other, value in alike:
        table[one, other] = table[other, one] = value
    return join_namesakes(sparse.csr_array(table), np.arange(4), lambda position: NAMES[position]).tolist()


def test_shared_names_join_what_words_bring_near() -> None:
    assert join((0, 1, 0.2)) == [0, 0, 2, 3]


def test_names_alone_join_nothing() -> None:
    assert join((0, 1, 0.12)) == [0, 1, 2, 3]
    assert join((0, 1, 0.14)) == [0, 1, 2, 3]  # two names are too few there


def test_words_alone_join_nothing() -> None:
    assert join((0, 2, 0.25)) == [0, 1, 2, 3]


def test_two_as_near_are_no_choice() -> None:
    assert join((0, 1, 0.2), (0, 3, 0.18), (1, 3, 0.18)) == [0, 1, 2, 3]


def test_rare_names_are_written_with_a_capital_always(write_sheet: WriteSheet) -> None:
    text = "The Varnholm ferry sank. VARNHOLM MOURNS. A skerry near Skerry was hit, said Captain Ilse Brandvold of London."
    names = find_rare_names(write_sheet("x", text))
    assert {"varnholm", "brandvold"} <= names
    assert names.isdisjoint({"skerry", "london", "mourns", "mourn"})


def test_a_tabloid_and_an_agency_tell_one_wreck(write_sheet: WriteSheet) -> None:
    agency = write_sheet(
        "agency",
        "At least 31 people have died after a wooden ferry, the Elvira Skagen, capsized near Varnholm, governor Ilse Brandvold "
        "said on Tuesday. Divers resumed the search at dawn.",
    )
    tabloid = write_sheet(
        "tabloid",
        "HORROR AT SEA. Terrified mums clung to suitcases when the packed Elvira Skagen turned turtle in the dead of night off Varnholm. "
        "Governor Ilse Brandvold vowed that those to blame will pay.",
    )
    other = write_sheet("other", "A medieval library in Ostrel will close. The reading room needs a new roof, the curator said.")
    assert [group.articles for group in group_stories([agency, tabloid, other])] == [("agency", "tabloid"), ("other",)]
