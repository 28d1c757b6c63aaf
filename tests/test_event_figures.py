"""How incidents are laid beside reports that are labelled by event."""

from event_figures import measure_events

LABELS = dict.fromkeys("abcd", "one") | dict.fromkeys("xyz", "two") | {"m": "three", "n": "three"}


def measure(*incidents: str) -> dict[str, float]:
    told = [{"id": reports, "accounts": [{"article": report} for report in reports]} for reports in incidents]
    return measure_events({"incidents": told}, LABELS)


def test_reports_count_in_the_incident_that_most_of_their_event_tell() -> None:
    assert measure("abcd", "xyz") == {"together": 1.0, "apart": 1.0}
    assert measure("abc", "cd", "xy", "z")["together"] == 5 / 7


def test_events_that_fewer_than_three_reports_tell_are_left_out() -> None:
    assert measure("abc", "m", "n")["together"] == 1.0


def test_an_incident_of_reports_of_two_events_is_not_apart() -> None:
    assert measure("abcx", "yz")["apart"] == 0.5
