"""Where a report was sent from and when, ahead of its first sentence."""

import pytest

from crosswire.model import find_dateline


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("LISBON, Portugal (Agency) — Floods", None, "LISBON"),
        ("PORT VALE, Land, March 15, 2024 (Agency) - Floods", "March 15, 2024", "PORT VALE"),
        ("Vale, 15-3-2024 (Agency)- The river", "15-3-2024", None),
        ("Vale (Agency) – The river", None, None),
        ("VALE/LISBON, Feb 22 (Agency) — The river", "Feb 22", None),
        ("March 15, 2024 (PORT VALE) – The river", "March 15, 2024", "PORT VALE"),
        ("HILLS September 02. 2024 (Agency) - The river", "September 02. 2024", "HILLS"),
        ("Vale — Friday, 15 March 2024. The river", "15 March 2024", None),
        ("VALE - 15 March 2024. The river", "15 March 2024", "VALE"),
        ("VALE (HL), March 15 (AGC) Floods", "March 15", "VALE"),
    ],
)
def test_a_dateline_gives_its_day_and_a_place_in_capitals(text: str, day: str | None, place: str | None) -> None:
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert (text[slice(*found.day)] if found.day else None) == day
    assert (text[slice(*found.place)] if found.place else None) == place
    assert text[found.end :].startswith(("Floods", "The river"))


@pytest.mark.parametrize(
    "text", ["NATO-led forces hit a base - again", "Lisbon - the capital - was dry", "May 3 - four men died", "VALE: At least four died"]
)
def test_other_dashes_make_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None
