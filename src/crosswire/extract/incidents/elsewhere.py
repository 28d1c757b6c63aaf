"""Names that say where somebody goes, speaks or is held, and not where an event was."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.people import read_person_nouns
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# What hangs in a noun phrase on its head.
INNER = frozenset({"appos", "pobj", "prep"})
WORKERS = "workers"
SIDE = re.compile(r"(?:north|south|east|west)[a-z]*")
LENGTHS = frozenset({"km", "kilometer", "kilometre", "mile", "m", "metre", "meter"})
# After a word for talks or allegiance these still name a place.
SITING = frozenset({"in", "at", "inside", "outside", "near", "behind"})


def find_telling_clause(events: "Sequence[Token]") -> "Token | None":
    """The relative clause that alone tells all events, beside what is done about somebody or something: "a jury in Lima saw
    a video of the moment that a man was shot in Cusco"."""
    clauses = [next((above for above in event.ancestors if above.dep_ == "relcl"), None) for event in events if event.dep_ != "relcl"]
    clauses += [event for event in events if event.dep_ == "relcl"]
    return clauses[0] if clauses and all(clause == clauses[0] for clause in clauses) else None


def is_on_route(preposition: "Token") -> bool:
    """Whether a name is where a journey begins or ends: "on its way from Lima to Cusco"."""
    above = preposition.head
    while above.dep_ == "prep" and above.pos_ == "ADP":
        above = above.head
    return preposition.lower_ in ("from", "to", "for") and above.lemma_ in read_words("extract", "travel_words")


def is_beside_speech(preposition: "Token") -> bool:
    """Whether a name says where somebody was who said something there: "receiving the families in Lima, she said"."""
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.lemma_ in read_words("extract", "speech_verbs")


def is_of_speaker(preposition: "Token") -> bool:
    """Whether a name says where or whose somebody is who speaks or bears an office: "the consulate in Lima said", "mayor of Lima"."""
    return _find_speaker(preposition) is not None or is_of_office(preposition)


def is_of_national_speaker(preposition: "Token") -> bool:
    """Whether a name says where somebody speaks for a state: "a foreign ministry spokesman in Lima said"; not "a doctor in Lima said"."""
    speaker = _find_speaker(preposition)
    if speaker is None:
        return False
    bodies = [body for way in speaker.children if way.lower_ in ("for", "of") for body in way.children]
    words = (word for head in (speaker, *bodies) for word in (head, *head.lefts))
    return any(word.lemma_.lower() in read_words("extract", "national_bodies") for word in words)


def _find_speaker(preposition: "Token") -> "Token | None":
    """Who speaks, of whom a name under a preposition says where or whose it is."""
    holder = preposition.head
    while holder.dep_ in INNER and holder.lower_ != "with" and holder.pos_ != "VERB":  # "the director of the clinic in Lima said"
        holder = holder.head
    speaks = holder.dep_ in ("nsubj", "nsubjpass") and holder.head.lemma_ in read_words("extract", "speech_verbs")
    return holder if speaks and holder.pos_ in ("NOUN", "PROPN") else None


def is_of_office(preposition: "Token") -> bool:
    """Whether a name only says of what somebody bears an office: "the mayor of Lima"."""
    holder = preposition.head
    office = not {holder.lemma_.lower(), holder.lower_}.isdisjoint(read_words("annotate", "roles"))
    return preposition.lower_ in ("of", "for") and office and holder.pos_ in ("NOUN", "PROPN")


def is_of_work(preposition: "Token") -> bool:
    """Whether a name only says where somebody works who is told of: "the dead man was Ana Ruiz, a worker in the port of Lima"."""
    inner = preposition.head
    if preposition.lower_ == "of" and inner.dep_ == "pobj" and inner.lemma_ in read_words("extract", "place_nouns"):
        preposition = inner.head
    holder = preposition.head
    works = holder.lemma_ in read_words("annotate", "roles") or read_person_nouns().get(holder.lemma_) == WORKERS
    return works and holder.dep_ in ("attr", "appos") and preposition.lower_ in ("in", "at")


def is_held_at(token: "Token") -> bool:
    """Whether a name is where somebody is held: "in detention in Lima"."""
    holder, words = token.head.head, read_words("extract", "custody_verbs")
    beside = (g.lemma_ for c in holder.children if c.dep_ == "prep" and c.lower_ == "in" for g in c.children)
    return holder.lemma_ in words or not words.isdisjoint(beside)


def is_of_source(preposition: "Token", people: frozenset[str]) -> bool:
    """Whether a name is where a body is that tells: "according to the health ministry in Lima"; a person may be where it happened."""
    holder = preposition.head
    told = any(above.lower_ == "according" for above in preposition.ancestors)
    return told and holder.pos_ in ("NOUN", "PROPN") and holder.ent_type_ != "PERSON" and holder.lemma_ not in people


def is_taken_there(token: "Token") -> bool:
    """Whether the wounded were taken there, or to a hospital there: "brought to clinics in Lima and in the district of Cusco"."""
    moving = read_harm_words()["injured"]["verbs_moving"]
    ways = (above for above in token.ancestors if above.dep_ == "prep" and above.head.lemma_ in moving)
    return any(c.dep_ == "prep" and c.lower_ == "to" and c.i <= way.i for way in ways for c in way.head.children)


def is_destination(token: "Token") -> bool:
    """Whether a name says where a journey leads or begins: "a flight to Lima", "the ferry from the port of Porto"."""
    preposition = token.head
    if preposition.lower_ == "of" and preposition.head.dep_ == "pobj" and preposition.head.lemma_ in read_words("extract", "place_nouns"):
        return is_destination(preposition.head)
    journeys = read_words("extract", "journeys") | read_words("extract", "vehicles")
    return preposition.lower_ in ("to", "from", "for", "toward", "towards", "between") and preposition.head.lemma_ in journeys


def is_side(word: "Token") -> bool:
    """Whether a word is a point of the compass: "south", "southeast"."""
    return bool(SIDE.fullmatch(word.lower_))


def is_measured_from(preposition: "Token") -> bool:
    """Whether a place only says where another one lies: "75 km south of Lima", "a village east of Quito"; not "in the east of Quito"."""
    way = preposition.head
    if preposition.lower_ not in ("of", "from"):
        return False
    sided = is_side(way) and not any(child.dep_ == "det" for child in way.children) and way.dep_ != "pobj"
    return sided or (preposition.lower_ == "from" and way.lemma_ in LENGTHS)


def is_government(preposition: "Token") -> bool:
    """Whether the name behind a preposition is a government's and no place: "loyal to Lima", "relations between Lima and Quito"."""
    held = {preposition.head.lemma_.lower(), preposition.head.lower_}
    return preposition.lower_ not in SITING and not held.isdisjoint(read_words("extract", "government_words"))
