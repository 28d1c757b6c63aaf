"""What no run may stumble over, from the files to the record: each is a problem that names its file, and the rest is read."""

import builtins
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.reports import Report, check
from typer.testing import CliRunner

import crosswire
from crosswire import pipeline
from crosswire.cli import app
from crosswire.errors import NothingReadError
from crosswire.report import folders

GOOD = (Report("amber"), Report("birch", styles=(1, 1, 1)))
POLISH = (
    "W poniedziałek rakieta uderzyła w blok mieszkalny w Lublinie. Zginęło 35 osób, a 60 zostało rannych, podali urzędnicy. "
    "„Odbudujemy każdą ścianę tej ulicy, zanim spadnie śnieg”, powiedziała burmistrz Ida Renkelsen. Strażacy przeszukiwali ruiny."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good reports."""
    folder = tmp_path / "in"
    folder.mkdir()
    for report in GOOD:
        report.write(folder)
    return folder


def build_bad(folder: Path) -> dict[str, Any]:
    """The record of a folder: the good reports must be in it as if they were alone."""
    record = check(crosswire.build(folder))
    (incident,) = [i for i in record["incidents"] if i["place"]["name"] == "Lublin"]
    assert {"amber", "birch"} <= {account["article"] for account in incident["accounts"]}
    return record


def list_problems(record: dict[str, Any]) -> dict[str, str]:
    return {problem["source"]: problem["problem"] for problem in record["problems"]}


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    "noise.txt": (bytes(range(256)) * 64, "not text"),
    "huge.txt": (b"A line of text.\n" * 3_200_000, "over the limit"),
    "page.html": (b"<body><nav><a href=/>Home</a></nav></body>", "without an article"),
    "deep.json": (b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
}


def test_files_that_cannot_be_read(folder: Path) -> None:
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "round.txt").symlink_to("round.txt")
    record = build_bad(folder)
    problems = list_problems(record)
    assert len(record["articles"]) == len(GOOD)
    assert sorted(problems) == sorted([*BAD, "round.txt"])
    assert [name for name, (_, said) in BAD.items() if said not in problems[name]] == []
    assert "loop" in problems["round.txt"]


def test_broken_lines_are_named_by_their_number(folder: Path) -> None:
    lines = [json.dumps({"id": "cedar", "text": GOOD[0].with_(id="cedar", styles=(2, 2, 1)).text}), '{"text": "no end', '{"text": ""}']
    (folder / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    record = build_bad(folder)
    assert {"amber", "birch", "cedar"} == {article["id"] for article in record["articles"]}
    said = [f"{problem['source']}: {problem['problem']}" for problem in record["problems"]]
    assert len(said) == 2 and "2" in said[0] and "3" in said[1]


def test_invalid_utf8_is_read_as_far_as_it_goes(folder: Path) -> None:
    (folder / "cedar.txt").write_bytes(GOOD[0].text.encode().replace(b"Renkelsen", b"Renk\xe9lsen"))
    record = build_bad(folder)
    assert "cedar" in {article["id"] for article in record["articles"]}


def test_a_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "locked.txt").write_text("words", encoding="utf-8")
    real = io.open

    def refuse(path: object, *args: object, **named: object) -> object:
        if str(path).endswith("locked.txt"):  # root may read everything, so permission is refused here
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    assert "permission" in list_problems(build_bad(folder))["locked.txt"]


def test_the_same_article_twice_counts_once(folder: Path) -> None:
    GOOD[0].with_(id="copy").write(folder)
    text = json.loads((folder / "amber.json").read_text(encoding="utf-8"))["text"]
    (folder / "copy.json").write_text(json.dumps({"id": "copy", "text": text, "published": "2031-05-06"}), encoding="utf-8")
    record = build_bad(folder)
    assert "same text" in list_problems(record)["copy.json"]
    killed = next(f for f in record["findings"] if f["field"] == "killed")
    assert (len(killed["sides"][0]["articles"]), killed["independent"]) == (3, 2)
    for kind in ("stories", "origins", "names", "quotes", "utterances", "incidents", "findings"):
        ids = [thing["id"] for thing in record[kind]]
        assert len(ids) == len(set(ids)), kind


def test_two_articles_with_one_id(folder: Path) -> None:
    (folder / "other.json").write_text(json.dumps({"id": "amber", "text": GOOD[1].with_(id="cedar").text}), encoding="utf-8")
    record = check(crosswire.build(folder))
    assert len({article["id"] for article in record["articles"]}) == 3
    assert set(list_problems(record)) == {"amber.json", "other.json"}


def test_a_foreign_article_is_kept_grouped_and_shown_but_not_extracted(folder: Path, tmp_path: Path) -> None:
    (folder / "polska.txt").write_text(POLISH, encoding="utf-8")
    record = build_bad(folder)
    assert {article["id"]: article["language"] for article in record["articles"]}["polska"] == "pl"
    assert "polska" in {article for story in record["stories"] for article in story["articles"]}
    accounts = [account for incident in record["incidents"] for account in incident["accounts"]]
    assert "polska" not in {told["article"] for told in [*record["quotes"], *accounts]}
    assert "no pipeline" in list_problems(record)["polska.txt"]
    crosswire.build(folder).save(tmp_path / "out")
    assert "Odbudujemy" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


ODD = {
    "one word": "Strike",
    "no space": "x" * 50_000,
    "numbers": "35 60 " * 2_000,
    "marks": "“‘„\"'«»" * 500,
    "unclosed": "“We will rebuild every wall " * 300,
    "furniture": "Share this article\n5 min read\nSign up to our newsletter",
    "right to left": "\u202eقال الوزير\u202c “We will rebuild” he said. \U0001f1fa\U0001f1e6 e\u0301\u0301\u0301 \u0000"[:-1],
    "lines": "\r\n\r\n".join(["Ida Renkelsen said", "“yes”", "in Lublin"] * 50),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_pass_through_every_stage(folder: Path, name: str) -> None:
    (folder / "odd.json").write_text(json.dumps({"id": "odd", "language": "en", "text": ODD[name]}), encoding="utf-8")
    record = build_bad(folder)
    assert "odd" in {article["id"] for article in record["articles"]}
    assert "odd.json" not in list_problems(record)


def test_hundreds_of_quotations_in_one_article(folder: Path) -> None:
    text = "\n".join(f"“We will rebuild wall {i},” Ida Renkelsen said." for i in range(800))
    (folder / "odd.json").write_text(json.dumps({"id": "odd", "language": "en", "text": text}), encoding="utf-8")
    record = build_bad(folder)
    assert sum(quote["article"] == "odd" for quote in record["quotes"]) == 800


def test_an_article_that_a_stage_fails_on_costs_nothing_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "odd.json").write_text(json.dumps({"id": "odd", "language": "en", "text": "Rain fell."}), encoding="utf-8")
    monkeypatch.setattr(pipeline, "extract_sheet", _fail_on("odd", pipeline.extract_sheet))
    record = build_bad(folder)
    assert "could not be parsed (ZeroDivisionError: oops)" in list_problems(record)["odd.json"]
    assert "odd" in {article for story in record["stories"] for article in story["articles"]}


def _fail_on(id: str, stage: Callable[..., Any]) -> Callable[..., Any]:
    def fail(reading: Any, *more: Any) -> Any:
        if reading.article.id == id:
            raise ZeroDivisionError("oops")
        return stage(reading, *more)

    return fail


def test_nothing_read_says_what_was_tried(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingReadError, match=r"empty\.txt"):
        crosswire.build(tmp_path)


@pytest.mark.parametrize("stage", ["extract_sheet", "group_stories", "align_story", "weigh_story"])
def test_an_interrupted_run_leaves_no_record(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    monkeypatch.setattr(pipeline, stage, _interrupt)
    assert run_interrupted(folder, tmp_path / "out") == []


def test_an_interrupted_writing_keeps_the_record_before(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    crosswire.build(folder / "amber.json").save(out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    monkeypatch.setattr(folders.os, "fsync", _interrupt)
    assert run_interrupted(folder, out) == sorted(before)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def _interrupt(*args: object) -> Any:
    raise KeyboardInterrupt


def run_interrupted(folder: Path, out: Path) -> list[str]:
    """What lies in the folder after a run that somebody stopped."""
    result = CliRunner().invoke(app, ["build", str(folder), "--out", str(out), "--quiet"])
    assert result.exit_code != 0
    return sorted(path.name for path in out.iterdir())
