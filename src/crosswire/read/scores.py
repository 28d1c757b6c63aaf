"""How well the marks on web pages fit a body of text that people marked as the article."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from crosswire.errors import InputError
from crosswire.read.characters import decode, find_declaration
from crosswire.read.drafts import Draft, Input
from crosswire.read.furniture import normalise
from crosswire.read.web import read_markup


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of words: of those kept that are the article's, of the article's that are kept, and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def score_page(data: bytes, truth: str) -> Score:
    """The unmarked words of a page, as a bag, against the article's; a page without an article keeps none."""
    try:
        markup, _ = decode(data, find_declaration(data))
        kept = keep_unmarked(read_markup(markup, Input("page.html", Path("page.html"))))
    except InputError:
        kept = ""
    return score_words(kept, truth)


def keep_unmarked(draft: Draft) -> str:
    """The text of a draft without its marked stretches."""
    kept, position = [], 0
    for mark in draft.marks:
        kept.append(draft.text[position : mark.start])
        position = mark.end
    return "\n".join([*kept, draft.text[position:]])


def score_words(kept: str, truth: str) -> Score:
    """Precision, recall and F1 of one bag of words against another."""
    ours, theirs = Counter(normalise(kept)), Counter(normalise(truth))
    shared = (ours & theirs).total()
    precision, recall = shared / max(1, ours.total()), shared / max(1, theirs.total())
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0)


def average(scores: list[Score]) -> Score:
    """The mean over pages."""
    count = max(1, len(scores))
    return Score(sum(s.precision for s in scores) / count, sum(s.recall for s in scores) / count, sum(s.f1 for s in scores) / count)
