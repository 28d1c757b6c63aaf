"""The table of office-holders: what it says of a name and a day, and how a table that is none is told."""

from datetime import date
from pathlib import Path

import pytest

from crosswire.errors import SettingsError
from crosswire.weigh import read_terms
from crosswire.weigh.terms import explain_term

TABLE = """# An invented table.
office,country,name,from,to
president,KE,Amina Oduya,2022-09-13,
president,KE,Josphat Kirui|Joe Kirui,2012-04-09,2022-09-13
"""
OFFICE = ("president", "KE")


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "offices.csv").write_text(TABLE, encoding="utf-8")
    return str(tmp_path / "offices.csv")


def test_a_name_outside_its_term_is_told_with_the_span_and_who_held_it_then(path: str) -> None:
    told = explain_term(read_terms(path), OFFICE, "Joe Kirui", date(2024, 5, 16))
    assert told is not None
    assert "Joe Kirui (2012-04-09 to 2022-09-13)" in told
    assert "Amina Oduya (2022-09-13 to now)" in told


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Amina Oduya", date(2024, 5, 16)),  # in her term
        ("Amina Oduya", date(2022, 9, 12)),  # a day before it
        ("Lena Brandt", date(2024, 5, 16)),  # not in the table
        ("Kirui", date(2024, 5, 16)),  # no full name
        ("Amina Oduya", date(1999, 5, 16)),  # the table has nobody then
    ],
)
def test_nothing_is_said_where_the_table_does_not_say_it(path: str, name: str, day: date) -> None:
    assert explain_term(read_terms(path), OFFICE, name, day) is None


def test_own_rows_take_the_place_of_the_bundled_ones_for_their_office_alone(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("office,country,name,from,to\npresident,US,Ann Vole,2030-01-01,\n", encoding="utf-8")
    terms = read_terms(str(tmp_path / "own.csv"))
    assert [term.name for term in terms if (term.office, term.country) == ("president", "US")] == ["Ann Vole"]
    assert any(term.office == "vice president" for term in terms)


@pytest.mark.parametrize("text", ["name,from\nA,B\n", "office,country,name,from,to\npresident,KE,Amina Oduya,soon,\n", ""])
def test_a_table_that_is_none_is_told_with_what_to_do(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"bad\.csv"):
        read_terms(str(tmp_path / "bad.csv"))
