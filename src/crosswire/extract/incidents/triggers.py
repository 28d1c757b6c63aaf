"""Words that name a kind of incident, by the published code list, and what kind each makes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.misfortunes import is_attack_of_illness
from crosswire.extract.incidents.people import ATTACKERS, find_group, is_person
from crosswire.extract.incidents.realities import is_generic, is_real
from crosswire.extract.incidents.victims import find_subjects, shoots_down
from crosswire.extract.incidents.walkouts import is_walkout
from crosswire.extract.incidents.weapons import read_weapons
from crosswire.model import FALLBACK, read_kinds, read_rows, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


# Who is under fire for or over something is reproached with it.
REPROACHED = frozenset({"for", "over"})
ATTEMPTED = frozenset({"attempt", "attempted"})
ACCIDENT, ANY_ACCIDENT, CAPTURE, COLLAPSE = "transport accident", "accident", "capture", "collapse"
FEEL, FLOOD = "feel", "flood"
DISASTER, INDUSTRIAL = "disaster", "industrial accident"
# What drives is on the road, and what erupts by itself is a mountain.
DRIVERS, VOLCANOES = frozenset({"driver", "road"}), frozenset({"crater", "mount", "mountain", "mt", "volcano"})
# What answers an event, and what befell only some of those harmed.
COUNTER, INCLUDING = "counter", "including"
THOSE = frozenset({"those", "whoever", "they", "anyone", "ones"})
WEAPON, VEHICLE = "weapon", "vehicle"
# Where a weapon is sent, and where a thing in motion ends.
AT = frozenset({"at", "against", "into", "on", "onto"})
INTO = frozenset({"against", "at", "down", "from", "in", "inside", "into", "near", "off", "on", "onto", "outside", "over", "through"})
# What falls there was aimed at nobody or missed.
WATERS = frozenset({"sea", "ocean", "water", "waters"})
MUNITIONS, DRONE = frozenset({"artillery", "bomb", "cluster munition", "missile", "mortar", "rocket"}), "drone"
HIT_AND_RUN = re.compile(r"\bhit ?- ?and ?- ?run\b", re.IGNORECASE)
ATTACK, EXPLOSION, FIRE, SHOOTING, STRIKE = "attack", "explosion", "fire", "shooting", "strike"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event: its kind, whether a noun, and whether it takes up an event told before ("the attack")."""

    kind: str
    token: "Token"
    definite: bool

    @property
    def vague(self) -> bool:
        """Whether it is a verb that has other senses ("hit")."""
        return self.token.pos_ == "VERB" and self.token.lemma_ in read_words("extract", "vague_verbs")

    @property
    def ranked(self) -> bool:
        """Whether it is only held against others of its kind, whose place is no place of its own: "the deadliest attack in Lima", "it was
        the third attack on Lima"."""
        counted = self.token.dep_ == "attr" and self.definite and any(child.ent_type_ == "ORDINAL" for child in self.token.children)
        return counted or any(child.tag_ in ("JJS", "RBS") for child in self.token.children)

    @property
    def fatal(self) -> bool:
        """Whether its noun says that somebody died: "the homicide", "a fatal shooting"; not "an attempted murder"."""
        words = {self.token.lemma_, *(child.lemma_ for child in self.token.children if child.dep_ == "amod")}
        return self.token.pos_ != "VERB" and words.isdisjoint(ATTEMPTED) and not words.isdisjoint(read_words("extract", "fatal_words"))


@cache
def _kinds_by_word(part: str) -> dict[str, str]:
    return {word: kind for kind, entry in reversed(list(read_kinds().items())) for word in entry.get(part, ())}


def find_triggers(sentence: "Words") -> tuple[Trigger, ...]:
    """The events a sentence names as fact, in order."""
    return tuple(
        trigger for token in sentence if (trigger := _read_trigger(token)) is not None and is_real(token) and not is_generic(token)
    )


def _read_trigger(token: "Token") -> Trigger | None:
    headed = token.is_sent_start and token.tag_ == "VBZ"  # no sentence begins so: "Airstrikes on a village killed five" is a noun
    if _read_word(token).startswith(COUNTER) or any(above.lower_ == INCLUDING and is_person(above.head) for above in token.ancestors):
        return None
    noun = (headed or token.pos_ in ("NOUN", "PROPN")) and token.dep_ not in ("compound", "nmod")
    if noun and not is_walkout(token) and not _is_in_name(token):
        pair = f"{token.nbor(-1).lemma_} {token.lemma_}" if token.i > 0 else ""
        phrase = next((f"{verb.lemma_} {token.lemma_}" for verb in _verbs_of(token)), "")
        kind = _kinds_by_word("phrases").get(phrase) or _kinds_by_word("nouns").get(pair) or _kinds_by_word("nouns").get(token.lemma_)
        if kind == FIRE and (shot := _is_shot(token)) is not None:
            kind = SHOOTING if shot else None
        if kind == ANY_ACCIDENT:
            kind = _read_accident(token)
        if kind == DISASTER and any(verb.lemma_ == FEEL for verb in _verbs_of(token)):
            kind = None  # a quake is felt far from where it was
        if (kind == STRIKE and _is_search(token)) or (kind == COLLAPSE and _yields(token)) or is_attack_of_illness(token):
            kind = None
        figurative = kind == COLLAPSE and _is_figurative(token)
        return Trigger(kind, token, _is_definite(token)) if kind and not figurative else None
    if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound", "nmod") and not _is_figurative(token):
        kind = EXPLOSION if _goes_off(token) else _kinds_by_word("verbs").get(token.lemma_) or _read_impact(token)
        if (kind == CAPTURE and not _takes_place(token)) or (kind == DISASTER and _breaks_out(token)):
            kind = None
        if kind == STRIKE:
            kind = _read_hit(token)
        if kind == SHOOTING and shoots_down(token):
            kind = None
        if kind == ACCIDENT and any(find_group(c) == ATTACKERS for c in token.children if c.dep_ == "nsubj"):
            kind = ATTACK  # "a bomber crashed a lorry into the gate"
        taken_up = token.lemma_ in read_words("extract", "taking_place") and any(
            c.dep_ == "nsubj" and c.lower_ in ("it", "this") for c in token.children
        )
        return Trigger(FALLBACK, token, True) if taken_up else Trigger(kind, token, _is_of_those(token)) if kind else None
    return None


def _read_accident(accident: "Token") -> str:
    """The kind of an accident, told by what its sentence names: a vehicle or who drives one, or those who were at work."""
    words = {token.lemma_ for token in accident.sent}
    if not words.isdisjoint(read_words("extract", "vehicles") | DRIVERS) or HIT_AND_RUN.search(accident.sent.text):
        return ACCIDENT
    return ANY_ACCIDENT if words.isdisjoint(read_words("extract", "labour_words") | read_words("extract", "mining_words")) else INDUSTRIAL


def _yields(way: "Token") -> bool:
    """Whether one thing makes room for another: "the talks gave way to a fight"."""
    return way.dep_ == "dobj" and any(c.lower_ == "to" for c in (*way.head.children, *way.children))


def _is_search(raid: "Token") -> bool:
    """Whether a raid is the law's: "detained 14 people in raids", "police raids"."""
    words = read_words("extract", "custody_verbs")
    above = raid.head.head if raid.dep_ == "pobj" else raid.head
    return above.lemma_ in words or any(c.lemma_ in read_words("extract", "local_forces") for c in raid.children if c.dep_ == "compound")


def _is_in_name(noun: "Token") -> bool:
    """Whether an event's word is part of another thing's name: "the Ring of Fire"."""
    if noun.pos_ == "PROPN" and any(c.text == "&" for c in noun.children):
        return True  # "Porto Fire & Rescue"
    named = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return named != noun and noun.text.istitle() and named.text.istitle() and named.pos_ == "PROPN" and not named.is_sent_start


def _is_of_those(verb: "Token") -> bool:
    """Whether a verb only says who is meant by an event told before, or what became of a thing: "those who shelled a market", "it went
    off"."""
    pronoun = any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children) and not any(c.dep_ == "dobj" for c in verb.children)
    return pronoun or (verb.dep_ == "relcl" and verb.head.lower_ in THOSE)


def _read_hit(verb: "Token") -> str:
    """The kind that what struck makes: a vehicle an accident, a storm a disaster; what hit somebody need not have been a weapon."""
    strikers = find_subjects(verb) if any(c.dep_ == "dobj" for c in verb.children) else [c for c in verb.children if c.dep_ == "nsubj"]
    joined = [verb, *(c for c in verb.children if c.dep_ == "conj")]  # "struck and killed by a lorry"
    strikers += [g for word in joined for c in word.children if c.dep_ == "agent" for g in c.children]
    struck = [c.lemma_ for c in verb.children if c.dep_ == "dobj"]
    driven = any(striker.lemma_ in read_words("extract", "vehicles") | DRIVERS for striker in strikers)
    if driven or not read_words("extract", "obstacles").isdisjoint(struck):
        return ACCIDENT
    told = next((kind for striker in strikers if (kind := _kinds_by_word("nouns").get(striker.lemma_))), None)
    return told or (FALLBACK if any(map(is_person, _list_struck(verb))) else STRIKE)


def _list_struck(verb: "Token") -> "Iterator[Token]":
    """Whom or what something struck, told with the verb, with the next one ("struck and killed her") or before ("died after being hit")."""
    following = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    yield from (c for word in (verb, *following) for c in word.children if c.dep_ in ("dobj", "nsubjpass"))
    if verb.dep_ == "pcomp" and any(c.dep_ == "auxpass" for c in verb.children):
        yield from find_subjects(verb.head.head)


def _breaks_out(verb: "Token") -> bool:
    """Whether what erupts is no mountain, or who floods somewhere is somebody: "violence erupted", "services flooded to the scene"; but
    "Etna erupted" is in no list."""
    subjects = find_subjects(verb)
    if verb.lemma_ == FLOOD:
        return any(c.dep_ == "prep" and c.lower_ in ("to", "into") for c in verb.children) and not any(
            c.dep_ in ("dobj", "nsubjpass") for c in verb.children
        )
    mountains = (s for s in subjects if s.pos_ == "PROPN" or any(t.lemma_.lower() in VOLCANOES for t in s.subtree))
    return verb.lemma_ == "erupt" and next(mountains, None) is None


def _goes_off(verb: "Token") -> bool:
    """ "A bomb went off", "it went off", "a car blew up"."""
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod")}
    exploding = (verb.lemma_ == "go" and "off" in particles) or (verb.lemma_ == "blow" and "up" in particles)
    charged = read_weapons().keys() | read_words("extract", "vehicles") | {"it", "device"}
    return exploding and any(subject.lemma_ in charged or subject.lower_ in charged for subject in find_subjects(verb))


def _read_impact(verb: "Token") -> str | None:
    """The kind that a weapon makes which falls or is fired somewhere, or a vehicle that leaves its way: "shells fell on the market",
    "mortars were fired at a town", "a bus fell into a ravine"."""
    fired = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    hung = [child for word in (verb, *fired) for child in word.children if child.dep_ in ("prep", "prt", "advmod")]
    ends = [(child.lower_, _find_object(child)) for child in hung]
    ends = [(way, end) for way, end in ends if end is None or (end.ent_type_ not in ("DATE", "TIME") and end.lower_ not in WATERS)]
    ways = {way for way, _ in ends}
    if verb.lemma_ in read_words("extract", "launching_verbs") and not AT.isdisjoint(ways):
        return next((kind for weapon in fired if (kind := _kind_of_munition(weapon, flying=True))), None)
    movers = _list_movers().get(verb.lemma_)
    if movers is None or INTO.isdisjoint(ways):
        return None
    subjects = find_subjects(verb)
    if movers != WEAPON and any(subject.lemma_ in read_words("extract", "vehicles") for subject in subjects):
        return FALLBACK if any(end is not None and _is_crowd(end) for _, end in ends) else ACCIDENT
    return next((kind for subject in subjects if movers != VEHICLE and (kind := _kind_of_munition(subject))), None)


def _find_object(preposition: "Token") -> "Token | None":
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def _is_crowd(noun: "Token") -> bool:
    """Whether what a vehicle drove into are people, of which nobody may know yet whether it was an accident."""
    return noun.lemma_ in read_words("extract", "crowd_nouns") or is_person(noun)


@cache
def _list_movers() -> dict[str, str]:
    """For each verb of impact whether weapons or vehicles do so, or both."""
    return {row[0]: row[1] for row in read_rows("extract", "impact_verbs")}


def _kind_of_munition(noun: "Token", flying: bool = False) -> str | None:
    """The kind that a missile, a shell or a bomb makes where it hits; a drone, which may fall shot down, only as `flying`."""
    term, kind = read_weapons().get(noun.lemma_, ("", ""))
    return kind if term in MUNITIONS or (flying and term == DRONE) else None


def _takes_place(verb: "Token") -> bool:
    """Whether what is captured is a place, and not somebody or "the moment"."""
    objects = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    return any(c.ent_type_ in ("GPE", "LOC", "FAC") or c.lemma_ in read_words("extract", "place_nouns") for c in objects)


def _is_figurative(event: "Token") -> bool:
    """ "Shares crashed", "talks collapsed", "the collapse of the truce": nothing happened; but "the coalition bombed Porto"."""
    if _takes_place(event):
        return False
    subjects = [c for c in event.children if c.dep_ in ("nsubj", "nsubjpass", "poss", "compound")]
    subjects += [g for c in event.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    return any(_read_word(subject) in read_words("extract", "figurative_subjects") for subject in subjects)


def _is_shot(fire: "Token") -> bool | None:
    """Whether fire is that of arms ("rebel fire", "under fire"), False of the fire that ceases, None where something burns."""
    if _read_word(fire) == "cease-fire":
        return False
    of_arms = read_words("extract", "armed_nouns") | read_words("extract", "weapons") | read_words("extract", "fire_words")
    if fire.dep_ == "pobj" and fire.head.lower_ == "under" and not any(c.dep_ == "det" for c in fire.children):
        return not any(c.lower_ in REPROACHED for above in (fire, fire.head, fire.head.head) for c in above.rights)
    if fire.dep_ == "pobj" and fire.head.head.lemma_ == "exchange":
        return True
    return True if any(c.dep_ in ("compound", "amod", "poss") and c.lemma_.lower() in of_arms for c in fire.children) else None


def _read_word(token: "Token") -> str:
    """A word's lemma, with what a hyphen ties to it: "cease-fire" is three tokens."""
    tied = token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return f"{token.nbor(-2).lower_}-{token.lemma_}" if tied else token.lemma_


def _verbs_of(noun: "Token") -> "Iterator[Token]":
    """The verbs whose object a noun is, also in the passive and as a participle: "shots were fired", "shots fired at a house"."""
    if noun.dep_ in ("dobj", "nsubjpass"):
        yield noun.head
    yield from (child for child in noun.children if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"))


def _is_definite(token: "Token") -> bool:
    """Whether the noun takes up something told before: "the raid", "that attack", "the deadly incident", "this was an attack"; not "the
    strike in Basra"."""
    if token.dep_ == "attr" and any(c.dep_ == "nsubj" and c.lower_ in ("this", "it", "that") for c in token.head.children):
        return True
    return any(c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in token.children)
