"""Readings of short texts, for the tests of the rooms that work on parsed articles."""

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from crosswire.annotate import Gazetteer, annotate_article, load_pipeline
from crosswire.clean import clean_page
from crosswire.extract import extract_sheet
from crosswire.model import Article, Page, Reading, Sheet
from crosswire.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load_tools() -> "tuple[Language, Gazetteer]":
    """The language pipeline and the gazetteer, once for all tests of a process."""
    return load_pipeline(Settings().model), Gazetteer.open()


def make_report(text: str, id_: str = "report", published: str | None = "2024-05-16") -> Article:
    """An article with this text, published on a Thursday."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id_, f"{id_}.txt", "Example Post", None, None, "en", published, "metadata" if published else None, text, digest)


def read_text(text: str, published: str | None = "2024-05-16") -> Reading:
    """A text cleaned and annotated."""
    article = make_report(text, published=published)
    return annotate_article(article, clean_page(Page(article), {}), *load_tools())


def extract_text(text: str, published: str | None = "2024-05-16") -> Sheet:
    """Everything read from a text."""
    return extract_sheet(read_text(text, published))
