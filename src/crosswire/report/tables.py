"""The record as tables: CSV in UTF-8, each row with its words, its article and where they stand."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from crosswire.model import Account, Finding, Incident, Quote, Range, Side, Span
from crosswire.report.evidence import Thing
from crosswire.report.figures import FIELDS, state_figure, state_precision
from crosswire.report.lookups import Lookup

Cell = str | int | float | None
Row = Mapping[str, Cell]
# What DuckDB calls the types of columns that are not text.
Types = Mapping[str, str]

# A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

QUOTE_COLUMNS = (
    *("quote", "story", "article", "outlet", "published", "kind", "speaker", "speaker_name"),
    *("words", "start", "end", "content", "content_start", "content_end", "speaker_words", "cue"),
    *("told_to", "said_in", "said_on", "continues", "utterances", "wording", "why"),
)
QUOTE_TYPES: Types = dict.fromkeys(("start", "end", "content_start", "content_end"), "BIGINT")
INCIDENT_COLUMNS = (
    *("incident", "story", "kind", "place", "country", "geonameid", "lat", "lon", "place_precision"),
    *("date_from", "date_to", "date_precision"),
    *(f"{field}_{end}" for field in FIELDS for end in ("low", "best", "high")),
    *("article", "outlet", "published"),
    *(f"stated_{field}{end}" for field in FIELDS for end in ("", "_low", "_high", "_words", "_start", "_end")),
    *(
        "of_whom",
        "victims",
        "munitions",
        "superseded",
        "place_words",
        "date_words",
        "weapon",
        "target",
        "actor",
        "attributed_to",
        "words",
        "offsets",
        "why",
    ),
)
INCIDENT_TYPES: Types = {"lat": "DOUBLE", "lon": "DOUBLE", "geonameid": "BIGINT"} | {
    f"{start}{field}_{end}": "BIGINT"
    for field in FIELDS
    for start, ends in (("", ("low", "best", "high")), ("stated_", ("low", "high", "start", "end")))
    for end in ends
}
FINDING_COLUMNS = (
    *("finding", "story", "kind", "relation", "about", "field", "what", "side", "value", "articles", "outlets"),
    *("odd", "independent", "origins", "words", "offsets", "why"),
)


def make_quotes(lookup: Lookup) -> bytes:
    """quotes.csv: one row a quote."""
    return write_rows(QUOTE_COLUMNS, list_quote_rows(lookup))


def list_quote_rows(lookup: Lookup) -> Iterator[Row]:
    """One row a quote, in the record's order, cells as they are."""
    wordings = {(carrier.quote, utterance.id): carrier.wording for utterance in lookup.record.utterances for carrier in utterance.carriers}
    return (_quote_row(quote, lookup, wordings) for quote in lookup.record.quotes)


def make_incidents(lookup: Lookup) -> bytes:
    """incidents.csv: one row an account, each with its incident's range."""
    return write_rows(INCIDENT_COLUMNS, list_incident_rows(lookup))


def list_incident_rows(lookup: Lookup) -> Iterator[Row]:
    """One row an account, in the record's order, cells as they are."""
    incidents = [(_incident_cells(incident, lookup), incident.accounts) for incident in lookup.record.incidents]
    return (cells | _account_cells(account, lookup) for cells, accounts in incidents for account in accounts)


def make_findings(lookup: Lookup) -> bytes:
    """findings.csv: one row a side."""
    rows = (
        _finding_row(finding, number, side, lookup) for finding in lookup.record.findings for number, side in enumerate(finding.sides, 1)
    )
    return write_rows(FINDING_COLUMNS, rows)


def guard_cell(cell: Cell) -> Cell:
    """The cell as a spreadsheet may have it: text that would be taken for a formula gets an apostrophe in front."""
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return "'" + cell
    return cell


def write_rows(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    """The rows as CSV in UTF-8 with the columns at its head; a cell that a spreadsheet would run is guarded."""
    names, out = list(columns), io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([guard_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue().encode("utf-8", errors="replace")


def _quote_row(quote: Quote, lookup: Lookup, wordings: Mapping[tuple[str, str], str]) -> Row:
    return _report_cells(quote.article, lookup) | {
        "quote": quote.id,
        "story": _story(quote, lookup),
        "kind": quote.kind,
        "speaker": quote.speaker,
        "speaker_name": lookup.speaker(quote.speaker),
        "words": quote.span.text,
        "start": quote.span.start,
        "end": quote.span.end,
        "content": quote.content.text,
        "content_start": quote.content.start,
        "content_end": quote.content.end,
        "speaker_words": quote.speaker_words.text if quote.speaker_words else None,
        "cue": quote.cue.text if quote.cue else None,
        "told_to": quote.told_to,
        "said_in": quote.said_in,
        "said_on": quote.said_on,
        "continues": quote.continues,
        "utterances": " ".join(quote.utterances),
        "wording": " ".join(wordings.get((quote.id, utterance), "") for utterance in quote.utterances),
        "why": quote.why,
    }


def _incident_cells(incident: Incident, lookup: Lookup) -> dict[str, Cell]:
    place, date = incident.place, incident.date
    cells: dict[str, Cell] = {"incident": incident.id, "story": _story(incident, lookup), "kind": incident.kind}
    if place is not None:
        cells |= {"place": place.name, "country": place.country, "geonameid": place.geonameid}
        cells |= {"lat": place.lat, "lon": place.lon, "place_precision": state_precision(place)}
    if date is not None:
        cells |= {"date_from": date.start, "date_to": date.end, "date_precision": date.precision}
    for field in FIELDS:
        span: Range | None = getattr(incident, field)
        if span is not None:
            cells |= {f"{field}_low": span.low, f"{field}_best": span.best, f"{field}_high": span.high}
    return cells


def _account_cells(account: Account, lookup: Lookup) -> dict[str, Cell]:
    cells = _report_cells(account.article, lookup)
    for field in FIELDS:
        cells |= _figure_cells(account, field)
    return cells | {
        "of_whom": "; ".join(f"{group.group} {group.field} {state_figure(group)}" for group in account.of_whom),
        "victims": "; ".join(f"{' '.join(victim.span.text.split())} {victim.field}" for victim in account.victims),
        "munitions": "; ".join(f"{counted.group} {counted.field} {state_figure(counted)}" for counted in account.munitions),
        "superseded": "; ".join(f"{earlier.field} {state_figure(earlier)}" for earlier in account.superseded),
        "place_words": account.place.text if account.place else None,
        "date_words": account.date.text if account.date else None,
        "weapon": account.weapon,
        "target": account.target,
        "actor": account.actor,
        "attributed_to": account.attributed_to,
        "words": _words(account.evidence),
        "offsets": _offsets(account.evidence),
        "why": account.why,
    }


def _figure_cells(account: Account, field: str) -> dict[str, Cell]:
    figure = getattr(account, field)
    if figure is None:
        return {}
    span = figure.span
    cells: dict[str, Cell] = {"": state_figure(figure), "_low": figure.low, "_high": figure.high}
    cells |= {"_words": span.text, "_start": span.start, "_end": span.end}
    return {f"stated_{field}{end}": cell for end, cell in cells.items()}


def _finding_row(finding: Finding, number: int, side: Side, lookup: Lookup) -> Row:
    return {
        "finding": finding.id,
        "story": _story(finding, lookup),
        "kind": finding.kind,
        "relation": finding.relation,
        "about": finding.about,
        "field": finding.field,
        "what": finding.what,
        "side": number,
        "value": side.value,
        "articles": "; ".join(side.articles),
        "outlets": "; ".join(lookup.outlet(article) for article in side.articles),
        "odd": "; ".join(article for article in side.articles if article in finding.odd),
        "independent": finding.independent,
        "origins": "; ".join(finding.origins),
        "words": _words(side.evidence),
        "offsets": _offsets(side.evidence),
        "why": finding.why,
    }


def _report_cells(article: str, lookup: Lookup) -> dict[str, Cell]:
    found = lookup.articles.get(article)
    return {"article": article, "outlet": found.outlet if found else None, "published": found.published if found else None}


def _story(thing: Thing, lookup: Lookup) -> str | None:
    story = lookup.story_of(thing)
    return story.id if story else None


def _words(spans: Iterable[Span]) -> str:
    return " | ".join(span.text for span in spans)


def _offsets(spans: Iterable[Span]) -> str:
    """Where the words stand: `article:start-end`, in the order of the words."""
    return " | ".join(_offset(span) for span in spans)


def _offset(span: Span) -> str:
    return f"{span.article}:{span.start}-{span.end}"
