"""How well the incidents of a record agree with sets whose reports are labelled by event alone, not by incident."""

from collections.abc import Mapping
from typing import Any

# An event of fewer reports that tell an incident says nothing of how well they come together.
FEWEST = 3


def measure_events(record: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, float]:
    """`together`: of the reports that tell an incident, in events of which three or more do, the share in the incident that most of their
    event's reports tell. `apart`: of the incidents that several reports tell, the share whose reports are all of one event."""
    told = {incident["id"]: {account["article"] for account in incident["accounts"]} for incident in record["incidents"]}
    counts = [
        (len(tellers), max(len(reports & tellers) for reports in told.values()))
        for tellers in _list_tellers(labels, set().union(*told.values())).values()
        if len(tellers) >= FEWEST
    ]
    shared = [{labels[report] for report in reports} for reports in told.values() if len(reports) > 1]
    return {
        "together": sum(most for _, most in counts) / sum(tellers for tellers, _ in counts),
        "apart": sum(len(events) == 1 for events in shared) / len(shared),
    }


def _list_tellers(labels: Mapping[str, str], telling: set[str]) -> dict[str, set[str]]:
    tellers: dict[str, set[str]] = {}
    for report in telling:
        tellers.setdefault(labels[report], set()).add(report)
    return tellers
