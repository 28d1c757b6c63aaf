"""Abbreviations that are spelt like a verb ("IS"), kept from being read as one."""

import re
from functools import cache
from typing import TYPE_CHECKING

from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc


class AbbreviationNorms:
    """Has the parser see initials where an article uses a verb's form in capitals as a name: in brackets, behind a number or "the".

    The parser goes by a word's form in small letters, and "IS" would be a form of "to be".
    """

    def __call__(self, doc: "Doc") -> "Doc":
        names = {found[1] for found in _names().finditer(doc.text)}
        for token in doc if names else ():
            if token.text in names:
                token.norm_ = ".".join(token.lower_) + "."
        return doc


@cache
def _names() -> "re.Pattern[str]":
    forms = "|".join(sorted(form.upper() for form in read_words("annotate", "verb_forms")))
    before = "|".join(sorted(read_words("annotate", "words_before_names")))
    return re.compile(rf"(?:[(\[]|\b(?i:{before}|\d+) )({forms})\b(?! [A-Z]{{2,}})")
