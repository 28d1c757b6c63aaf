"""Each format to articles: the text as it stands, the metadata given, a name for every row."""

import gzip
import json
from pathlib import Path

import pytest

from crosswire.model import Article
from crosswire.read import read_inputs

TEXT = "  Quay walls\r\nNew cranes stand in Port Elvar.\r\n\tThe mayor said: “They work.”\u00a0\n"
FIELDS = {
    "id": "row-7",
    "url": "https://www.lantern.example/cranes",
    "title": "New cranes",
    "byline": "Ilse Vantongeren",
    "outlet": "The Lantern",
    "published": "2024-03-03",
    "language": "en-GB",
}


def read_articles(*paths: Path) -> list[Article]:
    pages, problems = read_inputs(paths)
    assert problems == []
    return [page.article for page in pages]


def check_fields(article: Article) -> None:
    assert {name: getattr(article, name) for name in FIELDS} == {**FIELDS, "language": "en"}
    assert article.published_from == "metadata"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_plain_text_keeps_every_character(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"cranes{suffix}"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    (article,) = read_articles(path)
    assert (article.text, article.id, article.source) == (TEXT, "cranes", f"cranes{suffix}")
    assert (article.url, article.language, article.published, article.published_from) == (None, None, None, None)


@pytest.mark.parametrize("wrap", [lambda node: node, lambda node: [node]])
def test_plain_object(tmp_path: Path, wrap: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(wrap({"text": TEXT, **FIELDS})), encoding="utf-8")  # type: ignore[operator]
    (article,) = read_articles(path)
    assert article.text == TEXT
    check_fields(article)


def test_news_article(tmp_path: Path) -> None:
    node = {
        "@context": "https://schema.org",
        "@type": ["NewsArticle"],
        "articleBody": TEXT,
        "headline": "New cranes",
        "author": [{"@type": "Person", "name": "Ilse Vantongeren"}],
        "publisher": {"@type": "Organization", "name": "The Lantern"},
        "datePublished": "2024-03-03T09:30:00+01:00",
        "inLanguage": "en",
        "url": "https://lantern.example/cranes",
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps(node), encoding="utf-8")
    (article,) = read_articles(path)
    assert (article.text, article.title, article.byline, article.outlet) == (TEXT, "New cranes", "Ilse Vantongeren", "The Lantern")
    assert (article.published, article.published_from, article.source) == ("2024-03-03T09:30:00+01:00", "metadata", "a.json")


def test_graph_of_articles_and_their_publisher(tmp_path: Path) -> None:
    graph = [
        {"@type": "Organization", "@id": "#us", "name": "The Lantern"},
        {"@type": "NewsArticle", "articleBody": "One report.", "publisher": {"@id": "#us"}},
        {"@type": "ReportageNewsArticle", "articleBody": "Another report.", "publisher": {"@id": "#us"}},
        {"@type": "WebSite", "text": "not an article"},
    ]
    path = tmp_path / "graph.json"
    path.write_text(json.dumps({"@graph": graph}), encoding="utf-8")
    articles = read_articles(path)
    assert [(a.id, a.source, a.text, a.outlet) for a in articles] == [
        ("graph-1", "graph.json#1", "One report.", "The Lantern"),
        ("graph-2", "graph.json#2", "Another report.", "The Lantern"),
    ]


def test_ninjs_takes_the_plain_body(tmp_path: Path) -> None:
    node = {
        "uri": "urn:newsml:agency.example:1",
        "versionCreated": "2024-03-03T10:00:00Z",
        "language": "de",
        "headlines": [{"role": "short", "value": "Kräne"}, {"role": "main", "value": "Neue Kräne im Hafen"}],
        "by": "Von Ilse Vantongeren",
        "copyrightHolder": "Agentur Nord",
        "bodies": [
            {"contentType": "text/html", "value": "<p>HTML</p>"},
            {"contentType": "text/plain", "value": TEXT},
        ],
    }
    path = tmp_path / "n.json"
    path.write_text(json.dumps(node), encoding="utf-8")
    (article,) = read_articles(path)
    assert (article.text, article.title, article.byline, article.outlet) == (
        TEXT,
        "Neue Kräne im Hafen",
        "Ilse Vantongeren",
        "Agentur Nord",
    )
    assert (article.published, article.language, article.url) == ("2024-03-03T10:00:00+00:00", "de", None)


def test_ninjs_with_html_alone(tmp_path: Path) -> None:
    body = "<p>First &amp; last.</p><figure><figcaption>A crane.</figcaption></figure><p>Second<br>line.</p>"
    path = tmp_path / "n.json"
    path.write_text(json.dumps({"uri": "tag:x", "bodies": [{"contenttype": "text/html", "value": body}]}), encoding="utf-8")
    pages, problems = read_inputs([path])
    assert problems == []
    assert pages[0].article.text == "First & last.\n\nA crane.\n\nSecond\nline."
    assert [(m.kind, pages[0].article.text[m.start : m.end]) for m in pages[0].marks] == [("caption", "A crane.")]


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_json_lines(tmp_path: Path, suffix: str) -> None:
    lines = "\ufeff" + json.dumps({"text": TEXT, **FIELDS}) + "\r\n\n" + json.dumps({"text": "Second report.", "outlet": "Other"})
    data = lines.encode()
    path = tmp_path / f"all{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") else data)
    second, first = read_articles(path)
    assert (first.text, first.source) == (TEXT, f"all{suffix}#1")
    check_fields(first)
    assert (second.id, second.source, second.outlet) == ("all-3", f"all{suffix}#3", "Other")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_table_keeps_line_ends_in_fields(tmp_path: Path, mark: str) -> None:
    names = ["Text", *FIELDS, "extra"]
    row = [f'"{TEXT}"', *FIELDS.values(), "x"]
    other = ['"A ""quoted"" report."', *[""] * len(FIELDS), ""]
    path = tmp_path / "t.csv"
    path.write_bytes("\r\n".join(mark.join(line) for line in (names, row, other)).encode("utf-8-sig"))
    first, second = read_articles(path)
    assert (first.text, first.source) == (TEXT, "t.csv#1")
    check_fields(first)
    assert (second.id, second.text, second.title) == ("t-2", 'A "quoted" report.', None)


def test_table_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("text,outlet\nThe café in Elvar reopened on Monday – at last.,Lantern\n".encode("cp1252"))
    pages, problems = read_inputs([path])
    assert pages[0].article.text == "The café in Elvar reopened on Monday – at last."
    assert [problem.source for problem in problems] == ["t.csv"] and "not UTF-8" in problems[0].problem


def test_the_same_articles_from_every_format(tmp_path: Path) -> None:
    """Text and metadata do not depend on what carries them."""
    node = {"text": TEXT, **FIELDS}
    (tmp_path / "a.json").write_text(json.dumps(node), encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(node), encoding="utf-8")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(json.dumps([*node.items()] and node).encode()))
    read = {suffix: read_articles(path)[0] for suffix, path in ((p.suffix, p) for p in sorted(tmp_path.iterdir()))}
    assert len({(a.text, a.sha256, a.title, a.outlet, a.published) for a in read.values()}) == 1
