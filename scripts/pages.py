"""How much of a web page's article is found, and how much else: the article extraction benchmark's measure (Zyte, 2020).

Precision, recall over runs of four words; a page counts once, however long.
"""

import re
from collections import Counter
from collections.abc import Mapping
from statistics import fmean

SHINGLE = 4
WORD = re.compile(r"\w+")


def measure_bodies(wanted: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    """Mean precision, mean recall and their F1 over the wanted pages; a page that is not found has an empty body."""
    counts = [_compare(_shingle(text), _shingle(found.get(page, ""))) for page, text in sorted(wanted.items())]
    precision = fmean(_share(hits, extra) for hits, extra, missed in counts if hits + extra or not missed)
    recall = fmean(_share(hits, missed) for hits, _, missed in counts)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1}


def _share(hits: int, others: int) -> float:
    return hits / (hits + others) if hits + others else 1.0


def _shingle(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)) if words)


def _compare(wanted: Counter[tuple[str, ...]], found: Counter[tuple[str, ...]]) -> tuple[int, int, int]:
    hits = (wanted & found).total()
    return hits, found.total() - hits, wanted.total() - hits
