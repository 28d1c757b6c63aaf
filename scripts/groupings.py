"""How well articles are put into stories, and what a tuned TF-IDF reaches on the same articles.

BCubed on each labelled set by itself and on all of them and the seeds thrown together. Articles are read and cleaned as a build does;
they are not parsed, because grouping looks at words, first sentences, days and languages alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from crosswire.annotate import find_language
from crosswire.clean import clean_page, find_repeated_lines
from crosswire.group import group_stories
from crosswire.model import Sheet
from crosswire.read import read_inputs
from crosswire.settings import Settings

from bcubed import measure_grouping
from datasets import Row, read_basil, read_ecbplus, read_news_cluster, read_seeds, write_rows
from tfidf import measure_tuned_tfidf

SETS: dict[str, Callable[[Path], Iterator[tuple[Row, str]]]] = {
    "news_cluster": read_news_cluster,
    "basil": read_basil,
    "ecbplus": read_ecbplus,
    "seeds": read_seeds,
}

Told = list[tuple[Sheet, str]]


def measure_groupings(shared: Path, folder: Path) -> dict[str, float]:
    """F1 of crosswire and of the tuned TF-IDF, on each set of several stories and on all sets mixed."""
    sets = {name: _read_sheets(read(shared), folder / f"{name}.jsonl") for name, read in SETS.items()}
    sets["mixed"] = [(sheet, f"{name} {event}") for name, told in sets.items() for sheet, event in told]
    return {figure: value for name, told in sets.items() if name != "seeds" for figure, value in _measure(name, told)}


def _read_sheets(labelled: Iterator[tuple[Row, str]], path: Path) -> Told:
    """The articles as they come to grouping, each with its event; nothing but the texts is read."""
    rows = list(labelled)
    labels = {row["id"]: event for row, event in rows}
    pages, _ = read_inputs([write_rows((row for row, _ in rows), path)], Settings())
    repeated = find_repeated_lines(pages)
    articles = [replace(page.article, language=find_language(page.article.text)) for page in pages]
    sheets = [Sheet(article, clean_page(page, repeated)) for article, page in zip(articles, pages, strict=True)]
    return [(sheet, labels[sheet.article.id]) for sheet in sheets]


def _measure(name: str, told: Told) -> Iterator[tuple[str, float]]:
    stories = [group.articles for group in group_stories([sheet for sheet, _ in told])]
    yield name, measure_grouping({sheet.article.id: event for sheet, event in told}, stories).f1
    texts = [f"{sheet.article.title or ''}\n{sheet.article.text}" for sheet, _ in told]
    best, least = measure_tuned_tfidf(texts, [event for _, event in told])
    yield f"{name}.tfidf", best
    yield f"{name}.tfidf.threshold", least
