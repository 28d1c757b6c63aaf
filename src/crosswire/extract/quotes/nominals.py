"""Marked words that a noun of saying stands beside: "her “lost causes” remark", "his answer was “no”"."""

from typing import TYPE_CHECKING

from crosswire.extract.quotes.cues import read_cues
from crosswire.extract.quotes.surroundings import Surroundings
from crosswire.extract.subjects import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

OWNING = frozenset({"of", "by", "from"})


def find_noun(around: Surroundings) -> "tuple[Token, Token] | None":
    """The noun whose words are the marked ones, and whose word it is; None where the sentence names neither."""
    noun = _find_behind(around) or _find_equated(around)
    owner = find_owner(noun) if noun is not None else None
    return (noun, owner) if noun is not None and owner is not None and owner.i not in around.quoted else None


def find_owner(noun: "Token") -> "Token | None":
    """The possessor of a noun, or who comes behind "of", "by" or "from"."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    phrases = (c for c in noun.rights if c.dep_ == "prep" and c.lower_ in OWNING)
    return owner or next((g for c in phrases for g in c.children if g.dep_ == "pobj"), None)


def _find_behind(around: Surroundings) -> "Token | None":
    """The noun right behind the marks, whose possessor stands right before them."""
    before, after = around.before(), around.after()
    if not before or not after or around.reading.article.text[around.marked.closed : after[0].idx].strip():
        return None
    owned = before[-1].tag_ in ("POS", "PRP$")
    return after[0] if owned and after[0].pos_ == "NOUN" and after[0].lemma_ in read_cues("wordings") | read_cues("sayings") else None


def _find_equated(around: Surroundings) -> "Token | None":
    """The noun that the marked words are said to be ("her answer was “no”")."""
    before = [token for token in around.before() if token.text != ":"]
    if not before or before[-1].pos_ != "AUX":
        return None
    return next((c for c in before[-1].lefts if c.dep_ in SUBJECTS and c.lemma_ in read_cues("wordings")), None)
