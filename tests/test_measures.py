"""No figure lies below its floor (measures.toml), where the folder of measurements is there."""

from pathlib import Path

import pytest

import measure
from datasets import SHARED
from pages import measure_bodies

FLOORS = measure.read_floors()
# Of a large set the short form; `make measure` takes the whole.
TESTED = [name for name in FLOORS if name not in measure.LARGE]


@pytest.mark.parametrize("name", TESTED)
def test_figures_reach_their_floors(name: str, tmp_path: Path) -> None:
    if missing := measure.find_missing(name, SHARED):
        pytest.skip(f"{missing} is not here: the floors of {name} are checked where it is")
    reached = measure.measure(name, measure.Workplace(SHARED, tmp_path, 1, measure.find_share(name)))
    below = {f: (reached.get(f), floor) for f, floor in FLOORS[name].items() if not measure.reaches(reached.get(f, 0.0), floor)}
    assert below == {}


def test_floors_only_rise() -> None:
    floors = {"a": {"x": 0.5, "y": 0.9}, "b": {"z": 0.1}}
    lifted = measure.lift_floors(floors, {"a": {"x": 0.71239, "y": 0.2, "new": 1.0}})
    assert lifted == {"a": {"x": 0.712, "y": 0.9}, "b": {"z": 0.1}}


def test_floors_are_written_as_they_are_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    copy = tmp_path / "measures.toml"
    copy.write_bytes(measure.FLOORS.read_bytes())
    monkeypatch.setattr(measure, "FLOORS", copy)
    measure.write_floors(FLOORS)
    assert copy.read_text(encoding="utf-8") == (measure.ROOT / "measures.toml").read_text(encoding="utf-8")


def test_every_set_has_floors() -> None:
    assert set(FLOORS) == set(measure.SETS)


def test_the_short_form_of_a_large_set_takes_every_eighth_text(tmp_path: Path) -> None:
    place = measure.Workplace(SHARED, tmp_path, 1, measure.find_share("fakes-short"))
    assert place.pick(range(20)) == [0, 8, 16]


def test_bodies_are_measured_by_runs_of_words() -> None:
    wanted = {"p": "one two three four five", "q": "six seven eight nine"}
    assert measure_bodies(wanted, wanted) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    half = measure_bodies(wanted, {"p": wanted["p"]})
    assert half["recall"] == 0.5
    assert half["precision"] == 1.0
