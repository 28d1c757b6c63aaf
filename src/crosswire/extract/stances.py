"""Who is said to have done it, who denies it, and what is said to have been hit: claims that others may contradict."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from crosswire.extract.incidents.realities import is_real
from crosswire.extract.subjects import find_subject, is_speech
from crosswire.model import Span, Stance, read_words
from crosswire.model.mentions import StanceKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from crosswire.model import Reading

PAST = frozenset({"VBD", "VBN", "VBG"})
NAMED = frozenset({"PROPN", "NOUN"})
# What makes a claim of its own of a noun's phrase, which stops there.
CLAUSES = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct"})


def find_stances(reading: "Reading") -> tuple[Stance, ...]:
    """The claims of one article about who did something violent and what was hit, each with its holder, in order of telling."""
    verbs = read_blame()["blaming"] | read_blame()["denying"] | read_blame()["claiming"] | read_words("extract", "hitting_verbs")
    stances = (
        stance
        for sentence in reading.doc.sents
        for token in sentence
        if token.pos_ == "VERB" and token.lemma_ in verbs | {"kill"}
        for stance in _read_verb(reading, sentence, token)
    )
    return tuple(dict.fromkeys(stances))


@cache
def read_blame() -> dict[str, frozenset[str]]:
    """The lists of `blame.toml`."""
    text = resources.files("crosswire.extract").joinpath("data/blame.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def _read_verb(reading: "Reading", sentence: "Words", verb: "Token") -> Iterator[Stance]:
    """What a verb says of who did it and of what was hit."""
    words = read_blame()
    if verb.lemma_ in words["denying"]:
        yield from _read_denial(reading, sentence, verb)
    elif verb.lemma_ in words["blaming"]:
        yield from _read_blame(reading, sentence, verb)
    elif verb.lemma_ in words["claiming"]:
        yield from _read_claim(reading, sentence, verb)
    elif verb.tag_ in PAST and is_real(verb):
        yield from _read_target(reading, sentence, verb)


def _read_denial(reading: "Reading", sentence: "Words", verb: "Token") -> Iterator[Stance]:
    """ "The rebels denied responsibility", "denied carrying out the attack", "denied that it had fired on the town"."""
    objects = [t for t in verb.children if t.dep_ == "dobj" and t.lemma_ in read_blame()["denied"]]
    acts = [t for t in verb.children if t.dep_ in ("xcomp", "ccomp", "pcomp") and _is_act(t)]
    holder = _find_agent(verb)
    if holder is not None and (objects or acts) and not _is_negated(verb):
        yield _make(reading, sentence, "denies", holder, holder)


def _read_blame(reading: "Reading", sentence: "Words", verb: "Token") -> Iterator[Stance]:
    """ "Officials blamed the rebels for the attack", "blamed the attack on the rebels", "accused the army of shelling the town"."""
    holder = _find_agent(verb)
    objects = [t for t in verb.children if t.dep_ == "dobj"]
    heads = [verb, *objects]
    pobjs = {p.lower_: g for head in heads for p in head.children if p.dep_ == "prep" for g in p.children if g.dep_ in ("pobj", "pcomp")}
    if holder is None or len(objects) != 1 or _is_negated(verb):
        return
    charge = pobjs.get("for") or pobjs.get("of")
    blamed = pobjs.get("on") if verb.lemma_ == "blame" and "on" in pobjs else objects[0]
    charge = objects[0] if blamed is not objects[0] else charge
    if blamed is not None and charge is not None and blamed.pos_ in NAMED and (_is_act(charge) or _is_event(charge)):
        yield _make(reading, sentence, "blames", holder, blamed)


def _read_claim(reading: "Reading", sentence: "Words", verb: "Token") -> Iterator[Stance]:
    """ "The group claimed responsibility for the bombing"."""
    holder = _find_agent(verb)
    claimed = any(t.dep_ == "dobj" and t.lemma_ in read_blame()["claimed"] for t in verb.children)
    if holder is not None and claimed and not _is_negated(verb) and verb.tag_ in PAST | {"VBZ"}:
        yield _make(reading, sentence, "claims", holder, holder)


def _read_target(reading: "Reading", sentence: "Words", verb: "Token") -> Iterator[Stance]:
    """ "The ministry said that it had hit a command post", "according to the mayor the missile struck a school"."""
    holder = _find_holder(sentence, verb)
    passive = [t for t in verb.children if t.dep_ == "nsubjpass"]
    for noun in passive or [t for t in verb.children if t.dep_ == "dobj"]:
        kind = _classify(noun)
        if holder is not None and kind is not None and verb.lemma_ != "kill":
            yield _make(reading, sentence, kind, holder, noun)


def _classify(noun: "Token") -> StanceKind | None:
    """Military or civilian, by the noun, what stands before it and what it is made of; None for neither, for both, and for several."""
    modifiers = {t.lemma_.lower() for t in noun.lefts}
    made_of = [g for c in noun.rights if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    counted = {t.lemma_.lower() for g in made_of for t in (g, *g.lefts)}
    military, site = read_words("extract", "military_targets"), noun.lemma_.lower() in read_words("extract", "military_sites")
    of_arms = noun.lemma_.lower() in military or (site and bool((modifiers | counted) & military))
    civilian = not read_words("extract", "civilian_targets").isdisjoint({noun.lemma_.lower()} | counted | ({"civilian"} & modifiers))
    if of_arms == civilian or noun.pos_ != "NOUN" or any(c.dep_ == "conj" for c in noun.children):
        return None
    return "military target" if of_arms else "civilian target"


def _find_holder(sentence: "Words", verb: "Token") -> "Token | None":
    """Who is said to say it: the subject of the reporting verb above, or whom "according to" names; None for a pronoun."""
    for token in sentence:
        if token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor(1).lower_ == "to":
            return next((c for c in token.nbor(1).children if c.dep_ == "pobj" and c.pos_ in NAMED), None)
    above = next((t for t in verb.ancestors if is_speech(t)), None) or next((t for t in verb.children if t.dep_ == "parataxis"), None)
    return _find_agent(above) if above is not None and is_speech(above) and above.tag_ != "VB" else None


def _find_agent(verb: "Token") -> "Token | None":
    subject = find_subject(verb, set())
    return subject if subject is not None and subject.pos_ in NAMED else None


def _is_act(token: "Token") -> bool:
    """Whether a verb is of doing harm, or says that somebody stood behind it."""
    if token.pos_ == "AUX":
        return any(c.lower_ in ("behind", "responsible", "involved") for c in token.children)
    return token.lemma_ in read_blame()["acts"]


def _is_event(token: "Token") -> bool:
    return token.lemma_ in read_words("extract", "event_nouns")


def _is_negated(verb: "Token") -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in read_words("extract", "irrealis")) for c in verb.children)


def _make(reading: "Reading", sentence: "Words", kind: StanceKind, holder: "Token", named: "Token") -> Stance:
    words = [t for t in sentence if not t.is_space]
    span = reading.span(words[0].idx, words[-1].idx + len(words[-1]))
    return Stance(kind, span, _quote(reading, holder), _quote(reading, named))


def _quote(reading: "Reading", noun: "Token") -> Span:
    words = [t for t in _list_phrase(noun) if not t.is_space]
    while len(words) > 1 and words[0].dep_ == "det":
        words = words[1:]
    return reading.span(words[0].idx, words[-1].idx + len(words[-1]))


def _list_phrase(noun: "Token") -> "list[Token]":
    """A noun with what describes it, before and behind ("a meeting of commanders"), as far as no clause of its own begins."""
    inside = {noun.i}
    for token in sorted(noun.subtree, key=lambda t: len(list(t.ancestors))):
        if token.i not in inside and token.head.i in inside and (token.dep_ not in CLAUSES or token.text == "-"):
            inside.add(token.i)
    first = last = noun.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return list(noun.doc[first : last + 1])
