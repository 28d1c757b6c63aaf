"""The command line: what it prints, and how it exits."""

import io
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from jsonschema import Draft202012Validator
from rich.console import Console
from tests.records import make_record
from typer.testing import CliRunner

import crosswire
from crosswire import model
from crosswire.cli import app
from crosswire.errors import NothingReadError
from crosswire.report.exports import EXPORTS, export_part
from crosswire.report.folders import FILES, write_folder
from crosswire.report.watching import watch
from crosswire.settings import Settings

RUNNER = CliRunner(env={"COLUMNS": "200", "CROSSWIRE_WORKERS": "", "TERM": "dumb"})


@pytest.fixture(autouse=True)
def runs(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[Path], Settings]]:
    """A pipeline that gives the record made by hand, or reads nothing where a path says so; and what it was called with."""
    calls: list[tuple[list[Path], Settings]] = []

    def run(paths: Sequence[Path], settings: Settings, progress: Callable[[str, int, int], None]) -> model.Record:
        calls.append((list(paths), settings))
        if "empty.txt" in [path.name for path in paths]:
            raise NothingReadError("No article could be read from empty.txt: \x1b[31m[red]it[/red] is empty.")
        for done in range(3):
            progress("read", done, 2)
        return make_record()

    fake = SimpleNamespace(run=run)
    monkeypatch.setitem(sys.modules, "crosswire.pipeline", fake)
    monkeypatch.setattr(crosswire, "pipeline", fake, raising=False)
    return calls


@pytest.fixture
def saved(tmp_path: Path) -> str:
    write_folder(make_record(), tmp_path / "saved")
    return str(tmp_path / "saved")


def test_build_writes_the_record_and_says_so(tmp_path: Path, runs: list[tuple[list[Path], Settings]]) -> None:
    out = tmp_path / "out"
    result = RUNNER.invoke(app, ["build", "a.txt", "b", "--out", str(out), "--workers", "3"])
    assert result.exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert runs == [([Path("a.txt"), Path("b")], Settings(workers=3))]
    assert "Differences" in result.stdout and "noise.pdf: It is a PDF" in result.stdout
    assert f"The page: {out / 'index.html'}" in result.stdout
    assert result.stderr == "read: 2 of 2\n"


def test_briefs_are_written_where_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = RUNNER.invoke(app, ["build", "a.txt", "--out", str(out), "--brief"])
    assert result.exit_code == 0 and f"The briefs: {out / 'briefs'}" in result.stdout
    assert [path.name for path in (out / "briefs").iterdir()] == ["s0000000001.html"]
    result = RUNNER.invoke(app, ["build", "a.txt", "--out", str(out)])
    assert "The briefs" not in result.stdout and not (out / "briefs").exists()


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["build", "a.txt", "--out", str(tmp_path / "out"), "--quiet"])
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out" / "record.json").exists()


def test_settings_come_from_the_file(tmp_path: Path, runs: list[tuple[list[Path], Settings]]) -> None:
    config = tmp_path / "c.toml"
    config.write_text('[crosswire]\nmodel = "other_model"\n', encoding="utf-8")
    assert RUNNER.invoke(app, ["build", "a", "--out", str(tmp_path / "o"), "--config", str(config)]).exit_code == 0
    assert runs[0][1].model == "other_model"


def test_nothing_read_is_one(tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["build", "empty.txt", "--out", str(tmp_path / "out")])
    assert result.exit_code == 1
    assert result.stderr == "crosswire: No article could be read from empty.txt: ␛[31m[red]it[/red] is empty.\n"
    assert list((tmp_path / "out").iterdir()) == []


def test_an_unexpected_error_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object) -> model.Record:
        raise ZeroDivisionError("a fault of crosswire itself")

    monkeypatch.setattr(sys.modules["crosswire.pipeline"], "run", fail)
    result = RUNNER.invoke(app, ["build", "a.txt", "--out", str(tmp_path / "out")])
    assert isinstance(result.exception, ZeroDivisionError) and result.exit_code == 1
    assert list((tmp_path / "out").iterdir()) == []


def test_a_wrong_setting_is_one(tmp_path: Path) -> None:
    config = tmp_path / "c.toml"
    config.write_text("[crosswire]\nspeed = 3\n", encoding="utf-8")
    result = RUNNER.invoke(app, ["build", "a", "--out", str(tmp_path / "o"), "--config", str(config)])
    assert result.exit_code == 1 and "sets 'speed'" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "a.txt"],
        ["build", "--out", "x"],
        ["build", "a.txt", "--out", "x", "--workers", "0"],
        ["build", "a.txt", "--out", "x", "--config", "none.toml"],
        ["build", "a.txt", "--out", __file__],
        ["show", "x", "everything"],
        ["why", "x"],
        ["show", "x", "--speaker", "Renk"],
        ["show", "x", "findings", "--speaker", "Renk"],
        ["export", "quotes", "--as", "pdf", "x", "--out", "y"],
        ["export", "weather", "--as", "csv", "x", "--out", "y"],
        ["export", "quotes", "--as", "csv", "x"],
        ["fly"],
        ["--fast"],
    ],
)
def test_wrong_usage_is_two(arguments: list[str]) -> None:
    assert RUNNER.invoke(app, arguments).exit_code == 2


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("story", ["s0000000001", "Ferry station struck", "The Reel"]),
        ("quotes", ["q0000000003", "not settled", "Go home,"]),
        ("incidents", ["i0000000001", "strike, Port Ambling, ZZ, 2031-05-05", "The Lamp: injured 20+"]),
        ("findings", ["f0000000002", "differs (compatible): injured", "15+: The Gull", "20 lies within at least 15."]),
    ],
)
def test_show(part: str, shown: list[str], saved: str) -> None:
    result = RUNNER.invoke(app, ["show", saved, part])
    assert result.exit_code == 0
    assert [words for words in shown if words not in result.stdout] == []


def test_show_without_a_part_shows_all(saved: str) -> None:
    result = RUNNER.invoke(app, ["show", saved])
    assert all(id in result.stdout for id in ("s0000000001", "q0000000001", "i0000000001", "f0000000003"))


def test_show_one_speaker(saved: str) -> None:
    result = RUNNER.invoke(app, ["show", saved, "quotes", "--speaker", "Renk"])
    assert result.exit_code == 0
    assert "q0000000001" in result.stdout and "q0000000002" in result.stdout and "q0000000003" not in result.stdout


def test_a_speaker_whom_nobody_quotes_is_one(saved: str) -> None:
    result = RUNNER.invoke(app, ["show", saved, "quotes", "--speaker", "Ida Rank"])
    assert result.exit_code == 1 and "Near: Ida Renk." in result.stderr


@pytest.mark.parametrize(("part", "form"), [(part, form) for part, forms in EXPORTS.items() for form in forms])
def test_export(part: str, form: str, saved: str, tmp_path: Path) -> None:
    out = tmp_path / "exported"
    result = RUNNER.invoke(app, ["export", part, "--as", form, saved, "--out", str(out)])
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_bytes() == export_part(make_record(), part, form)


def test_a_form_that_a_part_lacks_is_one(saved: str, tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["export", "quotes", "--as", "ged", saved, "--out", str(tmp_path / "out")])
    assert result.exit_code == 1 and "choose from csv, parquet, jsonld" in result.stderr


def test_an_export_that_cannot_be_written_is_one(saved: str, tmp_path: Path) -> None:
    result = RUNNER.invoke(app, ["export", "quotes", "--as", "csv", saved, "--out", str(tmp_path / "none" / "q.csv")])
    assert result.exit_code == 1 and "cannot be written" in result.stderr


def test_why(saved: str) -> None:
    result = RUNNER.invoke(app, ["why", saved, "f0000000002"])
    assert result.exit_code == 0 and "›at least 15‹" in result.stdout and "20 lies within at least 15." in result.stdout


def test_why_of_an_unknown_id_is_one(saved: str) -> None:
    result = RUNNER.invoke(app, ["why", saved, "zzz"])
    assert result.exit_code == 1 and "'zzz'" in result.stderr


@pytest.mark.parametrize("command", [["show"], ["why"]])
def test_a_folder_without_a_record_is_one(command: list[str], tmp_path: Path) -> None:
    result = RUNNER.invoke(app, [*command, str(tmp_path), *(["i1"] if command == ["why"] else [])])
    assert result.exit_code == 1 and "record.json cannot be read" in result.stderr


def test_schema() -> None:
    result = RUNNER.invoke(app, ["schema"])
    schema = json.loads(result.stdout)
    Draft202012Validator.check_schema(schema)
    assert set(schema["required"]) >= {"schema", "articles", "findings"}


def test_demo_builds_the_sample(tmp_path: Path, runs: list[tuple[list[Path], Settings]]) -> None:
    result = RUNNER.invoke(app, ["demo", "--out", str(tmp_path / "demo")])
    assert result.exit_code == 0 and (tmp_path / "demo" / "index.html").exists()
    assert runs[0][0][0].name == "articles"


def test_the_demo_opens_the_sample_as_a_package_gives_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package may lie in an archive: its folder is there only inside the block that asks for it."""
    entered: list[str] = []

    @contextmanager
    def open_folder() -> Iterator[Path]:
        entered.append("in")
        yield tmp_path / "unpacked"
        entered.append("out")

    monkeypatch.setattr("crosswire.sample.sample_folder", open_folder)
    assert RUNNER.invoke(app, ["demo", "--out", str(tmp_path / "demo")]).exit_code == 0
    assert entered == ["in", "out"]


def test_version_and_help() -> None:
    assert RUNNER.invoke(app, ["--version"]).stdout.startswith("crosswire ")
    helped = RUNNER.invoke(app, ["--help"])
    assert helped.exit_code == 0 and "crosswire build reports/ --out record" in helped.stdout
    assert "--install-completion" in helped.stdout
    for command in ("build", "demo", "export", "schema", "show", "why"):
        assert f"crosswire {command}" in RUNNER.invoke(app, [command, "--help"]).stdout


def test_a_person_watches_bars() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=80, _environ={})
    with watch(console, quiet=False) as progress:
        progress("read", 1, 2)
        progress("read", 2, 2)
        progress("[red]group", 0, 0)
    assert isinstance(console.file, io.StringIO)
    drawn = console.file.getvalue()
    assert "2/2" in drawn and "[red]group" in drawn


def test_a_file_gets_plain_lines() -> None:
    console = Console(file=io.StringIO(), force_terminal=False)
    with watch(console, quiet=False) as progress:
        for done in range(100):
            progress("read", done, 99)
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue() == "read: 99 of 99\n"


def test_build_hands_on_the_cache(tmp_path: Path, runs: list[tuple[list[Path], Settings]]) -> None:
    result = RUNNER.invoke(app, ["build", "a.txt", "--out", str(tmp_path / "out"), "--cache", "kept", "--quiet"])
    assert (result.exit_code, runs) == (0, [([Path("a.txt")], Settings(cache="kept"))])


def test_origins_draws_who_follows_whom(saved: str) -> None:
    result = RUNNER.invoke(app, ["origins", saved])
    assert result.exit_code == 0 and "shared passage: 2 outlets, one origin" in result.stdout
