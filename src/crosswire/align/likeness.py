"""Whether two sentences inside quotation marks are one thing said."""

from rapidfuzz.distance import LCSseq

from crosswire.align.gaps import find_blocks
from crosswire.align.units import Words

# The share of the shorter one's content words that must stand in the longer, in the same order; less where long runs of words are the same.
LEAST_SHARED, LEAST_BESIDE_RUNS = 0.75, 0.5
# The share that must stand there where a speaker is not known.
LEAST_STRICT = 0.8
# So many equal words in a row are a run, and runs must hold this share of the shorter's words.
RUN, LEAST_IN_RUNS = 3, 0.35
# Two content words at most are a fragment: it is part of a sentence, word for word, or nothing.
FRAGMENT = 2
# So many content words, this share of them the same on both sides, are one thing said whoever is named for it.
VERBATIM, NEARLY, ALL_BUT_ONE = 5, 8, 0.88


def are_one(one: Words, other: Words, strict: bool = False) -> bool:
    """Whether two sentences say one thing: most content words of the shorter stand in the longer, in the same order.

    Fewer will do where long runs of words are the same; not where `strict`. A fragment must stand in the other word for word.
    """
    short, long = sorted((one, other), key=lambda words: (len(words.content_stems), len(words.stems)))
    wanted = len(short.content_stems)
    if wanted <= FRAGMENT:
        return _holds(long, short, strict)
    ordered = count_shared(short, long)
    if ordered >= (LEAST_STRICT if strict else LEAST_SHARED) * wanted:
        return True
    return not strict and ordered >= LEAST_BESIDE_RUNS * wanted and _share_runs(short, long)


def is_fragment(words: Words) -> bool:
    """Whether so few words carry content that they are part of something else said."""
    return len(words.content_stems) <= FRAGMENT


def are_verbatim(one: Words, other: Words) -> bool:
    """Whether two sentences are so nearly the same, and long enough, that nobody says them independently."""
    short, long = sorted((len(one.content_stems), len(other.content_stems)))
    if one.content_stems == other.content_stems:
        return long >= VERBATIM
    return short >= NEARLY and count_shared(one, other) >= ALL_BUT_ONE * long


def count_shared(one: Words, other: Words) -> int:
    """How many content words two sentences have in the same order."""
    return LCSseq.similarity(one.content_stems, other.content_stems)


def count_needed(content: int) -> int:
    """How many of so many content words another sentence must have at least to be one with theirs, should they be the fewer."""
    return content if content <= FRAGMENT else -int(-LEAST_BESIDE_RUNS * content // 1)


def _holds(long: Words, short: Words, strict: bool) -> bool:
    """Whether a fragment stands in a sentence word for word, from its first content word to its last; one word only in that word alone."""
    carrying = [place for place, carries in enumerate(short.content) if carries]
    if not carrying or short.stems == long.stems:
        return short.stems == long.stems
    core = short.stems[carrying[0] : carrying[-1] + 1]
    if len(carrying) == 1 or (strict and len(core) < RUN):
        return not strict and core == long.content_stems
    return any(long.stems[place : place + len(core)] == core for place in range(len(long.stems) - len(core) + 1))


def _share_runs(short: Words, long: Words) -> bool:
    """Whether runs of words are the same that hold enough of the shorter one's words."""
    runs = [size for _, _, size in find_blocks(short, long) if size >= RUN]
    return sum(runs) >= LEAST_IN_RUNS * len(short.stems)
