"""A stream of made-up news, prepared as grouping takes it: words with their weights, vectors of meaning, days, and the true stories.

Nothing is read from anywhere: names and words are made of syllables, numbers drawn from one seed. What makes it like news:

- bursts: how many reports a story gets falls off as a power law, from one (three stories in five) to BURST, most of them within hours;
- follow-ups: later reports keep most of the story's words and add some of their own day;
- reprints: every fifth report repeats an earlier one nearly word for word;
- the next similar accident: stories come in KINDS, and those of a kind share words and much of their meaning;
- a long tail: half of a story's names are known from other stories, the best-known from thousands of them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswire.group.similarities import Similarities
from crosswire.group.terms import Terms

DAILY = 10_000  # reports a day
BURST = 300
TAIL = 2.0  # exponent of the sizes of stories
KINDS, KIND_WORDS = 300, 40
NAMES, CORE, USED = 400_000, 16, 11  # names and places there are; those of a story; those of it in one report
WORDS, FILLING, KIND_USED = 30_000, 20, 8
REPRINTS = 0.2
LATENT, WIDTH = 64, 512
COMMON, OF_KIND, OF_STORY, OWN = 0.3, 0.15, 0.3, 0.25  # shares of a vector; the first is the cosine of unrelated reports
FIRST_DAY = 730_000
CHUNK = 1 << 14
SYLLABLES = [
    "ba",
    "dor",
    "fel",
    "gim",
    "hun",
    "jar",
    "kel",
    "lom",
    "mis",
    "nur",
    "ost",
    "pran",
    "quel",
    "ros",
    "sul",
    "tam",
    "vor",
    "wex",
    "yal",
    "zet",
]

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stream:
    """Reports in the order of their days; `stories` is the true story of each."""

    similarities: Similarities
    stories: Numbers


def make_stream(count: int, seed: int = 1) -> Stream:
    """The first `count` reports, DAILY of them a day."""
    random = np.random.default_rng(seed)
    stories, moments = _draw_stories(random, count)
    kinds = random.integers(0, KINDS, stories.max() + 1)
    rows = _draw_terms(random, stories, moments, kinds)
    vectors = _draw_vectors(random, stories, kinds)
    days = FIRST_DAY + np.floor(moments)
    names = tuple(spell(column) for column in range(rows.shape[1]))
    return Stream(Similarities(Terms(rows, names), days, np.zeros(count, dtype=np.intp), vectors), stories)


def spell(number: int) -> str:
    """A made-up word for a number, another for each."""
    digits: list[str] = []
    while number or not digits:
        number, digit = divmod(number, len(SYLLABLES))
        digits.append(SYLLABLES[digit])
    return "".join(digits)


def _draw_stories(random: np.random.Generator, count: int) -> tuple[Numbers, NDArray[np.float64]]:
    """Each report's story and its moment in days, in the order of the moments."""
    sizes = np.minimum(random.zipf(TAIL, count), BURST)
    sizes = sizes[: int(np.searchsorted(np.cumsum(sizes), count)) + 1]
    stories = np.repeat(np.arange(len(sizes)), sizes)[:count]
    begins = random.random(len(sizes)) * count / DAILY
    moments = begins[stories] + random.exponential(0.3, count) * (1 + 4 * (random.random(count) < 0.15))
    order = np.argsort(moments, kind="stable")
    return stories[order], moments[order]


def _draw_terms(random: np.random.Generator, stories: Numbers, moments: NDArray[np.float64], kinds: Numbers) -> sparse.csr_array:
    """Rows of unit length: names and places of the story, words of its kind, words of anything."""
    core = np.where(
        random.random((len(kinds), CORE)) < 0.5,
        random.random((len(kinds), CORE)) ** 3 * NAMES,
        random.integers(0, NAMES, (len(kinds), CORE)),
    ).astype(np.int32)
    widths = (USED, KIND_USED, FILLING)
    columns = np.empty((len(stories), sum(widths)), dtype=np.int32)
    values = np.empty(columns.shape)
    for start in range(0, len(stories), CHUNK):
        of = stories[start : start + CHUNK]
        late = np.floor(moments[start : start + CHUNK])[:, None].astype(np.int64)
        picked = np.argsort(random.random((len(of), CORE)), axis=1)[:, :USED]
        names = np.take_along_axis(core[of], picked, axis=1)
        names[:, -1] = (names[:, -1] + 7919 * late[:, 0]) % NAMES  # what only this day's reports name
        kind = NAMES + kinds[of][:, None] * KIND_WORDS + random.integers(0, KIND_WORDS, (len(of), KIND_USED))
        filling = NAMES + KINDS * KIND_WORDS + (random.random((len(of), FILLING)) ** 2 * WORDS).astype(np.int32)
        columns[start : start + CHUNK] = np.hstack([names, kind, filling])
        heights = np.repeat([4.0, 2.0, 1.5], widths)
        values[start : start + CHUNK] = heights * random.lognormal(0, 0.4, (len(of), sum(widths)))
    _reprint(random, stories, columns, values)
    pointers = np.arange(0, columns.size + 1, columns.shape[1])
    rows = sparse.csr_array((values.ravel(), columns.ravel(), pointers), shape=(len(stories), NAMES + KINDS * KIND_WORDS + WORDS))
    rows.sum_duplicates()
    lengths = np.sqrt(np.add.reduceat(rows.data**2, rows.indptr[:-1]))
    rows.data /= np.repeat(lengths, np.diff(rows.indptr))
    return rows


def _reprint(random: np.random.Generator, stories: Numbers, columns: NDArray[np.int32], values: NDArray[np.float64]) -> None:
    """Makes every fifth report a copy of the one before it in its story."""
    order = np.argsort(stories, kind="stable")
    follows = np.flatnonzero((np.diff(stories[order]) == 0) & (random.random(len(order) - 1) < REPRINTS))
    for i in follows.tolist():
        columns[order[i + 1]], values[order[i + 1]] = columns[order[i]], values[order[i]]


def _draw_vectors(random: np.random.Generator, stories: Numbers, kinds: Numbers) -> NDArray[np.float32]:
    """Rows of unit length whose cosine is about COMMON between unrelated reports and higher within a kind and a story."""
    turn = random.standard_normal((LATENT, WIDTH), dtype=np.float32) / np.float32(np.sqrt(WIDTH))
    latent = {
        name: _normalise(random.standard_normal((size, LATENT), dtype=np.float32))
        for name, size in (("kind", KINDS), ("story", len(kinds)))
    }
    common = _normalise(random.standard_normal((1, WIDTH), dtype=np.float32))
    vectors = np.empty((len(stories), WIDTH), dtype=np.float32)
    for start in range(0, len(stories), CHUNK):
        of = stories[start : start + CHUNK]
        meant = np.float32(np.sqrt(OF_KIND)) * latent["kind"][kinds[of]] + np.float32(np.sqrt(OF_STORY)) * latent["story"][of]
        own = _normalise(random.standard_normal((len(of), WIDTH), dtype=np.float32))
        vectors[start : start + CHUNK] = _normalise(np.float32(np.sqrt(COMMON)) * common + meant @ turn + np.float32(np.sqrt(OWN)) * own)
    return vectors


def _normalise(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)
