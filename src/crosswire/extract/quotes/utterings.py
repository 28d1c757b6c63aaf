"""Whether something was said at all: not denied, not put under a condition, not only planned."""

from typing import TYPE_CHECKING

from crosswire.extract.subjects import SUBJECTS
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

FINITE, INFINITE = frozenset({"VBD", "VBZ"}), frozenset({"VB", "VBN", "VBG"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
OPEN = frozenset({"may", "might", "could", "should", "would", "must", "can", "ca", "will", "wo", "’ll", "'ll", "shall"})


def is_uttered(verb: "Token") -> bool:
    """Whether a verb tells that somebody did say or hold something."""
    infinitive = False
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "mark" and child.lower_ in CONDITIONS):
            return False
        if child.dep_ == "aux" and child.lower_ in OPEN:
            return False
        infinitive = infinitive or (child.dep_ == "aux" and child.lower_ == "to")
    if _goes_on(verb):
        return is_uttered(verb.head)
    if infinitive and (verb.dep_ in ("acl", "relcl") or verb.head.pos_ == "ADJ"):
        return False
    return not (infinitive and verb.head.lemma_ in read_words("extract", "unsaid"))


def _goes_on(verb: "Token") -> bool:
    """Whether a verb shares its auxiliaries with the one it is joined to; a finite verb behind another form has none of it."""
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX") or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    return not (verb.tag_ in FINITE and verb.head.tag_ in INFINITE)
