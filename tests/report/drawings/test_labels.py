"""Labels that keep clear of each other."""

import pytest

from crosswire.report.drawings.labels import Label, centre_label, measure_text, place_label, stack, surround
from crosswire.report.drawings.paths import Box

SHEET = Box(0.0, 0.0, 400.0, 300.0)


def place_dot(x: float, y: float, *taken: Box) -> Label:
    return place_label(surround("1", "Port Ambling", (x, y)), taken, SHEET)


def test_a_lone_label_stands_right_of_its_dot_with_the_name() -> None:
    label = place_dot(100.0, 100.0)
    assert (label.name, label.anchor, label.y, label.leader) == ("Port Ambling", "start", 100.0, None)
    assert label.x > 100


def test_near_the_edge_it_stands_on_the_other_side() -> None:
    assert place_dot(390.0, 100.0).anchor == "end"


def test_without_room_it_loses_the_name_then_moves_off_with_a_line_back() -> None:
    name = Box(110.0, 0.0, 400.0, 300.0)
    assert place_dot(100.0, 100.0, name, Box(0.0, 0.0, 60.0, 300.0)).name == ""
    crowd = Box(70.0, 70.0, 130.0, 130.0)
    far = place_dot(100.0, 100.0, crowd, Box(0.0, 0.0, 5.0, 300.0))
    assert far.leader is not None and far.leader[0] == (100.0, 100.0)
    assert far.box.overlap(crowd) == 0


def test_where_all_is_taken_it_covers_the_least() -> None:
    assert SHEET.holds(place_dot(200.0, 150.0, SHEET).box)


def test_an_area_keeps_its_label_on_the_sheet() -> None:
    label = place_label(stack("2", "somewhere in Kestrel", [(-20.0, 400.0)], SHEET), (), SHEET)
    assert SHEET.holds(label.box)
    assert label.name == "somewhere in Kestrel"


def test_wide_letters_take_more_room() -> None:
    assert measure_text("東京") > measure_text("To")
    assert centre_label("", "Tern", (200.0, 100.0), SHEET).box.width == pytest.approx(measure_text("Tern"))
