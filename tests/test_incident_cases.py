"""The short cases on incidents: they are what they should be, and how they are judged."""

from collections import Counter

import incident_cases
from incident_cases import IncidentCase, list_faults


def test_every_trap_is_set_at_least_twice() -> None:
    traps = Counter(case.trap for case in incident_cases.read_incident_cases())
    assert sum(traps.values()) >= 100
    assert [trap for trap, times in traps.items() if times < 2] == []


def test_a_case_is_right_only_as_a_whole() -> None:
    def judge(*incidents: incident_cases.Fields) -> list[str]:
        return list_faults(IncidentCase("none", "A bomb killed 12 people in Mosul on Monday.", "2024-05-16", incidents))

    right: incident_cases.Fields = {"killed": "12", "place": "Mosul", "date": "2024-05-13"}
    assert judge(right) == []
    assert judge(right | {"killed": "13"}) == ["killed: wanted '13', found '12'"]
    assert judge({"place": "Mosul"}) == ["killed: wanted '', found '12'"]
    assert judge(right | {"injured": "3"}) == ["injured: wanted '3', found ''"]
    assert judge() == ["wanted 0 incidents, found [['A bomb killed 12 people in Mosul on Monday.']]"]
