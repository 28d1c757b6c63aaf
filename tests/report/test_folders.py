"""The output folder: five files and the briefs, whole or as they were."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.records import make_record

from crosswire.errors import RecordError
from crosswire.model import Record
from crosswire.report.folders import FILES, write_folder
from crosswire.report.jsons import load_record


def test_five_files_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    write_folder(make_record(), out)
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert sorted(FILES) == ["findings.csv", "incidents.csv", "index.html", "quotes.csv", "record.json"]


def test_the_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(make_record(), tmp_path / name)
    assert [(tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in FILES] == [True] * 5


def test_briefs_are_written_where_wanted(tmp_path: Path) -> None:
    write_folder(make_record(), tmp_path, brief=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*FILES, "briefs"])
    assert [path.name for path in (tmp_path / "briefs").iterdir()] == ["s0000000001.html"]


def test_briefs_of_an_earlier_run_are_removed_and_nothing_else(tmp_path: Path) -> None:
    record = make_record()
    write_folder(record, tmp_path, brief=True)
    write_folder(replace(record, stories=(replace(record.stories[0], id="s0000000002"),)), tmp_path, brief=True)
    assert [path.name for path in (tmp_path / "briefs").iterdir()] == ["s0000000002.html"]
    write_folder(record, tmp_path)
    assert not (tmp_path / "briefs").exists()
    own = tmp_path / "briefs" / "notes.html"
    own.parent.mkdir()
    own.write_text("mine", encoding="utf-8")
    write_folder(record, tmp_path, brief=True)
    write_folder(record, tmp_path)
    assert list(own.parent.iterdir()) == [own] and own.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interrupted_save_leaves_the_old_briefs(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = make_record()
    write_folder(record, tmp_path, brief=True)
    old = (tmp_path / "briefs" / "s0000000001.html").read_bytes()

    def fail(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(KeyboardInterrupt):
        write_folder(replace(record, stories=(replace(record.stories[0], title="Another"),)), tmp_path, brief=True)
    assert [path.read_bytes() for path in (tmp_path / "briefs").iterdir()] == [old]


def test_a_file_in_the_place_of_the_briefs_is_said(tmp_path: Path) -> None:
    (tmp_path / "briefs").write_text("mine", encoding="utf-8")
    with pytest.raises(RecordError, match="cannot be written"):
        write_folder(make_record(), tmp_path, brief=True)
    assert [path.name for path in tmp_path.iterdir()] == ["briefs"]
    write_folder(make_record(), tmp_path)
    assert (tmp_path / "briefs").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError("disk full")])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_interrupted_save_leaves_the_old_record(
    step: str, error: type[BaseException] | OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(make_record(), tmp_path)

    def fail(*args: object) -> None:
        raise error

    monkeypatch.setattr(os, step, fail)
    with pytest.raises((KeyboardInterrupt, RecordError)):
        write_folder(Record(), tmp_path)
    assert load_record(tmp_path) == make_record()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(RecordError, match=r"out cannot be written .*another folder"):
        write_folder(make_record(), tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"
