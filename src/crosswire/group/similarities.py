"""How alike two articles are: words within a language, sentence vectors and folded names across languages, days over both."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.group.contents import get_language
from crosswire.group.encoder import embed_openings
from crosswire.group.terms import Terms, fold, stem, weigh_terms
from crosswire.model import Sheet

Matrix = NDArray[np.float64]
Positions = NDArray[np.intp]

DAY_SHARE = 0.2  # how much of the similarity publication days far apart can take away
DAY_SCALE = 10.0  # days after which 1/e of that share is left
UNDATED = 0.5  # what an unknown day counts: as much for as against
VECTOR_FLOOR = 0.3  # cosine of the vectors of unrelated openings in two languages
VECTOR_SHARE = 0.75
FOLDED_SHARE = 0.6
DIGITS = 6  # rounded, so that the order of additions in a matrix product decides nothing
BLOCK = 512


@dataclass(frozen=True, slots=True)
class Similarities:
    """What it takes to compare any two of the articles, without a table of all pairs.

    `folded` and `vectors` are rows of unit length; `days` are ordinals or NaN; `languages` are numbers, -1 where unknown.
    `folded` and `vectors` are None where all articles are in one language, and then cost nothing.
    """

    terms: Terms
    days: Matrix
    languages: Positions
    folded: sparse.csr_array | None = None
    vectors: Matrix | None = None

    def compare(self, rows: Positions, columns: Positions | None = None) -> Matrix:
        """The similarity of these articles with those, or with all: shape (rows, columns), from 0 to about 1."""
        columns = np.arange(len(self.days)) if columns is None else columns
        alike = (self.terms.rows[rows] @ self.terms.rows[columns].T).toarray()
        if self.vectors is not None and self.folded is not None:
            known = (self.languages[rows] >= 0)[:, None] & (self.languages[columns] >= 0)[None, :]
            foreign = known & (self.languages[rows][:, None] != self.languages[columns][None, :])
            names = (self.folded[rows] @ self.folded[columns].T).toarray()
            meaning = np.clip(self.vectors[rows] @ self.vectors[columns].T - VECTOR_FLOOR, 0, None)
            alike = np.where(foreign, VECTOR_SHARE * meaning + FOLDED_SHARE * names, alike)
        return np.asarray(np.round(alike * self._weigh_days(rows, columns), DIGITS), dtype=np.float64)

    def find_pairs(self, least: float) -> sparse.csr_array:
        """Which pairs are at least so similar, as a sparse table of ones; works through blocks of rows, so memory stays linear."""
        everyone = np.arange(len(self.days))
        blocks = [everyone[i : i + BLOCK] for i in range(0, len(everyone), BLOCK)]
        return sparse.csr_array(sparse.vstack([sparse.csr_array(self.compare(rows) >= least) for rows in blocks]))

    def _weigh_days(self, rows: Positions, columns: Positions) -> Matrix:
        gaps = np.abs(self.days[rows][:, None] - self.days[columns][None, :])
        nearness = np.where(np.isnan(gaps), UNDATED, np.exp(-np.nan_to_num(gaps) / DAY_SCALE))
        return np.asarray(1 - DAY_SHARE + DAY_SHARE * nearness, dtype=np.float64)


def prepare_similarities(sheets: Sequence[Sheet]) -> Similarities:
    """Articles by their words, days and languages; sentence vectors only where there is more than one language to bridge."""
    days = np.array([sheet.article.day.toordinal() if sheet.article.day else np.nan for sheet in sheets], dtype=np.float64)
    spoken = sorted({language for sheet in sheets if (language := get_language(sheet))})
    languages = np.array([spoken.index(language) if (language := get_language(sheet)) else -1 for sheet in sheets], dtype=np.intp)
    terms = weigh_terms(sheets, stem)
    if len(spoken) < 2:
        return Similarities(terms, days, languages)
    return Similarities(terms, days, languages, weigh_terms(sheets, fold).rows, embed_openings(sheets))
