"""Short cases on incidents, each with all that is to be found in its text, and how many are read rightly."""

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crosswire.align import align_story
from crosswire.model import Account, Article, Incident, Page, When
from crosswire.model.bounds import Bounded
from crosswire.pipeline import read_page
from crosswire.settings import Settings

from cases import CASES

# A Thursday.
PUBLISHED = "2024-05-16"
# What is compared whether a case names it or not: a case that names no figure wants none.
ALWAYS = ("killed", "injured")

Fields = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class IncidentCase:
    """One text, the trap it sets, and its incidents in order of telling, each with the fields that are to be right."""

    trap: str
    text: str
    published: str
    incidents: tuple[Fields, ...]


def read_incident_cases() -> Iterator[IncidentCase]:
    """The cases on incidents, file by file."""
    for path in sorted((CASES / "incidents").glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield IncidentCase(told["trap"], told["text"].strip(), told.get("published", PUBLISHED), tuple(told["incidents"]))


def measure_incident_cases() -> dict[str, float]:
    """The share of the cases in which every incident is found as it should be, and nothing else."""
    right = [not list_faults(case) for case in read_incident_cases()]
    return {"incidents": sum(right) / len(right)}


def list_faults(case: IncidentCase) -> list[str]:
    """What is wrong in what is read from a case, one line a field."""
    found = [_describe(incident) for incident in _read(case)]
    if len(found) != len(case.incidents):
        return [f"wanted {len(case.incidents)} incidents, found {[incident['evidence'] for incident in found]}"]
    return [fault for wanted, incident in zip(case.incidents, found, strict=True) for fault in _compare(wanted, incident)]


def _compare(wanted: Fields, found: Fields) -> Iterator[str]:
    for field in dict.fromkeys((*ALWAYS, *wanted)):
        if found[field] != wanted.get(field, ""):
            yield f"{field}: wanted {wanted.get(field, '')!r}, found {found[field]!r}"


def _read(case: IncidentCase) -> Sequence[Incident]:
    digest = hashlib.sha256(case.text.encode()).hexdigest()
    article = Article("case", "case.txt", None, None, None, "en", case.published, "metadata", case.text, digest)
    sheet, _ = read_page(Page(article), {}, Settings(), lambda stage: None)
    incidents = align_story([sheet], {"case": date.fromisoformat(case.published)}, {}).incidents
    return sorted(incidents, key=_order)


def _order(incident: Incident) -> tuple[int, int, str]:
    """Where an incident is first told; of several in one sentence, where its place is named."""
    account = incident.accounts[0]
    return account.evidence[0].start, account.place.start if account.place else 0, incident.id


def _describe(incident: Incident) -> Fields:
    account, place = incident.accounts[0], incident.place
    figures: Fields = {field: _bound(getattr(account, field)) for field in ("killed", "injured", "missing", "detained", "displaced")}
    words = {field: getattr(account, field) or "" for field in ("weapon", "target", "actor", "attributed_to")}
    where = {"place": account.place.text if account.place else "", "country": (place and place.country) or ""}
    return (
        figures
        | words
        | where
        | {
            "kind": incident.kind,
            "precision": (place and place.precision) or "",
            "date": _days(incident.date),
            "near": "yes" if place and place.near else "",
            "victims": [f"{' '.join(victim.span.text.split())} {victim.field}" for victim in account.victims],
            "munitions": [f"{part.group} {part.field} {_bound(part)}" for part in account.munitions],
            "groups": _list_groups(account),
            "superseded": [f"{old.field} {_bound(old)}" for old in account.superseded],
            "evidence": [span.text for span in account.evidence],
        }
    )


def _list_groups(account: Account) -> list[str]:
    return sorted(f"{part.group} {part.field} {_bound(part)}" for part in account.of_whom)


def _days(when: When | None) -> str:
    if when is None:
        return ""
    return when.start if when.start == when.end else f"{when.start}/{when.end}"


def _bound(figure: Bounded | None) -> str:
    """A figure as the cases write it: "12", "15-", "-20", "10-15"."""
    if figure is None:
        return ""
    low, high = ("" if side is None else str(side) for side in (figure.low, figure.high))
    return low if low == high else f"{low}-{high}"
