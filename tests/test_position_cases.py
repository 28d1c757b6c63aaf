"""The short cases on positions: how many there are, how they are judged, and that nearly all are right."""

from position_cases import PositionCase, fits, list_faults, measure_position_cases, read_position_cases

TEXTS = ({"id": "a", "text": "Kenya proposed a 30-day halt to tariffs on tea on Tuesday."},)


def judge(*find: dict[str, object], not_find: tuple[dict[str, object], ...] = ()) -> int:
    return len(list_faults(PositionCase("none", False, TEXTS, find, not_find)))


def test_there_are_enough_of_them_with_traps_and_names_of_their_own() -> None:
    cases = list(read_position_cases())
    assert len(cases) >= 40 and len({case.name for case in cases}) == len(cases)
    assert sum(case.trap for case in cases) >= 18


def test_nearly_all_are_right() -> None:
    assert measure_position_cases()["positions"] >= 0.95


def test_a_case_is_right_only_as_a_whole() -> None:
    right = {"kind": "proposal", "by": "Kenya", "duration": "30 day", "scope": "tariffs on tea", "articles": ["a"]}
    assert judge(right) == 0
    assert judge(right | {"by": "Ghana"}) == judge(right, right) == judge(right, not_find=(right,)) == 1
    assert judge({"kind": "meeting"}) == 1


def test_a_status_is_compared_whole_and_words_in_part() -> None:
    item = {
        "kind": "proposal",
        "status": "agreed in principle",
        "by": "Ana Ruiz",
        "words": ["Ana Ruiz agreed"],
        "answers": ["rejects the union"],
    }
    assert fits({"by": "Ruiz", "words": "agreed", "answers": ["rejects union"]}, item)
    assert not fits({"status": "agreed"}, item) and not fits({"by": ""}, item) and not fits({"values": {"a": "1"}}, item)
