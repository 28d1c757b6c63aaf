"""Bylines, dates and slogans of the head."""

import pytest

from crosswire.clean.heads import is_name

SLOGAN = "We dream of kinder planets and bake bread by candlelight while galaxies hum."


def test_a_byline_and_a_date_are_marked(marked, body, title):
    text = f"{title}\n\nBy Mara Lindqvist and Jon Marsh\nMay 1, 2031\n\n{body}"
    assert marked(text) == [("byline", "By Mara Lindqvist and Jon Marsh"), ("date", "May 1, 2031")]


@pytest.mark.parametrize("below", ["4 min read", "May 1, 2031", "Published on May 1, 2031"])
def test_a_lone_name_right_above_a_sign_of_the_head_is_a_byline(marked, body, title, below):
    assert ("byline", "Mara Lindqvist") in marked(f"{title}\n\nMara Lindqvist\n{below}\n\n{body}")


def test_a_name_above_the_body_alone_is_no_byline(marked, body, title):
    assert marked(f"{title}\n\nMara Lindqvist\n\n{body}") == []


@pytest.mark.parametrize(
    "line", ["BY MARA LINDQVIST", "By Mara Lindqvist, Harbour Post", "Von Mara Lindqvist", "Автор: Мара Линдквист", "By STAFF"]
)
def test_bylines_take_many_forms(marked, body, title, line):
    assert marked(f"{title}\n{line}\n\n{body}") == [("byline", line)]


def test_a_timeline_keeps_its_dates(marked, body, title):
    days = "\n".join(f"May {day}, 2031\n{paragraph}" for day, paragraph in enumerate(body.split("\n\n"), 1))
    assert marked(f"{title}\nHow the crossing went wrong, day by day.\n{days}") == []


@pytest.mark.parametrize("sign", ["By Mara Lindqvist", "4 min read", "May 1, 2031", "Ferry sinks off Port Ellery, four dead"])
def test_a_slogan_that_shares_nothing_with_the_article_is_a_tagline(marked, body, title, sign):
    assert ("tagline", SLOGAN) in marked(f"{title}\n\n{SLOGAN}\n\n{sign}\n\n{body}")


def test_a_slogan_above_a_title_known_from_elsewhere_is_a_tagline(marked, body, title):
    assert ("tagline", SLOGAN) in marked(f"{SLOGAN}\n\n{title}\n\n{body}", title=title)


@pytest.mark.parametrize("sign", ["The Lantern | 2 minute read", "The Lantern | May 1, 2031"])
def test_a_slogan_in_one_block_with_the_outlet_is_a_tagline(marked, body, title, sign):
    assert ("tagline", SLOGAN) in marked(f"{title}\n\n{sign}\n{SLOGAN}\n\n{body}")


def test_a_paragraph_apart_from_the_outlet_is_content(marked, body, title):
    assert ("tagline", SLOGAN) not in marked(f"{title}\n\nThe Lantern | May 1, 2031\n\n{SLOGAN}\n\n{body}")


def test_where_no_blank_lines_part_the_paragraphs_a_block_shows_nothing(marked, body, title):
    text = f"{title}\nThe Lantern | May 1, 2031\n{SLOGAN}\n{body}".replace("\n\n", "\n")
    assert ("tagline", SLOGAN) not in marked(text)


def test_a_standfirst_in_one_block_with_the_outlet_is_content(marked, body, title):
    standfirst = "Coast guard lifts passengers from the sea after the engine of a ferry fails."
    assert ("tagline", standfirst) not in marked(f"{title}\n\nThe Lantern | May 1, 2031\n{standfirst}\n\n{body}")


def test_a_slogan_below_the_widgets_of_the_tail_is_a_tagline(marked, body, title):
    assert marked(f"{title}\n\n{body}\n\nShare this article\n{SLOGAN}")[-1] == ("tagline", SLOGAN)


STANDFIRSTS = [
    "At least four passengers drowned when a ferry went down in heavy seas near the harbour lighthouse.",
    "Survivors speak of alarm, cold water and a failed engine; the government suspends the captain.",
    "The coast guard and three villages searched the bay until nightfall.",
]


@pytest.mark.parametrize("standfirst", STANDFIRSTS)
def test_a_standfirst_is_content(marked, body, title, standfirst):
    text = f"{title}\n\n{standfirst}\n\nBy Mara Lindqvist\n4 min read\n\n{body}"
    assert [kind for kind, _ in marked(text)] == ["byline", "widget"]


def test_without_a_sign_of_the_head_nothing_is_a_tagline(marked, body, title):
    assert marked(f"{title}\n\n{SLOGAN}\n\n{body}") == []


def test_a_strange_paragraph_inside_the_body_is_content(marked, body, title):
    first, *rest = body.split("\n\n")
    assert marked("\n\n".join([title, first, rest[0], SLOGAN, "By Mara Lindqvist", *rest[1:]]))[:1] != [("tagline", SLOGAN)]


def test_a_text_too_short_to_judge_by_has_no_tagline(marked, title):
    assert ("tagline", SLOGAN) not in marked(
        f"{title}\n\n{SLOGAN}\n\nBy Mara Lindqvist\n\nFour people drowned on Monday, the coast guard said."
    )


@pytest.mark.parametrize(
    ("text", "name"), [("Mara Lindqvist", True), ("Jean-Luc de la Tour", True), ("J. K. Marsh", True), ("Mara", False)]
)
def test_names(text, name):
    assert is_name(text) is name


@pytest.mark.parametrize("text", ["Monday Night", "What We Know", "Mara Lindqvist said", "Four Dead In Storm", "12 May", ""])
def test_headings_are_no_names(text):
    assert not is_name(text)
