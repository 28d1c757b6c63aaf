"""Learns the weights of the optional tagger from PolNeAR's training part, in the optional `../shared` folder.

    train_tagger.py FILE [--leave-out QUARTER] [--least SHARE] [--shared DIR]

Every cue of a text (verb, noun, adjective) has candidates for what it attributes; a conditional logit learns which of them, or
none, the annotators marked. Features seen fewer than four times are left out, the rest held down by a quadratic penalty; nothing is drawn
by chance, so the same data give the same weights. Every fourth text from QUARTER (0 to 3) on is left out, for checking.
PolNeAR states no licence: the weights are yours to make and not part of crosswire.
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from crosswire.annotate import annotate_article
from crosswire.clean import clean_page
from crosswire.extract.quotes.marks import find_marked
from crosswire.extract.quotes.taggers import FORMAT, list_described
from crosswire.model import Article, Page, Reading
from crosswire.pipeline import load_tools
from crosswire.settings import Settings
from gold import Stretch, read_contents, trim

from datasets import SHARED, Row, read_polnear

QUARTERS = 4
# A feature seen less often is left out; the penalty's weight; so many steps at most; weights nearer to nothing are not kept.
LEAST_SEEN, PENALTY, STEPS, NEAREST = 4, 7.0, 120, 0.02
# The largest score, so that no exponential overflows.
HIGHEST = 30.0

Vector = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate: its cue's number, its features, and whether the annotators marked just these words."""

    cue: int
    features: list[str]
    right: bool


def list_examples(rows: Sequence[Row], contents: dict[str, list[Stretch]]) -> Iterator[Example]:
    """The candidates of all texts."""
    cue = 0
    for row in rows:
        reading = read(row)
        marks = [(m.opened, m.closed) for m in find_marked(row["text"], reading.paragraphs)]
        quoted = {token.i for start, end in marks for token in reading.tokens(start, end)}
        marked = {trim(row["text"], stretch) for stretch in contents[row["id"]]}
        for described in list_described(reading, quoted):
            for candidate, features in described:
                words = [trim(row["text"], widen(stretch, marks)) for stretch in candidate.report.stretches]
                yield Example(cue, features, sum(stretch in marked for stretch in words) * 2 > len(words))
            cue += 1


def read(row: Row) -> Reading:
    """A text with its grammar, as a run reads it."""
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    article = Article(row["id"], row["id"], None, None, None, "en", None, None, row["text"], digest)
    return annotate_article(article, clean_page(Page(article), {}), *load_tools(Settings().model))


def widen(stretch: Stretch, marks: Sequence[Stretch]) -> Stretch:
    """A stretch with the whole of the marked words that it begins or ends in."""
    near = [mark for mark in marks if mark[0] < stretch[1] and stretch[0] < mark[1]]
    return min([stretch[0], *(start for start, _ in near)]), max([stretch[1], *(end for _, end in near)])


def learn(examples: Sequence[Example]) -> tuple[dict[str, float], float]:
    """The weight of each feature, and what is added to every score."""
    seen = Counter(feature for example in examples for feature in example.features)
    columns = {feature: i for i, feature in enumerate(sorted(f for f, count in seen.items() if count >= LEAST_SEEN))}
    rows = [[columns[f] for f in example.features if f in columns] for example in examples]
    starts, places = np.cumsum([0, *map(len, rows)]), [place for row in rows for place in row]
    table = csr_matrix((np.ones(len(places)), places, starts), shape=(len(rows), len(columns)))
    cues, right = np.array([e.cue for e in examples]), np.array([float(e.right) for e in examples])
    found = minimize(_Loss(table, cues, right), np.zeros(len(columns) + 1), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    weights = {f: round(float(found.x[i]), 4) for f, i in columns.items() if abs(found.x[i]) >= NEAREST}
    return weights, round(float(found.x[-1]), 4)


class _Loss:
    """How unlikely some weights make what the annotators marked, and which way that falls."""

    def __init__(self, table: Any, cues: Vector, right: Vector) -> None:
        self.table, self.turned, self.cues, self.right = table, table.T.tocsr(), cues, right
        self.marked = np.bincount(cues, right)

    def __call__(self, weights: Vector) -> tuple[float, Vector]:
        scores = np.exp(np.clip(self.table @ weights[:-1] + weights[-1], -HIGHEST, HIGHEST))
        whole = 1 + np.bincount(self.cues, scores)
        hit = np.where(self.marked > 0, np.bincount(self.cues, scores * self.right), 1)
        slope = scores / whole[self.cues] - np.where(self.marked[self.cues] > 0, scores * self.right / hit[self.cues], 0)
        penalty = PENALTY * weights[:-1]
        loss = float((np.log(whole) - np.log(hit)).sum() + penalty @ weights[:-1] / 2)
        return loss, np.append(self.turned @ slope + penalty, slope.sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--leave-out", type=int, choices=range(QUARTERS))
    parser.add_argument("--least", type=float, default=0.3, help="the share that a candidate needs to be taken")
    parser.add_argument("--shared", type=Path, default=SHARED)
    args = parser.parse_args()
    rows = [row for i, row in enumerate(read_polnear(args.shared, "train")) if i % QUARTERS != args.leave_out]
    examples = list(list_examples(rows, read_contents(args.shared, "train")))
    weights, bias = learn(examples)
    told = {"format": FORMAT, "bias": bias, "least": args.least, "weights": weights}
    args.file.write_text(json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} texts, {len(examples)} candidates, {sum(e.right for e in examples)} marked, {len(weights)} weights")


if __name__ == "__main__":
    main()
