"""Timelines: what has a day is placed on it, what has none is listed, and a figure's first report is the one published first."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import find_span, make_article, make_record

from crosswire.model import Account, Article, Figure, Incident, Meeting, Place, Record, Story, When
from crosswire.report.drawings.timelines import Step, draw_events, draw_reporting
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page

PLACE = Place("Port Ambling", "ZZ", None, None, None, "city")
TEXT = "At least 15 people were hurt, then 20, then dozens."
WORDS = {"15+": ("At least 15", 15, None), "20": ("20", 20, 20), "dozens": ("dozens", None, None)}
HOSTILE = "<script>alert(1)</script> \u202e\x00 " + "W" * 5000


def make_incident(id: str, date: When | None, *accounts: Account) -> Incident:
    return Incident(id, "strike", PLACE, date, None, None, None, None, None, None, None, None, accounts, "One place and day.")


def make_account(article: Article, stated: str) -> Account:
    words, low, high = WORDS[stated]
    span = find_span(article, words)
    return Account(article.id, (span,), injured=Figure(low, high, span))


def make_articles(*published: str | None) -> list[Article]:
    return [make_article(f"r{place:02}", TEXT, published=moment) for place, moment in enumerate(published)]


def draw_steps(*given: tuple[str, str | None]) -> tuple[Step, ...]:
    """The steps of the one figure that reports give at these moments: (figure, published) each."""
    articles = make_articles(*(moment for _, moment in given))
    accounts = [make_account(article, stated) for article, (stated, _) in zip(articles, given, strict=True)]
    (course,) = draw_reporting([make_incident("i1", None, *accounts)], articles).courses
    return course.steps


def test_events_lie_on_their_days_and_reports_after_them() -> None:
    meeting = Meeting("m1", None, When("2031-05-09", "2031-05-09", "day"), "planned", (), ())
    day, night = When("2031-05-05", "2031-05-05", "day"), When("2031-05-04", "2031-05-05", "interval")
    articles = make_articles("2031-05-06", "2031-05-06T17:25:00+00:00", "2031-05-07", None, "garbage")
    drawn = draw_events([make_incident("i1", day), make_incident("i2", night)], articles, [meeting])
    assert drawn.axis is not None
    assert [(event.id, event.name, event.sure) for event in drawn.dated] == [
        ("i2", "strike, Port Ambling, ZZ", False),
        ("i1", "strike, Port Ambling, ZZ", True),
        ("m1", "planned meeting, no place given", True),
    ]
    widths = [drawn.axis.place(event.at).width for event in drawn.dated if event.at]
    assert widths[0] == pytest.approx(2 * widths[1]) and widths[1] == pytest.approx(widths[2])
    assert [(issue.day, issue.count, issue.share) for issue in drawn.issues] == [("2031-05-06", 2, 1.0), ("2031-05-07", 1, 0.5)]
    assert drawn.axis.place(drawn.issues[0].at).x > drawn.axis.place(drawn.dated[0].at or drawn.issues[0].at).x
    assert drawn.silent == 2


@pytest.mark.parametrize("date", [None, When("soon", "later", "day"), When("2031-05-06", "2031-05-01", "interval")])
def test_what_has_no_day_is_never_placed(date: When | None) -> None:
    drawn = draw_events([make_incident("i1", date)], make_articles("2031-05-06"), [])
    assert drawn.axis is None and drawn.dated == () and [event.id for event in drawn.undated] == ["i1"]


def test_the_first_of_each_figure_is_marked() -> None:
    early, late = draw_steps(("20", "2031-05-07T08:00Z"), ("15+", "2031-05-06T17:25Z"), ("15+", "2031-05-06"), ("20", "2031-05-08"))
    assert (early.value, [statement.article for statement in early.statements]) == ("15+", ["r02", "r01"])
    assert early.leaders == early.statements, "a time within a day without a clock may be the earlier"
    assert (late.value, [statement.article for statement in late.leaders]) == ("20", ["r00"])
    assert [(mark.first, mark.at.end - mark.at.start) for mark in late.marks] == [(True, 0), (False, 1)]


def test_reports_of_one_moment_are_one_mark() -> None:
    (step, _) = draw_steps(("15+", "2031-05-06"), ("15+", "2031-05-06"), ("20", "2031-05-07"))
    assert [(mark.count, mark.first) for mark in step.marks] == [(2, True)] and len(step.leaders) == 2


def test_words_without_a_number_are_a_figure_of_their_own() -> None:
    assert [step.value for step in draw_steps(("dozens", "2031-05-06"), ("15+", "2031-05-07"))] == ["dozens", "15+"]


def test_reports_without_a_day_are_listed_apart() -> None:
    articles = make_articles("2031-05-06", None, "garbage", "2031-05-07")
    accounts = [make_account(article, "20") for article in articles]
    (course,) = draw_reporting([make_incident("i1", None, *accounts)], articles).courses
    assert [statement.article for statement in course.undated] == ["r01", "r02"]
    assert [statement.article for step in course.steps for statement in step.statements] == ["r00", "r03"]


def test_one_time_of_publication_alone_tells_no_order() -> None:
    articles = make_articles("2031-05-06", "2031-05-06")
    accounts = [make_account(articles[0], "15+"), make_account(articles[1], "20")]
    assert draw_reporting([make_incident("i1", None, *accounts)], articles).axis is None
    undated = draw_reporting([make_incident("i1", None, *accounts)], make_articles(None, None))
    assert undated.courses == () and [course.field for course in undated.unplaced] == ["injured"]


def test_a_figure_of_one_account_has_no_course() -> None:
    articles = make_articles("2031-05-06", "2031-05-07")
    incident = make_incident("i1", None, make_account(articles[0], "20"), Account("r01", ()))
    assert draw_reporting([incident], articles).courses == ()


MOMENTS = st.sampled_from([None, "garbage", "2031-05-06", "2031-05-06T17:25Z", "2031-05-07", "1825-05-06", "2031-05-06T23:00-05:00"])


@given(st.lists(st.tuples(st.sampled_from(list(WORDS)), MOMENTS), min_size=2, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_inputs_changes_nothing(given: list[tuple[str, str | None]], random: Random) -> None:
    articles = make_articles(*(moment for _, moment in given))
    accounts = [make_account(article, stated) for article, (stated, _) in zip(articles, given, strict=True)]
    days = [None, When("2031-05-05", "2031-05-05", "day"), When("2031-05-01", "2031-05-31", "month")]
    incidents = [make_incident(f"i{place}", day, *accounts) for place, day in enumerate(days)]
    other = [replace(incident, accounts=tuple(random.sample(incident.accounts, len(accounts)))) for incident in random.sample(incidents, 3)]
    shuffled = random.sample(articles, len(articles))
    assert draw_events(incidents, articles, []) == draw_events(other, shuffled, [])
    drawn, again = draw_reporting(incidents, articles), draw_reporting(other, shuffled)
    assert [(course.incident.id, course.steps, course.undated) for course in drawn.courses] == [
        (course.incident.id, course.steps, course.undated) for course in again.courses
    ]
    assert drawn.axis == again.axis


def make_long_record() -> Record:
    """Sixty reports of hostile outlets that state three figures over a month, and forty incidents."""
    moments = [f"2031-05-{1 + place // 3:02}" + ("T09:00:00+02:00" if place % 2 else "") for place in range(58)]
    articles = [replace(article, outlet=HOSTILE) for article in make_articles(*moments, None, HOSTILE)]
    stated = list(WORDS)
    accounts = [make_account(article, stated[place % 3]) for place, article in enumerate(articles)]
    days = [f"2031-04-{1 + place % 30:02}" for place in range(40)]
    incidents = [make_incident(f"i{place}", When(day, day, "day"), *accounts) for place, day in enumerate(days)]
    story = Story("s1", "Ferry station struck", tuple(article.id for article in articles), None, None, "One place.")
    return Record(articles=tuple(articles), stories=(story,), incidents=tuple(incidents))


def find_section(record: Record, key: str) -> str:
    page = make_page(make_lookup(record)).decode()
    found = re.search(rf'<section class="section" id="\w+-{key}".*?</section>', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_the_page_shows_both_timelines() -> None:
    record = make_record()
    dated = replace(record, articles=tuple(replace(a, published=f"2031-05-0{6 + n}") for n, a in enumerate(record.articles)))
    shown = find_section(dated, "timeline")
    assert 'id="s0000000001-events"' in shown and 'id="s0000000001-reporting"' in shown
    assert shown.count('<rect class="sure"') == 1 and shown.count('class="mark first"') == 2
    assert re.search(r'href="#words-0-\d+-\d+"><b><bdi>15\+</bdi></b>', shown), "a figure leads to its words"


def test_a_long_story_of_hostile_outlets_stays_short_and_harmless() -> None:
    shown = find_section(make_long_record(), "timeline")
    assert "<script" not in shown and "\u202e" not in shown and "W" * 200 not in shown
    assert shown.count('<rect class="sure"') == 40 and "and 24 later" in shown
    assert "and 36 more figures" in shown and " style=" not in shown
