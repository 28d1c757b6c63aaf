"""Lengths of time as days: what a stated length may mean, and how a time is told in its unit."""

from crosswire.model import FactMention

DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
LONG = 1_000_000.0
Bounds = tuple[float, float]


def bound_length(fact: FactMention) -> Bounds:
    """The days that a stated length may come to: "two years" is two to three, "in its third year" too, "nearly two" a little less."""
    unit, value = DAYS[fact.unit], fact.value or 0.0
    low, high = {
        "ordinal": (value - 1, value),
        "above": (value, value + 1),
        "near": (value - 0.5, value + 0.5),
        "below": (0.0, value),
    }.get(fact.form, (value, value + 1))
    return low * unit, high * unit


def bound_stated(fact: FactMention) -> Bounds:
    """The days that may pass for a stated length: rounded to half a unit, an ordinal to a tenth, "more than" without end."""
    unit, value = DAYS[fact.unit], fact.value or 0.0
    low, high = {
        "ordinal": (value - 1.1, value + 0.1),
        "above": (value, LONG),
        "below": (0.0, value + 0.1),
    }.get(fact.form, (value - 0.5, value + 1))
    return low * unit, high * unit


def show_length(least: float, most: float, fact: FactMention) -> str:
    """A time between bounds in the unit and form of a stated length: "year 4", "3.2 to 3.3 years"."""
    unit = DAYS[fact.unit]
    if fact.form == "ordinal":
        low, high = int(least // unit) + 1, int(most // unit) + 1
        return f"{fact.unit} {low}" if low == high else f"{fact.unit} {low} or {high}"
    return f"{least / unit:.1f} to {most / unit:.1f} {fact.unit}s"
