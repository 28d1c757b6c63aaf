"""The record of the bundled sample is the one that was read and kept."""

from pathlib import Path

import pytest
from tests.golden.lines import render
from tests.reports import check, walk_spans

import crosswire
from crosswire.sample import sample_folder

GOLDEN = Path(__file__).parent / "sample.txt"


def test_the_sample_gives_the_golden_record(request: pytest.FixtureRequest) -> None:
    """After a change that is meant: `pytest tests/golden --rewrite-golden`, then read the diff."""
    with sample_folder() as folder:
        made = render(check(crosswire.build(folder)))
    if request.config.getoption("--rewrite-golden"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert made.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_kind_of_thing_has_lines() -> None:
    sections = GOLDEN.read_text(encoding="utf-8").split("== ")[1:]
    assert len(sections) == 13
    assert [section.split(" ==")[0] for section in sections if section.count("\n") < 2] == []


def test_spans_are_found_wherever_they_stand() -> None:
    span = {"article": "a", "start": 0, "end": 1, "text": "x"}
    assert walk_spans({"a": [span, {"b": span}]}) == [span, span]
