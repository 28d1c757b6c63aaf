"""What must happen first: requirements, things without which somebody will not deal, and what is called a condition."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.positions.lexicon import Line, find_act, is_delegate, is_negated, read_terms
from crosswire.extract.positions.modes import find_mode
from crosswire.extract.positions.sides import Sides
from crosswire.extract.positions.terms import list_keys, make_span
from crosswire.extract.subjects import find_subject, is_speech
from crosswire.model import ConditionMention, Party

if TYPE_CHECKING:
    from spacy.tokens import Token

NEEDING = frozenset({"need", "have"})
LEADS = frozenset({"in", "for", "before", "to"})
POINTING = frozenset({"such", "this", "these", "those"})
WANTING = frozenset({"want", "wish"})
PROMISING = frozenset({"will", "would", "’ll", "'ll", "can", "could"})
INSISTING = frozenset({"demand", "insist", "want"})
ASKING = frozenset({"want", "need", "seek", "require", "demand"})
READY = frozenset({"ready", "prepared", "willing"})
MODALS = frozenset({"can", "may", "could", "might"})
PARTING = frozenset({"without", "unless", "until", "before"})


@dataclass(frozen=True, slots=True)
class Clause:
    """What must happen first, the words that say so, and who may be held to set it."""

    what: "tuple[Token, ...]"
    cue: "Token"
    owner: "Token | None"
    how: str


def find_conditions(lines: Sequence[Line], sides: Sides) -> tuple[ConditionMention, ...]:
    """The conditions that an article's sentences tell, one a sentence: the first way in which it tells one."""
    found: list[ConditionMention] = []
    last = None
    for number, line in enumerate(lines):
        read = (_read(clause, line, sides) for clause in _list_clauses(line))
        mention = next((told for told in read if told is not None), None)
        if mention is None:
            continue
        follows = last == number - 1 and any(t.lower_ in POINTING for t in line.tokens)
        found.append(mention if not follows else _follow(mention))
        last = number
    return tuple(found)


def _follow(mention: ConditionMention) -> ConditionMention:
    return ConditionMention(mention.evidence, mention.what, mention.by, mention.mode, mention.keys, mention.why, follows=True)


@cache
def _list_readers() -> "tuple[tuple[Callable[[Token], Iterator[Clause]], frozenset[str]], ...]":
    """The ways in which a sentence sets a condition, each with the words without one of which it cannot; the surest first."""
    terms = {key: read_terms("conditions", key) for key in ("nouns", "requiring", "depending", "modals", "barring", "laws", "strict")}
    return (
        (_read_required, terms["requiring"] | terms["depending"]),
        (_read_barred, terms["barring"]),
        (_read_legal, terms["laws"]),
        (_read_called, terms["nouns"]),
        (_read_unless, terms["strict"] | {"if", "when", "once", "after"}),
        (_read_without, frozenset({"without"})),
        (_read_needed, terms["modals"] | NEEDING | INSISTING),
        (_read_asked, frozenset({"before"})),
        (_read_wanted, frozenset({"if"})),
        (_read_promised, frozenset({"if"})),
    )


def _list_clauses(line: Line) -> Iterator[Clause]:
    for read, cues in _list_readers():
        if not line.lemmas.isdisjoint(cues):
            for token in line.tokens:
                yield from read(token)


def _names_talks(token: "Token") -> bool:
    return token.lemma_.lower() in read_terms("conditions", "talks") and token.pos_ in ("NOUN", "PROPN")


def _deals(token: "Token") -> bool:
    if token.lemma_ == "be":  # "there will be no talks"
        return any(c.dep_ in ("attr", "nsubj") and _names_talks(c) for c in token.children)
    phrase = next((f"{token.lemma_} {c.lower_}" for c in token.children if c.dep_ in ("prt", "advmod") and c.i == token.i + 1), "")
    return token.pos_ == "VERB" and (token.lemma_ in read_terms("conditions", "dealing") or phrase in read_terms("conditions", "particles"))


def _subtree(*heads: "Token") -> "tuple[Token, ...]":
    return tuple(sorted({t for head in heads for t in head.subtree}, key=lambda t: t.i))


def _read_required(token: "Token") -> Iterator[Clause]:
    """ "Any contact would require the ministry to repeal the decree", "talks depend on a withdrawal"."""
    if token.pos_ != "VERB":
        return
    subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if subject is None or not _names_talks(subject) or is_negated(token):
        return
    if token.lemma_ in read_terms("conditions", "requiring"):
        heads = [c for c in token.children if c.dep_ in ("dobj", "ccomp", "xcomp") and c.i > token.i]
    elif token.lemma_ in read_terms("conditions", "depending"):
        heads = [g for c in token.children if c.dep_ == "prep" and c.lower_ in ("on", "upon") for g in c.children]
    else:
        return
    if heads:
        yield Clause(_subtree(*heads), token, None, f"“{subject.text}” is said to “{token.text}” it")


def _read_barred(token: "Token") -> Iterator[Clause]:
    """A law that bars somebody from dealing."""
    if token.pos_ != "VERB" or token.lemma_ not in read_terms("conditions", "barring") or is_negated(token):
        return
    subject = token.head if token.dep_ == "relcl" else next((c for c in token.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.lemma_ not in read_terms("conditions", "laws"):
        return
    below = [t for t in token.subtree if t.i > token.i]
    if any(_names_talks(t) or _deals(t) or t.lower_ == "without" for t in below):
        yield Clause(
            tuple([*_subtree(subject)] if token.dep_ == "relcl" else [*_subtree(token)]),
            token,
            None,
            f"“{subject.text}” is a legal bar to it",
        )


def _read_legal(token: "Token") -> Iterator[Clause]:
    """What a law wants before a deed: "under the charter, land cannot be sold without a vote", "would need a vote under the charter"."""
    law = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_ in read_terms("conditions", "laws")), None)
    verb = token.head
    if token.lower_ != "under" or law is None or verb.pos_ not in ("VERB", "AUX"):
        return
    top = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in NEEDING else verb
    needs = top.lemma_ == "need" and not is_negated(top)
    must = any(c.dep_ == "aux" and c.lower_ == "must" for c in verb.children)
    barred = is_negated(verb) and any(
        c.dep_ == "aux" and c.lower_.replace("’", "'") in ("can", "ca", "may", "could") for c in verb.children
    )
    parted = any(t.lower_ in PARTING for t in verb.subtree if t.i > verb.i)
    acts = _deals(verb) or find_act(verb) is not None
    if needs or (parted and (must or barred)) or (barred and acts):
        held = [t for t in _subtree(top) if t not in set(token.subtree) and (t.dep_ != "punct" or t.i > top.left_edge.i + 1)]
        yield Clause(tuple(held), top, None, f"by “{law.text}” it has to wait for it")


def _read_without(token: "Token") -> Iterator[Clause]:
    """ "Will not sign without guarantees": what somebody will not deal or move without."""
    if token.pos_ != "VERB" or not is_negated(token) or not (_promises(token) or any(c.lower_ in MODALS for c in token.children)):
        return
    if not _deals(token) and token.lemma_ not in read_terms("conditions", "moving"):
        return
    subject = find_subject(token, set())
    heads = [g for c in token.children if c.dep_ == "prep" and c.lower_ == "without" for g in c.children if g.dep_ in ("pobj", "pcomp")]
    if subject is not None and heads and heads[0].ent_type_ != "PERSON" and _may_set(subject):
        yield Clause(_subtree(*heads), token, subject, f"“{token.text}” is said to wait for it (“without”)")


def _may_set(subject: "Token") -> bool:
    """Whether a word may stand for somebody who sets conditions."""
    return subject.pos_ in ("PROPN", "PRON") or is_delegate(subject) or subject.tag_ == "NNS"


def _read_asked(token: "Token") -> Iterator[Clause]:
    """ "Wants guarantees before any troops are pulled back": what somebody asks for before a deed."""
    if token.pos_ != "VERB" or token.lemma_ not in ASKING or is_negated(token):
        return
    wanted = next((c for c in token.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
    subject = find_subject(token, set())
    lead = next((t for t in token.subtree if t.i > token.i and t.lower_ == "before" and _leads_to_talks(t, LEADS)), None)
    if wanted is not None and lead is not None and subject is not None and _may_set(subject):
        clause = set((lead.head if lead.dep_ == "mark" else lead).subtree)
        held = [t for t in _subtree(wanted) if t not in clause]
        yield Clause(tuple(held), token, subject, f"it is asked for first (“{lead.text}”)")


def _read_called(token: "Token") -> Iterator[Clause]:
    """What is called a condition: "a pay rise is a condition for talks", "on condition that", "its condition is that"."""
    if token.pos_ != "NOUN" or token.lemma_ not in read_terms("conditions", "nouns"):
        return
    how = f"it is called a “{token.text}”"
    inner = [
        c
        for c in token.children
        if c.dep_ in ("acl", "ccomp", "relcl") and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children)
    ]
    if token.dep_ == "attr" and token.head.lemma_ == "be" and not is_negated(token.head):
        subject = next((c for c in token.head.children if c.dep_ in ("nsubj", "csubj")), None)
        if subject is not None and subject.pos_ != "PRON" and _sets(token):
            yield Clause(_subtree(subject), token, None, how)
    elif token.dep_ in ("nsubj",) and token.head.lemma_ in ("be", "include"):
        heads = [c for c in token.head.children if c.dep_ in ("attr", "ccomp", "dobj", "xcomp") and c.i > token.i]
        if heads:
            owner = next((c for c in token.children if c.dep_ == "poss"), None)
            yield Clause(_subtree(*heads), token, owner, how)
    elif token.dep_ == "pobj" and token.head.lower_ == "as" and _sets(token):
        verb = token.head.head
        heads = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        heads = heads or [g for c in verb.children if c.dep_ == "prep" and c.lower_ == "on" for g in c.children if g.dep_ == "pobj"]
        if verb.pos_ == "NOUN":  # "insists on its removal as a condition"
            heads, verb = [verb], next((a for a in verb.ancestors if a.pos_ == "VERB"), verb)
        if verb.pos_ == "VERB" and heads:
            yield Clause(_subtree(*heads), token, find_subject(verb, set()), how)
    elif token.dep_ in ("oprd", "ccomp", "dobj") and token.head.lemma_ == "make":
        heads = [
            c
            for c in (*token.head.children, *token.children)
            if c.dep_ in ("dobj", "nsubj", "nsubjpass") and c != token and c.i > token.head.i
        ]
        if heads:
            yield Clause(_subtree(*heads), token, find_subject(token.head, set()), how)
    elif inner:
        above = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
        yield Clause(_subtree(*inner), token, find_subject(above, set()) if above is not None else None, how)


def _sets(noun: "Token") -> bool:
    """Whether a condition is said to be one for dealing."""
    return any(_names_talks(t) or _deals(t) for c in noun.children if c.dep_ == "prep" for t in c.subtree)


def _read_unless(token: "Token") -> Iterator[Clause]:
    """ "Will not sign unless the cap is lifted", "would return only if"."""
    main = token.head
    marks = ("unless", "until", "if", "when", "once", "after", "while")
    mark = next((c for c in token.children if c.dep_ in ("mark", "advmod") and c.lower_ in marks), None)
    if token.dep_ != "advcl" or mark is None:
        return
    if not _deals(main):
        yield from _read_ultimatum(token, mark)
        return
    refused = is_negated(main) or any(is_negated(c) for c in main.children if c.dep_ in ("attr", "nsubj"))
    strict = mark.lower_ in read_terms("conditions", "strict") and refused
    only = any(t.lower_ == "only" and t.i in (mark.i - 1, main.i - 1, main.i + 1) for t in main.subtree)
    subject = find_subject(main, set())
    if (strict or (mark.lower_ == "unless" and _promises(main)) or (only and mark.lower_ != "unless")) and subject is not None:
        yield Clause(_subtree(token), main, subject, f"“{main.text}” is said to wait for it (“{mark.text}”)")


def _read_ultimatum(token: "Token", mark: "Token") -> Iterator[Clause]:
    """ "Will leave the government unless the tax is dropped": what a side will do if something is not done."""
    main, subject = token.head, find_subject(token.head, set())
    undone = mark.lower_ == "unless" or (mark.lower_ == "if" and is_negated(token))
    side = subject is not None and (subject.pos_ == "PROPN" or is_delegate(subject)) and main.pos_ == "VERB"
    if (
        undone
        and side
        and _promises(main)
        and not is_negated(main)
        and any(c.dep_ in ("dobj", "nsubjpass", "nsubj") for c in token.children)
    ):
        yield Clause(_subtree(token), main, subject, f"“{main.text}” is threatened for it (“{mark.text}”)")


def _promises(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ in PROMISING for c in verb.children)


def _read_needed(token: "Token") -> Iterator[Clause]:
    """What must be before or for talks: "criteria would need to be agreed in any dialogue", "the ban must go first"."""
    if token.pos_ not in ("VERB", "AUX"):
        return
    must = any(c.dep_ == "aux" and c.lower_ == "must" for c in token.children)
    needs = token.dep_ == "xcomp" and token.head.lemma_ in NEEDING and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    asked = token.dep_ in ("ccomp", "xcomp") and token.head.lemma_ in INSISTING
    top = token.head if needs else token
    if not (must or needs or asked) or is_negated(top) or is_negated(token):
        return
    leads = LEADS if must or needs else frozenset({"before"})
    lead = next((t for t in top.subtree if t.i > token.i and _leads_to_talks(t, leads)), None)
    first = next((c for c in token.children if c.lower_ == "first" and c.dep_ == "advmod"), None)
    subject = next((c for c in top.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    lead = lead if lead is not None else first
    if lead is not None and subject is not None and subject.lower_ not in ("that", "it", "this"):
        clause = lead.head if lead.dep_ == "mark" else lead
        held = [t for t in _subtree(top) if t not in set(clause.subtree)]
        yield Clause(tuple(held), token, None, f"it is said to be needed (“{lead.text}”)")


def _leads_to_talks(token: "Token", leads: frozenset[str]) -> bool:
    """Whether a preposition or conjunction leads to talks or a deal: "before negotiations resume", "in any dialogue"."""
    if token.lower_ not in leads:
        return False
    if token.dep_ == "mark":
        return token.lower_ == "before" and any(_names_talks(t) or _deals(t) for t in token.head.subtree if t.i > token.i)
    inner = [g for c in token.children if token.dep_ == "prep" for g in (c, *(c.subtree if token.lower_ == "before" else ()))]
    return any(_names_talks(g) or (g.dep_ == "pcomp" and _deals(g)) for g in inner)


def _read_wanted(token: "Token") -> Iterator[Clause]:
    """ "If they want to talk, they should first repeal it"."""
    if token.lemma_ not in WANTING or token.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ == "if" for c in token.children):
        return
    main = token.head
    bound = any(c.dep_ == "aux" and c.lower_ in read_terms("conditions", "modals") for c in main.children) or (
        main.lemma_ in NEEDING and any(c.dep_ == "xcomp" for c in main.children)
    )
    wanted = [t for t in token.subtree if t.i > token.i]
    if bound and not is_negated(main) and any(_names_talks(t) or _deals(t) for t in wanted):
        held = [t for t in _subtree(main) if t not in set(token.subtree)]
        yield Clause(tuple(held), main, None, f"it is what “{token.text}” is answered with")


def _read_promised(token: "Token") -> Iterator[Clause]:
    """ "Would lift the ban if the fleet turned back": a deed promised for another."""
    if token.dep_ != "advcl" or not _deals(token.head) or is_negated(token.head) or is_negated(token):
        return
    main = token.head
    iffy = any(c.dep_ == "mark" and c.lower_ == "if" for c in token.children)
    offered = main.dep_ == "xcomp" and (main.head.lemma_ in ("offer", "agree", "promise", "pledge", "propose") or main.head.lower_ in READY)
    bound = offered or any(c.dep_ == "aux" and c.lower_ in ("will", "would", "’ll", "'ll") for c in main.children)
    subject = find_subject(main, set())
    theirs = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    acts = main.tag_ == "VB" and any(c.dep_ in ("dobj", "prep") for c in main.children)
    sides = theirs is not None and (is_delegate(theirs) or theirs.pos_ == "PROPN") and subject is not None
    if iffy and bound and acts and sides and token.lemma_ != "fail":
        yield Clause(_subtree(token), main, subject, f"“{main.text}” is promised for it (“if”)")


def _read(clause: Clause, line: Line, sides: Sides) -> ConditionMention | None:
    what = make_span(
        sides.reading, [t for t in clause.what if t.dep_ != "mark" or t.lower_ not in ("if", "unless", "until", "once", "that")]
    )
    if what is None:
        return None
    by = _find_by(clause, sides)
    inside = [
        t
        for t in line.tokens
        if t.i >= min(clause.cue.left_edge.i, clause.what[0].i) and t.i <= max(clause.cue.right_edge.i, clause.what[-1].i)
    ]
    evidence = make_span(sides.reading, inside) or what
    said = find_mode(clause.cue)
    mode = said if said in ("negated", "denied") and "wait" not in clause.how else "said"
    keys = list_keys(clause.what, sides.reading)
    return ConditionMention(evidence, what, by, mode, keys, clause.how) if keys and mode == "said" else None


def _find_by(clause: Clause, sides: Sides) -> Party | None:
    """Who sets it: who says so, else who is said to deal or to own the condition."""
    owner = sides.of(clause.owner)
    if owner is not None and (owner.name is not None or owner.country is not None):
        return owner
    if (party := sides.speaker_at(clause.cue) or owner) is not None:
        return party
    for above in clause.cue.ancestors:
        if is_speech(above) and (subject := find_subject(above, set())) is not None:
            return sides.of(subject)
    return None
