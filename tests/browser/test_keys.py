"""The whole page is reached with keys alone, focus is always seen, and it comes back to where it was."""

from tests.browser.opened import PHONE, OpenRecord, check_words

from crosswire import model

SEEN = """() => {
  const element = document.activeElement, style = getComputedStyle(element)
  const { width, height } = element.getBoundingClientRect()
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
  return element === document.body || (width > 0 && height > 0 && outlined) ? '' : element.outerHTML.slice(0, 120)
}"""
HERE = "link => link === document.activeElement"


def test_keys_lead_from_the_top_to_words_and_back(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full)
    here.press("Tab")
    assert here.focuses('a[href="#main"]') and here.sees(here.page.locator('a[href="#main"]'))
    here.press_until("Tab", "nav a")
    here.press_until("Tab", "#overview .differences a.words")
    link = here.page.evaluate_handle("document.activeElement")
    spans = [span for finding in full.findings for side in finding.sides for span in side.evidence]
    here.press("Enter")
    check_words(here, full, next(span for span in spans if here.fragment.endswith(f"-{span.start}-{span.end}")))
    here.press("Escape")
    assert here.find("#pane").count() == 0
    assert here.page.evaluate(HERE, link) and here.sees(here.page.locator(":focus"))


def test_the_skip_link_leads_past_the_navigation(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full)
    here.press("Tab")
    here.press("Enter")
    here.press("Tab")
    assert here.focuses("main a, main [tabindex]")


def test_escape_comes_back_from_words_that_reasons_led_to(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full, full.stories[0].id)
    here.press_until("Tab", f'main a.why[href="#why-{full.incidents[0].id}"]')
    link = here.page.evaluate_handle("document.activeElement")
    here.press("Enter")
    here.press_until("Tab", "#pane a.words")
    here.press("Enter")
    here.press("Escape")
    assert here.find("#pane").count() == 0
    assert here.page.evaluate(HERE, link)


def test_the_browser_goes_back_and_forth(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full)
    here.follow(here.find("#overview .differences a.words").first)
    assert here.find("#pane").count() == 1
    here.page.go_back()
    here.settle()
    assert here.find("#pane").count() == 0 and here.focuses("#overview .differences a.words")
    here.page.go_forward()
    here.find("#pane").wait_for()


def test_focus_is_seen_wherever_tab_leads(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full)
    for address in ("", full.stories[0].id, "article-0"):
        here.open(address)
        hidden = []
        for _ in range(40):
            here.page.keyboard.press("Tab")
            hidden.append(here.page.evaluate(SEEN))
        assert [element for element in hidden if element] == [], address


def test_on_a_phone_focus_stays_in_the_pane_while_it_covers_the_page(open_record: OpenRecord, full: model.Record) -> None:
    here = open_record(full, "article-0", viewport=PHONE)
    for _ in range(30):
        here.page.keyboard.press("Tab")
        assert not here.focuses("main, main *")
    here.press("Escape")
    assert here.focuses("main, main *")
