"""Reprints and shared passages are found with their words on both sides; a speaker's words and standing lines are none."""

import random
from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crosswire.group import Group, find_copies
from crosswire.group.passages import RUN, encode_words, find_passages
from crosswire.model import Sheet

WriteSheet = Callable[..., Sheet]

PASSAGE = "rescuers in orange vests carried the last of the passengers over the slippery rocks to waiting ambulances"
STANDING = "All rights reserved and no part of this page may be printed or sent on without leave."


def write_words(seed: int, count: int) -> str:
    return " ".join(f"w{random.Random(seed * 1000 + i).randrange(10**6)}" for i in range(count))


def test_the_same_text(write_sheet: WriteSheet) -> None:
    text = write_words(1, 120)
    (copy,) = find_copies([write_sheet("b", text), write_sheet("a", f"(Outlet) {text} More at our site.")])
    assert (copy.articles, copy.kind, copy.share) == (("a", "b"), "same text", 1.0)
    assert [(one.text, other.text) for one, other in copy.spans] == [(text, text)]


def test_a_light_edit(write_sheet: WriteSheet) -> None:
    words = write_words(2, 200).split()
    edited = [f"new{i}" if i > 60 and i % 9 == 0 else word for i, word in enumerate(words)]
    (copy,) = find_copies([write_sheet("a", " ".join(words)), write_sheet("b", " ".join(edited))])
    assert copy.kind == "same text" and copy.why.startswith("Lightly edited")
    assert all(one.text == other.text for one, other in copy.spans)


def test_a_shared_passage_in_other_words(write_sheet: WriteSheet) -> None:
    sheets = [
        write_sheet("a", f"{write_words(3, 60)}. {PASSAGE.capitalize()}; {write_words(4, 60)}"),
        write_sheet("b", f"{write_words(5, 60)} — {PASSAGE},\n{write_words(6, 60)}"),
    ]
    (copy,) = find_copies(sheets)
    assert copy.kind == "shared passage"
    assert [one.text.casefold() for one, _ in copy.spans] == [other.text for _, other in copy.spans] == [PASSAGE]


def test_eleven_words_are_no_passage(write_sheet: WriteSheet) -> None:
    few = " ".join(PASSAGE.split()[:11])
    assert find_copies([write_sheet("a", f"x {few} y"), write_sheet("b", f"p {few} q")]) == []


def test_a_quotation_both_have_from_the_speaker(write_sheet: WriteSheet) -> None:
    sheets = [
        write_sheet("a", f"{write_words(7, 30)} She said: “{PASSAGE}.”", quoted=(PASSAGE,)),
        write_sheet("b", f"“{PASSAGE},” she told us. {write_words(8, 30)}", quoted=(PASSAGE,)),
    ]
    assert find_copies(sheets) == []


def test_furniture_is_no_passage(write_sheet: WriteSheet) -> None:
    sheets = [write_sheet(name, f"{write_words(seed, 30)} {STANDING}", furniture=(STANDING,)) for name, seed in (("a", 9), ("b", 10))]
    assert find_copies(sheets) == []


def test_a_line_of_three_stories_is_a_standing_line(write_sheet: WriteSheet) -> None:
    sheets = [write_sheet(f"{story}{i}", f"{write_words(ord(story) + i, 40)} {STANDING}") for story in "abc" for i in range(2)]
    groups = [Group((f"{story}0", f"{story}1"), "", "") for story in "abc"]
    assert len(find_copies(sheets)) == 15
    assert find_copies(sheets, groups) == []
    assert len(find_copies(sheets[:4], groups[:2])) == 2


@given(st.integers(0, 1000), st.integers(0, 40), st.integers(0, 40), st.integers(RUN, 30))
def test_passages_read_the_same_on_both_sides(seed: int, before: int, other_before: int, length: int) -> None:
    shared = write_words(seed + 1, length).split()
    one = encode_words([*write_words(seed + 2, before).split(), *shared, *write_words(seed + 3, 5).split()])
    other = encode_words([*write_words(seed + 4, other_before).split(), *shared, *write_words(seed + 5, 9).split()])
    (passages,) = find_passages([one, other], [0, 0]).values()
    for p in passages:
        assert np.array_equal(one[p.first : p.first + p.length], other[p.second : p.second + p.length])
    assert max(p.length for p in passages) == length


@given(st.permutations(range(4)))
def test_order_changes_nothing(write_sheet: WriteSheet, order: list[int]) -> None:
    text = write_words(11, 80)
    sheets = [write_sheet(name, f"{write_words(i + 12, 40 * i)} {text}") for i, name in enumerate("dbca")]
    assert find_copies([sheets[i] for i in order]) == find_copies(sheets)


def test_articles_without_words(write_sheet: WriteSheet) -> None:
    assert find_copies([]) == []
    assert find_copies([write_sheet("a", ""), write_sheet("b", ""), write_sheet("c", "…")]) == []
