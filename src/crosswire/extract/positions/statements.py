"""Which acts the sentences of an article say are put, agreed, declared, refused or over."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.positions.lexicon import (
    Line,
    find_act,
    has_particle,
    is_delegate,
    is_negated,
    read_lexicon,
    read_noun,
    read_putting,
    read_terms,
)
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that put what their "that" clause tells.
THAT = frozenset({"propose", "suggest", "demand", "urge", "request", "agree"})
# Cessations that are told by their name alone.
STANDING = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "moratorium"})
BROKERING = frozenset({"broker", "mediate"})
NEEDED = {
    "take": ("effect",),
    "enter": ("force", "effect", "vigor", "vigour"),
    "come": ("force", "effect"),
    "go": ("force", "effect"),
    "remain": ("place",),
    "run": ("out",),
}
# What these verbs do to "it" is done to a truce, where one was told before.
BREAKING = frozenset({"break", "violate", "breach"})
ARRANGED = frozenset({"agreed", "declared"})
WEAK_STATUSES = frozenset({"in force", "expired", "broken"})
PRINCIPLE = "in principle"


@dataclass(frozen=True, slots=True)
class Statement:
    """A word of putting with the act that it puts; `offer` is the noun between them, where there is one."""

    cue: "Token"
    act: "Token"
    kind: str
    status: str | None
    offer: "Token | None" = None


@cache
def _read_cues() -> frozenset[str]:
    """Words without one of which a sentence puts nothing."""
    standing = {word.rpartition("-")[2] for word in STANDING}
    return (
        frozenset(read_putting())
        | read_terms("offers", "nouns")
        | STANDING
        | standing
        | frozenset(read_lexicon()["acts"]["cessation"]["verbs"])
        | frozenset(read_lexicon()["acts"]["release"]["verbs"])
    )


def list_statements(line: Line) -> list[Statement]:
    """The acts that a sentence says are put, agreed, declared, refused or over; each act once, by its nearest cue."""
    found: dict[int, Statement] = {}
    if line.lemmas.isdisjoint(_read_cues()):
        return []
    for token in line.tokens:
        for statement in _read_offer(token):
            found.setdefault(statement.act.i, statement)
    for token in line.tokens:
        for statement in (*_read_verb(token), *_read_course(token)):
            found.setdefault(statement.act.i, statement)
    for token in line.tokens:
        if token.i not in found and (named := _read_named(token)) is not None:
            found[token.i] = named
    return _leave_inner(sorted(found.values(), key=lambda statement: statement.act.i))


def _leave_inner(statements: list[Statement]) -> list[Statement]:
    """The statements whose act lies in no other one's: "a truce halting strikes" is one act."""
    acts = {statement.act.i for statement in statements}
    return [
        s for s in statements if not any(above.i in acts and above.i != s.act.i and s.act.dep_ != "conj" for above in _acts_above(s.act))
    ]


def _acts_above(act: "Token") -> "Iterator[Token]":
    for above in act.ancestors:
        yield above
        if above.pos_ in ("VERB", "AUX") and find_act(above) is None and above.tag_ != "VBG":
            return


def _read_offer(token: "Token") -> Iterator[Statement]:
    """A noun of putting with its content: "a proposal to halt strikes", "his call for a truce"."""
    nouns, weak = read_terms("offers", "nouns"), read_terms("offers", "weak")
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_.lower() not in nouns or token.dep_ in ("compound", "nmod"):
        return
    verb = find_governor(token)
    status = read_putting().get(verb.lemma_) if verb is not None else None
    owned = any(c.dep_ == "poss" for c in token.children) or any(c.dep_ == "prep" and c.lower_ in ("by", "from") for c in token.children)
    if token.lemma_.lower() in weak and not owned and status is None:
        return
    for act in _list_contents(token):
        if (kind := find_act(act)) is not None:
            yield Statement(token, act, kind, status if status not in (None, "in force", "expired") else "proposed", token)


def find_governor(noun: "Token") -> "Token | None":
    """The verb that an offer is the object of, or stands by: "reiterated his proposal", "stands by its offer"."""
    head = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and head.pos_ == "VERB":
        return head
    return head.head if noun.dep_ == "pobj" and head.lower_ in ("by", "down", "out") and head.head.pos_ == "VERB" else None


def _list_contents(noun: "Token") -> "Iterator[Token]":
    """What a noun of putting puts: its infinitive, or what "for", "of" or "on" leads to."""
    for child in noun.rights:
        if child.pos_ == "VERB" and child.dep_ in ("acl", "xcomp", "relcl", "ccomp", "appos", "advcl") and child.tag_ in ("VB", "VBP"):
            yield child
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "on"):
            yield from (g for g in child.children if g.dep_ in ("pobj", "pcomp"))
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "dobj" and above.pos_ == "VERB":
        yield from (
            g for c in above.children if c.dep_ == "prep" and c.lower_ == "for" and c.i > noun.i for g in c.children if g.dep_ == "pobj"
        )
    if noun.dep_ in ("pobj", "dobj") and above.pos_ == "VERB":
        yield from (c for c in above.children if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i > noun.i and has_to(c))
    yield from (c for c in noun.lefts if c.dep_ == "compound" and c.lemma_.lower() in read_lexicon()["acts"]["cessation"]["nouns"])


def has_to(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts)


def _read_verb(token: "Token") -> Iterator[Statement]:
    """A verb of putting with what it puts."""
    status = read_putting().get(token.lemma_)
    kind = find_act(token) if token.pos_ == "VERB" else None
    if (kind == "cessation" and _is_announced(token)) or (kind == "release" and _is_handed_over(token)):
        yield Statement(token, token, kind, "declared")
    elif kind is not None and _has_frame(token):
        yield Statement(token, token, kind, "proposed")
    if token.pos_ != "VERB" or status is None or status in WEAK_STATUSES or not has_particle(token):
        return
    for named in _list_objects(token):
        act = _find_inner(token, named)
        put = find_act(act)
        if put is not None and (act != named or _may_put(token, act, put, status)) and _is_addressed(token, act):
            yield Statement(token, act, put, _read_status(token, act, status))


def _find_inner(verb: "Token", act: "Token") -> "Token":
    """What is agreed on, where it is an act itself: "a deal on a 10-day truce", "an agreement was reached on a cut"."""
    if find_act(act) != "agreement" or act.pos_ == "VERB":
        return act
    preps = [c for head in (act, verb) for c in head.rights if c.dep_ == "prep" and c.lower_ in ("on", "for")]
    inner = (g for c in preps for g in c.children if g.dep_ in ("pobj", "pcomp") and find_act(g) not in (None, "agreement", "talks"))
    return next(inner, act)


def _has_frame(verb: "Token") -> bool:
    """Whether something would be done under a deal or proposal: "under the deal, both would halt attacks"."""
    if not any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in verb.children):
        return False
    nouns = (g for c in verb.children if c.dep_ == "prep" and c.lower_ == "under" for g in c.children if g.dep_ == "pobj")
    return any(read_noun(noun) in read_terms("answers", "taking_up") for noun in nouns)


def _is_announced(verb: "Token") -> bool:
    """Whether somebody's own halt is told for a length ("will suspend strikes for a month")."""
    will = any(c.dep_ == "aux" and c.lower_ in ("will", "’ll", "'ll") for c in verb.children)
    lasting = any(
        c.dep_ == "prep" and c.lower_ == "for" and any(g.ent_type_ in ("DATE", "TIME") for g in c.children) for c in verb.children
    )
    stopping = any(c.dep_ == "dobj" or (c.dep_ == "nsubj" and c.lower_ in read_terms("general", "war")) for c in verb.children)
    return will and lasting and stopping and not is_negated(verb)


def _is_handed_over(verb: "Token") -> bool:
    """Whether so many people are told to be set free ("will exchange 12 prisoners")."""
    will = any(c.dep_ == "aux" and c.lower_ in ("will", "’ll", "'ll") for c in verb.children)
    freed = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in read_words("extract", "person_nouns"))
    return will and any(g.dep_ == "nummod" for c in freed for g in c.children) and not is_negated(verb)


def _read_status(verb: "Token", act: "Token", status: str) -> str:
    """ "agreed in principle" where that is said; an agreement that is only sought is proposed."""
    after = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4])
    if status == "agreed" and (PRINCIPLE in after or PRINCIPLE in act.sent.text.lower()[: act.idx - act.sent.start_char]):
        return "agreed in principle"
    return status


def _may_put(verb: "Token", act: "Token", kind: str, status: str) -> bool:
    """Whether a verb puts this act: some only put nouns, and what is provided or eased must be offered, agreed or refused."""
    if act.pos_ == "VERB" and verb.lemma_ in read_terms("leading", "noun_only"):
        return False
    if kind == "talks" and act.pos_ != "VERB":
        return verb.lemma_ in ("propose", "offer", "call", "demand", "reject", "urge")
    if kind in ("easing", "withdrawal", "release", "delay") and act.pos_ != "VERB":
        return verb.lemma_ in ("propose", "offer", "agree", "demand", "reject", "call", "accept")
    if kind == "talks":
        return verb.lemma_ in ("propose", "offer", "agree", "urge", "reject")
    if kind == "provision" and act.pos_ != "VERB":
        return verb.lemma_ in ("propose", "offer", "reject", "accept")
    if kind == "provision":
        return verb.lemma_ in ("propose", "offer", "agree")
    return status != "rejected" or act.pos_ != "VERB"


def _is_addressed(verb: "Token", act: "Token") -> bool:
    """Whether the one who is to do an act may be a side: "urged the ministry to cut it", not "urged people", "pressed a button"."""
    if act.pos_ != "VERB" or act.dep_ == "relcl":
        return True
    asked = [c for c in verb.children if c.dep_ == "dobj" and c.i < act.i] + [c for c in act.children if c.dep_ == "nsubj" and c.i > verb.i]
    asked += [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for g in c.children if g.dep_ == "pobj" and g != act]
    if not asked:
        return verb.lemma_ not in read_terms("leading", "only_leading") and verb.lemma_ != "urge"
    nobody = read_terms("sides", "nobody")
    return all(
        t.lemma_.lower() not in nobody and (t.pos_ == "PROPN" or t.tag_ == "NNS" or is_delegate(t) or t.lower_ == "it") for t in asked
    )


def _list_objects(verb: "Token") -> "Iterator[Token]":
    leading = verb.lemma_ in read_terms("leading", "only_leading")
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "oprd") and not leading:
            yield child
            yield from (c for c in child.conjuncts)
        if child.dep_ == "prep" and child.lower_ in read_terms("leading", "prepositions") and child.i > verb.i:
            yield from (g for g in child.children if g.dep_ in ("pobj", "pcomp"))
        if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i and child.pos_ == "VERB" and _may_follow(verb, child):
            yield child
            yield from (c for c in child.conjuncts if c.tag_ == child.tag_)
    # "proposed a follow-up that would cease any strikes": a noun of no act whose clause names one.
    for child in verb.children:
        if child.dep_ == "dobj" and find_act(child) is None:
            yield from (
                c
                for c in child.children
                if c.dep_ == "relcl" and find_act(c) == "cessation" and any(a.lower_ == "would" for a in c.children)
            )


def _may_follow(verb: "Token", child: "Token") -> bool:
    """Whether a verb takes a clause of this form: an infinitive, a gerund, or what "that" leads to."""
    return (child.tag_ in ("VB", "VBG") and (child.dep_ == "xcomp" or has_to(child))) or verb.lemma_ in THAT


def _read_course(token: "Token") -> Iterator[Statement]:
    """A cessation or agreement that takes effect, ends or is broken."""
    status = read_putting().get(token.lemma_)
    if token.pos_ != "VERB" or status not in WEAK_STATUSES:
        return
    for child in token.children:
        relative = child.lower_ in ("which", "that") and token.dep_ == "relcl"
        child = token.head if relative and child.dep_ == "nsubj" else child
        if status == "broken" and child.lower_ == "it" and child.dep_ in ("dobj", "nsubjpass") and token.lemma_ in BREAKING:
            yield Statement(token, child, "cessation", status)
        if find_act(child) not in ("cessation", "agreement") or child.pos_ == "VERB":
            continue
        if (child.dep_ == "nsubj" or relative) and _is_course(token, status):
            over = token.lemma_ == "last" and token.tag_ in ("VBD", "VBN")
            yield Statement(token, child, find_act(child) or "", "expired" if over else status)
        if child.dep_ in ("dobj", "nsubjpass") and status == "broken":
            yield Statement(token, child, find_act(child) or "", status)


def _is_course(verb: "Token", status: str) -> bool:
    """Whether "take", "come", "enter", "remain" and "run" say a course: "takes effect", "came into force", "runs out"."""
    needed = NEEDED.get(verb.lemma_)
    return needed is None or any(t.lower_ in needed for t in verb.subtree)


def _read_named(token: "Token") -> Statement | None:
    """A cessation told as known, with its length or its day: "the 30-hour truce", "a truce declared by the king"."""
    if (
        find_act(token) != "cessation"
        or token.pos_ == "VERB"
        or read_noun(token) not in STANDING
        or (token.text[0].isupper() and token.i > token.sent.start)
    ):
        return _read_arranged(token)
    timed = any(
        t.ent_type_ in ("DATE", "TIME") or t.like_num or (t.pos_ == "PROPN" and c.dep_ == "compound")
        for c in token.lefts
        for t in c.subtree
    )
    declared = next(
        (c for c in token.children if c.dep_ in ("acl", "relcl") and c.lemma_ in read_putting() and c.lemma_ not in BROKERING), None
    )
    if declared is not None:
        return Statement(token, token, "cessation", read_putting()[declared.lemma_])
    return Statement(token, token, "cessation", None) if timed else None


def _read_arranged(noun: "Token") -> Statement | None:
    """An act with who agreed on it: "the two-year freeze that Kenya agreed with Ghana"."""
    clause = next((c for c in noun.children if c.dep_ == "relcl" and read_putting().get(c.lemma_) in ARRANGED), None)
    subject = next((c for c in clause.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None) if clause is not None else None
    act = find_act(noun)
    if clause is None or subject is None or act in (None, "talks", "agreement") or noun.pos_ == "VERB" or is_negated(clause):
        return None
    return Statement(clause, noun, act, read_putting()[clause.lemma_])
