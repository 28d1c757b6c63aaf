"""The page opens from a file in silence, without a network, at any of its addresses, and without its script."""

import pytest
from tests.browser.opened import OpenRecord

from crosswire import model
from crosswire.report.evidence import list_uses

ADDRESSES = ("", "stories", "findings", "findings?kind=differs", "names", "open", "article-0", "article-10")
ASTRAY = ("nothing", "why-nothing", "words-99-1-2", "words-0-9-8", "article-99", "article-", "why-", "why-constructor", "__proto__")
ODD = ("%", "%E0%A4%A", "?", "findings?nothing=1&kind=none", "findings?kind=%", "pane", "explanations", "text-0", "status")


def test_the_sample_opens_in_silence(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample)
    assert here.page.title().startswith("crosswire: 11 reports")
    assert here.asked == [here.address]
    for address in (*ADDRESSES, *(story.id for story in sample.stories)):
        here.open(address)
        assert here.find("main h1").count() == 1, address


def test_an_empty_record_opens_in_silence(open_record: OpenRecord) -> None:
    here = open_record(model.Record())
    for address in ADDRESSES[:6]:
        here.go(address)
        assert here.find("main h1").count() == 1, address


@pytest.mark.parametrize("address", ASTRAY + ODD)
def test_addresses_that_lead_nowhere_leave_the_page_in_use(address: str, open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full, address)
    assert here.find("main h1").count() == 1
    here.follow(here.find('nav a[href="#findings"]').first)
    assert here.find("#findings .finding").count() == len(full.findings)
    here.go(address)
    assert here.find("main h1").count() == 1


def test_without_its_script_the_page_shows_all_but_the_texts(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, java_script_enabled=False)
    assert here.find("text=script").count() >= 1
    assert [story.id for story in sample.stories if not here.find(f'[id="{story.id}"] h1').count()] == []
    things = [thing.id for thing in (*sample.incidents, *sample.findings)]
    unfolded = '[id="{0}"]:not(details *), details:has([id="{0}"])'
    assert [id for id in things if not here.find(unfolded.format(id)).count()] == []
    assert here.find("#overview").count() == here.find("#findings").count() == here.find("#open").count() == 1
    assert here.find("#pane").count() == here.find("#filters select").count() == 0


def test_the_page_answers_with_400_articles(open_record: OpenRecord, many: model.Record) -> None:
    here = open_record(many)
    use = next(use for use in list_uses(many) if use.thing == many.findings[-1].id)
    here.go(use.thing)
    here.follow(here.find(f'[id="{use.thing}"] a.words').first)
    assert here.find("#pane .text").count() == 1
    here.press("Escape")
    assert here.focuses(f'[id="{use.thing}"] a.words')
