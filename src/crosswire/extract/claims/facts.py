"""The facts that one article states in passing and another may state otherwise."""

from collections.abc import Sequence

from crosswire.extract.claims.ages import find_ages
from crosswire.extract.claims.durations import find_durations
from crosswire.extract.claims.measures import find_distances, find_ranks, find_sums
from crosswire.extract.claims.stretches import make_text
from crosswire.model import FactMention, LocalName, QuoteMention, Reading


def find_facts(reading: Reading, names: Sequence[LocalName], quotes: Sequence[QuoteMention]) -> tuple[FactMention, ...]:
    """Lengths of time, ages, distances, sums of money and ordinals, in the order of the text."""
    text = make_text(reading, quotes)
    found = {*find_durations(text), *find_ages(text, names), *find_distances(text), *find_sums(text), *find_ranks(text)}
    return tuple(sorted(found, key=lambda fact: (fact.span, fact.field, fact.form)))
