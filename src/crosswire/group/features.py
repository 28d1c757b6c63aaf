"""What grouping takes from one article, whatever else there is: found beside its reading, where that runs in workers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crosswire.group.encoder import embed_opening
from crosswire.group.terms import stem, weigh_words
from crosswire.model import Sheet


@dataclass(frozen=True, slots=True)
class Features:
    """The article's terms with their weights, and the vector of its opening: shape (512,)."""

    terms: dict[str, float]
    vector: NDArray[np.float32]


def find_features(sheet: Sheet) -> Features:
    return Features(weigh_words(sheet, stem), embed_opening(sheet))
