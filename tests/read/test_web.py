"""Web pages: the text of the whole body, what is marked in it, and what the page says of itself."""

import json
import os
from pathlib import Path

import pytest

from crosswire.model import Article, Page
from crosswire.read import read_inputs
from crosswire.read.blocks import read_page

FIRST = "Three people were killed when a warehouse burned down in the port of Elvar on Tuesday, the fire brigade said, and two are missing."
SECOND = "“Nobody goes home before they are found,” the harbour master, Jonas Ekdahl, told reporters at the gates of the port &amp; yard."
THIRD = "The fire began in a store of paint. It was out before the morning, when the first ferries came in with their lights still on."
POST = '<blockquote class="twitter-tweet"><p lang="en">We weep with the families.</p>— Port of Elvar (@elvarport)</blockquote>'
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Warehouse fire kills three | The Lantern</title>
<meta charset="utf-8"><link rel="canonical" href="https://lantern.example/world/fire">
<meta property="og:title" content="Warehouse fire kills three"><meta property="og:site_name" content="The Lantern">
<meta name="author" content="By Ilse Vantongeren"><meta property="article:published_time" content="2024-03-05T19:40:00+01:00">
<style>p {{ color: red }}</style></head><body>
<header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header>
<main><article><h1>Warehouse fire kills three</h1><p class="byline">Ilse Vantongeren</p>
<figure><img src="x.jpg"><figcaption>The ruin on Tuesday.</figcaption></figure>
<p>{FIRST}</p><script>var a = "script words";</script><p>{SECOND}</p>{POST}<p>{THIRD}</p>
<div class="share"><a href="#">Share on Facebook</a><button>Copy link</button></div></article>
<aside><h2>More</h2><ul><li><a href="/a">Why the herring came back</a></li></ul></aside></main>
<noscript>Turn on scripts</noscript><template>hidden words</template>
<footer><p>© The Lantern. All rights reserved.</p></footer></body></html>"""


def read_html(tmp_path: Path, markup: str | bytes) -> Page:
    path = tmp_path / "page.html"
    path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
    pages, problems = read_inputs([path])
    assert problems == []
    return pages[0]


def marked(page: Page, kind: str) -> list[str]:
    return [page.article.text[mark.start : mark.end] for mark in page.marks if mark.kind == kind]


def test_text_is_all_of_the_body(tmp_path: Path) -> None:
    text = read_html(tmp_path, PAGE).article.text
    assert text.startswith("Home World\n\nWarehouse fire kills three\n\nIlse Vantongeren\n\nThe ruin on Tuesday.\n\nThree people")
    assert "port & yard.\n\nWe weep with the families.\n\n— Port of Elvar (@elvarport)\n\nThe fire began" in text
    assert text.endswith("Why the herring came back\n\n© The Lantern. All rights reserved.")
    assert not any(words in text for words in ("script words", "color: red", "Turn on scripts", "hidden words"))


def test_furniture_and_captions_are_marked_and_nothing_else(tmp_path: Path) -> None:
    page = read_html(tmp_path, PAGE)
    assert marked(page, "caption") == ["The ruin on Tuesday."]
    assert {"Home World", "Share on FacebookCopy link", "Why the herring came back", "© The Lantern. All rights reserved."} <= set(
        marked(page, "widget")
    )
    words = " ".join(marked(page, "widget"))
    for content in ("Warehouse fire", "Three people", "Nobody goes", "We weep", "@elvarport", "The fire began"):
        assert content not in words


def test_metadata_of_meta_elements(tmp_path: Path) -> None:
    article = read_html(tmp_path, PAGE).article
    assert (article.title, article.byline, article.outlet) == ("Warehouse fire kills three", "Ilse Vantongeren", "The Lantern")
    assert (article.published, article.published_from) == ("2024-03-05T19:40:00+01:00", "metadata")
    assert (article.url, article.language) == ("https://lantern.example/world/fire", None)


def with_head(head: str, body: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></body></html>"


def read_meta(tmp_path: Path, head: str, body: str = "") -> Article:
    return read_html(tmp_path, with_head(head, body)).article


def test_metadata_of_json_ld_in_a_graph(tmp_path: Path) -> None:
    node = {
        "@type": "NewsArticle",
        "headline": "Fire &amp; smoke",
        "author": [{"name": "Ilse Vantongeren"}, {"name": "Jan de Wit"}],
        "publisher": {"@id": "#p"},
        "datePublished": "2024-03-05",
    }
    graph = {"@graph": [{"@type": "WebSite", "name": "no"}, node, {"@id": "#p", "name": "The Lantern"}]}
    article = read_meta(tmp_path, f'<script type="application/ld+json">{json.dumps(graph)}</script><title>x</title>')
    assert (article.title, article.byline, article.outlet) == ("Fire & smoke", "Ilse Vantongeren, Jan de Wit", "The Lantern")
    assert (article.published, article.published_from) == ("2024-03-05", "metadata")


def test_broken_json_ld_costs_nothing(tmp_path: Path) -> None:
    article = read_meta(tmp_path, f'<script type="application/ld+json">{"[" * 100_000}</script><title>Fire in Elvar</title>')
    assert article.title == "Fire in Elvar"


def test_no_day_is_guessed(tmp_path: Path) -> None:
    """Neither from the running text, nor from a copyright line, nor from the day of a change or of a print."""
    head = '<meta property="article:modified_time" content="2024-04-01"><meta name="print-date" content="2024-04-02">'
    assert read_meta(tmp_path, head, "<p>Monday, 3 April 2023</p><footer>© 2024</footer>").published is None


def test_day_in_the_pages_own_head(tmp_path: Path) -> None:
    article = read_meta(tmp_path, "", "<h1>Warehouse fire kills three</h1><p>By Ilse Vantongeren</p><p>Published on March 5, 2024</p>")
    assert (article.published, article.published_from, article.byline) == ("2024-03-05", "text", "Ilse Vantongeren")


@pytest.mark.parametrize("author", ["https://www.facebook.example/lantern", "@lantern"])
def test_an_address_is_no_byline(tmp_path: Path, author: str) -> None:
    assert read_meta(tmp_path, f'<meta property="article:author" content="{author}">').byline is None


def test_front_page_is_no_address(tmp_path: Path) -> None:
    article = read_meta(tmp_path, '<link rel="canonical" href="https://lantern.example/">')
    assert (article.url, article.id) == (None, "page")


def test_outlet_by_the_address(tmp_path: Path) -> None:
    assert read_meta(tmp_path, '<link rel="canonical" href="https://www.lantern.example/a/b">').outlet == "lantern.example"


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1"])
def test_declared_encoding(tmp_path: Path, declared: str) -> None:
    markup = with_head(f'<meta charset="{declared}">', "<h1>Café “Elvar” reopens – at last</h1>")
    assert "Café “Elvar” reopens – at last" in read_html(tmp_path, markup.encode("cp1252")).article.text


def test_declared_encoding_of_letters(tmp_path: Path) -> None:
    markup = with_head('<meta http-equiv="content-type" content="text/html; charset=koi8-r">', "<h1>Пожар</h1>")
    ascii_rest = markup.replace("“", '"').replace("”", '"')
    assert "Пожар" in read_html(tmp_path, ascii_rest.encode("koi8-r")).article.text


def test_article_that_only_json_ld_holds(tmp_path: Path) -> None:
    node = json.dumps({"@type": "NewsArticle", "articleBody": f"{FIRST}\n{THIRD}", "headline": "Fire"})
    article = read_html(
        tmp_path, f'<html><head><script type="application/ld+json">{node}</script></head><body>Loading</body></html>'
    ).article
    assert (article.text, article.title) == (f"{FIRST}\n{THIRD}", "Fire")


def test_script_in_text_stays_text(tmp_path: Path) -> None:
    article = read_meta(tmp_path, "", "<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; and was puzzled.</p>")
    assert "<script>alert(1)</script>" in article.text


@pytest.mark.parametrize("markup", ["<div>" * 100_000 + "words", "<b>" * 5000 + "words", "<table>" * 3000])
def test_deep_pages_are_problems(tmp_path: Path, markup: str) -> None:
    (tmp_path / "deep.html").write_text(f"<body><p>{FIRST}</p>{markup}</body>", encoding="utf-8")
    pages, problems = read_inputs([tmp_path])
    assert len(pages) + len(problems) >= 1
    assert not any("made crosswire fail" in problem.problem for problem in problems)


def test_blocks_re_read() -> None:
    page = read_page("<body>a <b>b</b>\n c<br>d<ul><li> e </li><li>f</ul><pre>g\n  h</pre>i&nbsp;j<!-- no -->k<p>l</p>m</body>")
    assert page.text == "a b c\nd\n\ne\nf\n\ng\nh\n\ni\u00a0jk\n\nl\n\nm"
    assert [page.words(block) for block in page.blocks] == ["a b c", "d", "e", "f", "g", "h", "i\u00a0jk", "l", "m"]


def test_the_page_is_the_same_in_every_process(tmp_path: Path) -> None:
    import subprocess
    import sys

    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    code = "import sys; from pathlib import Path; from crosswire.read import read_inputs; print(read_inputs([Path(sys.argv[1])]))"
    found = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1] and "Warehouse fire" in found[0]


def test_paragraphs_beside_the_extracted_ones_and_posts_between_them_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extraction may miss a paragraph or a post; what stands in another container stays out."""
    from crosswire.read import furniture

    other = "Sign up here for a letter from the harbour every week."
    page = read_page(
        f'<body><div class="text"><p>{FIRST}</p>{POST}<p>{SECOND}</p><p>{THIRD}</p>{POST}</div><div class="box"><p>{other}</p></div></body>'
    )
    lines = [furniture.normalise(words) for words in (FIRST, THIRD)]
    triples = frozenset(triple for words in lines for triple in zip(words, words[1:], words[2:], strict=False))
    found = furniture.Extraction(frozenset(" ".join(words) for words in lines), triples)
    monkeypatch.setattr(furniture, "extract", lambda markup, precise: found)
    marks = furniture.mark_furniture(page, "", None)
    assert [page.text[mark.start : mark.end] for mark in marks] == [other]
    assert page.text.count("We weep") == 2


def test_encoding_declared_for_bytes_that_are_ascii(tmp_path: Path) -> None:
    markup = with_head('<meta charset="iso-2022-jp">', "<h1>倉庫の火事</h1>").replace("“", '"').replace("”", '"')
    assert "倉庫の火事" in read_html(tmp_path, markup.encode("iso-2022-jp")).article.text
