"""BCubed precision, recall and F1 of a grouping (Amigó et al., Information Retrieval 12, 2009)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BCubed:
    """How far a grouping agrees with the labels; all three lie between 0 and 1."""

    precision: float
    recall: float
    f1: float


def measure_grouping(labels: Mapping[str, str], groups: Iterable[Iterable[str]]) -> BCubed:
    """BCubed over the labelled articles; `labels` maps an article's id to its event, each group lists the ids of one story.

    Ids without a label are left out; a labelled id that no group holds counts as a story of its own.
    """
    found = [[a for a in dict.fromkeys(group) if a in labels] for group in groups]
    placed = {a for group in found for a in group}
    found += [[a] for a in labels if a not in placed]
    events = Counter(labels.values())
    precision = recall = 0.0
    for group in found:
        for event, shared in Counter(labels[a] for a in group).items():
            precision += shared * shared / len(group)
            recall += shared * shared / events[event]
    total = len(labels)
    if not total:
        return BCubed(0.0, 0.0, 0.0)
    precision, recall = precision / total, recall / total
    return BCubed(precision, recall, 2 * precision * recall / (precision + recall))
