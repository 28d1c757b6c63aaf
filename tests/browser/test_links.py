"""Every finding leads to its words and back; every value leads to its reason."""

import pytest
from tests.browser.opened import OpenRecord, anchor, check_words

from crosswire import model

FIRST = 8  # findings of the sample that are walked


def list_steps(record: model.Record) -> list[tuple[model.Finding, model.Span]]:
    """The findings with each of their words, at most `FIRST` findings."""
    return [(finding, span) for finding in record.findings[:FIRST] for side in finding.sides for span in side.evidence]


@pytest.mark.parametrize("kind", ["full", "sample"])
def test_findings_lead_to_their_words_and_back(kind: str, open_record: OpenRecord, request: pytest.FixtureRequest) -> None:
    record = request.getfixturevalue(kind)
    here = open_record(record, "findings")
    steps = list_steps(record)
    assert len(steps) >= len(record.findings[:FIRST])
    for finding, span in steps:
        link = here.find(f'[id="{finding.id}"] a[href="#{anchor(record, span)}"]').first
        here.follow(link)
        check_words(here, record, span)
        assert here.page.locator(f'#pane a[href="#{finding.id}"]').count() >= 1
        here.press("Escape")
        assert here.find("#pane").count() == 0
        assert link.evaluate("link => link === document.activeElement")


def test_words_lead_to_what_rests_on_them(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full)
    for finding, span in list_steps(full):
        here.open(anchor(full, span))
        here.follow(here.find(f'#pane a[href="#{finding.id}"]').first)
        assert here.sees(here.page.locator(f'[id="{finding.id}"]'))


def test_every_value_has_its_reason(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full)
    asked = here.page.locator("a.why").evaluate_all("links => [...new Set(links.map(link => link.hash))]")
    assert {f"#why-{thing.id}" for thing in (*full.incidents, *full.findings, *full.utterances)} <= set(asked)
    reasons = {thing.id: thing.why for thing in full.things()}
    for address in asked:
        here.go(address[1:])
        assert reasons[address.removeprefix("#why-")] in here.find("#pane").inner_text()


def test_reports_that_are_named_open(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full, full.stories[0].id)
    for place, article in enumerate(full.articles):
        here.follow(here.find(f'main a[href="#article-{place}"]').first)
        assert article.text.split()[-1] in here.find("#pane .text").inner_text()
        here.press("Escape")


def test_a_difference_is_found_from_the_top_in_two_actions_and_its_words_in_one_more(open_record: OpenRecord, seeds: model.Record) -> None:
    finding = next(finding for finding in seeds.findings if finding.kind == "differs" and finding.field == "injured")
    here = open_record(seeds)
    actions = 0
    if not here.find(f'a[href="#{finding.id}"]').count():
        here.follow(here.find('a[href^="#findings"]').first)
        actions += 1
    if not all(here.find(f'li:has-text("{side.value}") a[href="#{anchor(seeds, side.evidence[0])}"]').count() for side in finding.sides):
        here.follow(here.find(f'a[href="#{finding.id}"]').first)
        actions += 1
    assert actions <= 2
    for side in finding.sides:
        here.follow(here.find(f'li:has-text("{side.value}") a[href="#{anchor(seeds, side.evidence[0])}"]').first)
        check_words(here, seeds, side.evidence[0])
        here.press("Escape")
