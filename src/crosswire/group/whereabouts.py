"""Where reports open with people harmed and which places they name: two that are elsewhere tell of two events, however alike their words.

News of one kind is written in the same words everywhere: an ambush is an ambush in two countries. So it counts where it was.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.group.openings import Opening, name_town
from crosswire.model import Sheet

Flags = NDArray[np.bool_]
Positions = NDArray[np.intp]
Multiply = Callable[[sparse.csr_array, sparse.csr_array], NDArray[np.float64]]

WEEK, YEAR = 7, 366  # days
# Articles put together say on which day of the year they came out if that is one within so many days.
LONGEST = 31


@dataclass(frozen=True, slots=True)
class Places:
    """A row an article: the places where it opens with people harmed, and all that it names, those included; a column a place."""

    at: sparse.csr_array
    named: sparse.csr_array

    def are_apart(self, one: Positions, other: Positions, multiply: Multiply) -> Flags:
        """Whether the articles open at places of which neither names the other's; not where one opens at none."""
        at = self.at[one], self.at[other]
        met = multiply(at[0], self.named[other]) + multiply(self.named[one], at[1])
        told = multiply(*(sparse.csr_array(table.sum(axis=1).reshape(-1, 1)) for table in at))
        return np.asarray((told > 0) & (met == 0))

    def condense(self, means: sparse.csr_array) -> "Places":
        return Places(sparse.csr_array(means @ self.at), sparse.csr_array(means @ self.named))


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The countries and the towns of articles, and the day of the year on which each came out (NaN where it does not say)."""

    countries: Places
    towns: Places
    days: NDArray[np.float64]

    def compare(self, rows: Positions, columns: Positions) -> Flags:
        """Whether these articles are elsewhere than those: shape (rows, columns)."""
        return self._are_apart(rows, columns, _multiply_all, np.abs(self.days[rows][:, None] - self.days[columns][None, :]))

    def compare_pairs(self, ones: Positions, others: Positions) -> Flags:
        """Whether each of these articles is elsewhere than the one at its place in the others."""
        return self._are_apart(ones, others, _multiply_pairs, np.abs(self.days[ones] - self.days[others]))

    def condense(self, numbers: Positions, means: sparse.csr_array) -> "Whereabouts":
        """The articles with one number put together (`Similarities.condense`)."""
        days = np.full(means.shape[0], np.nan)
        for number in range(means.shape[0]):
            told = self.days[(numbers == number) & ~np.isnan(self.days)]
            if len(told) and told.max() - told.min() <= LONGEST:
                days[number] = told.mean()
        return Whereabouts(self.countries.condense(means), self.towns.condense(means), days)

    def _are_apart(self, one: Positions, other: Positions, multiply: Multiply, gaps: NDArray[np.float64]) -> Flags:
        """In countries of which neither names the other's, or in such towns and more than a week apart."""
        later = np.minimum(gaps, YEAR - gaps) > WEEK
        return self.countries.are_apart(one, other, multiply) | (later & self.towns.are_apart(one, other, multiply))


def find_whereabouts(sheets: Sequence[Sheet], openings: Sequence[Opening]) -> Whereabouts:
    by_report = {opening.report: opening for opening in openings}
    told = [by_report.get(report) for report in range(len(sheets))]
    countries = _tabulate([_find_country(opening) for opening in told], [_list_countries(sheet) for sheet in sheets])
    towns = _tabulate([_find_town(opening) for opening in told], [_list_towns(sheet) for sheet in sheets])
    days = [float("nan") if opening is None or opening.day_of_year is None else opening.day_of_year for opening in told]
    return Whereabouts(countries, towns, np.array(days, dtype=np.float64))


def _find_country(opening: Opening | None) -> list[str]:
    """The first country where a report opens with people harmed."""
    return [harm.country for harm in opening.harms if harm.country is not None][:1] if opening is not None else []


def _find_town(opening: Opening | None) -> list[str]:
    """The first town where a report opens with people harmed, by all that it may be told by."""
    return sorted(next((harm.town for harm in opening.harms if harm.town), ())) if opening is not None else []


def _list_countries(sheet: Sheet) -> list[str]:
    held = (place.candidates[0].place.country for place in sheet.places if place.candidates)
    return [*(country for country, _ in sheet.countries), *(country for country in held if country is not None)]


def _list_towns(sheet: Sheet) -> list[str]:
    return [key for place in sheet.places for key in name_town(place, sheet)]


def _tabulate(at: Sequence[list[str]], named: Sequence[list[str]]) -> Places:
    columns = {name: column for column, name in enumerate(sorted({name for rows in (at, named) for row in rows for name in row}))}
    return Places(_make_table(at, columns), _make_table([[*row, *more] for row, more in zip(at, named, strict=True)], columns))


def _make_table(rows: Iterable[list[str]], columns: dict[str, int]) -> sparse.csr_array:
    found = [sorted({columns[name] for name in row}) for row in rows]
    pointers = np.cumsum([0, *map(len, found)])
    indices = np.array([column for row in found for column in row], dtype=np.int32)
    return sparse.csr_array((np.ones(len(indices)), indices, pointers), shape=(len(found), max(1, len(columns))))


def _multiply_all(rows: sparse.csr_array, columns: sparse.csr_array) -> NDArray[np.float64]:
    return np.asarray((rows @ columns.T).toarray(), dtype=np.float64)


def _multiply_pairs(ones: sparse.csr_array, others: sparse.csr_array) -> NDArray[np.float64]:
    return np.asarray(ones.multiply(others).sum(axis=1), dtype=np.float64).ravel()
