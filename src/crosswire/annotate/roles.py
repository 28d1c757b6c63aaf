"""The role a person is named with: "Foreign Minister Ana Ruiz", "Ana Ruiz, the minister's spokeswoman,"."""

from itertools import takewhile
from typing import TYPE_CHECKING

from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PART", "ADV"})
OPENERS = frozenset({"PRON", "SCONJ", "CCONJ", "ADP"})
STOPS, CLOSERS = frozenset(',.;:—–()“”"'), frozenset(",.;:—–)")
# A role has no more words than this before the name.
LONGEST = 8


def find_role(doc: "Doc", start: int, end: int) -> str | None:
    """The words for the role of the person named in doc[start:end], before the name or set off by a comma after it, or None."""
    return _role_before(doc, start) or _role_after(doc, end)


def _is_role(token: "Token") -> bool:
    word = token.lower_.rstrip(".")
    return not read_words("annotate", "roles").isdisjoint((word, token.lemma_, word.rpartition("-")[2]))


def _role_before(doc: "Doc", start: int) -> str | None:
    last = start - 2 if start > 1 and doc[start - 1].text == "," else start - 1
    if last < 0 or not _is_role(doc[last]):
        return None
    first = last
    while first > 0 and last - first < LONGEST and _belongs(doc[first - 1]):
        first -= 1
    while first < last and doc[first].tag_ == "POS":
        first += 1
    return doc[first : last + 1].text if last == start - 1 or first < last else None


def _belongs(token: "Token") -> bool:
    return token.pos_ in MODIFIERS and not token.is_space and not token.is_sent_end and token.tag_ != "RB"


def _role_after(doc: "Doc", end: int) -> str | None:
    """The apposition up to the next comma, where a role word stands in it before any verb."""
    if end >= len(doc) or doc[end].text != ",":
        return None
    stretch = list(takewhile(_is_apposed, doc[end + 1 : end + 1 + LONGEST + 6]))
    while stretch and stretch[0].pos_ == "DET":
        stretch.pop(0)
    if not stretch or len(stretch) > LONGEST + 4 or stretch[0].pos_ in OPENERS or not any(map(_is_role, stretch[:LONGEST])):
        return None
    # "Ana Ruiz, a spokeswoman said" names nobody's role: an apposition is closed by a mark.
    closed = stretch[-1].i + 1 < len(doc) and doc[stretch[-1].i + 1].text in CLOSERS
    return doc[stretch[0].i : stretch[-1].i + 1].text if closed else None


def _is_apposed(token: "Token") -> bool:
    return token.text not in STOPS and not token.is_space and token.pos_ not in ("VERB", "AUX")
