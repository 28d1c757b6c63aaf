"""The words around a number that say of what it is: its own phrase and what governs it, and the rest of its clause."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from crosswire.extract.claims.stretches import read_claims

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
PARTS = frozenset({"compound", "amod", "nmod", "poss", "appos", "acl", "conj"})
COMPLEMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "agent", "prep", "dative", "xcomp", "acomp"})
CLAUSES = frozenset({"xcomp", "pcomp", "advcl", "acl", "relcl", "conj", "ccomp"})
# Phrases are read so many steps down, and what governs them so many steps up.
DEEP, SHALLOW, HIGH = 3, 2, 5
# Behind a noun so many tokens may say of what it is.
BEHIND = 6
PHRASES = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "PART", "PRON", "NUM"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Lemmas of content words: `close` to a number, `wide` in its clause besides; two in a row are one more ("border wall").

    `subject` is the noun of whose doing or being the clause tells, a name as written; `of` are the nouns behind the number's own ("pages of
    evidence").
    """

    close: frozenset[str]
    wide: frozenset[str]
    subject: str
    of: frozenset[str]


def frame(anchor: "Token", head: "Token | None", number: Collection[int]) -> Frame:
    """The words around an amount and the noun whose attribute it is, those of the number itself left out."""
    near: list[Token] = list(_read_phrase(anchor, DEEP))
    far: list[Token] = []
    verb, token = None, anchor
    for _ in range(HIGH):
        above = token.head
        if above.i == token.i:
            break
        if above.pos_ in ("VERB", "AUX"):
            verb = above
            near.append(above)
            far += _read_clause(above, token)
            break
        near += _read_phrase(above, SHALLOW) if above.pos_ in NOUNS else [above]
        token = above
    close = _name_words(near, number)
    behind = list(takewhile(_goes_on, anchor.doc[(head or anchor).i + 1 : (head or anchor).i + 1 + BEHIND]))
    return Frame(close, _name_words(far, number) - close, _find_subject(verb, number), _name_words(behind, number))


def _goes_on(token: "Token") -> bool:
    """Whether a token behind a noun belongs to what may be a phrase of its own ("of the fishing rights")."""
    return token.pos_ in PHRASES


def _read_phrase(noun: "Token", depth: int) -> "Iterator[Token]":
    """A noun with its modifiers and the phrases behind it."""
    yield noun
    for child in noun.children if depth else ():
        if child.dep_ in PARTS:
            yield from _read_phrase(child, depth - 1)
        elif child.dep_ == "prep":
            for held in child.children:
                if held.dep_ in ("pobj", "pcomp"):
                    yield from _read_phrase(held, depth - 1)


def _read_clause(verb: "Token", own: "Token") -> "Iterator[Token]":
    """What a verb has besides a phrase of its own, and the verb above with its subject where it is no main verb."""
    for child in verb.children:
        if child.i != own.i and child.dep_ in COMPLEMENTS:
            held = [t for t in child.children if t.dep_ in ("pobj", "pcomp")] if child.pos_ == "ADP" else [child]
            for phrase in held:
                yield from _read_phrase(phrase, DEEP)
    if verb.dep_ in CLAUSES:
        yield verb.head
        for child in verb.head.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                yield from _read_phrase(child, DEEP)


def _name_words(tokens: "list[Token]", number: Collection[int]) -> frozenset[str]:
    """The lemmas of the content words among some tokens, and of each two in a row."""
    words = {token.i: token.lemma_ for token in tokens if token.i not in number and _carries_content(token)}
    pairs = {f"{words[i]} {words[i + 1]}" for i in words if i + 1 in words}
    return frozenset({*words.values(), *pairs})


def _carries_content(token: "Token") -> bool:
    dated = token.ent_type_ in ("DATE", "TIME") or token.like_num
    return (
        token.pos_ in CONTENT
        and token.is_alpha
        and len(token) > 2
        and not dated
        and token.lemma_ not in read_claims()["quantities"]["light"]
    )


def _find_subject(verb: "Token | None", number: Collection[int]) -> str:
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None) if verb is not None else None
    if subject is None or subject.i in number or subject.pos_ not in NOUNS:
        return ""
    return subject.text if subject.pos_ == "PROPN" else subject.lemma_
