"""The order in which a reader meets incidents and findings; the record itself is sorted by id."""

from collections.abc import Iterable

from crosswire.model import Finding, Incident
from crosswire.report.lookups import Lookup
from crosswire.report.summaries import DIFFERENCES, list_grave, rank_differences

# Sorts behind every day and every place's name.
_LAST = "\U0010ffff"


def order_incidents(incidents: Iterable[Incident]) -> list[Incident]:
    """By day, then place; those without one last."""
    return sorted(incidents, key=_rank)


def order_findings(findings: Iterable[Finding], lookup: Lookup) -> list[Finding]:
    """What differs first, by its weight; then the rest in the order of the incidents it is about."""
    found = tuple(findings)
    return [*rank_differences(found, list_grave(lookup.record)), *order_others(found, lookup)]


def order_others(findings: Iterable[Finding], lookup: Lookup) -> list[Finding]:
    """What agrees and what one report alone tells, in the order of the incidents; what is about something else last."""
    others = (finding for finding in findings if finding.kind not in DIFFERENCES)
    return sorted(others, key=lambda finding: (_rank_about(finding, lookup), finding.kind, finding.field or "", finding.id))


def _rank(incident: Incident) -> tuple[str, str, str]:
    return incident.date.start if incident.date else _LAST, incident.place.name if incident.place else _LAST, incident.id


def _rank_about(finding: Finding, lookup: Lookup) -> tuple[str, str, str]:
    about = lookup.things.get(finding.about or "")
    return _rank(about) if isinstance(about, Incident) else (_LAST, _LAST, _LAST)
