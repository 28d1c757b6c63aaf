"""What grouping is measured beside: TF-IDF with average linkage, its threshold tuned on the very labels it is measured by."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from bcubed import measure_grouping

WORD = re.compile(r"\w\w+")
THRESHOLDS = np.arange(0.02, 0.8, 0.01)


def measure_tuned_tfidf(texts: Sequence[str], labels: Sequence[str]) -> tuple[float, float]:
    """The best F1 that any one threshold reaches, and that mean similarity: more than a user without labels can have."""
    names = [str(i) for i in range(len(texts))]
    told = dict(zip(names, labels, strict=True))
    tree = _link(weigh_words(texts))
    found = [(_measure(tree, float(least), told), float(least)) for least in THRESHOLDS]
    return max(found, key=lambda pair: (pair[0], -pair[1]))


def weigh_words(texts: Sequence[str]) -> sparse.csr_array:
    """A row of unit length a text: each word's logarithmic count times the logarithm of how few texts hold it, over this very set."""
    bags = [Counter(word.lower() for word in WORD.findall(text)) for text in texts]
    holders = Counter(word for bag in bags for word in bag)
    columns = {word: column for column, word in enumerate(sorted(holders))}
    pointers = np.cumsum([0, *(len(bag) for bag in bags)])
    indices = np.array([columns[word] for bag in bags for word in sorted(bag)], dtype=np.int64)
    idf = {word: np.log((1 + len(texts)) / (1 + count)) + 1 for word, count in holders.items()}
    values = np.array([(1 + np.log(bag[word])) * idf[word] for bag in bags for word in sorted(bag)], dtype=np.float64)
    rows = sparse.csr_array((values, indices, pointers), shape=(len(texts), len(columns)))
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(lengths, 1e-12)) @ rows)


def _link(rows: sparse.csr_array) -> np.ndarray:
    distances = np.clip(1 - (rows @ rows.T).toarray(), 0, None)
    np.fill_diagonal(distances, 0)
    return np.asarray(linkage(squareform(distances, checks=False), "average"))


def _measure(tree: np.ndarray, least: float, labels: Mapping[str, str]) -> float:
    groups: dict[int, list[str]] = {}
    for name, group in zip(labels, fcluster(tree, 1 - least, "distance"), strict=True):
        groups.setdefault(int(group), []).append(name)
    return measure_grouping(labels, groups.values()).f1
