"""Words that are one however they are written."""

import pytest

from crosswire.align.words import cut_words, stem, weigh_word


def cut(text: str) -> list[str]:
    return [word.stem for word in cut_words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("don't", "do not"),
        ("can’t", "cannot"),
        ("won't", "will not"),
        ("twenty-five boats", "25 boats"),
        ("three hundred boats", "300 boats"),
        ("2,500 boats", "two thousand five hundred boats"),
        ("3.8 billion", "3,800 million"),
        ("a hundred boats", "a 100 boats"),
        ("one in three", "1 in 3"),
        ("the colours of their neighbours", "the colors of their neighbors"),
        ("organised and analysed", "organized and analyzed"),
        ("the theatre programme", "the theater program"),
        ("a modelling defence", "a modeling defense"),
    ],
)
def test_one_word_however_written(one: str, other: str) -> None:
    assert cut(one) == cut(other)


@pytest.mark.parametrize(("one", "other"), [("15 boats", "50 boats"), ("1.5", "15"), ("filled", "filed"), ("three four", "seven")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert cut(one) != cut(other)


def test_what_is_run_together_is_parted_in_its_place() -> None:
    text = "They’ve said they don’t know"
    assert [(word.stem, text[word.start : word.end]) for word in cut_words(text, 0, len(text))][3:] == [
        ("do", "don’t"),
        ("not", "don’t"),
        ("know", "know"),
    ]
    assert [word.content for word in cut_words("They’ve gone", 0, 12)] == [False, True]


def test_words_in_square_brackets_carry_no_content() -> None:
    text = "[Mayor Lind] walked"
    assert [word.content for word in cut_words(text, 0, len(text))] == [False, False, True]


def test_weights() -> None:
    found = [weigh_word(stem(word)) for word in ("never", "must", "fewer", "before", "25", "boat")]
    assert [weight and weight.change for weight in found] == ["negation", "modality", "quantity", "order", "number", None]


def test_forms_of_one_modal_are_one() -> None:
    assert weigh_word("can") == weigh_word("could") != weigh_word("may")
