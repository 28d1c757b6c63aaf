"""The short cases on quotations: they are what they should be, and how they are judged."""

from collections import Counter

import cases


def test_every_trap_is_set_at_least_twice() -> None:
    traps = Counter(case.trap for case in cases.read_cases())
    assert sum(traps.values()) >= 80
    assert [trap for trap, times in traps.items() if times < 2] == []


def test_a_case_holds_words_of_its_text() -> None:
    for case in cases.read_cases():
        for quote in case.quotes:
            assert all(quote[field] in case.text for field in ("span", "content", "speaker_words", "cue") if field in quote), case


def test_a_case_is_right_only_as_a_whole() -> None:
    text = "“We go home today,” said Elena Marković."
    right = {"span": "We go home today,", "speaker": "Elena Marković"}
    assert cases.list_faults(cases.Case("none", text, (right,))) == []
    assert cases.list_faults(cases.Case("none", text, (right | {"kind": "partial"},))) == ["kind: wanted 'partial', found 'direct'"]
    assert cases.list_faults(cases.Case("none", text, ({"span": "We go home today,"},))) == ["speaker: wanted None, found 'Elena Marković'"]
    assert cases.list_faults(cases.Case("none", text, ())) == ["wanted 0 quotations, found ['We go home today,']"]
