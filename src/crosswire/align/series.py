"""Series: a telling of several attacks at once, which may hold incidents that are told by themselves and swallows none."""

from collections.abc import Sequence
from dataclasses import replace

from crosswire.model import Incident, Place, Range, Span, When, read_words, share_family

NARROW = frozenset({"city", "second-order"})


def is_series(place: Place | None, evidence: Sequence[Span]) -> bool:
    """Whether words tell of several things at once, in a country or region or nowhere, and in no single town."""
    if place is not None and place.precision not in ("country", "region", "area"):
        return False
    return any(
        f" {phrase} " in f" {' '.join(span.text.casefold().split())} "
        for span in evidence
        for phrase in read_words("align", "series_words")
    )


def hold_parts(incidents: Sequence[Incident]) -> list[Incident]:
    """The incidents, each series with the ids of those it holds: in towns of its country, on its days, of its family and no greater."""
    return [replace(one, parts=_list_parts(one, incidents)) for one in incidents]


def _list_parts(series: Incident, incidents: Sequence[Incident]) -> tuple[str, ...]:
    if series.place is None or series.place.precision != "country" or not all(is_series(a.where, a.evidence) for a in series.accounts):
        return ()
    return tuple(sorted(one.id for one in incidents if one.id != series.id and _holds(series, one)))


def _holds(series: Incident, one: Incident) -> bool:
    if series.place is None or one.place is None or one.place.precision not in NARROW or one.place.country != series.place.country:
        return False
    fits = share_family(series.kind, one.kind) and _lies_within(one.date, series.date)
    return fits and not _is_greater(one.killed, series.killed) and not _is_greater(one.injured, series.injured)


def _lies_within(days: When | None, others: When | None) -> bool:
    return days is not None and others is not None and others.start <= days.start and days.end <= others.end


def _is_greater(one: Range | None, other: Range | None) -> bool:
    """Whether the least that one tells is more than the most that the other does."""
    return one is not None and other is not None and other.high is not None and (one.low or 0) > other.high
