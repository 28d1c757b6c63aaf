"""The optional tagger: what it chooses by its weights, and that nothing changes without it."""

import json
from pathlib import Path

import pytest
from tests.readings import load_tools, make_report

from crosswire.annotate import annotate_article
from crosswire.errors import SettingsError
from crosswire.extract import extract_sheet, load_tagger
from crosswire.extract.quotes.taggers import FORMAT, Tagger, list_described
from crosswire.model import Reading

TEXT = "Mara Lindholm said that the ferry would sail. The council grumbled about the cost of it."
SURE = 20.0


def read(text: str) -> Reading:
    return annotate_article(make_report(text), (), *load_tools())


def contents(tagger: Tagger | None) -> list[str]:
    return [quote.content.text for quote in extract_sheet(read(TEXT), tagger).quotes]


def test_without_weights_and_with_a_bias_against_everything_nothing_is_attributed() -> None:
    assert contents(Tagger({}, -SURE, 0.5)) == []


def test_a_candidate_with_the_weight_is_chosen_where_grammar_reads_nothing() -> None:
    tagger = Tagger({"lemma grumble": SURE, "way prep about": SURE}, -SURE, 0.5)
    assert contents(None) == ["that the ferry would sail"]
    assert contents(tagger) == ["the cost of it"]


def test_features_are_named_once_each_and_always_the_same() -> None:
    first, second = (list(list_described(read(TEXT), set())) for _ in range(2))
    names = [features for described in first for _, features in described]
    assert names == [features for described in second for _, features in described]
    assert all(len(set(features)) == len(features) for features in names)


def test_a_file_of_weights_is_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    path.write_text(json.dumps({"format": FORMAT, "bias": -1.5, "least": 0.3, "weights": {"lemma say": 2.0}}), encoding="utf-8")
    assert load_tagger(str(path)) == Tagger({"lemma say": 2.0}, -1.5, 0.3)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "another"}', f'{{"format": "{FORMAT}"}}'])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / f"{len(text)}.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"train_tagger\.py"):
        load_tagger(str(path))
