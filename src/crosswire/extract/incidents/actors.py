"""Who did it, to what, and who says so, where a clause tells it."""

from typing import TYPE_CHECKING

from crosswire.extract.incidents.people import read_person_nouns
from crosswire.extract.incidents.weapons import read_weapons
from crosswire.extract.phrases import quote_phrase
from crosswire.extract.subjects import find_subject, is_speech
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.extract.incidents.frames import Frame


def find_source(frame: "Frame") -> str | None:
    """Who is said to say it: the subject of the reporting verb above the clause, or of "according to"; None where nobody is."""
    inside = {t.i for t in frame.tokens}
    head = next((t for t in frame.tokens if t.dep_ == "ROOT" or t.head.i not in inside), None)
    for token in frame.sentence:
        if token.lower_ == "according" and token.i + 1 < frame.sentence.end and token.nbor(1).lower_ == "to":
            subject = next((c for c in token.nbor(1).children if c.dep_ == "pobj"), None)
            return _name_source(subject)
    for above in [head, *head.ancestors] if head is not None else []:
        if not is_speech(above) or any(c.dep_ == "nsubjpass" for c in above.children):
            continue
        if above.i not in inside or (above == head and any(c.dep_ == "ccomp" for c in above.children)):
            subject = find_subject(above, set())
            return _name_source(subject)
    return None


def _name_source(noun: "Token | None") -> str | None:
    """The words for a source; a pronoun names none, what "neither group" says nobody says, and an attack that claims lives says nothing."""
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "X") or noun.lemma_ in read_words("extract", "event_nouns"):
        return None
    return None if any(c.lower_ in ("neither", "no") for c in noun.lefts) else quote_phrase(noun)


def find_target(frame: "Frame") -> str | None:
    """What was hit: the object of the event's verb, or of "on" or "against" after the noun, where that is a thing and no place's name."""
    for trigger in frame.triggers:
        token = trigger.token
        objects = [c for c in token.children if c.dep_ == "dobj"] if token.pos_ == "VERB" else []
        objects += [g for c in token.children if c.dep_ == "prep" and c.lower_ in ("on", "against") for g in c.children if g.dep_ == "pobj"]
        for noun in objects:
            if (
                noun.pos_ == "NOUN"
                and noun.lemma_ not in read_person_nouns()
                and not _names_place(noun)
                and noun.ent_type_ not in ("GPE", "LOC", "DATE", "TIME")
            ):
                return quote_phrase(noun)
    return None


def _names_place(noun: "Token") -> bool:
    """Whether a noun only says what kind of place a name is: "the port city of …"."""
    return any(g.ent_type_ in ("GPE", "LOC") for c in noun.children if c.lower_ == "of" for g in c.children)


def find_actor(frame: "Frame") -> str | None:
    """Who acted: the nationality before the event, its weapon or its forces ("Russian" as said), or the subject that attacks."""
    for token in frame.tokens:
        national = token.ent_type_ == "NORP" and token.dep_ in ("amod", "compound", "nmod")
        acts = (
            token.head.lemma_ in read_weapons()
            or token.head.lemma_ in read_words("extract", "event_nouns")
            or token.head.lemma_ in read_words("extract", "armed_nouns")
        )
        if national and acts and token.head.dep_ not in ("nsubjpass",):
            return token.text
    for trigger in frame.triggers:
        subject = next((c for c in trigger.token.children if c.dep_ == "nsubj"), None) if trigger.token.pos_ == "VERB" else None
        if subject is not None and (subject.lemma_ in read_words("extract", "armed_nouns") or subject.ent_type_ in ("ORG", "GPE", "NORP")):
            return quote_phrase(subject)
    return None
