"""A speaker whom a reader asks for by id, name or a form of it."""

from difflib import get_close_matches

from crosswire.errors import RecordError
from crosswire.model import Name
from crosswire.report.lookups import Lookup

NEAR = 5  # names that are offered where nobody has the one asked for


def find_speakers(lookup: Lookup, asked: str) -> frozenset[str]:
    """The ids of those who speak in a record and are called so: by id, else a whole form, else words of one ("Renk").

    Raises a RecordError that offers the nearest names where there is none.
    """
    speaking = {quote.speaker for quote in lookup.record.quotes}
    names = [name for name in lookup.record.names if name.id in speaking]
    wanted = _fold(asked)
    for found in (
        [name for name in names if asked in (name.id, *name.was)],
        [name for name in names if wanted in {_fold(form) for form in _list_forms(name)}],
        [name for name in names if any(set(wanted.split()) <= set(_fold(form).split()) for form in _list_forms(name))],
    ):
        if found and wanted:
            return frozenset(name.id for name in found)
    raise RecordError(_say_none(asked, names))


def _list_forms(name: Name) -> tuple[str, ...]:
    return (name.name, *name.forms)


def _fold(form: str) -> str:
    return " ".join(form.casefold().split())


def _say_none(asked: str, names: list[Name]) -> str:
    forms = {_fold(form): name.name for name in names for form in _list_forms(name)}
    forms |= {word: name.name for name in names for word in _fold(name.name).split()}
    near = list(dict.fromkeys(forms[form] for form in get_close_matches(_fold(asked), sorted(forms), 3 * NEAR, 0.6)))[:NEAR]
    offered = f"Near: {', '.join(near)}." if near else "`crosswire show DIR quotes` lists who does."
    return f"nobody called {asked!r} speaks in this record. {offered}"
