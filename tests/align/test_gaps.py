"""Where two versions of one sentence part, and what kind of change that is."""

import pytest
from tests.align.sheets import Teller, align

from crosswire.align.gaps import find_gaps, is_spread
from crosswire.align.units import Unit, cut_units


def cut(words: str) -> Unit:
    return cut_units(align(Teller("a").say(words)).quotes[0])[0]


def compare(one: str, other: str) -> list[tuple[str, str, str]]:
    """Each difference: its kind, the words in the one, the words in the other."""
    first, second = cut(one), cut(other)
    return [
        (gap.change, _read(first, gap.first, gap.last), _read(second, gap.other_first, gap.other_last)) for gap in find_gaps(first, second)
    ]


def _read(unit: Unit, first: int, last: int) -> str:
    return unit.read(first, last - 1) if last > first else ""


SAID = "The garrison must leave the fortress before the 40 prisoners are home"


@pytest.mark.parametrize(
    ("other", "change", "here", "there"),
    [
        (SAID.replace("must leave", "must not leave"), "negation", "", "not"),
        (SAID.replace("40", "fourteen"), "number", "40", "fourteen"),
        (SAID.replace("must", "may"), "modality", "must", "may"),
        (SAID.replace("before", "after"), "order", "before", "after"),
        (SAID.replace("fortress", "harbour"), "words", "fortress", "harbour"),
        (SAID.replace("The garrison", "They"), "name", "The garrison", "They"),
        (SAID.replace("the fortress", "the [harbour]"), "name", "fortress", "harbour"),
        (SAID.replace("garrison", "garrisson"), "spelling", "garrison", "garrisson"),
    ],
)
def test_kinds_of_change(other: str, change: str, here: str, there: str) -> None:
    assert compare(SAID, other) == [(change, here, there)]


@pytest.mark.parametrize(
    "other",
    [
        SAID.lower(),
        SAID.replace("40", "forty"),
        "leave the fortress before the 40 prisoners are home",
        "The garrison must leave the fortress",
        "The garrison … before the 40 prisoners are home",
        SAID.replace("before the 40", "before those 40"),
        SAID.replace("before the 40", "until the 40"),
    ],
)
def test_the_same_words_and_parts_of_them_do_not_part(other: str) -> None:
    assert compare(SAID, other) == []


def test_a_modal_put_into_the_past_is_the_same() -> None:
    assert compare(SAID.replace("must", "can"), SAID.replace("must", "could")) == []
    assert compare(SAID.replace("must", "will"), SAID.replace("must", "would")) == []


def test_one_negation_for_another_is_another_word() -> None:
    assert compare(SAID.replace("must", "will never"), SAID.replace("must", "will not")) == [("words", "never", "not")]


def test_a_stray_function_word_is_no_beginning() -> None:
    assert compare("You speak of an animal of 400 pounds and extremely strong", "an extremely strong") == []


def test_a_beginning_that_comes_twice_is_no_pronoun_for_what_is_between() -> None:
    assert compare("I am for the bridge and I am not for the toll road", "I am not for the toll road") == []


def test_a_title_cut_short_is_a_spelling() -> None:
    assert compare("Senator Renk respects the crews", "Sen. Renk respects the crews") == [("spelling", "Senator", "Sen")]


def test_sentences_that_go_their_own_ways_at_an_end_are_not_laid_beside_each_other_there() -> None:
    one = "We will rebuild the school of Arl and paint every wall and door by hand"
    other = "We will rebuild the school of Arl because nobody else came forward last winter"
    assert compare(one, other) == []


def test_two_translations_are_spread() -> None:
    one = cut("With sorrow we received word of the death of our brothers")
    other = cut("With grief we have learnt news of the death of our brothers")
    assert is_spread(find_gaps(one, other), one.words, other.words)
    one, other = cut(SAID), cut(SAID.replace("fortress", "harbour"))
    assert not is_spread(find_gaps(one, other), one.words, other.words)
