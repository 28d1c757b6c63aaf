"""crosswire as a library."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.records import make_record

import crosswire
from crosswire import model
from crosswire.errors import RecordError
from crosswire.settings import Settings


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], Settings]]:
    """A pipeline that gives the record made by hand, and what it was called with."""
    calls: list[tuple[list[Path], Settings]] = []

    def run(paths: Sequence[Path], settings: Settings, progress: Callable[[str, int, int], None]) -> model.Record:
        calls.append((list(paths), settings))
        progress("read", 1, 1)
        return make_record()

    fake = SimpleNamespace(run=run)
    monkeypatch.setitem(sys.modules, "crosswire.pipeline", fake)
    monkeypatch.setattr(crosswire, "pipeline", fake, raising=False)
    monkeypatch.delenv("CROSSWIRE_WORKERS", raising=False)
    return calls


def test_build_save_and_load(runs: list[tuple[list[Path], Settings]], tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []
    record = crosswire.build(["one.txt", Path("two")], workers=2, progress=lambda *step: seen.append(step))
    assert runs == [([Path("one.txt"), Path("two")], Settings(workers=2))] and seen == [("read", 1, 1)]
    record.save(tmp_path)
    loaded = crosswire.Record.load(str(tmp_path))
    assert loaded == record and isinstance(loaded, crosswire.Record) and isinstance(loaded, model.Record)
    assert not hasattr(loaded, "__dict__")


def test_a_record_is_saved_with_its_briefs(runs: list[tuple[list[Path], Settings]], tmp_path: Path) -> None:
    crosswire.build("folder").save(tmp_path, brief=True)
    assert [path.name for path in (tmp_path / "briefs").iterdir()] == ["s0000000001.html"]


def test_one_path_need_not_stand_in_a_list(runs: list[tuple[list[Path], Settings]]) -> None:
    crosswire.build("folder")
    assert runs[0][0] == [Path("folder")]


def test_loading_what_is_no_record_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read"):
        crosswire.Record.load(tmp_path)


def test_the_package_has_what_it_says_and_nothing_else() -> None:
    assert crosswire.__version__ and callable(crosswire.build)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = crosswire.nothing


def test_importing_it_loads_no_model() -> None:
    code = "import sys, crosswire.cli, crosswire.library; sys.exit(bool({'spacy', 'numpy', 'crosswire.pipeline'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, check=False).returncode == 0
