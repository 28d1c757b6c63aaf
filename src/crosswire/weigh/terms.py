"""The table of office-holders: who held which office of which country from when to when."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from anyascii import anyascii

from crosswire.errors import SettingsError

COLUMNS = ["office", "country", "name", "from", "to"]
# Reports name a holder a day early or late around a change.
SLACK = 1


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in an office; `names` are the forms of his name, folded, `until` is None while it lasts."""

    office: str
    country: str
    names: tuple[tuple[str, ...], ...]
    name: str
    since: date
    until: date | None

    def covers(self, day: date, slack: int = 0) -> bool:
        """Whether a day lies in it, or so many days beside it."""
        number = day.toordinal()
        return self.since.toordinal() - slack <= number and (self.until is None or number <= self.until.toordinal() + slack)

    def is_of(self, name: str) -> bool:
        """Whether a full name is a form of the holder's: the same surname, and the same first name or its letter."""
        words = fold(name)
        return len(words) > 1 and any(words[-1] == form[-1] and words[0] in (form[0], form[0][:1]) for form in self.names)

    def show(self) -> str:
        """The name with the span."""
        return f"{self.name} ({self.since.isoformat()} to {self.until.isoformat() if self.until else 'now'})"


def fold(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case letters, "Jr." left out."""
    words = (anyascii(word).casefold().strip(".,'") for word in name.replace("-", " ").split())
    return tuple(word for word in words if word and word not in ("jr", "sr", "ii", "iii"))


@cache
def read_bundled() -> tuple[Term, ...]:
    """The terms that come with crosswire."""
    text = files("crosswire.weigh").joinpath("data/offices.csv").read_text(encoding="utf-8")
    return tuple(_read_terms(text, "the bundled table"))


@cache
def read_terms(path: str) -> tuple[Term, ...]:
    """The bundled terms and those of a file; for an office of a country that the file has, its rows alone count.

    Raises a SettingsError where the file cannot be read or a row is no term.
    """
    if not path:
        return read_bundled()
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read as a table of offices ({error}): name a CSV file in UTF-8.") from error
    own = tuple(_read_terms(text, path))
    told = {(term.office, term.country) for term in own}
    return own + tuple(term for term in read_bundled() if (term.office, term.country) not in told)


def _read_terms(text: str, source: str) -> Iterator[Term]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]
    rows = list(csv.reader(line for _, line in lines))
    if not rows or [cell.strip() for cell in rows[0]] != COLUMNS:
        raise SettingsError(f"{source} is no table of offices: its first line is to be {','.join(COLUMNS)}.")
    for (number, _), row in zip(lines[1:], rows[1:], strict=False):
        yield _read_term(row, f"{source}, line {number},")


def _read_term(row: Sequence[str], place: str) -> Term:
    cells = [cell.strip() for cell in row]
    if len(cells) != len(COLUMNS) or not all(cells[:4]):
        raise SettingsError(f"{place} does not have an office, a country, a name, a first day and, once it is over, a last one.")
    office, country, name, since, until = cells
    try:
        span = date.fromisoformat(since), date.fromisoformat(until) if until else None
    except ValueError as error:
        raise SettingsError(f"{place} has a day that is none ({error}): write days as 2031-05-06.") from error
    forms = name.split("|")
    return Term(office.casefold(), country.upper(), tuple(fold(form) for form in forms), forms[-1], *span)


def explain_term(terms: Sequence[Term], office: tuple[str, str], name: str, day: date) -> str | None:
    """Why somebody did not hold an office on a day: his own span, and who held it then; None where the table does not say so."""
    held = [term for term in terms if (term.office, term.country) == office]
    own = [term for term in held if term.is_of(name)]
    then = [term for term in held if term.covers(day)]
    if not own or not then or any(term.covers(day, SLACK) for term in own):
        return None
    spans, others = (" and ".join(term.show() for term in some) for some in (own, then))
    return f"the table of offices has {spans} as {office[0]} ({office[1]}), and on {day.isoformat()} {others}"
