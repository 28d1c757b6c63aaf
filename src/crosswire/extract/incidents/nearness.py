"""Whether an event was in a town or only near it: "near Lima", "in suburban Lima", "a suburb of Lima", "south of Lima"."""

from typing import TYPE_CHECKING

from crosswire.extract.incidents.elsewhere import is_measured_from
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

BOUND = frozenset({"compound", "nmod", "poss"})
CLOSE = "close"


def is_near(name: "Token") -> bool:
    """Whether grammar puts something near what a name's root names, and not in it."""
    first = name.left_edge
    if first.i > name.sent.start and first.nbor(-1).pos_ == "ADJ" and _is_word(first.nbor(-1)):
        return True  # "the suburban Lima office"
    if any(map(_is_word, name.lefts)):
        return True
    above = name.head
    if name.dep_ in BOUND:
        return _is_word(above)
    if name.dep_ != "pobj":
        return False
    beside = above.lower_ in ("of", "to") and (_is_word(above.head) or above.head.lower_ == CLOSE)
    return beside or _is_word(above) or is_measured_from(above)


def _is_word(token: "Token") -> bool:
    return not read_words("extract", "near_words").isdisjoint((token.lemma_.lower(), token.lower_))
