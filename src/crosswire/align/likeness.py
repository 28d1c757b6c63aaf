"""Whether two sentences inside quotation marks are one thing said, and where their words part."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from crosswire.align.units import Unit, Word

# The share of the shorter one's content words that must stand in the longer, in the same order; less where a run of words is the same.
LEAST_SHARED, LEAST_BESIDE_RUN = 0.75, 0.5
# So many equal words in a row are such a run, or half of the shorter's words.
LONG_RUN = 5
# One or two content words say something only among few.
FEW = 4


def are_one(one: Unit, other: Unit) -> bool:
    """Whether two units say one thing: most content words of the shorter stand in the longer, in the same order."""
    short, long = sorted((one, other), key=lambda unit: (len(unit.content), len(unit.words)))
    wanted, shared = short.content, count_shared(short.content, long.content)
    if not wanted:
        return _stems(short) == _stems(long)
    if len(wanted) == 1:
        return shared == 1 and len(long.content) <= FEW
    if len(wanted) == 2:
        return shared == 2 and _stand_close(wanted, long.content)
    run = SequenceMatcher(None, _stems(short), _stems(long), autojunk=False).find_longest_match().size
    ordered = count_in_order(wanted, long.content)
    long_run = run >= min(LONG_RUN, max(3, len(short.words) / 2))
    return ordered >= LEAST_SHARED * len(wanted) or (long_run and ordered >= LEAST_BESIDE_RUN * len(wanted))


def count_shared(wanted: Sequence[str], others: Sequence[str]) -> int:
    """How many stems two sequences share, counted as often as both have them."""
    return sum((Counter(wanted) & Counter(others)).values())


def count_in_order(wanted: Sequence[str], others: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(others) + 1)
    for word in wanted:
        before = 0
        for place, other in enumerate(others, 1):
            before, row[place] = row[place], before + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]


def _stand_close(wanted: Sequence[str], others: Sequence[str]) -> bool:
    return any(set(wanted) <= set(others[place : place + 3]) for place in range(max(1, len(others) - 1)))


def _stems(unit: Unit) -> list[str]:
    return [word.stem for word in unit.words]


def find_altered(one: Unit, other: Unit, known: frozenset[str]) -> tuple[Word, ...]:
    """The content words of `one` that stand where `other` has different words or none, leaving out stems in `known`.

    Words beyond the point where the other begins or ends were left out by it, not changed.
    """
    altered: list[Word] = []
    for tag, start, end, other_start, other_end in SequenceMatcher(None, _stems(one), _stems(other), autojunk=False).get_opcodes():
        outside = other_start == other_end and (other_start == 0 or other_end == len(other.words))
        if tag != "equal" and not outside:
            altered += [word for word in one.words[start:end] if word.content and word.stem not in known]
    return tuple(altered)
