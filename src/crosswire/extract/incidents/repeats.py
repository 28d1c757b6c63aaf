"""One figure told twice in an article: whether so many people at what may be one place are the same ones."""

import re
from collections.abc import Sequence

from crosswire.extract.incidents.frames import Frame
from crosswire.extract.incidents.harms import Harm
from crosswire.model import PlaceMention, measure_distance

# Fewer people are told twice by chance; in one town no fewer than several.
MANY, SEVERAL = 7, 3
AGE = re.compile(r"\b(\d{1,2}) ?- ?(?:year|month) ?- ?old\b|, (\d{1,2}),")
# km: a town and its suburbs.
NEAR = 25


def tell_same_people(harms: Sequence[Harm], others: Sequence[Harm], there: bool = False) -> bool:
    """Whether both tell one number of people, many enough, killed or hurt: "40", "at least 40"; `there` says that it is in one town."""
    one, other = (_list_numbers(told, SEVERAL if there else MANY) for told in (harms, others))
    return not one.isdisjoint(other)


def _list_numbers(harms: Sequence[Harm], least: int) -> set[tuple[str, int]]:
    counts = ((harm.field, harm.count.low) for harm in harms if harm.firm and harm.count is not None)
    return {(field, low) for field, low in counts if low is not None and low >= least}


def may_be_one_place(one: PlaceMention | None, other: PlaceMention | None) -> bool:
    """Whether two places may be one: what the gazetteer does not know may lie anywhere, towns must lie in one division or near."""
    if one is None or other is None or not one.candidates or not other.candidates:
        return True
    first, second = one.candidates[0], other.candidates[0]
    if "country" in (first.place.precision, second.place.precision):
        return first.place.country == second.place.country
    apart = measure_distance(first.place, second.place)
    return (first.region is not None and first.region == second.region) or (apart is not None and apart <= NEAR)


def are_others(frames: Sequence[Frame], others: Sequence[Frame]) -> bool:
    """Whether clauses of two tellings tell of other people: of other ages, or other numbers of them."""
    one, other = (_list_ages(told) for told in (frames, others))
    if one and other and one.isdisjoint(other):
        return True
    firm = [[harm for frame in told for harm in frame.harms if harm.firm and harm.count is not None] for told in (frames, others)]
    pairs = ((a.count, b.count) for a in firm[0] for b in firm[1] if a.field == b.field)
    return any((a.low, a.high) != (b.low, b.high) for a, b in pairs if a and b)


def _list_ages(frames: Sequence[Frame]) -> set[str]:
    return {age for frame in frames for found in AGE.finditer(frame.sentence.text) for age in found.groups() if age}
