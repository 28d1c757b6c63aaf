"""Whatever an article brings, nothing of it runs, nothing is asked for, and the page stays in use."""

import pytest
from tests.browser.hostile import WORD, make_hostile_story
from tests.browser.opened import DESK, PHONE, OpenRecord, anchor

from crosswire import model

STRANGERS = (
    "img, iframe, object, embed, base, form:not(#filters), video, audio, meta[http-equiv=refresh], [onload], [onerror], [style], [src]"
)
LETTERS = "\u202e\u202c\u2066\x07\x1b\x00\ud800\udfff"


@pytest.fixture(scope="session")
def hostile() -> model.Record:
    """A story in which all that an article can supply is hostile."""
    return make_hostile_story()


def list_addresses(record: model.Record) -> list[str]:
    panes = ["article-0", anchor(record, record.findings[0].sides[1].evidence[0]), *(f"why-{thing.id}" for thing in record.things())]
    return ["", record.stories[0].id, "findings", "names", "open", *panes]


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_hostile_words_are_words(viewport: dict[str, int], open_record: OpenRecord, hostile: model.Record) -> None:
    here = open_record(hostile, viewport=viewport)
    wide = {}
    for address in list_addresses(hostile):
        here.go(address)
        assert here.find("h1:visible, #pane h2:visible").count() >= 1, address
        wide[address] = here.overflow()
    assert {address: pixels for address, pixels in wide.items() if pixels > 0} == {}
    assert here.page.evaluate("window.ran") is None
    assert here.page.locator(STRANGERS).count() == 0
    assert here.page.locator("script:not([type])").count() == 1


def test_hostile_addresses_are_no_links(open_record: OpenRecord, hostile: model.Record) -> None:
    here = open_record(hostile, "article-0")
    links = set(
        here.page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href')).filter(href => href[0] !== '#')")
    )
    assert links <= {hostile.articles[0].url}


def test_a_hostile_report_stands_as_read_with_its_controls_shown(open_record: OpenRecord, hostile: model.Record) -> None:
    here = open_record(hostile, "article-2")
    text = here.page.locator("#pane .text").text_content() or ""
    assert WORD in text and "<script>alert(1)" in text and "https://evil.example/4999" in text
    assert set(text) & set(LETTERS) == set()


def test_the_page_stays_in_use_among_hostile_words(open_record: OpenRecord, hostile: model.Record) -> None:
    here = open_record(hostile)
    here.follow(here.find("main a.words").first)
    assert here.find("#pane").count() == 1
    here.press("Escape")
    assert here.find("#pane").count() == 0
    here.follow(here.find('nav a[href="#findings"]').first)
    for name in ("kind", "field", "outlet", "story"):
        here.page.select_option(f"#filter-{name}", index=1)
        here.settle()
        kept = here.find("#findings .finding").count()
        here.page.reload()
        assert here.find("#findings .finding").count() == kept >= 1
        here.page.locator("#filters [type=reset]").click()
