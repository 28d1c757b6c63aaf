"""What is told of a long time or of many events: no figure of one of them."""

import calendar
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.model import read_rows, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns that count whatever hangs on them with "of".
COUNTS = frozenset({"number", "count", "tally", "figure", "total"})
WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)


def is_of_long_event(anchor: "Token") -> bool:
    """Whether a word of harm sums up a war or years: by its subject, by "in" or "during" one, or by "since" more than a weekday."""
    for child in anchor.children:
        if child.dep_ in ("nsubj", "agent") and child.lemma_ in read_words("extract", "long_events"):
            return True
        if child.dep_ == "nsubj" and child.lemma_ in COUNTS and any(word.lower_ == "since" for word in child.subtree):
            return True
        if any(word.lower_ == "since" for word in _open_clause(child)) or (child.dep_ == "prep" and child.lower_ == "since"):
            return not (_is_ranked(anchor, child) or any(word.lower_ in WEEKDAYS for word in child.subtree))
        inside = child.dep_ == "prep" and child.lower_ in ("in", "over", "during", "within")
        if inside and any(_is_long(g) or _is_of_many(g) for g in child.children):
            return True
    if anchor.dep_ == "pobj" and anchor.lemma_ in read_harm_words()["killed"]["nouns_counted"]:
        verb = anchor.head.head  # "the invasion resulted in the deaths of 600 people"
        return is_of_long_event(verb) or any(c.dep_ == "nsubj" and c.lemma_ in _list_wars() for c in verb.children)
    since = any(child.dep_ == "mark" and child.lower_ == "since" for child in anchor.children)
    return not since and anchor.dep_ in ("advcl", "dobj", "nsubj", "conj") and is_of_long_event(anchor.head)


@cache
def _list_wars() -> frozenset[str]:
    return frozenset(noun for noun, kind in read_rows("extract", "lasting_events") if kind in ("fighting", "war"))


def _is_ranked(anchor: "Token", since: "Token") -> bool:
    """Whether "since" only says over what time an event is the worst or the first: "in the deadliest raid since the truce"."""
    between = anchor.doc[anchor.i + 1 : since.i]
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ == "first" for token in between)


def _open_clause(verb: "Token") -> "list[Token]":
    """What opens a clause that says when ("since the war began")."""
    return [g for g in verb.children if g.dep_ == "mark"] if verb.dep_ == "advcl" else []


def _is_long(noun: "Token") -> bool:
    """ "The war", "the past seven years"; not "this year", "in an operation" or "during the operation on Monday", in which one incident may
    lie."""
    if noun.dep_ != "pobj" or noun.lemma_ not in read_words("extract", "long_events"):
        return False
    if noun.lemma_ == "year":
        return noun.tag_ == "NNS"
    return noun.lemma_ != "operation" or not (noun.head.lower_ == "in" or any(token.lower_ in WEEKDAYS for token in noun.sent))


def _is_of_many(noun: "Token") -> bool:
    """Whether a noun sums up many events of a kind: "in 22 such accidents", "in similar attacks"."""
    return noun.dep_ == "pobj" and noun.tag_ == "NNS" and any(c.lower_ in ("such", "similar") for c in noun.children)
