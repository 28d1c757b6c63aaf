"""Weapons counted: how many were launched and how many intercepted."""

import pytest
from tests.readings import extract_text

END = " Two people were killed in Odesa."


def count(text: str) -> list[tuple[str, str, int | None, str]]:
    """The weapons of all incidents: what was done, the weapon, the lower bound, the words."""
    return [(m.field, m.group, m.low, m.span.text) for told in extract_text(text + END).incidents for m in told.munitions]


@pytest.mark.parametrize(
    ("text", "munitions"),
    [
        ("Russia fired 54 drones at Odesa on Monday.", [("launched", "drone", 54, "54")]),
        ("Fifty-four drones were launched at Odesa on Monday.", [("launched", "drone", 54, "Fifty-four")]),
        ("Gunners intercepted nine rockets over Odesa on Monday.", [("intercepted", "rocket", 9, "nine")]),
        ("Gunners shot down 9 of 12 missiles on Monday.", [("intercepted", "missile", 9, "9"), ("launched", "missile", 12, "12")]),
        ("The army bought 54 drones on Monday.", []),
    ],
)
def test_weapons_are_counted_by_what_was_done_with_them(text: str, munitions: list[tuple[str, str, int, str]]) -> None:
    assert count(text) == munitions


def test_every_count_rereads() -> None:
    sheet = extract_text("Russia fired 54 drones at Odesa on Monday. It said 41 of them were shot down." + END)
    spans = [counted.span for told in sheet.incidents for counted in told.munitions]
    assert [sheet.article.text[span.start : span.end] for span in spans] == [span.text for span in spans] == ["41", "54"]
