"""The parse of texts of any length and kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readings import load_tools

from crosswire.annotate import load_pipeline
from crosswire.annotate.pipelines import LONGEST_PIECE, LONGEST_SENTENCE, parse_text
from crosswire.errors import SettingsError
from crosswire.settings import Settings

SENTENCE = "The mayor of the town opened the new bridge on Monday. "


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in parse_text(text, load_tools()[0]).sents]


def test_a_paragraph_begins_a_sentence() -> None:
    assert sentences("Bridge opens in town\n\nThe mayor came.") == ["Bridge opens in town", "The mayor came."]


@pytest.mark.parametrize("dateline", ["PORT ELLERY, Norway (Example Wire) — ", "LIMA -- ", "RIO DE JANEIRO (Example) - "])
def test_a_dateline_stands_apart(dateline: str) -> None:
    assert sentences(f"{dateline}The mayor opened a bridge.")[-1] == "The mayor opened a bridge."


def test_a_number_word_that_opens_a_paragraph_is_part_of_its_sentence() -> None:
    doc = parse_text("Fire in town\n\n\n    \nEleven workers died and more than 20 were hurt.", load_tools()[0])
    (eleven,) = [token for token in doc if token.text == "Eleven"]
    assert [sentence.text.strip() for sentence in doc.sents][-1] == "Eleven workers died and more than 20 were hurt."
    assert (eleven.pos_, eleven.dep_, eleven.head.text) == ("NUM", "nummod", "workers")


@pytest.mark.parametrize(
    "head",
    [
        "Bridge opens in town Agency Sunday 3 Mar 2024 ",
        "3 March 2024 ",
        "Last updated at Mar 32024 ",
        "Published March 3 2024 ",
        "Sunday 3 March 2024 18:41 ",
    ],
)
def test_the_day_that_a_text_opens_with_ends_its_head(head: str) -> None:
    assert sentences(f"{head}The mayor came. He left.") == [head.strip(), "The mayor came.", "He left."]


def test_no_sentence_is_without_end() -> None:
    doc = parse_text("the " * 2 * LONGEST_SENTENCE, load_tools()[0])
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE


@pytest.mark.parametrize("paragraph", [SENTENCE * 3 + "\n\n", SENTENCE])
def test_long_texts_are_parsed_in_pieces(paragraph: str) -> None:
    text = paragraph * (LONGEST_PIECE // len(paragraph) + 2)
    pieces: list[str] = []

    def parse(piece: str) -> object:
        pieces.append(piece)
        return load_tools()[0].make_doc(piece)

    doc = parse_text(text, parse)  # type: ignore[arg-type]
    assert len(pieces) == 2
    assert "".join(pieces) == text == doc.text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)
    assert pieces[0].rstrip().endswith("Monday.") or paragraph == SENTENCE


@settings(max_examples=20)
@given(st.integers(1, 3), st.sampled_from(["a", '"', "😀"]))
def test_a_word_without_end_is_cut(times: int, character: str) -> None:
    text = "Before " + character * 1_500 * times + " after"
    doc = parse_text(text, load_tools()[0].make_doc)
    assert doc.text == text


def test_broken_characters_are_parsed() -> None:
    assert len(parse_text("The mayor \ud800 came.", load_tools()[0]).text) == len("The mayor ? came.")


def test_a_missing_pipeline_is_a_settings_error() -> None:
    with pytest.raises(SettingsError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


def test_a_number_that_begins_a_sentence_is_none_by_itself() -> None:
    doc = load_tools()[0]("Wednesday 3 April 2024 14:28 54 Killed in Cusco as Troops Attack Town.")
    assert [sentence.text for sentence in doc.sents][-1].startswith("54 Killed")


def test_the_lemma_of_a_word_does_not_hang_on_what_was_read_before() -> None:
    nlp = load_pipeline(Settings().model)
    read = [
        [token.lemma_ for token in nlp(text) if token.lower_ == "had"] for text in ("They had gone.", "Two had wounds.", "They had gone.")
    ]
    assert read[0] == read[2] and read[1] == ["have"]
