"""BCubed on groupings whose figures are known."""

import pytest

from bcubed import measure_grouping

LABELS = {"a": "x", "b": "x", "c": "y"}


def test_a_perfect_grouping() -> None:
    assert measure_grouping(LABELS, [["b", "a"], ["c"]]).f1 == 1.0


def test_all_in_one() -> None:
    reached = measure_grouping(LABELS, [["a", "b", "c"]])
    assert reached.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert reached.recall == 1.0


def test_each_alone_also_where_a_group_lacks_them() -> None:
    reached = measure_grouping(LABELS, [["a"], ["unlabelled", "b"]])
    assert reached.precision == 1.0
    assert reached.recall == pytest.approx((0.5 + 0.5 + 1) / 3)


def test_nothing_labelled() -> None:
    assert measure_grouping({}, [["a"]]).f1 == 0.0
