"""Whether two stated amounts may be one: a rounding of the other, or within its bounds."""

from decimal import Decimal

from crosswire.model.claims import QuantityMention

# A number with zeros at its end stands for what rounds or is cut to it, this far at most; a hedged one for what is near it.
ROUNDED, CUT, HEDGED = 1.06, 1.03, 1.1
# One measure in two units is rounded twice.
CONVERTED = 1.15
# A bound says something of numbers up to this many times as high.
REACH = 2.0


def may_agree(one: QuantityMention, other: QuantityMention) -> bool:
    """Whether one number fits both: "43,000" and "43,350", "nearly 80" and "77", "more than 5,000" and "5,200", a mile and 1.6 km."""
    if one.field == "vote":
        return one.written == other.written
    low, high = sorted((one, other), key=lambda mention: mention.value)
    if low.value == high.value or high.form == "below":
        return True
    if low.value <= 0:
        return False
    ratio, apart = high.value / low.value, high.value - low.value
    if low.form == "above" and ratio <= REACH:
        return True
    if ratio <= HEDGED and "near" in (low.form, high.form):
        return True
    if one.written.rstrip("s") != other.written.rstrip("s") and ratio <= CONVERTED:
        return True
    step = max(_find_step(low.value), _find_step(high.value))
    return (ratio <= ROUNDED and apart < step / 2) or (ratio <= CUT and apart < step)


def _find_step(value: float) -> float:
    """What the last digit of a number counts that is no zero: thousands in 43,000, tenths in 3.5."""
    exponent = Decimal(repr(round(value, 6))).normalize().as_tuple().exponent
    return float(Decimal(1).scaleb(int(exponent)))
