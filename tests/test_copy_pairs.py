"""The labelled pairs of articles, and how the origins of a record are laid beside them."""

from collections import Counter

from copy_pairs import PAIRS, list_kinds, measure_pairs, read_pairs


def test_two_hundred_pairs_each_told_once_and_in_order() -> None:
    pairs = read_pairs()
    assert len(pairs) == 200 and all(one < other for one, other in pairs)
    counts = Counter(pairs.values())
    assert counts.keys() == {"same text", "reprint", "shared passage", "same agency", "independent"} and min(counts.values()) > 10
    assert all(len(id) <= 56 for pair in pairs for id in pair) and PAIRS.read_text(encoding="utf-8").startswith("# ")


def test_what_is_found_is_laid_beside_the_labels() -> None:
    labels = {("a", "b"): "reprint", ("a", "c"): "shared passage", ("b", "c"): "independent", ("c", "d"): "same agency"}
    origins = [
        {"kind": "same text", "articles": ["b", "a"]},
        {"kind": "shared passage", "articles": ["a", "b", "c"]},
        {"kind": "same statement", "articles": ["c", "d"]},
    ]
    assert measure_pairs(labels, list_kinds({"origins": origins})) == {
        "copies.precision": 1.0,
        "copies.recall": 1.0,
        "shared.precision": 2 / 3,
        "shared.recall": 2 / 3,
    }
