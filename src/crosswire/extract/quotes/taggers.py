"""An optional tagger: which candidates are attributed, by weights that were learnt elsewhere and are not part of crosswire."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from crosswire.errors import SettingsError
from crosswire.extract.quotes.candidates import GRAMMAR, Candidate, list_candidates
from crosswire.extract.quotes.features import list_features
from crosswire.extract.quotes.reports import Report, read_cue

if TYPE_CHECKING:
    from crosswire.model import Reading

CUES = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
FORMAT = "crosswire tagger 1"
# Beyond this a score decides by itself.
HIGHEST = 30.0

Described = tuple[Candidate, list[str]]


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights of features: of each cue the likeliest candidate is taken, where its share among them and "nothing" is `least` or more."""

    weights: Mapping[str, float]
    bias: float
    least: float

    def find_reports(self, reading: "Reading", quoted: set[int]) -> list[Report]:
        """All that an article attributes; what "according to" attributes is left to the grammar."""
        found = [report for described in list_described(reading, quoted) if (report := self._choose(described)) is not None]
        according = (read_cue(t, quoted) for t in reading.doc if t.lower_ == "according" and t.i not in quoted)
        found += [report for report in according if report is not None]
        return sorted(found, key=lambda report: report.attribution.first.i)

    def _choose(self, described: list[Described]) -> Report | None:
        scores = [math.exp(min(HIGHEST, self.bias + sum(self.weights.get(f, 0.0) for f in features))) for _, features in described]
        best = max(range(len(scores)), key=scores.__getitem__)
        return described[best][0].report if scores[best] / (1 + sum(scores)) >= self.least else None


def list_described(reading: "Reading", quoted: set[int]) -> Iterator[list[Described]]:
    """The candidates of each cue with their features, cue by cue."""
    for token in reading.doc:
        if token.pos_ in CUES and token.i not in quoted and token.lower_ != "according":
            candidates = list_candidates(token, quoted)
            told = any(candidate.way == GRAMMAR for candidate in candidates)
            if candidates:
                yield [(candidate, list_features(candidate, reading, quoted, told)) for candidate in candidates]


@lru_cache(maxsize=1)
def load_tagger(path: str) -> Tagger:
    """The tagger whose weights lie in a file that scripts/train_tagger.py wrote; a SettingsError where there is none."""
    try:
        told = json.loads(Path(path).read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            raise ValueError(f"its format is not {FORMAT!r}")
        return Tagger(dict(told["weights"]), float(told["bias"]), float(told["least"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"the tagger {path} cannot be read ({error}): name a file that scripts/train_tagger.py wrote.") from error
