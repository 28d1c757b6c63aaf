"""How alike two articles are: words and meaning within a language, meaning and folded names across languages, days and places over both."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.group.contents import get_language
from crosswire.group.features import Features
from crosswire.group.openings import Opening
from crosswire.group.terms import Terms, fold, tabulate_terms, weigh_words
from crosswire.group.whereabouts import Whereabouts, find_whereabouts
from crosswire.model import Sheet

Matrix = NDArray[np.float64]
Vectors = NDArray[np.float32]
Positions = NDArray[np.intp]

DAY_SHARE = 0.25  # how much of the similarity publication days far apart can take away
DAY_SCALE = 10.0  # days after which 1/e of that share is left
UNDATED = 0.5  # what an unknown day counts: as much for as against
ELSEWHERE = 0.5  # of the similarity is left to reports of people harmed elsewhere (`whereabouts`)
UNRELATED = 0.3  # cosine of the vectors of unrelated openings
MEANING_SHARE = 0.1  # of the similarity within a language; the words have the rest
FOREIGN_MEANING = 0.9  # what a cosine above UNRELATED counts across languages
FOREIGN_NAMES = 0.7
DIGITS = 6  # rounded, so that the order of additions in a matrix product decides nothing
BLOCK = 512


@dataclass(frozen=True, slots=True)
class Similarities:
    """What it takes to compare any two of the articles, without a table of all pairs.

    `folded` and `vectors` are rows of unit length; `days` are ordinals or NaN; `languages` are numbers, -1 where unknown.
    `folded` is None where all articles are in one language, `whereabouts` where nothing is known of places.
    """

    terms: Terms
    days: Matrix
    languages: Positions
    vectors: Vectors
    folded: sparse.csr_array | None = None
    whereabouts: Whereabouts | None = None

    def compare(self, rows: Positions, columns: Positions | None = None) -> Matrix:
        """The similarity of these articles with those, or with all: shape (rows, columns), from 0 to about 1."""
        columns = np.arange(len(self.days)) if columns is None else columns
        words = (self.terms.rows[rows] @ self.terms.rows[columns].T).toarray()
        names = 0.0 if self.folded is None else (self.folded[rows] @ self.folded[columns].T).toarray()
        meaning = self.vectors[rows].astype(np.float64) @ self.vectors[columns].T.astype(np.float64)
        apart = self.whereabouts.compare(rows, columns) if self.whereabouts is not None else False
        return self._join(words, meaning, names, (rows[:, None], columns[None, :])) * np.where(apart, ELSEWHERE, 1)

    def compare_pairs(self, ones: Positions, others: Positions) -> Matrix:
        """The similarity of each of these articles with the one at its place in the others."""
        words = _multiply(self.terms.rows, ones, others)
        names = 0.0 if self.folded is None else _multiply(self.folded, ones, others)
        meaning = np.einsum("ij,ij->i", self.vectors[ones], self.vectors[others], dtype=np.float64)
        apart = self.whereabouts.compare_pairs(ones, others) if self.whereabouts is not None else False
        return self._join(words, meaning, names, (ones, others)) * np.where(apart, ELSEWHERE, 1)

    def condense(self, numbers: Positions) -> "Similarities":
        """The means of the articles with one number, each as if it were one article; its likeness to another is the mean of theirs.

        Exactly so for the words; nearly for meaning and days, which are not linear. The language is that of the first.
        """
        sizes = np.bincount(numbers)
        order = np.arange(len(numbers))
        means = sparse.csr_array((1 / sizes[numbers], (numbers, order)), shape=(len(sizes), len(numbers)))
        known = ~np.isnan(self.days)
        with np.errstate(invalid="ignore"):
            days = np.bincount(numbers[known], self.days[known], len(sizes)) / np.bincount(numbers[known], minlength=len(sizes))
        vectors = np.asarray(means.astype(np.float32) @ self.vectors, dtype=np.float32)
        folded = None if self.folded is None else sparse.csr_array(means @ self.folded)
        terms = Terms(sparse.csr_array(means @ self.terms.rows), self.terms.names)
        whereabouts = self.whereabouts.condense(numbers, means) if self.whereabouts is not None else None
        return Similarities(terms, days, self.languages[np.unique(numbers, return_index=True)[1]], vectors, folded, whereabouts)

    def _join(self, words: Matrix, meaning: Matrix, names: Matrix | float, pairs: tuple[Positions, Positions]) -> Matrix:
        meaning = np.clip(meaning - UNRELATED, 0, None)
        alike = (1 - MEANING_SHARE) * words + MEANING_SHARE * meaning / (1 - UNRELATED)
        if self.folded is not None:
            ones, others = (self.languages[side] for side in pairs)
            foreign = (ones >= 0) & (others >= 0) & (ones != others)
            alike = np.where(foreign, FOREIGN_MEANING * meaning + FOREIGN_NAMES * names, alike)
        return np.asarray(np.round(alike * self._weigh_days(*pairs), DIGITS), dtype=np.float64)

    def _weigh_days(self, ones: Positions, others: Positions) -> Matrix:
        gaps = np.abs(self.days[ones] - self.days[others])
        nearness = np.where(np.isnan(gaps), UNDATED, np.exp(-np.nan_to_num(gaps) / DAY_SCALE))
        return np.asarray(1 - DAY_SHARE + DAY_SHARE * nearness, dtype=np.float64)


def prepare_similarities(sheets: Sequence[Sheet], features: Sequence[Features], openings: Sequence[Opening]) -> Similarities:
    """Articles by their words, openings, days and languages; names in Latin letters only where there is a language to bridge."""
    days = np.array([sheet.article.day.toordinal() if sheet.article.day else np.nan for sheet in sheets], dtype=np.float64)
    spoken = sorted({language for sheet in sheets if (language := get_language(sheet))})
    languages = np.array([spoken.index(language) if (language := get_language(sheet)) else -1 for sheet in sheets], dtype=np.intp)
    folded = tabulate_terms([weigh_words(sheet, fold) for sheet in sheets]).rows if len(spoken) > 1 else None
    terms = tabulate_terms([each.terms for each in features])
    return Similarities(terms, days, languages, np.array([each.vector for each in features]), folded, find_whereabouts(sheets, openings))


def _multiply(table: sparse.csr_array, ones: Positions, others: Positions) -> Matrix:
    """The products of rows with rows, pair by pair."""
    return np.asarray(table[ones].multiply(table[others]).sum(axis=1), dtype=np.float64).ravel()
