"""What is put, agreed, declared, refused or broken in one article, each telling with its terms."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from crosswire.extract.positions.breaches import ENDING, find_claimant, find_denier
from crosswire.extract.positions.lexicon import (
    is_delegate,
    is_negated,
    read_putting,
    read_terms,
)
from crosswire.extract.positions.modes import find_mode
from crosswire.extract.positions.sides import NO_SIDES, OWN, Sides
from crosswire.extract.positions.statements import BROKERING, WEAK_STATUSES, Statement, find_governor, has_to
from crosswire.extract.positions.terms import SIGNING, find_day, find_duration, find_other_year, find_terms, make_span
from crosswire.extract.subjects import find_subject
from crosswire.model import DateMention, Mode, Party, ProposalMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Clauses that say no more of what is put.
ASIDE = frozenset({"advcl", "parataxis"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
WHERE = frozenset({"in", "across", "around", "along", "throughout", "inside"})
# Verbs whose subject takes what somebody else puts.
ANSWERING = frozenset({"accept", "approve", "endorse"})


def read_statement(statement: Statement, sides: Sides) -> ProposalMention:
    """A statement with its terms."""
    reading, act, cue = sides.reading, statement.act, statement.cue
    by, to = _find_by(statement, sides), _find_to(statement, sides)
    by, to = (by, to) if by is not None else (_find_pair(act, sides) or (None, to))
    tokens = _list_evidence(statement, by)
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    evidence = reading.span(start, end)
    terms = find_terms(reading, act)
    aside = {t for c in act.children if c.dep_ in ASIDE for t in c.subtree}
    what = make_span(reading, [t for t in act.subtree if t.i >= _first(act).i and t not in aside]) or evidence
    mode = _find_mode(statement)
    charged = statement.status == "broken" and cue.lemma_ not in ENDING
    claimant = find_claimant(cue, sides) if charged else None
    return ProposalMention(
        act=statement.kind,
        evidence=evidence,
        what=what,
        status=statement.status,
        mode=mode,
        why=_explain(statement, by),
        by=by,
        to=to,
        scope=terms.scope,
        means=terms.means,
        mediator=_find_mediator(act, sides),
        purpose=_find_purpose(statement, sides),
        geography=_find_geography(act, sides),
        enforcement=_find_enforcement(act, sides),
        broken_by=_find_breaker(statement, sides),
        claimed_by=claimant,
        denied_by=find_denier(cue, claimant, sides) if charged else None,
        duration=find_duration(reading, start, end, act.idx),
        date=_turn(_find_date(statement, sides, start, end), mode),
        keys=terms.keys,
        whole=terms.whole,
        teller=sides.speaker_at(cue),
    )


def _turn(date: DateMention | None, mode: Mode) -> DateMention | None:
    """A weekday of what is planned lies ahead."""
    if date is None or mode != "planned" or date.expression.kind != "weekday":
        return date
    return replace(date, expression=replace(date.expression, direction="future"))


def _find_mode(statement: Statement) -> Mode:
    """How the act is told; what lasts, and what somebody weighs, is there: "the truce, which will last", "will consider their offer"."""
    cue, act, offer = statement.cue, statement.act, statement.offer
    verb = find_governor(offer) if offer is not None else None
    weighed = verb is not None and verb.lemma_ in read_terms("answers", "will consider")
    if weighed and offer is not None and any(c.dep_ == "poss" or c.lower_ in ("the", "this", "that") for c in offer.children):
        return "said"
    if cue.lemma_ == "last" and cue.dep_ == "relcl":
        return find_mode(act)
    return find_mode(cue if cue.pos_ == "VERB" or offer is not None else act)


def _first(act: "Token") -> "Token":
    return (
        min(
            (c for c in act.lefts if c.dep_ not in ("nsubj", "aux", "mark", "punct", "neg", "det", "poss", "prep")),
            key=lambda t: t.left_edge.i,
            default=act,
        ).left_edge
        if act.pos_ != "VERB"
        else act
    )


def _explain(statement: Statement, by: Party | None) -> str:
    whose = f", and “{by.span.text}” is whose it is" if by is not None else ""
    if statement.cue == statement.act:
        return f"“{statement.act.text}” is told with its length or by whom it was declared{whose}"
    return f"“{statement.cue.text}” puts “{statement.act.text}”{whose}"


def _find_by(statement: Statement, sides: Sides) -> Party | None:
    """Whose it is: the owner of the noun of putting, else the subject of the verb, in the passive its agent."""
    cue, act = statement.cue, statement.act
    noun = statement.offer if statement.offer is not None else act
    if noun.pos_ != "VERB":
        owner = next((c for c in noun.lefts if c.dep_ == "poss"), None) or _find_source(noun) or _find_named_owner(statement)
        if owner is not None and (party := sides.owner(owner) if statement.offer is not None else sides.of(owner)) is not None:
            return party
        if owner is not None and owner.lower_ not in OWN:
            return None
    clauses = (c for head in (act, noun) for c in head.children if c.dep_ in ("acl", "relcl"))
    declared = next((c for c in clauses if c.lemma_ in read_putting() and c.lemma_ not in BROKERING), None)
    if declared is not None and (agent := _find_agent(declared)) is not None:
        return sides.of(agent)
    answered = statement.status == "rejected" or cue.lemma_ in ANSWERING or (statement.offer is not None and statement.status == "agreed")
    if (cue == act and act.pos_ != "VERB") or statement.status in WEAK_STATUSES or answered:
        return None
    verb = cue if cue.pos_ == "VERB" else find_governor(cue)
    if verb is None:
        return None
    subject = _find_agent(verb) if any(c.dep_ == "nsubjpass" for c in verb.children) else find_subject(verb, set())
    if subject == act or subject == statement.offer:
        return None
    return sides.of(subject)


def _find_source(noun: "Token") -> "Token | None":
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    preps = [*(c for c in noun.rights if c.dep_ == "prep" and c.lower_ in ("by", "from")), *([behind] if behind.lower_ == "by" else [])]
    return next((g for c in preps for g in c.children if g.dep_ == "pobj" and g.ent_type_ not in NO_SIDES), None)


def _find_named_owner(statement: Statement) -> "Token | None":
    """Whose an offer is by "of" and a name: "the proposal of Canada"."""
    preps = (c for c in statement.offer.rights if c.dep_ == "prep" and c.lower_ == "of") if statement.offer is not None else ()
    return next((g for c in preps for g in c.children if g.dep_ == "pobj" and g.ent_type_ in ("GPE", "ORG", "PERSON", "NORP")), None)


def _find_agent(verb: "Token") -> "Token | None":
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _find_to(statement: Statement, sides: Sides) -> Party | None:
    """To whom it is put: the indirect object, the one urged, or who stands behind "to" or "with"."""
    cue, act = statement.cue, statement.act
    mutual = statement.status in ("agreed", "agreed in principle") or cue == act
    subject = find_subject(cue, set()) if cue.pos_ == "VERB" and mutual else None
    if subject is not None and (other := next((c for c in subject.children if c.dep_ == "conj"), None)) is not None:
        return sides.of(other)
    if any(c.dep_ == "dobj" and c == act for c in cue.children) and (
        asked := next((c for c in cue.children if c.dep_ == "nsubjpass"), None)
    ):
        return sides.of(asked)
    for child in cue.children:
        if child.dep_ == "dative" and child != act:
            return sides.of(next((g for g in child.children if g.dep_ == "pobj"), child))
        if child.dep_ == "dobj" and child not in (act, statement.offer) and act.pos_ == "VERB" and cue != act:
            return sides.of(child)
    if cue == act and act.pos_ == "VERB":
        return None
    if act.pos_ == "VERB" and (subject := next((c for c in act.children if c.dep_ == "nsubj"), None)) is not None:
        return sides.of(subject) if cue.pos_ == "VERB" and subject.lower_ != "that" else None
    heads = [cue, act] if act.pos_ != "VERB" else [cue]
    for head in heads:
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in (("to", "with") if head == cue else ("with",)):
                noun = next((g for g in child.children if g.dep_ == "pobj"), None)
                if noun is not None and noun != act and (noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or is_delegate(noun)):
                    return sides.of(noun)
    return None


def _find_pair(act: "Token", sides: Sides) -> tuple[Party | None, Party | None] | None:
    """The two sides of "a truce between Peru and Chile"."""
    lists = (g for c in act.children if c.dep_ == "prep" and c.lower_ == "between" for g in c.children if g.dep_ == "pobj")
    first = next(lists, None)
    second = next((c for c in first.children if c.dep_ == "conj"), None) if first is not None else None
    return (sides.of(first), sides.of(second)) if second is not None else None


def _find_mediator(act: "Token", sides: Sides) -> Party | None:
    """Who brought it about: "brokered by", "-brokered", "mediated by"."""
    for child in act.children:
        if child.lemma_ in BROKERING:
            return sides.of(_find_agent(child) or next((c for c in child.children if c.dep_ in ("npadvmod", "compound", "nsubj")), None))
    return None


def _find_purpose(statement: Statement, sides: Sides) -> Span | None:
    """What it is for: "to allow aid into the city", "to free hostages", behind a noun for the act."""
    if statement.act.pos_ == "VERB":
        return None
    clauses = (
        c for head in (statement.act, statement.cue) for c in head.children if c.dep_ in ("acl", "advcl", "relcl") and c.tag_ == "VB"
    )
    clause = next((c for c in clauses if has_to(c) and c.i > statement.act.i), None)
    return make_span(sides.reading, sorted(clause.subtree, key=lambda t: t.i)) if clause is not None else None


def _find_geography(act: "Token", sides: Sides) -> Span | None:
    """Where it holds: a place behind "in", "across", "around" or "along"."""
    known = {place.span.start for place in sides.places_in(act.sent)}
    for child in act.subtree:
        if child.dep_ == "prep" and child.lower_ in WHERE and not _is_in_clause(child, act) and act.head.lemma_ not in SIGNING:
            nouns = (g for g in child.children if g.dep_ == "pobj")
            place = next((g for g in nouns if any(t.ent_type_ in PLACES or t.idx in known for t in _list_named(g))), None)
            if place is not None:
                return make_span(sides.reading, sorted(place.subtree, key=lambda t: t.i))
    return None


def _list_named(noun: "Token") -> "Iterator[Token]":
    """A noun with what stands before it and what "of" leads to: "the town of Riga"."""
    yield from (noun, *noun.lefts)
    yield from (g for c in noun.rights if c.lower_ == "of" for g in c.children)


def _is_in_clause(token: "Token", act: "Token") -> bool:
    """Whether a word below an act stands in a clause of its own."""
    between = takewhile(lambda above: above != act, token.ancestors)
    return any(above.dep_ in ("relcl", "acl", "advcl", "ccomp", "conj", "parataxis", "appos") for above in between)


def _find_enforcement(act: "Token", sides: Sides) -> Span | None:
    """Who sees that it is kept: "monitored by observers", "verified by the agency"."""
    clause = next((c for c in act.children if c.lemma_ in read_terms("general", "enforcing") and c.dep_ in ("acl", "relcl")), None)
    return make_span(sides.reading, sorted(clause.subtree, key=lambda t: t.i)) if clause is not None else None


def _find_breaker(statement: Statement, sides: Sides) -> Span | None:
    """Who is said to break it: the subject of breaking, or the one accused of it."""
    cue = statement.cue
    if statement.status != "broken" or cue.lemma_ in ENDING:
        return None
    accused = next((c for a in cue.ancestors if a.lemma_ == "accuse" for c in a.children if c.dep_ == "dobj"), None)
    party = sides.of(accused if accused is not None else find_subject(cue, set()))
    return party.span if party is not None else None


def _list_evidence(statement: Statement, by: Party | None) -> "list[Token]":
    """The clause from whose it is, or the word of putting, to the end of the act's terms."""
    cue, act = statement.cue, statement.act
    first = min(cue.i, act.left_edge.i)
    if statement.offer is not None:
        first = min(first, statement.offer.left_edge.i)
    if by is not None and act.sent.start_char <= by.span.start < act.doc[first].idx and act.doc[first].idx - by.span.start < 160:
        first = next(t.i for t in act.sent if t.idx >= by.span.start)
    last = max(cue.i, _last(act))
    tokens = [t for t in act.doc[first : last + 1] if not t.is_space]
    while len(tokens) > 1 and tokens[-1].is_punct and tokens[-1].text not in ("”", '"', ")"):
        tokens = tokens[:-1]
    return tokens


def _last(act: "Token") -> int:
    """Where the terms of an act end: before a comma that opens a clause of its own."""
    end = max((t.i for t in act.subtree), default=act.i)
    verb = act.head if act.dep_ in ("dobj", "pobj", "nsubj") else act
    if verb.pos_ == "ADP":
        verb = verb.head
    for child in verb.children:
        timed = any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree)
        if child.dep_ in ("prep", "npadvmod") and child.i > act.i and timed and len(list(child.subtree)) < 14:
            end = max(end, child.right_edge.i)
    return end


def _find_date(statement: Statement, sides: Sides, start: int, end: int) -> DateMention | None:
    """The day told in the evidence, else at the head of the clause ("Last month, …")."""
    reading = sides.reading
    if (date := find_day(reading, start, end)) is not None:
        return date
    verb = statement.cue if statement.cue.pos_ == "VERB" else find_governor(statement.cue)
    for clause in (c for head in (statement.act, verb) if head is not None for c in head.rights if c.lemma_ in ("start", "begin")):
        edge = clause.right_edge
        if clause.tag_ == "VBG" and (date := find_day(reading, clause.idx, edge.idx + len(edge))) is not None:
            return replace(date, expression=replace(date.expression, direction="future"))
    for child in verb.lefts if verb is not None else ():
        if child.dep_ in ("npadvmod", "prep") and not is_negated(child):
            edge = child.right_edge
            if (date := find_day(reading, child.left_edge.idx, edge.idx + len(edge))) is not None:
                return date
    return find_other_year(reading, start, end)
