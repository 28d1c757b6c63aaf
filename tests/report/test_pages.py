"""The page: every line linked to its words and back, nothing fetched, hostile text harmless."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

import pytest
from tests.records import make_article, make_record

from crosswire.model import Finding, Name, NotContent, Problem, Quote, Record, Side, Story
from crosswire.report.characters import show_controls
from crosswire.report.evidence import list_uses
from crosswire.report.lookups import make_lookup
from crosswire.report.pages import make_page

VOID = {"meta", "link", "br"}
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> </div></main><style>*{display:none}</style> "
    "\u202egnirts desrever\u202c \x00\x1b[31m &amp; &lt; \" ' ` {{ 7*7 }} " + "w" * 10_000 + " \ud800 end]]>--><!--"
)


@dataclass
class Page(HTMLParser):
    """What a page holds: tags that balance, ids, links, and the articles' texts without the links set behind words."""

    open: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    back: dict[str, set[str]] = field(default_factory=dict)
    report: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("class") == "report":
            self.report = given["id"] or ""
        if tag == "a" and self._in_text():
            self.back.setdefault(self.report, set()).add((given["href"] or "")[1:])
        if tag not in VOID:
            self.open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._in_text() and self.open[-1][1].get("class") != "behind":
            self.texts[self.report] = self.texts.get(self.report, "") + data

    def _in_text(self) -> bool:
        return any(given.get("class") == "text" for _, given in self.open)

    def values(self, attribute: str) -> list[str]:
        return [given[attribute] or "" for _, given in self.tags if attribute in given]


def read_page(record: Record) -> Page:
    page = Page()
    page.feed(make_page(make_lookup(record)).decode("utf-8"))
    page.close()
    assert page.open == []
    return page


def make_hostile() -> Record:
    """A record in which all that an article can supply is hostile."""
    given = {"outlet": HOSTILE, "title": HOSTILE, "byline": HOSTILE, "source": HOSTILE, "published": HOSTILE}
    article = make_article('a" onload="x', HOSTILE, language='en" onload="x', url="javascript:alert(3)", **given)
    words, part = article.span(0, 60), article.span(30, 200)
    quote = Quote("q1", article.id, words, part, None, "direct", "n1", part, words, HOSTILE, HOSTILE, HOSTILE, (), HOSTILE)
    side = Side(HOSTILE, (article.id,), (words, part))
    return Record(
        articles=(article,),
        problems=(Problem(HOSTILE, HOSTILE),),
        not_content=(NotContent(article.id, 10, 90, HOSTILE[10:90], 'widget" onload="x'),),
        stories=(Story("s1", HOSTILE, (article.id,), None, None, HOSTILE),),
        names=(Name("n1", "person", HOSTILE, (HOSTILE,), (HOSTILE,), (words,), HOSTILE),),
        quotes=(quote,),
        findings=(Finding("f1", "disputed", None, None, HOSTILE, (side,), (), 1, HOSTILE),),
    )


RECORDS = {"full": make_record(), "empty": Record(), "hostile": make_hostile()}


@pytest.mark.parametrize("name", RECORDS)
def test_every_link_has_its_anchor_and_every_anchor_is_one(name: str) -> None:
    page = read_page(RECORDS[name])
    ids = Counter(page.values("id"))
    assert [id for id, count in ids.items() if count > 1] == []
    inside = {href[1:] for href in page.values("href") if href.startswith("#")}
    assert inside - set(ids) == set()
    labels = {label for labels in page.values("aria-labelledby") for label in labels.split()}
    assert labels - set(ids) == set()


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_words_and_what_rests_on_them_link_both_ways(name: str) -> None:
    record = RECORDS[name]
    page = read_page(record)
    ids, links = set(page.values("id")), set(page.values("href"))
    places = {article.id: place for place, article in enumerate(record.articles)}
    for use in list_uses(record):
        place = places[use.span.article]
        anchor = f"words-{place}-{use.span.start}-{use.span.end}"
        assert anchor in ids and f"#{anchor}" in links
        assert use.thing in page.back[f"article-{place}"] and use.thing in ids


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_articles_stand_as_read(name: str) -> None:
    record = RECORDS[name]
    texts = read_page(record).texts
    assert texts == {f"article-{place}": show_controls(article.text) for place, article in enumerate(record.articles)}


@pytest.mark.parametrize("name", RECORDS)
def test_nothing_runs_and_nothing_is_fetched(name: str) -> None:
    page = read_page(RECORDS[name])
    tags = {tag for tag, _ in page.tags}
    assert tags & {"script", "img", "iframe", "object", "embed", "base", "form", "video", "audio", "svg"} == set()
    assert [tag for tag, _ in page.tags if tag == "style"] == ["style"]
    assert {key for _, given in page.tags for key in given if key.startswith("on") or key in ("src", "style", "srcset", "action")} == set()
    outside = {href for href in page.values("href") if not href.startswith("#")}
    assert outside <= {"data:,", "https://gull.example/1"}
    policy = next(given["content"] or "" for _, given in page.tags if given.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy


def test_the_stylesheet_asks_for_nothing() -> None:
    text = make_page(make_lookup(Record())).decode("utf-8")
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "prefers-color-scheme: dark" in style
    assert re.findall(r"url\(|@import|<", style) == []


def test_hostile_text_is_shown_as_text() -> None:
    text = make_page(make_lookup(make_hostile())).decode("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text and "<script" not in text
    assert "{{ 7*7 }}" in text
    assert set(text) & set("\u202e\u202c\x00\x1b\ud800") == set()
    assert "javascript:" not in text


def test_figures_stand_as_stated_with_their_words() -> None:
    text = make_page(make_lookup(make_record())).decode("utf-8")
    assert re.search(r"<b><bdi>101\+</bdi></b> <q><bdi>More than 100</bdi></q>", text)
    assert re.search(r"<b><bdi>15\+</bdi></b> <q><bdi>at least 15</bdi></q>", text)
    assert re.search(r"<b><bdi>3</bdi></b></a>", text)


def test_furniture_is_greyed_and_problems_stand() -> None:
    page = read_page(make_record())
    assert [given["title"] for _, given in page.tags if given.get("class") == "not-content"] == ["not content: widget"]
    text = make_page(make_lookup(make_record())).decode("utf-8")
    assert "noise.pdf" in text and "Quotes without a speaker: 1 of 3" in text


def test_articles_and_findings_of_no_story_are_shown() -> None:
    page = read_page(replace(make_record(), stories=()))
    assert {"no-story", "article-0", "f0000000001", "i0000000001"} <= set(page.values("id"))


def test_tables_have_headers_and_parts_have_landmarks() -> None:
    page = read_page(make_record())
    tags = Counter(tag for tag, _ in page.tags)
    assert tags["main"] == tags["header"] == tags["footer"] == tags["nav"] == tags["h1"] == 1
    assert [given for tag, given in page.tags if tag == "th" and "scope" not in given] == []
    assert tags["table"] == tags["thead"] and ("html", {"lang": "en"}) in page.tags


def test_what_differs_stands_first_with_its_sides_and_what_the_relation_means() -> None:
    text = make_page(make_lookup(make_record())).decode("utf-8")
    head = text[text.index('id="differences"') : text.index('id="s0000000001"')]
    assert re.search(r"<bdi>injured</bdi></b></a> <span class=\"tag\">compatible</span>", head)
    assert [value for value in ("15+", "20+", "never") if f"<b><bdi>{value}</bdi></b>" not in head] == []
    assert head.count("stands alone") == 1 and "<b>compatible</b>: one value can fit all of them." in head
    assert "<b>conflict</b>" not in head


def test_words_that_one_report_alone_has_stand_under_their_speaker() -> None:
    record = make_record()
    alone = replace(record.quotes[0], utterances=())
    text = make_page(make_lookup(replace(record, quotes=(alone, *record.quotes[1:])))).decode("utf-8")
    said = text[text.index("Who said what") : text.index("Reports with one origin")]
    assert '(<bdi>The Gull</bdi> alone, <a href="#q0000000001">direct quote</a>)' in said


def test_words_with_their_own_quotation_mark_get_no_second_one() -> None:
    record = make_record()
    article = record.articles[0]
    words = article.span(article.text.index("“The"), article.text.index("“The") + 20)
    text = make_page(make_lookup(replace(record, origins=(replace(record.origins[0], evidence=(words,)),)))).decode("utf-8")
    origins = text[text.index("Reports with one origin") : text.index("The reports, as read")]
    assert "<bdi>“The boats" in origins and "<q>" not in origins


def test_incidents_stand_in_the_order_of_their_days() -> None:
    record = make_record()
    first = record.incidents[0]
    earlier = replace(first, id="i0000000009", date=replace(first.date, start="2031-05-01", end="2031-05-01") if first.date else None)
    undated = replace(first, id="i0000000000", date=None)
    page = read_page(replace(record, incidents=(undated, first, earlier)))
    assert [id for id in page.values("id") if id.startswith("i0")] == ["i0000000009", "i0000000001", "i0000000000"]


def test_roles_that_differ_in_capitals_alone_stand_once() -> None:
    record = make_record()
    name = replace(record.names[0], roles=("Harbour Master", "harbour master", "captain"))
    text = make_page(make_lookup(replace(record, names=(name,)))).decode("utf-8")
    said = text[text.index("Who said what") : text.index("Reports with one origin")]
    assert said.lower().count("harbour master") == 1 and "captain" in said


def test_articles_of_one_outlet_are_told_apart() -> None:
    record = make_record()
    gull, lamp, reel = record.articles
    same = replace(record, articles=(gull, replace(lamp, outlet="The Gull", published="2031-05-07"), replace(reel, outlet="The Gull")))
    lookup = make_lookup(same)
    assert [lookup.label(article.id) for article in same.articles] == ["The Gull (2031-05-06)", "The Gull (2031-05-07)", "The Gull (reel)"]
    assert make_lookup(record).label("gull") == "The Gull"
    assert make_lookup(replace(record, articles=(replace(gull, outlet=None), lamp, reel))).label("gull") == "gull"
