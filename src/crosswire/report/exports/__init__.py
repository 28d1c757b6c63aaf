"""A record's parts in the forms that other programs read: which there are, and how each is made."""

from collections.abc import Callable, Mapping

from crosswire.errors import ExportError
from crosswire.model import Record
from crosswire.report.exports.acled import make_acled
from crosswire.report.exports.annotations import make_annotations
from crosswire.report.exports.features import make_features
from crosswire.report.exports.ged import make_ged
from crosswire.report.exports.parquets import make_parquet
from crosswire.report.exports.plover import make_plover
from crosswire.report.exports.positions import (
    PROPOSAL_COLUMNS,
    PROPOSAL_TYPES,
    list_proposal_rows,
    make_conditions,
    make_meetings,
    make_proposals,
)
from crosswire.report.lookups import Lookup, make_lookup
from crosswire.report.tables import (
    INCIDENT_COLUMNS,
    INCIDENT_TYPES,
    QUOTE_COLUMNS,
    QUOTE_TYPES,
    list_incident_rows,
    list_quote_rows,
    make_incidents,
    make_quotes,
)

Maker = Callable[[Lookup], bytes]


def _make_quotes_parquet(lookup: Lookup) -> bytes:
    return make_parquet(QUOTE_COLUMNS, QUOTE_TYPES, list_quote_rows(lookup))


def _make_incidents_parquet(lookup: Lookup) -> bytes:
    return make_parquet(INCIDENT_COLUMNS, INCIDENT_TYPES, list_incident_rows(lookup))


def _make_proposals_parquet(lookup: Lookup) -> bytes:
    return make_parquet(PROPOSAL_COLUMNS, PROPOSAL_TYPES, list_proposal_rows(lookup))


# A part of the record, then a form: what the command line offers, and what it makes of them.
EXPORTS: Mapping[str, Mapping[str, Maker]] = {
    "quotes": {"csv": make_quotes, "parquet": _make_quotes_parquet, "jsonld": make_annotations},
    "incidents": {
        "csv": make_incidents,
        "parquet": _make_incidents_parquet,
        "geojson": make_features,
        "ged": make_ged,
        "acled": make_acled,
        "plover": make_plover,
    },
    "proposals": {"csv": make_proposals, "parquet": _make_proposals_parquet},
    "conditions": {"csv": make_conditions},
    "meetings": {"csv": make_meetings},
}


def export_part(record: Record, part: str, form: str) -> bytes:
    """One part of a record in one form; an ExportError where there is no such form of it, or a package is missing."""
    makers = EXPORTS[part]
    if form not in makers:
        raise ExportError(f"{part} cannot be exported as {form!r}: choose from {', '.join(makers)}.")
    return makers[form](make_lookup(record))
