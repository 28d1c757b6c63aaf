"""Ids, names of inputs, and articles that are met more than once."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from crosswire.read import read_inputs


def write(path: Path, text: str = "Some words.", **fields: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"text": text, **fields}) if path.suffix == ".json" else text, encoding="utf-8")
    return path


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_id_is_the_given_one_else_of_the_address_else_the_stem(tmp_path: Path) -> None:
    url = "https://lantern.example/a"
    write(tmp_path / "a.json", "one", id="x", url=url)
    write(tmp_path / "b.json", "two", url=url)
    write(tmp_path / "c.d.json", "three")
    pages, _ = read_inputs([tmp_path])
    assert {page.article.text: page.article.id for page in pages} == {"one": "x", "two": digest(url)[:12], "three": "c.d"}
    assert {page.article.text: page.article.sha256 for page in pages}["one"] == digest("one")


def test_two_articles_with_one_id_both_change_theirs(tmp_path: Path) -> None:
    write(tmp_path / "a.json", "one", id="x")
    write(tmp_path / "b.json", "two", id="x")
    pages, problems = read_inputs([tmp_path])
    expected = {f"x-{digest(text)[:6]}": text for text in ("one", "two")}
    assert {page.article.id: page.article.text for page in pages} == expected
    assert [problem.source for problem in problems] == ["a.json", "b.json"]
    assert all(new in problem.problem for problem in problems for new in expected)


def test_new_id_that_is_taken_gets_more_digits(tmp_path: Path) -> None:
    write(tmp_path / "a.json", "one", id="x")
    write(tmp_path / "b.json", "two", id="x")
    write(tmp_path / "c.json", "three", id=f"x-{digest('one')[:6]}")
    pages, _ = read_inputs([tmp_path])
    assert sorted(page.article.id for page in pages) == sorted(
        [f"x-{digest('one')[:6]}", f"x-{digest('one')[:7]}", f"x-{digest('two')[:7]}"]
    )


def test_one_file_by_two_paths_is_read_once_and_silently(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "z-link.txt").symlink_to(path)
    pages, problems = read_inputs([path, tmp_path / "in", tmp_path / "in" / ".." / "in" / "a.txt"])
    assert ([page.article.source for page in pages], problems) == (["a.txt"], [])


def test_the_same_article_twice_is_read_once_and_told(tmp_path: Path) -> None:
    write(tmp_path / "a.json", "one", id="x")
    write(tmp_path / "b.json", "one", id="x")
    pages, problems = read_inputs([tmp_path])
    assert [(page.article.id, page.article.source) for page in pages] == [("x", "a.json")]
    assert [problem.source for problem in problems] == ["b.json"] and "same article as a.json" in problems[0].problem


def test_one_text_in_two_files_is_two_articles(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    pages, problems = read_inputs([tmp_path])
    assert [page.article.id for page in pages] == ["a", "b"]
    assert [problem.source for problem in problems] == ["b.txt"] and "same text as a.txt" in problems[0].problem


def test_one_text_under_one_name_in_two_folders_is_two_articles(tmp_path: Path) -> None:
    for outlet in ("post", "courier"):
        write(tmp_path / outlet / "001.txt")
    pages, problems = read_inputs([tmp_path])
    new = f"001-{digest('Some words.')[:6]}"
    assert [(page.article.id, page.article.source) for page in pages] == [(new, "courier/001.txt"), (f"{new}-2", "post/001.txt")]
    assert len(problems) == 3


def test_source_is_the_path_below_the_given_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in" / "sub" / "a.txt")
    write(tmp_path / "in" / ".hidden" / "b.txt")
    write(tmp_path / "in" / ".c.txt")
    absolute = read_inputs([tmp_path / "in"])
    monkeypatch.chdir(tmp_path)
    assert read_inputs([Path("in")]) == absolute
    monkeypatch.chdir(tmp_path / "in" / "sub")
    assert read_inputs([Path("..")]) == absolute
    assert [page.article.source for page in absolute[0]] == ["sub/a.txt"] and absolute[1] == []


def test_files_of_one_name_from_two_folders_are_told_apart(tmp_path: Path) -> None:
    paths = [write(tmp_path / outlet / "deep" / "a.txt", f"Words of {outlet}.") for outlet in ("post", "courier")]
    pages, problems = read_inputs(paths)
    assert sorted(page.article.source for page in pages) == ["courier/deep/a.txt", "post/deep/a.txt"]
    assert {problem.source for problem in problems} == {"courier/deep/a.txt", "post/deep/a.txt"}


def test_name_that_is_no_text(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"Some words.")
    pages, _ = read_inputs([tmp_path])
    assert pages[0].article.source == "caf\ufffd.txt"
    json.dumps(pages[0].article.source).encode()
