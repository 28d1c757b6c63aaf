"""The bundled sample is what it says it is, and its labels rest on its words."""

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from crosswire.model import Article, Problem
from crosswire.read import read_inputs
from crosswire.sample import sample_folder

HERE = Path(__file__).parent
UNREADABLE = "tidewater-daily-2.txt"


def _load_make_gold() -> Any:
    spec = importlib.util.spec_from_file_location("make_sample_gold", HERE / "make_gold.py")
    assert spec is not None and spec.loader is not None
    module = sys.modules.setdefault(spec.name, importlib.util.module_from_spec(spec))
    spec.loader.exec_module(module)
    return module


make_gold = _load_make_gold()


@pytest.fixture(scope="module")
def sample() -> tuple[dict[str, Article], list[Problem]]:
    with sample_folder() as folder:
        pages, problems = read_inputs([folder])
    return {page.article.id: page.article for page in pages}, list(problems)


@pytest.fixture(scope="module")
def labels() -> dict[str, Any]:
    found: dict[str, Any] = make_gold.load_labels()
    return found


def test_eleven_articles_from_seven_outlets_are_read(sample: tuple[dict[str, Article], list[Problem]], labels: dict[str, Any]) -> None:
    articles, _ = sample
    assert sorted(articles) == sorted(labels["articles"])
    assert len(articles) == 11
    assert len({facts["outlet"] for facts in labels["articles"].values()}) == 7


def test_the_unreadable_file_gives_one_problem(sample: tuple[dict[str, Article], list[Problem]]) -> None:
    _, problems = sample
    assert [Path(problem.source).name for problem in problems] == [UNREADABLE]


def test_articles_are_as_long_as_news_reports(sample: tuple[dict[str, Article], list[Problem]]) -> None:
    articles, _ = sample
    lengths = {article.id: len(article.text.split()) for article in articles.values()}
    assert all(200 <= words <= 500 for words in lengths.values()), lengths


def test_titles_and_days_are_read_as_labelled(sample: tuple[dict[str, Article], list[Problem]], labels: dict[str, Any]) -> None:
    articles, _ = sample
    read = {key: (articles[key].title, (articles[key].published or "")[:10]) for key in labels["articles"]}
    assert read == {key: (facts["title"], facts.get("published", "")) for key, facts in labels["articles"].items()}


def test_outlets_and_bylines_are_read_as_labelled(sample: tuple[dict[str, Article], list[Problem]], labels: dict[str, Any]) -> None:
    articles, _ = sample
    read = {key: (articles[key].outlet, articles[key].byline) for key in labels["articles"]}
    assert read == {key: (facts["outlet"], facts.get("byline")) for key, facts in labels["articles"].items()}


def test_the_gold_file_is_what_the_labels_and_texts_give(labels: dict[str, Any]) -> None:
    gold = make_gold.build_gold(labels, make_gold.read_texts())
    assert (HERE / "gold.json").read_text(encoding="utf-8") == make_gold.render_gold(gold)


def test_every_labelled_span_reads_as_its_words(sample: tuple[dict[str, Article], list[Problem]]) -> None:
    articles, _ = sample
    gold = json.loads((HERE / "gold.json").read_text(encoding="utf-8"))
    evidence = [span for incident in gold["incidents"] for account in incident["accounts"] for span in account["evidence"]]
    spans = [*gold["quotes"], *gold["not_content"], *evidence]
    assert len(spans) > 80
    assert all(articles[span["article"]].text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_labelled_words_that_are_short_stand_once(sample: tuple[dict[str, Article], list[Problem]], labels: dict[str, Any]) -> None:
    """A label that occurs twice would point at the first place by accident."""
    articles, _ = sample
    counts = Counter({(q["article"], q["text"]): articles[q["article"]].text.count(q["text"]) for q in labels["quotes"] if "nth" not in q})
    assert [label for label, count in counts.items() if count != 1] == []


def test_every_quotation_mark_in_the_sample_is_labelled(sample: tuple[dict[str, Article], list[Problem]], labels: dict[str, Any]) -> None:
    articles, _ = sample
    for key, article in articles.items():
        opened = article.text.count("“") + article.text.count("‘") + article.text.count('"') // 2
        posts = sum(q["article"] == key and not _is_marked(article.text, q["text"]) for q in labels["quotes"])
        assert opened == sum(q["article"] == key for q in labels["quotes"]) - posts, key


def test_words_that_are_not_there_are_an_error() -> None:
    with pytest.raises(ValueError, match="does not hold the labelled words"):
        make_gold.build_gold(
            {
                "articles": {},
                "stories": {},
                "entities": {},
                "findings": [],
                "incidents": [],
                "not_content": [],
                "quotes": [{"article": "a", "text": "no"}],
            },
            {"a": "text"},
        )


def test_the_second_occurrence_is_found_after_the_first() -> None:
    assert make_gold.find_words("ab", "ab ab", nth=2) == 3


def _is_marked(text: str, words: str) -> bool:
    return text[text.index(words) - 1] in '“‘"'
