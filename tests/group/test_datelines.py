"""A day told without its year, or in digits that may be two days, gets what is missing from the days of the story."""

from datetime import date

import pytest

from crosswire.group.datelines import find_told_day

KNOWN = [date(2030, 5, 14), date(2030, 5, 15)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("VALE, Land, May 14 (Agency) - The river rose.", date(2030, 5, 14)),
        ("The river rose\nPORT VALE May 15\nIt rose again.", date(2030, 5, 15)),
        ("14:20 15 May\nThe river rose.", date(2030, 5, 15)),
        ("The river rose.\nUpdated on: 12/05/2030 - 19:12", date(2030, 5, 12)),
        ("AGY - 15/5/2030 - The river rose.", date(2030, 5, 15)),
    ],
)
def test_a_day_told_in_part_is_the_one_near_the_storys(text: str, day: date) -> None:
    found = find_told_day(text, KNOWN)
    assert found is not None
    assert found[0] == day
    assert found[1] in text


@pytest.mark.parametrize(
    "text",
    ["VALE, Land, March 3 (Agency) - The river rose.", "The river rose on May 14.", "The river rose to 12/5/2030 marks of the gauge."],
)
def test_other_days_date_no_report(text: str) -> None:
    assert find_told_day(text, KNOWN) is None
