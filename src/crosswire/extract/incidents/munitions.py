"""How many weapons were launched, and how many intercepted: "54 drones", "41 of 58 drones were shot down", "intercepted 38 of them"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from crosswire.extract.incidents.numbers import Count, parse_number, read_count
from crosswire.extract.incidents.victims import shoots_down
from crosswire.extract.incidents.weapons import read_weapons
from crosswire.model import Subgroup, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

LAUNCHED, INTERCEPTED = "launched", "intercepted"
# What flies or is fired and may be counted; terms of the record.
COUNTED = frozenset({"artillery", "bomb", "cluster munition", "drone", "missile", "mortar", "rocket"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
SHORT = frozenset({"them", "these", "those", "which"})
NUMERALS = frozenset({"NOUN", "NUM", "PROPN"})
Found = tuple[str, str, Count]


def list_munitions(reading: "Reading", tokens: "Sequence[Token]") -> tuple[Subgroup, ...]:
    """The weapons counted in some words of one incident: the first number told of each weapon launched and of each intercepted."""
    found: dict[tuple[str, str], Subgroup] = {}
    for field, term, count in _find(tokens):
        span = reading.span(count.first.idx, count.last.idx + len(count.last))
        found.setdefault((field, term), Subgroup(term, field, count.low, count.high, span))
    return tuple(found[key] for key in sorted(found))


def _find(tokens: "Sequence[Token]") -> Iterator[Found]:
    last: str | None = None
    for token in tokens:
        last = _name(token) or last
        if parse_number([token.text]) is None or token.pos_ not in NUMERALS:
            continue
        for number, told, act in _read(token):
            term = _name(told) or (last if act == INTERCEPTED and _is_short(told) else None)
            count = read_count(number)
            if count is not None and term is not None and act is not None:
                yield act, term, count


def _read(number: "Token") -> "Iterator[tuple[Token, Token, str | None]]":
    """A number with what it counts and what was done with it; of "41 of 58 drones" both."""
    if number.dep_ == "nummod":
        some = number.nbor(-2) if number.i > 1 and number.nbor(-1).lower_ == "of" else None
        part = some is not None and parse_number([some.text]) is not None
        yield number, number.head, LAUNCHED if part else _act(number.head)
        if some is not None and part:
            yield some, number.head, _act(number.head)
        return
    whole = next((g for c in number.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), number)
    if number.dep_ in OBJECTS:
        yield number, whole, _act(number)


def _is_short(told: "Token") -> bool:
    """Whether weapons are told of without their name: "38 of them", "60 were intercepted"."""
    return told.lower_ in SHORT or (told.pos_ == "NUM" and told.dep_ in OBJECTS)


def _name(token: "Token") -> str | None:
    """The record's term for a weapon that is counted."""
    pair = f"{token.nbor(-1).lemma_} {token.lemma_}" if token.i > 0 else ""
    term = (read_weapons().get(pair) or read_weapons().get(token.lemma_) or ("", ""))[0]
    return term if term in COUNTED and token.pos_ in ("NOUN", "PROPN") else None


def _act(told: "Token") -> str | None:
    """What was done with weapons, by the verb that has them for its object, the participle behind them, or what hit something."""
    verbs = ([told.head] if told.dep_ in OBJECTS else []) + [child for child in told.children if child.dep_ == "acl"]
    if told.dep_ == "pobj" and told.head.lower_ == "of" and parse_number([told.head.head.text]) is not None:
        return LAUNCHED  # the 58 of "41 of 58 drones"
    for verb in verbs:
        if shoots_down(verb) or verb.lemma_ in read_words("extract", "intercepting_verbs"):
            return INTERCEPTED
        if verb.lemma_ in read_words("extract", "launching_verbs") | read_words("extract", "deploying_verbs"):
            return LAUNCHED
    if told.dep_ == "conj" and told.head.pos_ in ("NOUN", "PROPN"):
        return _act(told.head)
    hits = told.dep_ == "nsubj" and told.head.lemma_ in read_words("extract", "hitting_verbs")
    if told.dep_ == "pobj" and told.head.lower_ == "of" and told.head.head.pos_ == "NOUN" and not _is_attack(told.head.head):
        return _act(told.head.head)  # "a wave of 54 drones"
    attack = told.dep_ == "pobj" and told.head.lower_ in ("of", "with", "by") and _is_attack(told.head.head)
    return LAUNCHED if hits or attack else None


def _is_attack(word: "Token") -> bool:
    nouns = read_words("extract", "event_nouns") | read_words("extract", "hitting_verbs")
    return word.lemma_.lower() in nouns
