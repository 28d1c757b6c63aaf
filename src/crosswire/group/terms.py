"""Articles as weighted words: rare words weigh more, and words near the top weigh more.

How rare a word is comes from a fixed source, the unigram vocabulary of the multilingual sentence encoder (128,000 pieces with their
log-probabilities over text in sixteen languages), not from the collection. So two articles stay as alike as they are when others come.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray
from scipy import sparse

from crosswire.group.contents import WORD, get_language, read_words
from crosswire.group.encoder import count_information, split_word
from crosswire.model import Sheet

COMMON = 7.0  # nats: words more frequent than one in e^7, about 1,100, say nothing about the event
RARE = 12.0  # nats: words rarer than one in e^12, about 160,000, all count alike: past that point rarity is mostly spelling
HALF = 32  # words from the top after which a word counts half: the event stands in the lead, the background below
STEEP = 3.0
LONGEST = 1200  # words; what stands further down adds under four hundredths of a first mention each
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")

Form = Callable[[str, str | None], str]


@dataclass(frozen=True, slots=True)
class Terms:
    """One row of unit length an article, one column a term, with the terms' names in the order of the columns."""

    rows: sparse.csr_array
    names: tuple[str, ...]


def tabulate_terms(bags: Sequence[Mapping[str, float]]) -> Terms:
    """The articles' terms with their weights (`weigh_words`) as one table."""
    columns = {term: column for column, term in enumerate(sorted({term for bag in bags for term in bag}))}
    pointers = np.cumsum([0, *(len(bag) for bag in bags)])
    indices = np.array([columns[term] for bag in bags for term in sorted(bag)], dtype=np.int32)
    values = np.array([bag[term] for bag in bags for term in sorted(bag)], dtype=np.float64)
    rows = sparse.csr_array((values, indices, pointers), shape=(len(bags), len(columns)))
    return Terms(_to_unit_length(rows), tuple(columns))


def weigh_words(sheet: Sheet, form: Form) -> dict[str, float]:
    """An article's terms with their weights; `form` brings a word to the term it counts as.

    A term's weight is its information, between COMMON and RARE, times the damped sum over its mentions of 1 / (1 + position / HALF).
    """
    mass: dict[str, float] = defaultdict(float)
    rarity: dict[str, float] = {}
    language = get_language(sheet)
    for position, word in enumerate(read_terms(sheet)):
        term = form(word, language)
        mass[term] += 1 / (1 + position / HALF)
        rarity[term] = min(rarity.get(term, RARE), count_information(word.lower()))
    weights = {term: (rarity[term] - COMMON) * math.log1p(STEEP * m) for term, m in mass.items()}
    return {term: weight for term, weight in weights.items() if weight > 0 and term}


@lru_cache(maxsize=1 << 18)
def stem(word: str, language: str | None) -> str:
    """A word without its ending: the plural's s in English, all but the first six letters elsewhere."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if language not in (None, "en"):
        return word[:6]
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1 << 18)
def fold(word: str, language: str | None) -> str:
    """A word in any script as the first five Latin letters or digits of it, so that names meet across languages."""
    return re.sub(r"[^a-z0-9]", "", anyascii(word).lower())[:5]


def read_terms(sheet: Sheet) -> list[str]:
    """The words that count, title first, those of scripts without spaces cut into the encoder's pieces."""
    words = [*WORD.findall(sheet.article.title or ""), *(word.text for word in read_words(sheet))][:LONGEST]
    if not UNSPACED.search(" ".join(words)):
        return words
    return [piece for word in words for piece in (split_word(word) if UNSPACED.search(word) else [word])]


def _to_unit_length(rows: sparse.csr_array) -> sparse.csr_array:
    lengths: NDArray[np.float64] = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return sparse.csr_array(sparse.diags_array(scale) @ rows)
