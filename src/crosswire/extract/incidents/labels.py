"""Figures in the lists of bulletins, each behind its label: "Persons injured: 46"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.numbers import Count, parse_number, read_count
from crosswire.extract.incidents.people import read_person_nouns
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

WORD = re.compile(r"[^\W\d_]+")


def read_label(token: "Token") -> Count | None:
    """The number behind a word of harm that ends a line's label; the label has no other words than for people and their number."""
    following = token.doc[token.i + 1 : token.i + 3]
    if len(following) == 2 and following[0].lemma_ in read_person_nouns():  # "Deceased persons: 22"
        following = token.doc[token.i + 2 : token.i + 4]
    if len(following) < 2 or following[0].text != ":" or parse_number([following[1].text]) is None:
        return None
    line = token.doc.text[: token.idx].rpartition("\n")[2]
    known = _list_words()
    return read_count(following[1]) if all(word.lower() in known for word in WORD.findall(line)) else None


@cache
def _list_words() -> frozenset[str]:
    nouns = read_person_nouns()
    return frozenset((*nouns, *(f"{noun}s" for noun in nouns), *read_words("extract", "label_words")))
