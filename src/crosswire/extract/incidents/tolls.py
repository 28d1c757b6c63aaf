"""Running totals: "the death toll rose to 12", "put the number of injured at 34"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.numbers import Count, parse_number, read_count
from crosswire.extract.incidents.spells import COUNTS
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Before the figure that a toll has come to.
REACHING = frozenset({"to", "at", "past"})
COUNTING = frozenset({"number", "total", "reach"})


@dataclass(frozen=True, slots=True)
class Toll:
    """A total's count and the word for its number; whether it replaces those before it ("rose to") or was told before."""

    count: Count
    number: "Token"
    rising: bool
    former: bool


def is_toll(token: "Token", words: dict[str, frozenset[str]]) -> bool:
    """Whether a noun stands for a running total: "the death toll", "the number of injured"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lemma_ in words["tolls"]:
        return True
    counted = (g for c in token.children if c.lower_ == "of" for g in c.subtree if g != c)
    return token.lemma_ in COUNTS and any(g.lower_ in words["adjectives"] or g.lemma_ in words["nouns_counted"] for g in counted)


def is_counted_so(token: "Token", words: dict[str, frozenset[str]]) -> bool:
    """Whether those harmed are told by their number behind a verb: "the wounded are 14", "put the wounded at 14"."""
    those = token.lower_ in words["adjectives"] and any(c.lower_ == "the" for c in token.children)
    told = token.dep_ == "nsubj" and (token.head.pos_ == "AUX" or token.head.lemma_ in COUNTING)
    return those and (told or (token.dep_ == "dobj" and token.head.lemma_ == "put"))


def read_toll(field: str, token: "Token") -> Toll | None:
    """The first number told of a toll in its clause; None for one of all that has lasted since."""
    verb = token.head if token.dep_ in ("nsubj", "nsubjpass", "dobj") else token
    if any(word.lower_ == "since" for word in token.subtree):
        return None
    for word in verb.subtree:
        if word.i > token.i and word.pos_ == "NUM" and parse_number([word.text]) is not None and not _is_of_other(field, word):
            above = word.head.head if word.head.pos_ == "NOUN" or _is_day_after(word) else word.head
            count = read_count(word)
            reached = word.nbor(-1).lower_ in REACHING or above.lower_ in REACHING
            if count is not None and (reached or verb in (above, word.nbor(-1)) or (above.lower_ == "of" and above.head == token)):
                words = {token.head.lemma_, verb.lemma_, verb.head.lemma_, *(c.lemma_ for c in token.children)}
                former = any(c.lower_ in read_words("extract", "former_words") for c in verb.children)
                return Toll(count, word, not former and bool(words & read_words("extract", "rising_words")), former)
    return None


def _is_of_other(field: str, number: "Token") -> bool:
    """Whether the word behind a number is of another harm: "the toll included 55 injured"."""
    following = number.doc[number.i + 1 : number.i + 2].text.lower()
    return any(following in words["adjectives"] for other, words in read_harm_words().items() if other != field)


def _is_day_after(number: "Token") -> bool:
    """Whether a number hangs on the day that follows it: "rose to six Friday"."""
    day = number.head
    return day.pos_ == "PROPN" and day.dep_ == "pobj" and day.i == number.i + 1
