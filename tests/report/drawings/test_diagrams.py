"""The origins diagram: who shares words with whom, readable however many they are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records import find_span, make_article, make_record

from crosswire.model import Article, Origin, Record, Story
from crosswire.model.record import OriginKind
from crosswire.report.drawings.diagrams import draw_origins
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page

HOSTILE = "<script>alert(1)</script> \u202e\x00 " + "W" * 5000


def make_articles(count: int) -> list[Article]:
    return [make_article(f"r{place:02}", "One text.", published=f"2031-05-{1 + place % 28:02}") for place in range(count)]


def make_origin(id: str, kind: OriginKind, articles: Sequence[Article], name: str | None = None) -> Origin:
    return Origin(id, kind, name, tuple(a.id for a in articles), tuple(find_span(a, "One text") for a in articles), "They share it.")


def test_reports_stand_in_the_order_of_publication() -> None:
    moments = {"a": None, "b": "2031-05-07", "c": "2031-05-06T20:00Z", "d": "2031-05-06", "e": "garbage"}
    articles = [make_article(id, "One text.", published=moment) for id, moment in moments.items()]
    drawn = draw_origins(articles, [])
    assert [row.articles for row in drawn.rows] == [("d",), ("c",), ("b",), ("a",), ("e",)]
    assert (drawn.reports, drawn.sharing, drawn.lines) == (5, 0, ()) and not any(row.shares for row in drawn.rows)


def test_lines_join_reports_to_their_origins() -> None:
    articles = make_articles(4)
    drawn = draw_origins(articles, [make_origin("o2", "same agency", articles[:3]), make_origin("o1", "same text", articles[1:3])])
    assert (drawn.reports, drawn.sharing, drawn.kinds) == (4, 3, ("same agency", "same text"))
    assert [row.shares for row in drawn.rows] == [True, True, True, False]
    assert [node.origins[0].id for node in drawn.nodes] == ["o2", "o1"], "as high as their reports"
    assert [(line.kind, line.left, line.right) for line in drawn.lines] == [
        ("same agency", 12.5, 25.0),
        ("same agency", 37.5, 25.0),
        ("same text", 37.5, 75.0),
        ("same agency", 62.5, 25.0),
        ("same text", 62.5, 75.0),
    ]


def test_a_report_of_another_story_is_drawn_and_not_counted() -> None:
    articles = make_articles(3)
    drawn = draw_origins(articles[:2], [make_origin("o1", "shared passage", articles[1:])])
    assert (drawn.reports, drawn.sharing, len(drawn.rows)) == (2, 1, 3)


@pytest.mark.parametrize("each", [2, 3, 30])
def test_sixty_reports_stay_readable_and_none_is_lost(each: int) -> None:
    articles = make_articles(60)
    origins = [make_origin(f"o{start:02}", "shared passage", articles[start : min(start + each, 44)]) for start in range(0, 42, each)]
    drawn = draw_origins(articles, origins)
    assert len(drawn.rows) <= 18 and len(drawn.nodes) <= 8
    assert sorted(id for row in drawn.rows for id in row.articles) == [article.id for article in articles]
    assert sorted(o.id for node in drawn.nodes for o in node.origins) == [origin.id for origin in origins]
    assert not drawn.rows[-1].shares and all({*row.articles}.isdisjoint(drawn.rows[-1].articles) for row in drawn.rows[:-1])
    heights = {line.left for line in drawn.lines}
    assert heights == {row.y for row in drawn.rows if row.shares}


def test_what_is_drawn_as_one_may_be_of_several_kinds() -> None:
    articles = make_articles(20)
    pairs = [make_origin(f"o{start:02}", "shared passage", articles[start : start + 2]) for start in range(18)]
    drawn = draw_origins(articles, [*pairs, make_origin("o99", "same text", articles[16:18])])
    assert "several kinds" in drawn.kinds


@given(st.randoms(use_true_random=False))
def test_the_order_of_inputs_changes_nothing(random: Random) -> None:
    articles = make_articles(30)
    origins = [make_origin(f"o{start:02}", "shared passage", articles[start : start + 3]) for start in range(0, 24, 2)]
    assert draw_origins(random.sample(articles, 30), random.sample(origins, 12)) == draw_origins(articles, origins)


def find_section(record: Record) -> str:
    page = make_page(make_lookup(record)).decode()
    found = re.search(r'<section class="section" id="\w+-origins".*?</section>', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_the_page_says_what_an_origin_covers() -> None:
    shown = find_section(make_record())
    assert "3 reports; 2 share words or a source with another." in shown and "only for the claims whose words it covers" in shown
    assert shown.count('<line class="shared-passage" x1="0"') == 3, "two lines and their key"
    assert shown.count("stands on its own") == 3, "read out, drawn, and in the key"
    assert 'id="o0000000001"' in shown and 'href="#why-o0000000001"' in shown and "<q><bdi>A shell struck" in shown


def test_a_large_story_of_hostile_outlets_is_listed_whole() -> None:
    articles = [replace(article, outlet=HOSTILE) for article in make_articles(60)]
    origins = tuple(make_origin(f"o{start:02}", "same agency", articles[start : start + 2], HOSTILE) for start in range(0, 40, 2))
    story = Story("s1", "Ferry station struck", tuple(article.id for article in articles), None, None, "One place.")
    shown = find_section(Record(articles=tuple(articles), stories=(story,), origins=origins))
    assert all(f'<li id="{origin.id}">' in shown for origin in origins) and "and 13 more, below" in shown
    assert "<script" not in shown and "\u202e" not in shown and "W" * 200 not in shown and " style=" not in shown
