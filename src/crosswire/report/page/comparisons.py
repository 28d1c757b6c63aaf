"""An incident's accounts side by side: one row a field, one cell a report, the range over all of them at the end."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from crosswire.model import Account, Article, Figure, Incident, Span, Subgroup, Superseded
from crosswire.report.figures import FIELDS, state_range
from crosswire.report.lookups import Lookup

Stated = Figure | Subgroup | Superseded
# What accounts say beside figures, as the rows are headed.
_WORDS: dict[str, Callable[[Account], Span | str | None]] = {
    "place": lambda account: account.place,
    "date": lambda account: account.date,
    "weapon": lambda account: account.weapon,
    "target": lambda account: account.target,
    "actor": lambda account: account.actor,
    "supplied by": lambda account: account.attributed_to,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report gives for one field: figures, those that it has itself replaced, or words; `odd` where it stands alone."""

    figures: tuple[Stated, ...] = ()
    earlier: tuple[Stated, ...] = ()
    words: tuple[Span | str, ...] = ()
    odd: bool = False

    def __bool__(self) -> bool:
        return bool(self.figures or self.earlier or self.words)


@dataclass(frozen=True, slots=True)
class Row:
    """One field over all reports; `overall` is low, best and high in short, `findings` the ids of what was found about it."""

    field: str
    cells: tuple[Cell, ...]
    overall: str | None
    findings: tuple[str, ...]


def compare_accounts(incident: Incident, columns: tuple[Article, ...], lookup: Lookup) -> tuple[Row, ...]:
    """The rows of one incident, figures first, each with a cell for every column; fields that no report gives have no row."""
    rows = [*_figure_rows(incident, columns, lookup), *_word_rows(incident, columns, lookup)]
    return tuple(row for row in rows if any(row.cells))


def _figure_rows(incident: Incident, columns: tuple[Article, ...], lookup: Lookup) -> Iterator[Row]:
    for field in FIELDS:
        span = getattr(incident, field)
        yield _row(field, partial(_figure_cell, field=field), (incident, columns, lookup), span and state_range(span))
        groups = dict.fromkeys(group.group for account in incident.accounts for group in account.of_whom if group.field == field)
        for group in sorted(groups):
            yield _row(f"{field}: {group}", partial(_group_cell, field=field, group=group), (incident, columns, lookup))
        yield _row(f"{field}: by name", partial(_victim_cell, field=field), (incident, columns, lookup))
    for field, weapon in sorted({(counted.field, counted.group) for account in incident.accounts for counted in account.munitions}):
        yield _row(f"{field}: {weapon}", partial(_munition_cell, field=field, weapon=weapon), (incident, columns, lookup))


def _word_rows(incident: Incident, columns: tuple[Article, ...], lookup: Lookup) -> Iterator[Row]:
    for field, read in _WORDS.items():
        yield _row(field, partial(_word_cell, read=read), (incident, columns, lookup))


def _row(
    field: str, read: Callable[[Account], Cell], table: tuple[Incident, tuple[Article, ...], Lookup], overall: str | None = None
) -> Row:
    incident, columns, lookup = table
    found = [finding for finding in lookup.about.get(incident.id, ()) if finding.field == field]
    odd = {article for finding in found for article in finding.odd}
    told: dict[str, list[Cell]] = {article.id: [] for article in columns}
    for account in incident.accounts:
        told[account.article].append(read(account))
    cells = tuple(_join(given, article in odd) for article, given in told.items())
    return Row(field, cells, overall, tuple(finding.id for finding in found))


def _join(cells: list[Cell], odd: bool) -> Cell:
    """The cells of several accounts that one report gives of one incident, as one."""
    return Cell(
        figures=tuple(stated for cell in cells for stated in cell.figures),
        earlier=tuple(stated for cell in cells for stated in cell.earlier),
        words=tuple(dict.fromkeys(said for cell in cells for said in cell.words)),
        odd=odd,
    )


def _figure_cell(account: Account, field: str) -> Cell:
    stated: Figure | None = getattr(account, field)
    return Cell((stated,) if stated else (), tuple(earlier for earlier in account.superseded if earlier.field == field))


def _word_cell(account: Account, read: Callable[[Account], Span | str | None]) -> Cell:
    said = read(account)
    return Cell(words=(said,)) if said else Cell()


def _group_cell(account: Account, field: str, group: str) -> Cell:
    return Cell(tuple(stated for stated in account.of_whom if (stated.field, stated.group) == (field, group)))


def _victim_cell(account: Account, field: str) -> Cell:
    return Cell(words=tuple(victim.span for victim in account.victims if victim.field == field))


def _munition_cell(account: Account, field: str, weapon: str) -> Cell:
    return Cell(tuple(stated for stated in account.munitions if (stated.field, stated.group) == (field, weapon)))
