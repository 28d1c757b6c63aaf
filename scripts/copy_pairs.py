"""How well the origins in a record agree with pairs of articles that were labelled by reading both."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from datasets import ROOT, Row, read_fakes, read_news_cluster

PAIRS = ROOT / "tests" / "cases" / "copies" / "pairs.toml"
COPIED = frozenset({"same text", "reprint"})
SHARING = COPIED | {"shared passage", "same agency"}
Pair = tuple[str, str]


def read_pairs(path: Path = PAIRS) -> dict[Pair, str]:
    """The label of each pair of ids, the lower first."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    return {(one, other): label for label, pairs in told.items() for one, other in pairs}


def list_rows(shared: Path, pairs: Iterable[Pair]) -> list[Row]:
    """The rows of the labelled articles alone."""
    wanted = {article for pair in pairs for article in pair}
    rows = [row for row, _ in read_news_cluster(shared)] + [row for row, _ in read_fakes(shared)]
    return [row for row in rows if row["id"] in wanted]


def list_kinds(record: Mapping[str, Any]) -> dict[Pair, set[str]]:
    """The kinds of origin that two articles of a record share."""
    kinds: dict[Pair, set[str]] = {}
    for origin in record["origins"]:
        for pair in _pair(sorted(origin["articles"])):
            kinds.setdefault(pair, set()).add(origin["kind"])
    return kinds


def _pair(articles: list[str]) -> Iterator[Pair]:
    return ((one, other) for i, one in enumerate(articles) for other in articles[i + 1 :])


def measure_pairs(labels: Mapping[Pair, str], kinds: Mapping[Pair, set[str]]) -> dict[str, float]:
    """Precision and recall on copies (one text or a reprint of it) and on a shared origin of any kind but the same statement."""
    figures: dict[str, float] = {}
    for name, wanted in (("copies", COPIED), ("shared", SHARING)):
        meant = {pair for pair, label in labels.items() if label in wanted}
        found = {pair for pair in labels if kinds.get(pair, set()) & wanted}
        figures[f"{name}.precision"] = len(meant & found) / len(found) if found else 0.0
        figures[f"{name}.recall"] = len(meant & found) / len(meant) if meant else 0.0
    return figures
