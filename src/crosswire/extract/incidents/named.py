"""Who was killed or hurt by name: "Ana Ruiz, 34, was killed", "two men, Li Wei and Wang Fang", "the murder of Ana Ruiz"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harms import Harm
from crosswire.extract.incidents.people import ATTACKERS
from crosswire.model import VictimMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

KILLED, INJURED = "killed", "injured"
OWNING, BESIDE = "poss", "appos"


def list_named(reading: "Reading", harms: Sequence[Harm]) -> tuple[VictimMention, ...]:
    """The people named among those killed or hurt, each once, killed before hurt, in the order of telling."""
    told = [harm for field in (KILLED, INJURED) for harm in harms if harm.field == field and harm.count is not None]
    if not told:
        return ()
    starts = {
        reading.token_at(span.end - 1).i: (position, span)
        for position, name in enumerate(reading.names)
        if name.kind == "person"
        for span in name.mentions
    }
    found: dict[int, VictimMention] = {}
    for harm in told:
        for token in _list_counted(harm):
            if token.i in starts and token.dep_ != OWNING and not _speaks(token, harm.anchor):
                position, span = starts[token.i]
                found.setdefault(position, VictimMention(harm.field, position, span))
    return tuple(found.values())


def _speaks(name: "Token", anchor: "Token") -> bool:
    """Whether a name is that of who speaks, whatever the parse hangs the speech on: "said Ana Ruiz, widow of the guard he killed"."""
    return name.dep_ == "nsubj" and name.head != anchor and name.head.lemma_ in read_words("extract", "speech_verbs")


def _list_counted(harm: Harm) -> "Iterator[Token]":
    """The words that count the people, and what stands beside them ("a woman, Ana Ruiz")."""
    if harm.count is None or any(part.group == ATTACKERS for part in harm.parts):
        return
    for token in harm.count.first.doc[harm.count.first.i : harm.count.last.i + 1]:
        yield token
        beside = [child for child in token.children if child.dep_ == BESIDE and child.i > token.i]
        yield from (name for child in beside for name in (child, *(c for c in child.children if c.dep_ == "conj")))
