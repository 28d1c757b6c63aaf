"""Generated inputs for every reader: never an exception, texts and marks re-read, the order of inputs changes nothing."""

import csv
import gzip
import hashlib
import io
import json
import tempfile
from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.model import Page, Problem
from crosswire.read import read_inputs
from crosswire.read.blocks import read_page
from crosswire.read.days import parse_given
from crosswire.read.formats import READERS
from crosswire.read.heads import read_head

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\r\t “”\u2028"), max_size=300)
WORDS = st.lists(
    st.sampled_from(["By Ann Lee", "3 March 2024", "Updated:", "|", "lantern.example", "4 min read", "Printed on", "Elvar burns", "."])
)
FIELDS = st.fixed_dictionaries(
    {}, optional={key: st.text(max_size=20) for key in ("id", "url", "title", "byline", "outlet", "published", "language")}
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)
KEYS = st.sampled_from(
    [
        "text",
        "@type",
        "articleBody",
        "@graph",
        "bodies",
        "headlines",
        "uri",
        "by",
        "author",
        "publisher",
        "datePublished",
        "url",
        "id",
        "published",
    ]
)
NODES = st.dictionaries(KEYS, VALUES | st.just("NewsArticle") | st.just([{"value": "<p>words", "contenttype": "text/html"}]), max_size=6)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "h1",
        "h2",
        "a",
        "b",
        "ul",
        "li",
        "br",
        "table",
        "td",
        "pre",
        "script",
        "figure",
        "figcaption",
        "aside",
        "nav",
        "blockquote",
    ]
)


@st.composite
def markups(draw: st.DrawFn) -> str:
    """Tags that open and close in any order around words."""
    parts = draw(
        st.lists(
            st.tuples(
                TAGS, st.booleans(), st.sampled_from(["Some words of a report. ", " ", "a", "&amp;", "&#0;", "<!-- c -->", "\n\n", "é"])
            )
        )
    )
    return "".join(f"<{'/' if close else ''}{tag}>{words}" for tag, close, words in parts)


def read_bytes(data: bytes, *suffixes: str) -> tuple[list[Page], list[Problem]]:
    """The bytes as a file of each suffix; whatever they are, what comes back holds together."""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in suffixes:
            (Path(folder) / f"x{suffix}").write_bytes(data)
        pages, problems = read_inputs([Path(folder)])
    check(pages, problems)
    return pages, problems


def check(pages: list[Page], problems: list[Problem]) -> None:
    assert [problem for problem in problems if "made crosswire fail" in problem.problem] == []
    assert problems == sorted(set(problems))
    ids = [page.article.id for page in pages]
    assert ids == sorted(set(ids))
    for page in pages:
        article = page.article
        assert article.text.strip() and article.sha256 == hashlib.sha256(article.text.encode()).hexdigest()
        assert article.published is None or datetime.fromisoformat(article.published)
        assert (article.published is None) == (article.published_from is None)
        json.dumps([article.id, article.source, article.title, article.outlet, article.byline], ensure_ascii=False).encode()
        ends = [0, *(offset for mark in page.marks for offset in (mark.start, mark.end)), len(article.text)]
        assert ends == sorted(ends) and all(mark.start < mark.end for mark in page.marks)


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes_in_any_format(data: bytes) -> None:
    pages, problems = read_bytes(data, *READERS)
    assert pages or problems


@settings(max_examples=300)
@given(TEXTS)
def test_plain_text_is_kept(text: str) -> None:
    pages, _ = read_bytes(text.encode(), ".txt")
    assert [page.article.text for page in pages] == ([text.removeprefix("\ufeff")] if text.removeprefix("\ufeff").strip() else [])


@settings(max_examples=300)
@given(TEXTS, FIELDS)
def test_json_text_is_kept(text: str, fields: dict[str, str]) -> None:
    node = {"text": text, **fields}
    for data, suffix in ((json.dumps(node), ".json"), (json.dumps(node), ".jsonl"), (json.dumps([node]), ".json")):
        pages, _ = read_bytes(data.encode(), suffix)
        assert [page.article.text for page in pages] == ([text] if text.strip() else [])


@settings(max_examples=200)
@given(st.lists(st.tuples(TEXTS, FIELDS), min_size=1, max_size=4))
def test_zipped_lines_are_kept(rows: list[tuple[str, dict[str, str]]]) -> None:
    data = "\n".join(json.dumps({**fields, "id": f"r{number}", "text": text}) for number, (text, fields) in enumerate(rows))
    pages, _ = read_bytes(gzip.compress(data.encode()), ".jsonl.gz")
    assert {page.article.id: page.article.text for page in pages} == {f"r{n}": text for n, (text, _) in enumerate(rows) if text.strip()}


@settings(max_examples=300)
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_table_text_is_kept(texts: list[str]) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerows([["id", "text"], *([f"r{number}", text] for number, text in enumerate(texts))])
    pages, _ = read_bytes(file.getvalue().encode(), ".csv")
    assert {page.article.id: page.article.text for page in pages} == {f"r{n}": text for n, text in enumerate(texts) if text.strip()}


@settings(max_examples=300)
@given(NODES | VALUES | st.lists(NODES, max_size=3))
def test_any_json_value(value: object) -> None:
    pages, problems = read_bytes(json.dumps(value).encode(), ".json", ".jsonl")
    assert pages or problems


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_any_text_in_any_format(text: str) -> None:
    pages, problems = read_bytes(text.encode(errors="surrogatepass"), *READERS)
    assert pages or problems


@settings(max_examples=300)
@given(markups())
def test_any_markup(markup: str) -> None:
    pages, problems = read_bytes(markup.encode(), ".html")
    assert len(pages) == 1 or problems
    page = read_page(f"<html><body>{markup}</body></html>")
    joined = "".join(page.words(block) + "\n" for block in page.blocks)
    assert joined.split() == page.text.split()
    assert all(page.words(block).strip(" \n") for block in page.blocks)


@settings(max_examples=300)
@given(st.lists(st.sampled_from([" ", "\n", " | "]) | WORDS.map(" ".join) | TEXTS).map("".join))
def test_any_head(text: str) -> None:
    head = read_head(text)
    assert head.published is None or datetime.fromisoformat(head.published)
    assert head.title is None or head.title in " ".join(text.split()) or head.title in text


@settings(max_examples=300)
@given(
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2099, 1, 1)),
    st.sampled_from(["%d %B %Y %H:%M", "%B %d, %Y, %I:%M %p", "%Y-%m-%dT%H:%M"]),
)
def test_days_survive_being_written(moment: datetime, form: str) -> None:
    assert parse_given(moment.strftime(form)) in (
        moment.replace(second=0, microsecond=0).isoformat(timespec="minutes"),
        None if moment.date().isoformat() == "1970-01-01" else "",
    )


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "sub/a"]), st.sampled_from([".txt", ".json", ".md"]), st.sampled_from(["x", "y", ""])),
        unique_by=lambda row: row[:2],
    ),
    st.randoms(),
)
def test_order_of_inputs_changes_nothing(rows: list[tuple[str, str, str]], random: object) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sub").mkdir()
        paths = [Path(folder) / f"{name}{suffix}" for name, suffix, _ in rows]
        for path, (_, suffix, text) in zip(paths, rows, strict=True):
            path.write_text(json.dumps({"text": text, "id": "same"}) if suffix == ".json" else text, encoding="utf-8")
        inputs = [*paths, Path(folder), Path(folder) / "sub"]
        before = read_inputs(inputs)
        random.shuffle(inputs)  # type: ignore[attr-defined]
        assert read_inputs(inputs) == before
        check(*before)
