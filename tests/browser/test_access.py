"""Everybody can read the page: axe has nothing against it, a phone scrolls one way, and nothing moves for those who ask for that."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.opened import PHONE, Opened, OpenRecord, anchor

from crosswire import model

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = {"light": {"color_scheme": "light"}, "dark": {"color_scheme": "dark"}, "phone": {"viewport": PHONE}}
LAID_OUT = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}"""
NARROW = (360, 320)  # a phone, and what WCAG 1.4.10 asks for
MOVING = """() => [...document.querySelectorAll('*')].filter(element => ['', '::before', '::after'].some(part => {
  const style = getComputedStyle(element, part)
  const moves = [style.transitionDuration, style.animationDuration].join().split(',').some(time => parseFloat(time) > 0.001)
  return moves || style.scrollBehavior === 'smooth'
})).map(element => element.outerHTML.slice(0, 80))"""


def list_addresses(record: model.Record) -> list[str]:
    """Every view of a record, and the pane with a report, with words and with a reason."""
    side = record.findings[0].sides[0]
    things = (record.incidents[0].id, record.utterances[0].id, record.origins[0].id, record.names[0].id, record.findings[0].id)
    panes = ("article-0", anchor(record, side.evidence[0]), *(f"why-{id}" for id in things))
    return ["", *(story.id for story in record.stories), "findings", "names", "open", *panes]


def find_violations(here: Opened) -> list[str]:
    """What axe has against what is shown now, all of it laid out: it measures what is skipped until it comes near as if it overlapped."""
    here.page.evaluate(LAID_OUT)
    found = Axe().run(here.page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}).response
    return [f"{wrong['id']}: {node['target']} {node['html'][:120]}" for wrong in found["violations"] for node in wrong["nodes"]]


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(look: str, open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full, **LOOKS[look])
    wrong = {}
    for address in list_addresses(full) if look == "light" else ("", full.stories[0].id, "findings", "article-0"):
        here.go(address)
        wrong[address] = find_violations(here)
    assert {address: found for address, found in wrong.items() if found} == {}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_the_sample(look: str, open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, **LOOKS[look])
    one, other = (story.id for story in sample.stories)
    wrong = {}
    for address in {"light": (one, "article-0"), "dark": (other,), "phone": ("", one, other, "findings")}[look]:
        here.go(address)
        wrong[address] = find_violations(here)
    assert {address: found for address, found in wrong.items() if found} == {}


@pytest.mark.parametrize("kind", ["full", "sample"])
def test_a_phone_scrolls_one_way(kind: str, open_record: OpenRecord, request: pytest.FixtureRequest) -> None:
    record = request.getfixturevalue(kind)
    here = open_record(record)
    wide = {}
    for address in list_addresses(record):
        here.go(address)
        for width in NARROW:
            here.page.set_viewport_size({"width": width, "height": 740})
            wide[address, width] = here.overflow()
    assert {where: pixels for where, pixels in wide.items() if pixels > 0} == {}


def test_nothing_moves_for_those_who_ask_for_that(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full, reduced_motion="reduce")
    for address in ("", full.stories[0].id, "article-0"):
        here.go(address)
        assert here.page.evaluate(MOVING) == []


def test_the_page_says_what_it_shows_to_those_who_hear_it(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full)
    here.go("article-1")
    assert "The Lamp" in here.page.locator("#status[role=status]").inner_text()
    assert here.page.locator("#pane").get_attribute("aria-labelledby") is not None
