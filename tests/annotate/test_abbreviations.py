"""Abbreviations that are spelt like verbs."""

import pytest
from tests.readings import read_text


def tag(text: str, word: str) -> set[str]:
    """The tags of a word in a text."""
    return {token.tag_[:2] for token in read_text(text).doc if token.text == word}


@pytest.mark.parametrize(
    "text",
    [
        "Jets killed 31 IS fighters near Mosul on Monday. IS has held the town for a year.",
        "The Islamic State (IS) group left the town on Monday. Nine IS members were killed.",
        "Another 17 IS group fighters were killed in air strikes.",
    ],
)
def test_a_verb_in_capitals_is_a_name_where_the_article_sets_it_as_one(text: str) -> None:
    assert tag(text, "IS") == {"NN"}


@pytest.mark.parametrize("text", ["The river IS rising, the mayor wrote on Monday.", "He said that the road is closed on Monday."])
def test_a_verb_stays_one(text: str) -> None:
    assert tag(text, "IS") | tag(text, "is") == {"VB"}
