"""Turns labels.toml into gold.json: the words of each label become offsets in the sample's texts as read.

Run it after a change of the sample, of the labels or of how pages are read: `PYTHONPATH=src python tests/sample/make_gold.py`.
"""

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crosswire.read import read_inputs
from crosswire.sample import sample_folder

HERE = Path(__file__).parent
RANGES = ("killed", "injured", "children_injured")


def load_labels() -> dict[str, Any]:
    """The labels as written by hand."""
    return tomllib.loads((HERE / "labels.toml").read_text(encoding="utf-8"))


def read_texts() -> dict[str, str]:
    """The text of each article of the sample, as read, by id."""
    with sample_folder() as folder:
        pages, _ = read_inputs([folder])
        return {page.article.id: page.article.text for page in pages}


def build_gold(labels: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """The labels with offsets, in the order of the labels; ValueError where words are not found."""
    return {
        "articles": {article: {"published": None, **facts} for article, facts in labels["articles"].items()},
        "stories": labels["stories"],
        "entities": [{"name": name, "forms": forms} for name, forms in labels["entities"].items()],
        "quotes": [_place(label, texts) for label in labels["quotes"]],
        "incidents": [_place_incident(label, texts) for label in labels["incidents"]],
        "findings": labels["findings"],
        "not_content": [_place(label, texts) for label in labels["not_content"]],
    }


def find_words(words: str, text: str, nth: int = 1) -> int:
    """Where the nth occurrence of these words starts; ValueError where there are fewer."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start


def _place(label: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    rest = {key: value for key, value in label.items() if key not in ("article", "text", "nth")}
    return {**_span(label["article"], label["text"], texts, label.get("nth", 1)), **rest}


def _span(article: str, words: str, texts: dict[str, str], nth: int = 1) -> dict[str, Any]:
    try:
        start = find_words(words, texts[article], nth)
    except ValueError as error:
        raise ValueError(f"{article} does not hold the labelled words {words!r} {nth} time(s): correct labels.toml") from error
    return {"article": article, "start": start, "end": start + len(words), "text": words}


def _place_incident(label: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    return {**label, "accounts": [_place_account(account, texts) for account in label["accounts"]]}


def _place_account(account: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    evidence = [_span(account["article"], words, texts) for words in account["evidence"]]
    ranges = {key: _open(account[key]) for key in RANGES if key in account}
    return {**account, "evidence": evidence, **ranges}


def _open(bounds: Iterable[int]) -> list[int | None]:
    return [None if bound < 0 else bound for bound in bounds]


def render_gold(gold: dict[str, Any]) -> str:
    """The gold as it stands in gold.json."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    (HERE / "gold.json").write_text(render_gold(build_gold(load_labels(), read_texts())), encoding="utf-8")
