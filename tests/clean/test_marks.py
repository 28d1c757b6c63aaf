"""What holds for the marks of every text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps import grows_in_line

from crosswire.clean import clean_page, find_repeated_lines
from crosswire.model import Mark

PIECES = [
    "Share this article",
    "By Mara Lindqvist",
    "4 min read",
    "May 1, 2031",
    "— Mara Lindqvist (@maralq) May 1, 2031",
    "pic.twitter.com/aB3dE5fG7h",
    "Let me know if you'd like the article in a more formal tone!",
    "“Let me know if you’d like the article shorter,” it said.",
    "The wreck on Tuesday. Photograph: Ana Reyes/Coastline",
    "A ferry sank off Port Ellery on Monday and four people drowned, the coast guard said on Tuesday.",
    "We dream of kinder planets and bake bread by candlelight while galaxies hum.",
    "[Insert quote here]",
    "Ilgaz İstanbul'da 4 dk okuma",
    "- Print",
    "Document Date: Fri, May 02 2031 10:16:03 am",
    "",
    " ",
]
ENDS = ["\n", "\r\n", "\r", "\n\n", "\u2028", " "]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES) | st.text(max_size=30), st.sampled_from(ENDS)), max_size=25)
MARKS = st.lists(st.builds(Mark, st.integers(0, 400), st.integers(0, 400), st.just("widget")), max_size=4)


def join(parts: list[tuple[str, str]]) -> str:
    return "".join(piece + end for piece, end in parts)


def check(page) -> None:
    found = clean_page(page, find_repeated_lines([page]))
    assert all(page.article.text[one.start : one.end] == one.text and one.text and one.article == page.article.id for one in found)
    assert list(found) == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_marks_re_read_in_order_and_apart(page):
    @given(TEXTS, MARKS)
    def holds(parts, marks):
        check(page(join(parts), outlet="The Lantern", marks=tuple(marks)))

    holds()


def test_any_text_is_taken(page):
    @given(st.text(max_size=400))
    def holds(text):
        check(page(text, outlet="The Lantern", title=text[:20]))

    holds()


def test_line_ends_change_no_marked_words(page, body, title):
    text = f"{title}\n\nBy Mara Lindqvist\nMay 1, 2031\n\n{body}\n\nShare this article\nPrint\n"
    plain = [(found.kind, found.text) for found in clean_page(page(text), {})]
    dos = [(found.kind, found.text) for found in clean_page(page(text.replace("\n", "\r\n")), {})]
    assert plain == dos
    assert [kind for kind, _ in plain] == ["byline", "date", "widget", "widget"]


def test_marks_from_the_page_are_kept(page, body):
    mark = Mark(0, 10, "caption")
    assert [(found.start, found.end, found.kind) for found in clean_page(page(body, marks=(mark,)), {})] == [(0, 10, "caption")]


def test_a_clean_article_has_no_marks(page, body, title):
    assert clean_page(page(f"{title}\n\n{body}"), {}) == ()


@pytest.mark.parametrize("piece", ["- Print\n", "Let me know if you like the text. ", "“", ". ", "word ", "(@", "— a "])
def test_work_on_long_and_monotonous_texts_grows_in_line(page, piece):
    def make(size):
        article = page("A ferry sank off Port Ellery on Monday.\n" + piece * (size // len(piece)))
        return lambda: clean_page(article, {})

    check(page("A ferry sank off Port Ellery on Monday.\n" + piece * (100_000 // len(piece))))
    assert grows_in_line(make, 10_000)
