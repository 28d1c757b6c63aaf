"""A record's parts in the forms that other programs read: which there are, and how each is made."""

from collections.abc import Callable, Mapping

from crosswire.errors import ExportError
from crosswire.model import Record
from crosswire.report.exports.annotations import make_annotations
from crosswire.report.exports.parquets import make_parquet
from crosswire.report.lookups import Lookup, make_lookup
from crosswire.report.tables import QUOTE_COLUMNS, QUOTE_NUMBERS, list_quote_rows, make_quotes

Maker = Callable[[Lookup], bytes]


def _make_quotes_parquet(lookup: Lookup) -> bytes:
    return make_parquet(QUOTE_COLUMNS, QUOTE_NUMBERS, list_quote_rows(lookup))


# A part of the record, then a form: what the command line offers, and what it makes of them.
EXPORTS: Mapping[str, Mapping[str, Maker]] = {
    "quotes": {"csv": make_quotes, "parquet": _make_quotes_parquet, "jsonld": make_annotations},
}


def export_part(record: Record, part: str, form: str) -> bytes:
    """One part of a record in one form; an ExportError where there is no such form of it, or a package is missing."""
    makers = EXPORTS[part]
    if form not in makers:
        raise ExportError(f"{part} cannot be exported as {form!r}: choose from {', '.join(makers)}.")
    return makers[form](make_lookup(record))
