"""The words of talks, as the data file has them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's tokens, and their dictionary forms in lower case, to be asked first whether the sentence can tell a thing at all."""

    tokens: "tuple[Token, ...]"
    lemmas: frozenset[str]

    @classmethod
    def read(cls, sentence: "Words") -> "Line":
        """The line that a sentence is."""
        tokens = tuple(token for token in sentence if not token.is_space)
        return cls(tokens, frozenset(token.lemma_.lower() for token in tokens))


@cache
def read_lexicon() -> dict[str, dict[str, Any]]:
    """All sections of the data file."""
    return tomllib.loads(files("crosswire.extract").joinpath("data/positions.toml").read_text(encoding="utf-8"))


@cache
def read_terms(section: str, key: str) -> frozenset[str]:
    """One list of the data file."""
    return frozenset(read_lexicon()[section][key])


@cache
def read_acts(part: str) -> dict[str, str]:
    """Nouns or verbs of what can be put, each with its kind of act."""
    return {word: act for act, words in reversed(list(read_lexicon()["acts"].items())) for word in words[part]}


@cache
def read_putting() -> dict[str, str]:
    """Verbs of putting, agreeing, refusing, each with the status that it gives."""
    return {verb: status for status, verbs in reversed(list(read_lexicon()["putting"].items())) for verb in verbs}


def find_act(token: "Token") -> str | None:
    """The kind of act that a noun or verb names; a noun before another noun names none."""
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod"):
        return read_acts("nouns").get(read_noun(token)) or ("provision" if _is_share(token) else None)
    if token.pos_ == "VERB" and token.lemma_ in read_terms("sides", "talking"):
        talks = read_terms("conditions", "talks")
        return (
            "talks" if any(c.dep_ == "dobj" and c.lemma_.lower() in talks for c in token.children) else read_acts("verbs").get(token.lemma_)
        )
    if token.pos_ == "VERB":
        phrase = next((f"{token.lemma_} {c.lower_}" for c in token.children if c.dep_ == "prt"), token.lemma_)
        return (
            read_acts("verbs").get(phrase)
            or read_acts("verbs").get(token.lemma_)
            or ("cessation" if is_negated(token) and token.tag_ == "VB" else None)
        )
    return None


def _is_share(token: "Token") -> bool:
    """Whether a noun is a rate by itself ("offered 4 percent"), not a part of something ("4 percent of them")."""
    return is_rate(token) and not any(c.lower_ == "of" for c in token.children)


def is_rate(token: "Token") -> bool:
    """Whether a word is the "percent" of a number."""
    return token.ent_type_ == "PERCENT" and token.lemma_ in ("percent", "cent", "%")


def read_noun(token: "Token") -> str:
    """A noun in its dictionary form, with what a hyphen joins to it ("cease-fire")."""
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_:
        whole = f"{token.nbor(-2).lower_}-{token.lemma_.lower()}"
        return whole if whole in read_acts("nouns") else token.lemma_.lower()
    return token.lemma_.lower()


# Verbs that refuse only with their particle.
PARTICLES = {"rule": "out", "turn": "down"}


def has_particle(verb: "Token") -> bool:
    """Whether a verb that needs a particle ("rule out", "turn down") has it."""
    return verb.lemma_ not in PARTICLES or any(c.lower_ == PARTICLES[verb.lemma_] for c in verb.children)


def is_delegate(token: "Token") -> bool:
    """Whether a noun is for those who stand for a side; at the head of a sentence the plural may be taken for a name."""
    return token.lemma_.lower().removesuffix("s" if token.tag_ == "NNP" else "") in read_terms("meetings", "delegates")


def is_negated(token: "Token") -> bool:
    """Whether a word has a negation of its own, or is a verb of which nobody is the subject ("neither side offered")."""
    return any(_negates(child) or (child.dep_ in SUBJECTS and _is_nobody(child)) for child in token.children)


def _negates(child: "Token") -> bool:
    return child.dep_ == "neg" or (child.dep_ in ("det", "preconj") and child.lower_ in ("no", "neither"))


def _is_nobody(subject: "Token") -> bool:
    return subject.lower_ in ("neither", "none", "nobody") or any(_negates(child) for child in subject.children)
