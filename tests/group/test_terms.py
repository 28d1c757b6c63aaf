"""Words weigh by how rare they are in general and how near the top they stand."""

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crosswire.group.contents import read_opening, read_words
from crosswire.group.encoder import count_information, embed_opening
from crosswire.group.terms import fold, read_terms, stem, tabulate_terms, weigh_words
from crosswire.model import Sheet

WriteSheet = Callable[..., Sheet]


def test_rare_words_tell_more() -> None:
    assert count_information("the") < count_information("ferry") < count_information("coelacanth")


def test_a_word_weighs_less_further_down(write_sheet: WriteSheet) -> None:
    filler = " ".join(["the"] * 200)
    weights = weigh_words(write_sheet("a", f"zeppelin {filler} trombone"), stem)
    assert weights["zeppelin"] > weights["trombone"] > 0
    assert "the" not in weights


def test_rows_have_unit_length(three_events: list[Sheet]) -> None:
    rows = tabulate_terms([weigh_words(sheet, stem) for sheet in three_events]).rows
    assert np.allclose(np.sqrt(rows.multiply(rows).sum(axis=1)), 1)


def test_endings_go() -> None:
    assert stem("Missiles", "en") == stem("missile’s", "en") == "missile"
    assert stem("press", "en") == "press"
    assert stem("Raketenangriff", "de") == stem("Raketenangriffe", "de")


def test_names_meet_across_scripts() -> None:
    assert fold("Брандт", "ru") == fold("Brandt", "en")


def test_scripts_without_spaces_are_cut(write_sheet: WriteSheet) -> None:
    assert len(read_terms(write_sheet("a", "初步结果显示反对党获胜"))) > 2


@given(st.text(max_size=200))
def test_any_text_is_read(write_sheet: WriteSheet, text: str) -> None:
    sheet = write_sheet("a", text)
    for word in read_words(sheet):
        assert text[word.start : word.end] == word.text
    assert embed_opening(sheet).shape == (512,)
    assert all(len(sentence) <= 300 for sentence in read_opening(sheet, 3))


def test_half_a_character_does_no_harm(write_sheet: WriteSheet) -> None:
    sheet = write_sheet("a", "Fire \ud83d in the harbour of Ostrel tonight")
    assert embed_opening(sheet).any() and weigh_words(sheet, stem)
