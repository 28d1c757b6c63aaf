"""What cannot be read is a problem that names the file and says what to do; what stands beside it is read."""

import gzip
import json
import os
from pathlib import Path

import pytest

from crosswire.model import Page, Problem
from crosswire.read import files, read_inputs
from crosswire.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text("A good report, kept whatever lies beside it.", encoding="utf-8")
    return tmp_path


def read_bad(folder: Path, kept: int = 1, settings: Settings | None = None) -> tuple[list[Page], list[Problem]]:
    """All of the folder, in which the good article must be; every problem must say what to do."""
    pages, problems = read_inputs([folder], settings)
    assert "good" in [page.article.id for page in pages]
    assert len(pages) == kept
    assert all(problem.problem.endswith(".") and len(problem.problem) > 25 for problem in problems)
    assert not any("made crosswire fail" in problem.problem for problem in problems)
    return pages, problems


BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.md": (b" \r\n\t\n", "is empty"),
    "report.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
    "notes.txt": (b"PK\x03\x04\x14\x00\x06\x00", "a zip archive"),
    "noise.txt": (bytes(range(256)) * 8, "not text"),
    "null.txt": (b"words\x00and more words", "binary data"),
    "bell.txt": (b"\x01\x02\x03\x07 words and more words", "binary data"),
    "broken.json": (b'{"text": "no end', "broken JSON (line 1"),
    "deep.json": (b"[" * 100_000 + b"]" * 100_000, "nested too deep"),
    "deeper.json": (b'{"a":' * 100_000, "nested too deep"),
    "number.json": (b'{"text": ' + b"9" * 5000 + b"}", "number too long"),
    "other.json": (b'{"title": "no text"}', "holds no text"),
    "word.json": (b'"just a string"', "a string"),
    "graph.json": (b'{"@graph": [{"@type": "WebSite"}]}', "holds no article"),
    "bodiless.json": (b'{"@type": "NewsArticle", "headline": "x"}', "articleBody"),
    "textless.csv": (b"id,title\n1,2\n", "no column named text"),
    "empty.csv": (b"\n\n", "is empty"),
    "empty.jsonl": (b"\n\n", "is empty"),
    "plain.jsonl.gz": (b"not gzip at all", "broken gzip"),
    "nothing.html": (b"<!-- -->", "no web page"),
    "links.html": (b"<body><nav><a href=/>Home</a> <a href=/a>World</a></nav><p>Log in</p></body>", "without an article"),
    "paper.pdf": (b"%PDF-1.7", "not a kind of file"),
    "picture.png": (b"\x89PNG", "not a kind of file"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_one_problem(folder: Path, name: str) -> None:
    data, said = BAD[name]
    (folder / name).write_bytes(data)
    _, problems = read_bad(folder)
    assert [problem.source for problem in problems] == [name]
    assert said in problems[0].problem


def test_all_bad_files_at_once(folder: Path) -> None:
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    _, problems = read_bad(folder)
    assert [problem.source for problem in problems] == sorted(BAD)


def test_fifty_megabytes(folder: Path) -> None:
    (folder / "big.txt").write_bytes(b"A line of text.\n" * 3_200_000)
    _, problems = read_bad(folder)
    assert problems == [Problem("big.txt", "is 51 MB large, over the limit of 20 MB: split it into its articles.")]


def test_one_long_article(folder: Path) -> None:
    (folder / "long.txt").write_text("word " * 100, encoding="utf-8")
    _, problems = read_bad(folder, settings=Settings(max_text=200))
    assert "has 500 characters of text, over the limit of 200" in problems[0].problem


def test_invalid_utf8_is_kept_and_told(folder: Path) -> None:
    (folder / "bad.txt").write_bytes("Café – “so” it said ".encode() + b"\xff and went on.")
    pages, problems = read_bad(folder, kept=2)
    assert pages[0].article.text == "Café – “so” it said \ufffd and went on."
    assert "not valid UTF-8 (first at byte 27)" in problems[0].problem


def test_broken_lines_have_their_numbers(folder: Path) -> None:
    lines = [b'{"text": "one"}', b"{broken", b"", b"[" * 100_000, b'{"text": "a\\u0000b"}', b'{"text": 5}', b"7", b'{"text": "eight"}']
    (folder / "l.jsonl").write_bytes(b"\n".join(lines))
    pages, problems = read_bad(folder, kept=3)
    assert [page.article.text for page in pages][1:] == ["one", "eight"]
    assert [problem.source for problem in problems] == ["l.jsonl#2", "l.jsonl#4", "l.jsonl#5", "l.jsonl#6", "l.jsonl#7"]
    assert problems[0].problem.startswith("line 2 is broken JSON")


@pytest.mark.parametrize("name", ["w.jsonl", "w.csv"])
def test_line_over_the_limit(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (files, __import__("crosswire.read.rows", fromlist=["x"])):
        monkeypatch.setattr(module, "MOST_BYTES", 100)
    rows = [b'{"text": "one"}', b'{"text": "' + b"x" * 500 + b'"}', b'{"text": "three"}']
    (folder / name).write_bytes(b"\n".join(rows) if name == "w.jsonl" else b"text\none\n" + b"x" * 500 + b"\nthree\n")
    pages, problems = read_bad(folder, kept=3 if name == "w.jsonl" else 2)
    assert "one" in [page.article.text for page in pages]
    assert "over the limit" in problems[0].problem


def test_field_over_the_csv_modules_own_limit(folder: Path) -> None:
    import csv

    before = csv.field_size_limit()
    (folder / "t.csv").write_text('text\n"' + "long " * 50_000 + '"\nshort\n', encoding="utf-8")
    _, problems = read_bad(folder, kept=3)
    assert problems == [] and csv.field_size_limit() == before


def test_quotation_mark_that_is_never_closed(folder: Path) -> None:
    (folder / "t.csv").write_text('text\n"A ""whole""\nrow"\n5" of rain\n"open\nand open\n', encoding="utf-8")
    pages, problems = read_bad(folder, kept=4)
    assert [page.article.text for page in pages[1:]] == ['A "whole"\nrow', '5" of rain', "open\nand open\n"]
    assert [problem.source for problem in problems] == ["t.csv#3"] and "never closed" in problems[0].problem


def test_rows_without_text(folder: Path) -> None:
    (folder / "t.csv").write_text("id,text\na,\nb,  \nc,words\nd\n", encoding="utf-8")
    _, problems = read_bad(folder, kept=2)
    assert [problem.source for problem in problems] == ["t.csv#1", "t.csv#2", "t.csv#4"]
    assert all("has no text" in problem.problem for problem in problems)


def test_truncated_gzip_keeps_the_lines_before(folder: Path) -> None:
    data = gzip.compress(b"".join(json.dumps({"text": f"report {n}", "noise": os.urandom(40).hex()}).encode() + b"\n" for n in range(400)))
    (folder / "t.jsonl.gz").write_bytes(data[: len(data) // 2])
    pages, problems = read_inputs([folder])
    assert 100 < len(pages) < 400
    assert "broken gzip archive" in " ".join(problem.problem for problem in problems if problem.source == "t.jsonl.gz")


def test_lone_surrogates_are_replaced_and_told(folder: Path) -> None:
    (folder / "s.json").write_text('{"text": "a \\ud83d b \\ud83d\\ude00", "title": "\\udc00 title"}', encoding="utf-8")
    pages, problems = read_bad(folder, kept=2)
    assert (pages[1].article.text, pages[1].article.title) == ("a \ufffd b 😀", "\ufffd title")
    assert [problem.source for problem in problems] == ["s.json"] and "surrogates" in problems[0].problem


@pytest.mark.parametrize("given", ["nonsense", "3/4/2024", "0001-01-01", "2024-02-31", "1970-01-01T00:00:00Z", "May 2024", "yesterday"])
def test_date_that_is_none(folder: Path, given: str) -> None:
    (folder / "d.json").write_text(json.dumps({"text": "words", "published": given}), encoding="utf-8")
    pages, problems = read_bad(folder, kept=2)
    assert (pages[0].article.published, pages[0].article.published_from) == (None, None)
    assert repr(given) in problems[0].problem


@pytest.mark.parametrize("name", ["locked.txt", "locked.csv", "locked.jsonl", "locked.jsonl.gz", "locked.html", "locked.json"])
def test_no_permission(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins
    import io

    real = io.open

    def refuse(path: object, *args: object, **named: object) -> object:
        if str(path).endswith(name):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args, **named)  # type: ignore[call-overload]

    (folder / name).write_text("text\n", encoding="utf-8")
    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    _, problems = read_bad(folder)
    assert [problem.source for problem in problems] == [name]
    assert "no permission to read" in problems[0].problem


def test_folder_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "closed").mkdir()
    real = os.listdir

    def refuse(path: str) -> list[str]:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "listdir", refuse)
    _, problems = read_bad(folder)
    assert problems[0].source == "closed" and "permission to list" in problems[0].problem


def test_links(folder: Path) -> None:
    (folder / "round").symlink_to("round")
    (folder / "ping").symlink_to("pong")
    (folder / "pong").symlink_to("ping")
    (folder / "below").mkdir()
    (folder / "below" / "up").symlink_to("..")
    (folder / "lost.txt").symlink_to("nowhere.txt")
    _, problems = read_bad(folder)
    assert [problem.source for problem in problems] == ["below/up", "lost.txt", "ping", "pong", "round"]
    assert ["loop" in problem.problem for problem in problems] == [True, False, True, True, True]


def test_special_file_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    _, problems = read_bad(folder)
    assert "no ordinary file" in problems[0].problem


def test_missing_path_and_wrong_kind_given_by_name(folder: Path) -> None:
    (folder / "image.png").write_bytes(b"\x89PNG")
    pages, problems = read_inputs([folder / "good.txt", folder / "absent.txt", folder / "image.png"])
    assert len(pages) == 1
    assert [problem.source for problem in problems] == ["absent.txt", "image.png"]
    assert "does not exist" in problems[0].problem and ".jsonl.gz" in problems[1].problem


def test_a_fault_of_the_readers_own_costs_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from crosswire.read import formats

    def fail(item: object) -> object:
        raise ZeroDivisionError("oops")

    monkeypatch.setitem(formats.READERS, ".md", fail)
    (folder / "x.md").write_text("words", encoding="utf-8")
    pages, problems = read_inputs([folder])
    assert len(pages) == 1 and "ZeroDivisionError" in problems[0].problem


def test_nothing_at_all(tmp_path: Path) -> None:
    assert read_inputs([]) == ([], [])
    assert read_inputs([tmp_path]) == ([], [])
