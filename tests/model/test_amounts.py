"""When two stated amounts may be one."""

import pytest

from crosswire.model import QuantityMention, Span, may_agree


def make(value: float, form: str = "exact", written: str = "") -> QuantityMention:
    return QuantityMention(Span("a", 0, 1, "x"), "sum", "$", value, form, written, "", False, (), (), "", (), ())


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (make(43_350), make(43_000), True),
        (make(43_885_310), make(43_000_000), True),
        (make(1.375e9), make(1.4e9), True),
        (make(3.6e9), make(3.5e9), False),
        (make(48), make(47), False),
        (make(5687.75), make(5587.75), False),
        (make(5_000, "above"), make(5_200), True),
        (make(5_000, "above"), make(12_000), False),
        (make(80, "near"), make(77), True),
        (make(80), make(60, "below"), False),
        (make(60), make(80, "below"), True),
        (make(1609.3, written="mile"), make(1700, written="metres"), True),
        (make(1609.3, written="mile"), make(2000, written="metres"), False),
        (make(19_000, written="ton"), make(25_000, written="tonne"), False),
    ],
)
def test_rounding_bounds_and_units_are_no_difference(one: QuantityMention, other: QuantityMention, agree: bool) -> None:
    assert may_agree(one, other) is agree
    assert may_agree(other, one) is agree
