"""Findings are filtered, and the filter stands in the page's address: it can be kept, sent and reloaded."""

from tests.browser.opened import Opened, OpenRecord

from crosswire import model

FINDINGS = "#findings .finding"


def list_shown(here: Opened) -> list[str]:
    """The ids of the findings that are seen."""
    here.settle()
    return here.find(FINDINGS).evaluate_all("findings => findings.map(finding => finding.id)")


def test_a_filter_is_kept_in_the_address(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, "findings")
    wanted = {finding.id for finding in sample.findings if finding.kind == "differs" and finding.field == "killed"}
    assert len(list_shown(here)) == len(sample.findings) > len(wanted) > 0
    here.page.select_option("#filter-kind", "differs")
    here.page.select_option("#filter-field", "killed")
    assert set(list_shown(here)) == wanted
    assert here.fragment == "findings?kind=differs&field=killed"
    assert f"{len(wanted)} of {len(sample.findings)}" in here.page.locator("#filters [role=status]").inner_text()
    here.page.reload()
    assert set(list_shown(here)) == wanted
    assert here.page.input_value("#filter-kind") == "differs"


def test_each_filter_shows_what_fits(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, "findings")
    for name in ("kind", "field", "outlet", "story"):
        shown: set[str] = set()
        values = here.page.locator(f"#filter-{name} option").evaluate_all("options => options.map(option => option.value).filter(Boolean)")
        for value in values:
            here.page.select_option(f"#filter-{name}", value)
            fitting = list_shown(here)
            assert len(fitting) > 0, (name, value)
            shown |= set(fitting)
        here.page.locator("#filters [type=reset]").click()
        assert len(list_shown(here)) == len(sample.findings)
        wanted = {finding.id for finding in sample.findings if name != "field" or finding.field}
        assert shown == wanted, name


def test_a_filter_that_was_sent_is_in_force(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, "findings?differs=1")
    differing = {"differs", "altered quotation", "who differs", "disputed", "does not add up"}
    assert set(list_shown(here)) == {finding.id for finding in sample.findings if finding.kind in differing}


def test_a_filter_outlives_a_look_at_words(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, "findings?kind=agrees")
    before = list_shown(here)
    here.follow(here.find(f"{FINDINGS} a.words").first)
    assert here.find("#pane").count() == 1
    here.press("Escape")
    assert list_shown(here) == before
    assert here.fragment == "findings?kind=agrees"


def test_a_finding_that_a_filter_hides_is_shown_when_a_link_leads_to_it(open_record: OpenRecord, sample: model.Record) -> None:
    other = next(finding for finding in sample.findings if finding.kind != "agrees")
    here = open_record(sample, "findings?kind=agrees")
    here.go(other.id)
    assert here.sees(here.page.locator(f'[id="{other.id}"]'))
