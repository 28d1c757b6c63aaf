"""Quotation marks of every style: where marked words begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps import grows_in_line

from crosswire.annotate.paragraphs import find_paragraphs
from crosswire.extract.quotes.marks import MOST_MARKED, Marked, find_marked

LINES = st.text(st.sampled_from("as' ’‘“”\"„«»‚‹›`.,\n"), max_size=60)


def find(text: str) -> tuple[Marked, ...]:
    return find_marked(text, find_paragraphs(text))


def inside(text: str) -> list[str]:
    return [text[marked.start : marked.end] for marked in find(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said: “We go home.”", ["We go home."]),
        ('She said: "We go home." He said "no".', ["We go home.", "no"]),
        ("‘We don’t go home,’ she said. ‘Not now.’", ["We don’t go home,", "Not now."]),
        ("'We don't go home,' she said. 'Not now.'", ["We don't go home,", "Not now."]),
        ("‘The workers’ houses are cold,’ she said.", ["The workers’ houses are cold,"]),
        ("„Wir gehen“, sagte sie. „Jetzt”.", ["Wir gehen", "Jetzt"]),
        ("‚Wir gehen‘, sagte sie.", ["Wir gehen"]),
        ("« Nous partons », dit-elle.", ["Nous partons"]),
        ("»Wir gehen«, sagte sie.", ["Wir gehen"]),
        ("''We go home,'' she said. ``Not now''.", ["We go home,", "Not now"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("‘He said “no” to me,’ she said.", ["He said “no” to me,"]),
        ("“He said “no” to me,” she said. “Bye.”", ["He said “no” to me,", "Bye."]),
        ('“He said "no" to me,” she said.', ['He said "no" to me,']),
        ('She spoke of a "common” plan and a road.', ["common"]),
        ('She spoke of a “common" plan and a road.', ["common"]),
        ("The ’90s, rock ’n’ roll and the workers’ strike", []),
        ("It's the boys' room, isn't it", []),
        ("A pipe of 6\" and a room of 12' by 9'", []),
        ("“” and “ ”", []),
        ("", []),
    ],
)
def test_words_in_marks_are_found(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_offsets_with_the_marks_hold_both() -> None:
    text = "She said ''no'' and « oui »."
    assert [text[marked.opened : marked.closed] for marked in find(text)] == ["''no''", "« oui »"]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    (marked,) = find("She said: “We go home.\n\nThe bus left.")
    assert (marked.open_ended, marked.reopens) == (True, False)
    assert inside("She said: “We go home.\n\nThe bus left.") == ["We go home."]


def test_an_unclosed_mark_ends_before_the_clause_that_reports_it() -> None:
    assert inside("“We go home, she said. The bus left.") == ["We go home,"]


@pytest.mark.parametrize("mark", ["“", '"', "«", "‘", "'"])
def test_paragraphs_that_reopen_go_on(mark: str) -> None:
    close = {"“": "”", "«": "»", "‘": "’"}.get(mark, mark)
    text = f"{mark}One road.\n\n{mark}Two roads.\n\n{mark}Three roads,{close} she said."
    assert inside(text) == ["One road.", "Two roads.", "Three roads,"]
    assert [marked.reopens for marked in find(text)] == [False, True, True]
    assert [marked.open_ended for marked in find(text)] == [True, True, False]


def test_a_closed_paragraph_is_not_reopened() -> None:
    assert [marked.reopens for marked in find("“One road.”\n\n“Two roads.”")] == [False, False]
    assert [marked.reopens for marked in find("“One road.\n\nThe bus left.\n\n“Two roads.”")] == [False, False]


def test_a_mark_reopened_without_a_close_ends_before_it() -> None:
    assert inside("“We go, “We stay.”") == ["We go,", "We stay."]
    assert inside('"We go, he said. "We stay."') == ["We go,", "We stay."]


@given(st.text() | LINES)
def test_stretches_are_in_order_and_do_not_overlap(text: str) -> None:
    found = find(text)
    assert all(0 <= m.opened < m.start < m.end <= m.closed <= len(text) for m in found)
    assert all(one.closed <= two.opened for one, two in pairwise(found))
    assert all(words == words.strip() != "" for words in inside(text))
    paragraphs = find_paragraphs(text)
    assert all(any(start <= m.opened and m.closed <= end for start, end in paragraphs) for m in found)


@pytest.mark.parametrize(
    "piece", ['"', "'", "“", "‘", ' "a', " 'a", " “a", "'as' ", "s' ", "“„«\"‘'‚‹", " “a, he said", "“a\n\n", "''a ", "“a. A", "„, A"]
)
def test_work_grows_in_line_with_the_text(piece: str) -> None:
    assert len(find(piece * (200_000 // len(piece)))) <= MOST_MARKED
    assert grows_in_line(lambda size: lambda: find(piece * (size // len(piece))), 5_000)
