"""What an article says that somebody claims of somebody's act: that it was done, or that it was not."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.subjects import find_subject, is_speech
from crosswire.model import Contention, LocalName, QuoteMention, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = frozenset({"dobj", "pobj", "attr", "oprd"})
CONTRASTS = frozenset({"but", "while", "though", "although", "whereas", "yet"})
UNREAL = frozenset({"would", "could", "might", "may", "can", "will", "should", "must", "if", "whether", "to"})
# Who is said to claim what somebody denies, where the article names nobody.
UNNAMED, IMPLIED = "others, not named", "others, as the denial implies"
ANSWERED = 3  # a denial of "it" answers a claim no more than so many sentences back


@dataclass(frozen=True, slots=True)
class Deed:
    """An act as somebody claims it or denies it: whose it is, what it is, upon what."""

    of: str
    act: str
    objects: frozenset[str] = frozenset()
    denied: bool = False


@cache
def read_contentions() -> dict[str, Any]:
    """The verbs of the data file."""
    return tomllib.loads(files("crosswire.extract").joinpath("data/contentions.toml").read_text(encoding="utf-8"))


def find_contentions(reading: Reading, names: Sequence[LocalName], quotes: Sequence[QuoteMention] = ()) -> tuple[Contention, ...]:
    """The claims and denials of acts that an article attributes, in the order of the text."""
    cast = Cast(reading, names, quotes)
    found: list[Contention] = []
    for token in reading.doc:
        if token.pos_ == "VERB" and not _is_unreal(token):
            found += _read_verb(token, cast, found)
    return tuple(sorted(set(found), key=lambda one: (one.span, one.who, one.act, one.denied)))


class Cast:
    """Who is who in one article: a country under its code, whatever of it is named; a name by its position; else the noun."""

    def __init__(self, reading: Reading, names: Sequence[LocalName], quotes: Sequence[QuoteMention]) -> None:
        self.reading = reading
        self.called = [name.name for name in names]
        self.speakers = {quote.cue.start: quote.speaker for quote in quotes if quote.cue is not None and quote.speaker is not None}
        self.countries = {start: code for start, _, code in reading.nations}
        for place in reading.places:
            # A capital's name stands for its country; a region's does not.
            if place.candidates and place.candidates[0].place.country and place.candidates[0].place.precision in ("country", "city"):
                self.countries.setdefault(place.span.start, place.candidates[0].place.country)
        self.names = {mention.start: i for i, name in enumerate(names) if name.kind != "place" for mention in name.mentions}
        self.people = {mention.end: i for i, name in enumerate(names) if name.kind == "person" for mention in name.mentions}

    def identify(self, noun: "Token | None", speaker: str = "") -> str:
        """Who a noun phrase means: "=RU", "@3", "army"; the speaker for a pronoun in his own words, "" for one that stays open."""
        if noun is None:
            return ""
        if noun.pos_ == "PRON" or noun.lower_ in ("both", "all", "each"):
            return speaker
        if noun.idx + len(noun) in self.people:
            return f"@{self.people[noun.idx + len(noun)]}"
        words = [t for t in noun.subtree if t.i <= noun.i + 1]
        person = next((f"@{self.names[t.idx]}" for t in words if t.idx in self.names and t.head in (noun, *words)), None)
        country = next((f"={self.countries[t.idx]}" for t in words if t.idx in self.countries), None)
        if any(t.dep_ == "poss" and t.pos_ == "PRON" for t in noun.children) and speaker and country is None:
            return speaker
        return country or person or ("" if noun.pos_ == "PROPN" else noun.lemma_)


def name_act(verb: "Token") -> str:
    """The act that a verb stands for: the data file's, else the verb itself."""
    return str(read_contentions()["acts"].get(verb.lemma_, verb.lemma_))


def _is_act(verb: "Token") -> bool:
    """Whether a verb says enough to be one act in two clauses, and does not itself report or deny."""
    words = read_contentions()
    return verb.pos_ == "VERB" and verb.lemma_.isalpha() and verb.lemma_ not in (*words["light"], *words["deny"], *words["turn_down"])


def _is_unreal(verb: "Token") -> bool:
    return any(c.dep_ in ("neg", "aux", "mark") and (c.dep_ == "neg" or c.lower_ in UNREAL) for c in verb.children)


def _read_verb(verb: "Token", cast: Cast, before: "Sequence[Contention]") -> "Iterator[Contention]":
    """What one reporting verb attributes: a denial, an accusation, or a clause with an act in it."""
    words, lemma = read_contentions(), verb.lemma_
    subject = find_subject(verb, set())
    if subject is not None and subject.dep_ == "nsubjpass" and subject.head == verb and lemma in (*words["deny"], *words["turn_down"]):
        return  # a passive that names nobody who denies
    told_of = verb.dep_ == "relcl" and subject is not None and subject.lower_ == "who"
    who = cast.identify(verb.head if told_of else subject)
    if not who and verb.idx in cast.speakers:
        who = f"@{cast.speakers[verb.idx]}"
    dangling = verb.tag_ == "VBG" and subject is not None and subject.i > verb.i  # "denying it, 12 miners left": who denies is not told
    if not who or subject is None or dangling or subject.lemma_ in words["proofs"]:
        return
    if verb.dep_ == "relcl" and not told_of and lemma in (*words["deny"], *words["turn_down"]):
        yield from _read_relative(verb, cast)
    elif lemma in words["deny"] or lemma in words["turn_down"]:
        yield from _read_denial(verb, who, cast, before)
    elif lemma in words["accuse"]:
        yield from _read_accusation(verb, who, cast)
    elif lemma in words["blame"]:
        target = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if (of := cast.identify(target)) and of != who:
            yield _make(verb, cast, who, Deed(of, "responsible", _list_objects(verb, ("for",))))
    elif (claim := _find_belied(verb)) is not None:
        yield from _read_anybodys(verb, claim, who, cast)
    elif is_speech(verb):
        yield from (
            contention for clause in verb.children if clause.dep_ == "ccomp" for contention in _read_clause(clause, verb, who, cast)
        )


def _read_clause(clause: "Token", verb: "Token", who: str, cast: Cast, denied: bool = False) -> "Iterator[Contention]":
    """The act of a clause said: whose, upon what, and whether it is denied there."""
    act = name_act(clause)
    subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in clause.children)
    hedged = any(c.dep_ in ("aux", "mark") and c.lower_ in UNREAL for c in clause.children)
    of = cast.identify(subject, who)
    if not _is_act(clause) or not of or passive or (hedged and not denied):
        return
    negated = any(c.dep_ == "neg" or c.lower_ in ("never", "not") for c in clause.children)
    deed = Deed(of, act.removeprefix("not "), _list_objects(clause), denied ^ negated ^ act.startswith("not "))
    yield _make(verb, cast, who, deed)


def _read_denial(verb: "Token", who: str, cast: Cast, before: "Sequence[Contention]") -> "Iterator[Contention]":
    words = read_contentions()
    yield from _read_contrast(verb, who, cast)
    yield from _read_answer(verb, who, cast, before)
    for child in verb.children:
        if child.dep_ in ("xcomp", "pcomp") and _is_act(child) and verb.lemma_ in words["deny"]:
            act = name_act(child)
            deed = Deed(who, act.removeprefix("not "), _list_objects(child), not act.startswith("not "))
            yield _make(verb, cast, who, deed)
            yield from _read_unclaimed(verb, child, who, cast)
        elif child.dep_ == "ccomp" and verb.lemma_ in words["deny"]:
            yield from _read_clause(child, verb, who, cast, denied=True)
            yield from _read_unclaimed(verb, child, who, cast)
        elif child.dep_ == "dobj" and child.lemma_ in words["responsibility"] and verb.lemma_ in words["deny"]:
            yield _make(verb, cast, who, Deed(who, "responsible", _list_objects(child, ("for", "in")), denied=True))
        elif child.dep_ in ("dobj", "nsubjpass") and child.lemma_ in (*words["claims"], *words["referring"]):
            yield from _answer(verb, child, who, cast, before)


def _read_unclaimed(verb: "Token", clause: "Token", who: str, cast: Cast) -> "Iterator[Contention]":
    """A deed of one named, in the past, that he denies: others are implied to claim it ("denied that she had sold the ferry")."""
    objects = _list_objects(clause)
    hedged = any(c.dep_ == "neg" or (c.dep_ in ("aux", "mark") and c.lower_ in UNREAL) for c in clause.children)
    open_ = clause.tag_ not in ("VBD", "VBN", "VBG") or hedged
    subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if who[:1] not in ("@", "=") or open_ or not objects or not _is_act(clause) or (clause.dep_ == "ccomp" and subject is None):
        return
    deed = Deed(who, f"have {name_act(clause)}", objects)
    first = clause.left_edge.i + (clause.left_edge.dep_ == "mark")
    words = clause.doc[first : clause.right_edge.i + 1]
    yield replace(_make(verb, cast, "", deed), speaker=IMPLIED, span=cast.reading.span(words.start_char, words.end_char))
    yield _make(verb, cast, who, replace(deed, denied=True))


def _read_answer(verb: "Token", who: str, cast: Cast, before: "Sequence[Contention]") -> "Iterator[Contention]":
    """A denial of some act by one whom the article before accuses of one act alone: it answers the accusation, whatever its words."""
    accused = [one for one in before if one.accused and one.of == who != one.who]
    denies = verb.lemma_ in read_contentions()["deny"] and any(
        c.dep_ in ("xcomp", "ccomp", "pcomp") and c.pos_ == "VERB" for c in verb.children
    )
    if denies and len({one.act for one in accused}) == 1:
        yield _make(verb, cast, who, Deed(who, accused[-1].act, frozenset(accused[-1].objects), denied=True))


def _read_contrast(verb: "Token", who: str, cast: Cast) -> "Iterator[Contention]":
    """ "A said it was so, but B denied it": what the first clause says, as A claims and B denies."""
    doc, first = verb.doc, verb.sent.start
    turn = next((t for t in doc[first : verb.i] if t.lower_ in CONTRASTS and t.i > first), None)
    told = [c.lemma_ for c in verb.children if c.dep_ in ("ccomp", "xcomp", "pcomp", "dobj", "nsubjpass")]
    if turn is None or verb.lemma_ not in read_contentions()["deny"] or not told:
        return
    claims = [t for t in doc[first : turn.i] if t.pos_ == "VERB" and _is_claim(t) and not _is_unreal(t)]
    if any(t for t in doc[turn.i : verb.i] if is_speech(t)) or not claims:
        return
    denier = find_subject(verb, set())
    by = cast.identify(find_subject(claims[0], set()))
    # "The senator said it was so, but she denied ...": she may be the senator.
    if by and by != who and denier is not None and denier.pos_ != "PRON":
        claim = _make(claims[0], cast, by, Deed("", ""))
        yield replace(claim, act=claim.span.text)
        yield _make(verb, cast, who, Deed("", claim.span.text, denied=True))


def _is_claim(verb: "Token") -> bool:
    return verb.lemma_ in read_contentions()["accuse"] or (is_speech(verb) and any(c.dep_ == "ccomp" for c in verb.children))


def _read_relative(verb: "Token", cast: Cast) -> "Iterator[Contention]":
    """ "A said B did so, a claim that B denies": what the clause before says, as its speaker claims and another denies."""
    words, noun = read_contentions(), verb.head
    denier = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    above = next((t for t in noun.ancestors if t.i < noun.i and t.pos_ == "VERB" and _is_claim(t)), None)
    if noun.lemma_ not in (*words["claims"], "something") or denier is None or denier.lower_ in ("that", "which") or above is None:
        return
    by, who = cast.identify(find_subject(above, set())), cast.identify(denier)
    if by and who and by != who:
        act = noun.doc[above.i + 1 : noun.left_edge.i].text.strip(" ,–—-")
        yield _make(above, cast, by, Deed("", act))
        yield replace(_make(verb, cast, who, Deed("", act, denied=True)), speaker=denier.doc[denier.left_edge.i : denier.i + 1].text)


def _answer(verb: "Token", noun: "Token", who: str, cast: Cast, before: "Sequence[Contention]") -> "Iterator[Contention]":
    """A denial of a claim that it spells out, or else of the last one that the article tells of the denier."""
    spelt = [c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl")]
    if spelt:
        claimant = _find_claimant(noun)
        by = cast.identify(claimant) or (claimant.lower_ if claimant is not None else "")
        if claimant is not None and by != who:
            words = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]
            span = cast.reading.span(words.start_char, words.end_char)
            yield replace(_make(verb, cast, by, Deed("", words.text)), speaker=_name_owner(claimant), span=span)
            yield _make(verb, cast, who, Deed("", words.text, denied=True))
        if claimant is None:
            yield from _read_anybodys(verb, noun, who, cast)
        yield from (contention for clause in spelt for contention in _read_clause(clause, verb, who, cast, denied=True))
        return
    sentence = verb.sent.start
    befallen = read_harm_words()["killed"]["verbs_subject"] | read_harm_words()["missing"]["verbs_subject"]
    about = [one for one in before if one.of == who != one.who and not one.denied and one.act not in befallen]
    near = [one for one in about if one.accused or sentence - _sentence(one, cast) <= 40 * ANSWERED]
    if near:
        yield _make(verb, cast, who, Deed(who, near[-1].act, frozenset(near[-1].objects), denied=True))
    elif _is_what_is_said(noun, verb):
        yield from _read_anybodys(verb, noun, who, cast)


def _find_belied(verb: "Token") -> "Token | None":
    """The claim that somebody calls false ("called the report false", "said the claims were baseless"), None where there is none."""
    words = read_contentions()
    heads = [c for c in verb.children if c.dep_ in ("ccomp", "oprd", "xcomp", "acomp")]
    for head in heads if verb.lemma_ == "call" or is_speech(verb) else ():
        parts = [head, *head.children]
        false = any(
            t.lemma_ in words["false"] and t.pos_ in ("ADJ", "NOUN") and t.dep_ in ("ccomp", "oprd", "acomp", "attr") for t in parts
        )
        named = [c for c in head.children if c.dep_ == "nsubj"] + [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ == "call"]
        if false and named and named[0].lemma_ in words["claims"] and not any(t.dep_ == "neg" for t in parts):
            return named[0]
    return None


def _has_content(noun: "Token") -> bool:
    """Whether a claim is spelt out: by a clause or by what it is of."""
    told = (c for c in noun.children if c.dep_ == "relcl" and is_speech(c))
    if any(c.dep_ in ("acl", "ccomp") for c in noun.children) or any(
        t.dep_ == "nsubj" and t.tag_ == "WDT" for c in told for t in c.children
    ):
        return True
    behind = [c for c in noun.children if c.dep_ == "prep" and c.lower_ != "as"]
    spread = [t for prep in behind for held in prep.children for t in held.children if t.dep_ == "prep"]
    return any(prep.lower_ in ("of", "about") for prep in (*behind, *spread))


def _find_antecedent(noun: "Token") -> "Token":
    """The noun itself where it is spelt out, else the last one of its kind before it that is, where it stands with an article or owner."""
    if _has_content(noun) or not any(c.dep_ in ("det", "poss") for c in noun.children):
        return noun
    told = (t for t in reversed(noun.doc[: noun.left_edge.i]) if t.lemma_ == noun.lemma_ and t.pos_ == "NOUN" and _has_content(t))
    # "that report" is none of several told before; "the reports" may be of one.
    return next((t for t in told if noun.tag_ == "NNS" or t.tag_ == noun.tag_), noun)


def _is_what_is_said(noun: "Token", verb: "Token") -> bool:
    """Whether what stands behind a noun says what is claimed ("rumours of a strike"), not whose paper or which count it is."""
    settled = noun.lemma_ == "charge" and verb.lemma_ in read_contentions()["turn_down"]
    return not settled and (noun.tag_ == "NNS" or noun.lemma_ not in read_contentions()["papers"])


def _is_prospect(verb: "Token", claim: "Token") -> bool:
    """Whether what is turned down may yet come ("rejected rumours that he might go"): that denies nothing."""
    clauses = [c for c in claim.children if c.dep_ in ("acl", "ccomp", "relcl")]
    open_ones = [t for c in clauses for t in c.children if t.dep_ == "aux" and t.lower_ in UNREAL]
    return verb.lemma_ in ("reject", "dismiss") and bool(open_ones)


def _read_anybodys(verb: "Token", noun: "Token", who: str, cast: Cast) -> "Iterator[Contention]":
    """A denial of what is said, be it by nobody named ("denied reports that the dam had burst"): the claim is its own words."""
    claim = _find_antecedent(noun)
    objects = frozenset(_list_objects(claim))
    owner = _find_claimant(claim)
    by = cast.identify(owner) if owner is not None else ""
    if _is_prospect(verb, claim) or not objects or not _has_content(claim) or claim.lemma_ not in read_contentions()["claims"] or by == who:
        return
    words = claim.doc[claim.left_edge.i : claim.right_edge.i + 1]
    said = _make(verb, cast, by, Deed(who, claim.lower_, objects))
    speaker = _name_owner(owner) if owner is not None else UNNAMED
    yield replace(said, speaker=speaker, span=cast.reading.span(words.start_char, words.end_char))
    yield _make(verb, cast, who, Deed(who, claim.lower_, objects, denied=True))


def _name_owner(owner: "Token") -> str:
    """Whose a claim is, in words, without the article."""
    words = owner.doc[owner.left_edge.i : owner.i + 1]
    return str((words[1:] if len(words) > 1 and words[0].pos_ == "DET" else words).text)


def _find_claimant(noun: "Token") -> "Token | None":
    """Whose claim it is: "the ministry's claim", "Republican claims", "claims by the union"."""
    owners = [
        c for c in noun.children if c.dep_ == "poss" or (c.dep_ in ("amod", "compound") and c.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"))
    ]
    owners += [g for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from") for g in c.children if g.dep_ == "pobj"]
    return next((owner for owner in owners if owner.pos_ != "PRON"), None)


def _sentence(contention: Contention, cast: Cast) -> int:
    return cast.reading.token_at(contention.span.start).sent.start


def _read_accusation(verb: "Token", who: str, cast: Cast) -> "Iterator[Contention]":
    """ "A accused B of striking C": B's act, as A says."""
    target = next((c for c in verb.children if c.dep_ == "dobj"), None)
    of = cast.identify(target)
    if not of or of == who or target is None:
        return
    for prep in (c for c in (*verb.children, *target.children) if c.dep_ == "prep" and c.lower_ == "of"):
        for act in (c for c in prep.children if c.dep_ in ("pcomp", "pobj")):
            name = name_act(act)
            deed = Deed(of, name.removeprefix("not "), _list_objects(act) | {act.lemma_}, name.startswith("not "))
            yield replace(_make(verb, cast, who, deed), accused=True)


def _list_objects(head: "Token", preps: Sequence[str] = ()) -> frozenset[str]:
    """The nouns that an act is done upon, lemmas: its clause without the subject; after some prepositions alone where they are named."""
    branches = [c for c in head.children if c.dep_ not in ("nsubj", "nsubjpass", "advcl", "conj", "parataxis", "punct")]
    words = [t for c in branches if not preps or c.lower_ in preps for t in c.subtree]
    named = (t for t in words if t.pos_ in ("NOUN", "PROPN") and t.ent_type_ not in ("DATE", "TIME"))
    return frozenset(t.text if t.pos_ == "PROPN" else t.lemma_.casefold() for t in named)


def _make(verb: "Token", cast: Cast, who: str, deed: Deed) -> Contention:
    start, end = _bound_clause(verb)
    return Contention(
        cast.reading.span(start, end), who, deed.of, deed.act, tuple(sorted(deed.objects)), deed.denied, _name_speaker(verb, who, cast)
    )


def _bound_clause(verb: "Token") -> tuple[int, int]:
    """The offsets of a reporting verb with its subject and what it reports, other clauses left out."""
    subject = find_subject(verb, set())
    told = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp", "dobj", "prep", "agent", "attr")]
    words = [verb.i, *(t.i for c in told for t in (c.left_edge, c.right_edge))]
    if subject is not None and subject.sent == verb.sent:
        words += [subject.left_edge.i, subject.i]
    span = verb.doc[max(min(words), verb.sent.start) : min(max(words) + 1, verb.sent.end)]
    text = span.text
    return span.start_char + len(text) - len(text.lstrip()), span.end_char - len(text) + len(text.rstrip())


def _name_speaker(verb: "Token", who: str, cast: Cast) -> str:
    """The words for who claims it; for a pronoun the name that it stands for."""
    subject = find_subject(verb, set())
    if subject is None or (subject.pos_ == "PRON" and who.startswith("@")):
        return cast.called[int(who[1:])] if who.startswith("@") else ""
    words = [t for t in subject.subtree if t.i <= subject.i and t.dep_ != "relcl"]
    return subject.doc[words[0].i : subject.i + 1].text.strip(' "“”\n')
