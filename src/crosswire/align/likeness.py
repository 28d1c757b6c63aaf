"""Whether two sentences inside quotation marks are one thing said, and where their words part."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from crosswire.align.units import Words

# The share of the shorter one's content words that must stand in the longer, in the same order; less where long runs of words are the same.
LEAST_SHARED, LEAST_BESIDE_RUNS = 0.75, 0.5
# So many equal words in a row are a run, and runs must hold this share of the shorter's words.
RUN, LEAST_IN_RUNS = 3, 0.4
# One or two content words say something only among few.
FEW = 4


def are_one(one: Words, other: Words) -> bool:
    """Whether two sentences say one thing: most content words of the shorter stand in the longer, in the same order."""
    short, long = sorted((one, other), key=lambda words: (len(words.content_stems), len(words.stems)))
    wanted, others = short.content_stems, long.content_stems
    if len(wanted) < 3:
        return _are_one_short(short, wanted, long, others)
    ordered = LCSseq.similarity(wanted, others)
    if ordered >= LEAST_SHARED * len(wanted):
        return True
    return ordered >= LEAST_BESIDE_RUNS * len(wanted) and _count_in_runs(short, long) >= LEAST_IN_RUNS * len(short.stems)


def count_needed(content: int) -> int:
    """How many of so many content words another sentence must have at least to be one with theirs, should they be the fewer."""
    return content if content < 3 else -int(-LEAST_BESIDE_RUNS * content // 1)


def _are_one_short(short: Words, wanted: Sequence[str], long: Words, others: Sequence[str]) -> bool:
    if not wanted:
        return short.stems == long.stems
    if len(wanted) == 1:
        return wanted[0] in others and len(others) <= FEW
    return any(set(wanted) <= set(others[place : place + 3]) for place in range(max(1, len(others) - 1)))


def _count_in_runs(one: Words, other: Words) -> int:
    return sum(size for _, _, size in _find_blocks(one, other) if size >= RUN)


def _find_blocks(one: Words, other: Words) -> list[tuple[int, int, int]]:
    """The words that both have in the same order: position in each, and how many in a row."""
    blocks = LCSseq.opcodes(one.stems, other.stems).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def find_departures(one: Words, other: Words) -> tuple[int, ...]:
    """The positions of content words in `one` that stand where `other` has different words or none.

    Words beyond the point where the other begins or ends were left out by it, not changed. None where the two have less than half
    of the shorter one's words in common: then they are not versions of the same words.
    """
    blocks = _find_blocks(one, other)
    if 2 * sum(size for _, _, size in blocks) < min(len(one.stems), len(other.stems)):
        return ()
    mine, theirs, found = 0, 0, list[int]()
    for start, other_start, size in [*blocks, (len(one.stems), len(other.stems), 0)]:
        outside = theirs == other_start and (other_start == 0 or theirs == len(other.stems))
        if not outside:
            found += [place for place in range(mine, start) if one.content[place]]
        mine, theirs = start + size, other_start + size
    return tuple(found)
