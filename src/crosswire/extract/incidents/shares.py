"""Who the dead and the hurt are, where a sentence of its own says so: "the dead include 29 children", "among the hurt were two nurses"."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.people import Headcount, count_people, find_group
from crosswire.model import read_rows

if TYPE_CHECKING:
    from spacy.tokens import Token

INCLUDING = frozenset({"include", "comprise", "number"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@cache
def _read_whole() -> dict[str, str]:
    """Nouns for those harmed, each with the field it is of."""
    return {row[0]: row[1] for row in read_rows("extract", "harmed_nouns")}


def find_shares(verb: "Token") -> Iterator[tuple[str, Headcount]]:
    """The groups of people that a verb says the harmed are made of, each with the field."""
    if verb.lemma_ in INCLUDING and verb.pos_ == "VERB":
        fields = [field for c in verb.children if c.dep_ in SUBJECTS and (field := name_harmed(c))]
        told = [c for c in verb.children if c.dep_ == "dobj"]
    elif verb.pos_ == "AUX":
        fields = [field for c in verb.children if c.lower_ == "among" for g in c.children if (field := name_harmed(g))]
        told = [c for c in verb.children if c.dep_ in (*SUBJECTS, "attr")]
        yield from _read_counted(verb)
    else:
        return
    for field in fields[:1]:
        yield from ((field, part) for head in told[:1] for part in count_people(head) if part.group is not None)


def _read_counted(verb: "Token") -> Iterator[tuple[str, Headcount]]:
    """ "Four of the dead were children", "of the nine dead, four are women": as many as are counted, of the group they are said to be."""
    number = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    group = next((c for c in verb.children if c.dep_ == "attr"), None)
    if number is None or group is None or (named := find_group(group)) is None:
        return
    field = next(
        (field for c in (*number.children, *verb.children) if c.lower_ == "of" for g in c.children if (field := _name_whole(g))), None
    )
    counted = count_people(number)
    if field and len(counted) == 1:
        yield field, Headcount(counted[0].count, named)


def _name_whole(noun: "Token") -> str | None:
    """What was done to those whom a share is of; "them" are those of the sentence before."""
    if noun.lower_ != "them":
        return name_harmed(noun) or next((name_harmed(noun, c) for c in noun.children if c.dep_ == "amod"), None)
    if noun.sent.start == 0:
        return None
    before = noun.doc[noun.sent.start - 1].sent
    harmed = {token.i: field for token in before for field, words in read_harm_words().items() if token.lemma_ in _list_verbs(words)}
    return harmed[max(harmed)] if harmed else None


def _list_verbs(words: dict[str, frozenset[str]]) -> frozenset[str]:
    return words["verbs_object"] | words["verbs_subject"] | words["adjectives"] | words["lives"]


def name_harmed(noun: "Token", word: "Token | None" = None) -> str | None:
    """What was done to those a noun stands for, or a `word` beside it: "the dead", "the 21 deceased"; None where it says nothing."""
    word = word or noun
    definite = any(
        c.lower_ in ("the", "those", "these", "whose", "his", "her", "their") or c.dep_ in ("nummod", "poss") for c in noun.children
    )
    return _read_whole().get(word.lemma_.lower()) or _read_whole().get(word.lower_) if definite else None
