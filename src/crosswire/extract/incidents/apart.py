"""Events that another is only held against: "two weeks after the fire", "the worst since the raid", "in retaliation for strikes"."""

from typing import TYPE_CHECKING

from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

TIMES = frozenset({"minute", "hour", "day", "night", "week", "fortnight", "month", "year"})
# Before "after" a superlative stands within so many words.
RANKING = 8
# Before an event these only measure against it ("the worst since the fire").
MEASURES = frozenset({"since", "than", "like", "unlike"})


def is_measured(verb: "Token") -> bool:
    """Whether a clause only says how long before or after its event another one was: "a year after a gunman killed nine", "the worst
    since a gunman killed nine"."""
    if verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in verb.children):
        return True
    mark = next((c for c in verb.children if c.dep_ in ("mark", "advmod") and c.lower_ in ("after", "before")), None)
    if mark is None or verb.dep_ != "advcl":
        return False
    return any(c.dep_ in ("npadvmod", "advmod") and c.lemma_ in TIMES and c.i < mark.i for c in verb.children)


def sets_apart(preposition: "Token") -> bool:
    """Whether what follows is another event that this one is only held against: "two weeks after", "since", "in retaliation for"."""
    if preposition.lower_ in ("after", "before"):
        before = preposition.sent[: preposition.i - preposition.sent.start]
        if any(token.tag_ == "JJS" and token.dep_ == "amod" and token.head.pos_ == "NOUN" for token in before[-RANKING:]):
            return True  # "the second-deadliest attack after the raid on Lima"
        return preposition.head.lemma_ in TIMES or any(child.dep_ in ("npadvmod", "advmod") for child in preposition.children)
    return preposition.lower_ in MEASURES or preposition.head.lemma_ in read_words("extract", "setting_apart")


def find_measured(unit: "Token") -> "Token | None":
    """The event that a time is counted from, which a relative clause after it describes: "a week after the fire that killed two"."""
    if unit.lemma_ not in TIMES:
        return None
    return next((g for c in unit.children if c.lower_ in ("after", "before") for g in c.children if g.dep_ == "pobj"), None)


def find_before(token: "Token") -> "Token | None":
    """The event that another is held against and that a word behind it tells of, whatever the parse hangs that on: "in retaliation for
    strikes last week in Lima that killed two"."""
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.is_punct or before.dep_ == "cc":
            return None
        if before.dep_ == "pobj" and before.head.lower_ == "for" and before.head.head.lemma_ in read_words("extract", "setting_apart"):
            return before
    return None
