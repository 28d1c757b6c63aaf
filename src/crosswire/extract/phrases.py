"""A noun with what describes it, as a short phrase."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MODIFIERS = frozenset({"compound", "amod", "nmod", "flat", "nummod", "poss", "det"})
ARTICLES = frozenset({"the", "a", "an"})


def quote_phrase(noun: "Token") -> str:
    """A noun with the modifiers before it, a leading article left out ("port authority")."""
    first = min([t.i for c in noun.lefts if c.dep_ in MODIFIERS for t in c.subtree], default=noun.i)
    words = noun.doc[first : noun.i + 1]
    return words[1:].text if len(words) > 1 and words[0].lower_ in ARTICLES else words.text
