"""The brief: one page a story, with everything that counts or the number of what is left out."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.crowds import INCIDENTS, REPORTS, UTTERANCES, WORDS, make_crowded
from tests.records import make_positions_record, make_record

from crosswire.model import Record, Story
from crosswire.report.lookups import make_lookup
from crosswire.report.page.briefs import NAME, list_sections, make_briefs, name_brief
from crosswire.report.page.pages import make_page
from crosswire.report.page.parts import make_parts
from crosswire.report.page.sheets import ROOM, fit_sections

SECTIONS = ["Incidents", "What differs", "Altered quotations", "Proposals, conditions, meetings", "Not settled", "Sources"]


class Brief(HTMLParser):
    """What a brief holds: its tags and attributes, and the text of its body, spaces made one."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.raw = ""
        self.feed(content.decode("utf-8"))
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.raw += data if "body" in self.open else ""

    @property
    def text(self) -> str:
        return " ".join(self.raw.split())

    def links(self) -> list[str]:
        return [given["href"] or "" for tag, given in self.tags if tag == "a"]


def read_brief(record: Record) -> Brief:
    (content,) = make_briefs(make_lookup(record)).values()
    return Brief(content)


def test_an_editor_finds_everything_on_it() -> None:
    text = read_brief(make_positions_record()).text
    said = [
        "Ferry station struck Published 2031-05-06. 3 reports from 2 independent origins. 1 incident, 2 differences.",
        "strike, Port Ambling, ZZ, 2031-05-05 3 reports from 2 origins i0000000001",
        "killed 3 3 The Gull injured 15+ 15+ The Gull; 20+ The Lamp displaced 101+ 101+ The Reel",
        "differs (compatible): injured strike, Port Ambling, ZZ, 2031-05-05 f0000000002 15+ The Gull; 20+ The Lamp",
        "Ida Renk 2 reports u0000000001 The boats will sail again, The Gull The boats will never sail again, The Lamp stands alone",
        "proposal of Ida Renk 2 reports p0000000001 "
        "stop the ferries; to the port council; the whole port; at least 30 days; proposed (The Gull, The Lamp)",
        "condition of an unnamed side 2 reports c0000000001 the guns fall silent (The Gull, The Lamp)",
        "planned meeting, Port Ambling, ZZ, 2031-05-09 2 reports m0000000001 Ida Renk; the port council (The Gull, The Lamp)",
        "Quotes without a speaker 1 of 3",
        "The Gull 2031-05-06 gull The Lamp no day lamp The Reel no day reel",
        "Compatible: one value can fit all of them.",
    ]
    assert [words for words in said if words not in text] == []
    assert [text.index(heading) for heading in SECTIONS] == sorted(text.index(heading) for heading in SECTIONS)
    assert "Conflict:" not in text and "more on the page" not in text


def test_words_that_differ_are_marked_in_their_quotation() -> None:
    (content,) = make_briefs(make_lookup(make_record())).values()
    assert "<q><bdi>The boats will <mark>never</mark> sail again,</bdi></q>" in content.decode()


def test_words_that_differ_far_into_a_quotation_are_still_shown() -> None:
    record = make_crowded(WORDS["plain"])
    (content,) = make_briefs(make_lookup(record)).values()
    marked = re.findall(r"<q><bdi>([^<]*)<mark>([^<]*)</mark>", content.decode())
    assert marked and all(before.startswith("…") and len(before) < 50 for before, _ in marked)


def test_words_that_most_reports_carry_stand_first() -> None:
    record = make_record()
    first, second = (replace(said, wording="same", odd=()) for said in record.utterances)
    quote = record.quotes[2]
    more = tuple(replace(second.carriers[0], span=other.span) for other in (record.quotes[0], quote))
    carried = replace(second, carriers=(*more, replace(second.carriers[0], span=record.quotes[1].span)))
    text = read_brief(replace(record, utterances=(first, carried), findings=())).text
    assert text.index("3 reports u0000000002") < text.index("2 reports u0000000001")
    assert "Altered quotations" not in text and "What differs" not in text


@pytest.mark.parametrize("record", [make_positions_record(), make_crowded(WORDS["plain"])], ids=["small", "crowded"])
def test_every_line_leads_to_the_page(record: Record) -> None:
    links = read_brief(record).links()
    known = {thing.id for thing in record.things()} | {f"article-{place}" for place, _ in enumerate(record.articles)}
    assert len(links) > 10 and {link.removeprefix("../index.html#") for link in links} <= known


def test_what_a_line_leads_to_is_on_the_page() -> None:
    record = make_record()
    page = make_page(make_lookup(record)).decode()
    things = {link.removeprefix("../index.html#") for link in read_brief(record).links()} & {thing.id for thing in record.things()}
    assert [id for id in things if f'id="{id}"' not in page] == []


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_whatever_a_story_holds_fits_and_what_is_left_out_is_counted(words: str) -> None:
    lookup = make_lookup(make_crowded(words))
    part = make_parts(lookup)[0]
    sections = fit_sections(list_sections(part, lookup.record.utterances, lookup))
    assert sum(section.lines for section in sections) <= ROOM
    counts = {section.heading: len(section.entries) + section.more for section in sections}
    altered = UTTERANCES // 2
    whole = {"Incidents": INCIDENTS, "What differs": 27, "Altered quotations": altered, "Most carried words": UTTERANCES - altered}
    assert counts == whole | {"Proposals, conditions, meetings": 12, "Not settled": 2, "Sources": REPORTS}
    text = read_brief(lookup.record).text
    assert [section.rest for section in sections if section.rest not in text] == []
    assert len(text) < 30_000


@pytest.mark.parametrize("name", ["mark-up", "plain"])
def test_nothing_runs_and_nothing_is_fetched(name: str) -> None:
    (content,) = make_briefs(make_lookup(make_crowded(WORDS[name]))).values()
    brief = Brief(content)
    tags = [tag for tag, _ in brief.tags]
    assert tags.count("style") == 1 and not set(tags) & {"script", "img", "iframe", "object", "form", "base", "svg"}
    assert not {key for _, given in brief.tags for key in given if key.startswith("on") or key in ("src", "style", "action")}
    policy = next(given["content"] or "" for _, given in brief.tags if given.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert not set(content.decode()) & set("\u202e\x00\x1b")
    assert all(link.startswith("../index.html#") for link in brief.links())


def test_the_stylesheet_is_for_one_sheet_and_asks_for_nothing() -> None:
    (content,) = make_briefs(make_lookup(make_record())).values()
    style = content.decode().partition("<style>")[2].partition("</style>")[0]
    assert "@page { size: A4;" in style and "-webkit-line-clamp" in style
    assert re.findall(r"url\(|@import|<", style) == []


def test_a_record_without_stories_has_no_briefs() -> None:
    assert make_briefs(make_lookup(replace(make_record(), stories=()))) == {}


def test_a_story_of_which_nothing_is_known_but_its_reports() -> None:
    record = make_record()
    text = read_brief(Record(articles=record.articles, stories=(replace(record.stories[0], start=None, end=None),))).text
    assert "No day of publication is known. 3 reports from 3 independent origins. 0 incidents, 0 differences." in text
    assert "Incidents" not in text.removesuffix("Sources") and "Reports without a day 2 of 3" in text


@pytest.mark.parametrize("id", ["s0123456789", "s1", "../../etc", "s0123456789\n", "", "\ud800"])
def test_a_file_is_named_by_the_story_and_stays_in_its_folder(id: str) -> None:
    name = name_brief(Story(id, "", (), None, None, ""))
    assert NAME.fullmatch(name) and (name == f"{id}.html") == (id == "s0123456789")
