"""The page: every line linked to its words and back, nothing fetched, hostile text harmless."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

import pytest
from tests.records import make_article, make_record

from crosswire.model import Finding, Name, NotContent, Problem, Quote, Record, Side, Story, StoryDay
from crosswire.report.characters import show_controls, show_line
from crosswire.report.evidence import list_uses
from crosswire.report.explanations import explain
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page

VOID = {"meta", "link", "br", "input"}
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> </div></main><style>*{display:none}</style> "
    "\u202egnirts desrever\u202c \x00\x1b[31m &amp; &lt; \" ' ` {{ 7*7 }} " + "w" * 10_000 + " \ud800 end]]>--><!--"
)


@dataclass
class Page(HTMLParser):
    """What a page holds: tags that balance, and the data in it."""

    open: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in VOID:
            self.open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        # An element of a drawing may be closed in its own tag.
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tag, given = self.open[-1] if self.open else ("", {})
        if tag == "script" and given.get("type") == "application/json":
            self.data[given["id"] or ""] = json.loads(data)

    def values(self, attribute: str) -> list[str]:
        return [given[attribute] or "" for _, given in self.tags if attribute in given]

    def text(self, place: int) -> str:
        """One article's text as the script puts it together."""
        pieces = self.data[f"text-{place}"]["pieces"]
        return "".join(piece if isinstance(piece, str) else piece[0] for piece in pieces if not isinstance(piece, int))

    def words(self, place: int) -> dict[str, set[str]]:
        """The marked words of one article, and what rests on each."""
        marks = self.data[f"text-{place}"]["marks"]
        return {f"words-{place}-{start}-{end}": {id for id, _, _ in targets} for start, end, _, targets in marks if targets}


def read_page(record: Record) -> Page:
    page = Page()
    page.feed(make_page(make_lookup(record)).decode("utf-8"))
    page.close()
    assert page.open == []
    return page


def cut(text: str, start: str, end: str) -> str:
    """The page from one string to the next other one."""
    return text[text.index(start) :].partition(end)[0]


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
def test_every_link_leads_somewhere_and_every_anchor_is_one(name: str) -> None:
    record = RECORDS[name]
    page = read_page(record)
    ids = Counter(page.values("id"))
    assert [id for id, count in ids.items() if count > 1] == []
    places = range(len(record.articles))
    drawn = {f"article-{place}" for place in places} | {words for place in places for words in page.words(place)}
    reasons = {f"why-{id}" for id in page.data["explanations"]["things"]}
    inside = {href[1:].partition("?")[0] for href in page.values("href") if href.startswith("#")}
    assert inside - set(ids) - drawn - reasons == set()
    labels = {label for labels in page.values("aria-labelledby") for label in labels.split()}
    assert labels - set(ids) == set()


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_words_and_what_rests_on_them_link_both_ways(name: str) -> None:
    record = RECORDS[name]
    page = read_page(record)
    ids, things = set(page.values("id")), page.data["explanations"]["things"]
    for use in list_uses(record):
        place = next(place for place, article in enumerate(record.articles) if article.id == use.span.article)
        assert use.thing in page.words(place)[f"words-{place}-{use.span.start}-{use.span.end}"]
        assert [place, use.span.start, use.span.end] in [[where, start, end] for where, _, start, end, *_ in things[use.thing][3]]
    assert {thing.id for thing in record.things()} - ids == set()


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_articles_stand_as_read(name: str) -> None:
    record = RECORDS[name]
    page = read_page(record)
    assert [page.text(place) for place in range(len(record.articles))] == [show_controls(article.text) for article in record.articles]


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_reasons_are_those_of_the_command(name: str) -> None:
    record = RECORDS[name]
    page = read_page(record)
    for id, (kind, title, reasons, excerpts, related, rule) in page.data["explanations"]["things"].items():
        told = explain(record, id)
        assert page.data["explanations"]["rules"][rule] == told.rule
        assert (kind, title, related) == (told.kind, show_line(told.title), [pointer.id for pointer in told.related])
        assert reasons == [show_line(reason) for reason in told.reasons]
        texts = [(page.text(place), *offsets) for place, *offsets, _ in excerpts]
        read = [(text[first:start], text[start:end], text[end:last]) for text, first, start, end, last in texts]
        assert read == [tuple(map(show_controls, (one.before, one.span.text, one.after))) for one in told.excerpts]


@pytest.mark.parametrize("name", RECORDS)
def test_only_its_own_script_runs_and_nothing_is_fetched(name: str) -> None:
    page = read_page(RECORDS[name])
    tags = {tag for tag, _ in page.tags}
    assert tags & {"img", "iframe", "object", "embed", "base", "video", "audio", "image", "foreignobject"} == set()
    assert [tag for tag, _ in page.tags if tag == "style"] == ["style"]
    assert [given for tag, given in page.tags if tag == "script" and given.get("type") != "application/json"] == [{}]
    assert {key for _, given in page.tags for key in given if key.startswith("on") or key in ("src", "style", "srcset", "action")} == set()
    outside = {href for href in page.values("href") if not href.startswith("#")}
    assert outside <= {"data:,", "https://gull.example/1"}
    policy = next(given["content"] or "" for _, given in page.tags if given.get("http-equiv") == "Content-Security-Policy")
    assert re.match(r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; ", policy) and "unsafe" not in policy


def test_style_and_script_ask_for_nothing() -> None:
    text = make_page(make_lookup(Record())).decode("utf-8")
    style, script = cut(text, "<style>", "</style>"), cut(text, "<script>", "</script>")
    assert "prefers-color-scheme: dark" in style and "hashchange" in script
    assert re.findall(r"url\(|@import|</", style[len("<style>") :]) == []
    assert re.findall(r"fetch\(|XMLHttpRequest|import\(|innerHTML|insertAdjacentHTML|eval\(|document\.write", script) == []


def test_hostile_text_is_shown_as_text() -> None:
    text = make_page(make_lookup(make_hostile())).decode("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text and "<script>alert" not in text
    assert "\\u003cscript>alert(1)" in text
    assert "{{ 7*7 }}" in text
    assert set(text) & set("\u202e\u202c\x00\x1b\ud800") == set()
    assert "javascript:" not in text


def test_accounts_stand_side_by_side_as_stated() -> None:
    text = make_page(make_lookup(make_record())).decode("utf-8")
    table = cut(text, 'id="i0000000001"', "</tbody>")
    assert re.search(r'title="at least 15"><bdi>15\+</bdi></a>', table)
    assert re.search(r"<bdi>3</bdi></a>", table)
    assert '<span class="hidden">silent</span>' in table and '<td class="overall">15+</td>' in table


def test_furniture_is_greyed_and_problems_stand() -> None:
    page = read_page(make_record())
    assert [kind for _, _, kind, targets in page.data["text-0"]["marks"] if not targets] == ["widget"]
    text = make_page(make_lookup(make_record())).decode("utf-8")
    assert "noise.pdf" in text and "Quotes without a speaker: 1 of 3" in text


def test_articles_and_findings_of_no_story_are_shown() -> None:
    page = read_page(replace(make_record(), stories=()))
    assert {"no-story", "f0000000001", "i0000000001"} <= set(page.values("id"))
    assert "#article-0" in page.values("href")


def test_tables_have_headers_and_parts_have_landmarks() -> None:
    page = read_page(make_record())
    tags = Counter(tag for tag, _ in page.tags)
    assert tags["main"] == tags["footer"] == tags["aside"] == 1
    assert [given for tag, given in page.tags if tag == "th" and "scope" not in given] == []
    assert tags["table"] == tags["thead"] and ("html", {"lang": "en"}) in page.tags


def test_what_differs_stands_first_with_its_sides_and_what_the_relation_means() -> None:
    text = make_page(make_lookup(make_record())).decode("utf-8")
    head = cut(text, 'id="differs-title"', 'id="unsettled-title"')
    assert re.search(r'<bdi>injured</bdi></a> <span class="tag alert">compatible</span>', head)
    assert [value for value in ("15+", "20+", "never") if f"<b><bdi>{value}</bdi></b>" not in head] == []
    assert head.count("stands alone") == 1 and "<b>compatible</b>: one value can fit all of them." in head
    assert "<b>conflict</b>" not in head


def test_findings_say_what_they_can_be_filtered_by() -> None:
    page = read_page(make_record())
    found = {given["data-field"]: given for _, given in page.tags if given.get("class") == "finding"}
    injured = found["injured"]
    assert (injured["data-kind"], injured["data-story"], injured["data-differs"]) == ("differs", "s0000000001", "1")
    assert (injured["data-outlet"] or "").split() == ["0", "1"]
    offered = {given["name"] for tag, given in page.tags if tag in ("select", "input")}
    assert offered == {"kind", "field", "outlet", "story", "differs"}


def test_words_with_their_own_quotation_mark_get_no_second_one() -> None:
    record = make_record()
    article = record.articles[0]
    words = article.span(article.text.index("“The"), article.text.index("“The") + 20)
    text = make_page(make_lookup(replace(record, origins=(replace(record.origins[0], evidence=(words,)),)))).decode("utf-8")
    origins = cut(text, 's0000000001-origins-title">', "</section>")
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
    said = cut(text, 's0000000001-sayings-title">', "</section>")
    assert said.lower().count("harbour master") == 1 and "captain" in said


def test_articles_of_one_outlet_are_told_apart() -> None:
    record = make_record()
    gull, lamp, reel = record.articles
    same = replace(record, articles=(gull, replace(lamp, outlet="The Gull", published="2031-05-07"), replace(reel, outlet="The Gull")))
    lookup = make_lookup(same)
    assert [lookup.label(article.id) for article in same.articles] == ["The Gull (2031-05-06)", "The Gull (2031-05-07)", "The Gull (reel)"]
    assert make_lookup(record).label("gull") == "The Gull"
    assert make_lookup(replace(record, articles=(replace(gull, outlet=None), lamp, reel))).label("gull") == "gull"


def test_a_story_says_what_it_is_about_and_how_it_grew() -> None:
    record = make_record()
    name = record.articles[0].span(0, 4)
    growth = (StoryDay("2031-05-06", ("gull", "heron")), StoryDay(None, ("ibis",)))
    story = replace(record.stories[0], names=(name,), growth=growth)
    text = make_page(make_lookup(replace(record, stories=(story,)))).decode("utf-8")
    assert f'#words-0-0-4"><bdi>{name.text}</bdi></a>.' in text
    assert "How it grew: 2 on <bdi>2031-05-06</bdi>, 1 not dated." in text
