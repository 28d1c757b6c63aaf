"""Strikes that are work laid down, and no incidents."""

from typing import TYPE_CHECKING

from crosswire.extract.incidents.weapons import find_weapons
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SEVERAL = 2  # words of a labour dispute


def is_walkout(noun: "Token") -> bool:
    """ "A strike by 600 pilots", "teachers began a strike", "on strike", or any strike in a text on a labour dispute."""
    if noun.lemma_ != "strike":
        return False
    own = [g for c in noun.children if c.dep_ == "prep" and c.lower_ == "by" for g in c.children]
    own += [c for c in noun.head.children if c.dep_ == "nsubj" and noun.dep_ == "dobj"]
    if any(t.lemma_ in read_words("extract", "workforces") for t in (*own, *noun.children)):
        return True
    idle = noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.i == noun.i - 1
    return idle or _is_about_work(noun.doc)


def _is_about_work(doc: "Doc") -> bool:
    """Whether a text has several words of labour disputes, and more of them than of weapons."""
    if "about_work" not in doc.user_data:
        labour = {token.lemma_ for token in doc if token.lemma_ in read_words("extract", "labour_words")}
        doc.user_data["about_work"] = len(labour) >= SEVERAL and len(labour) > sum(1 for _ in find_weapons(list(doc)))
    return bool(doc.user_data["about_work"])
