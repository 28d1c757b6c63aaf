"""Which clause a word stands in, and where and when a clause's event was."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crosswire.extract.incidents.apart import find_before, find_measured, is_measured, sets_apart
from crosswire.extract.incidents.elsewhere import (
    find_telling_clause,
    is_beside_speech,
    is_destination,
    is_government,
    is_held_at,
    is_measured_from,
    is_of_national_speaker,
    is_of_office,
    is_of_source,
    is_of_speaker,
    is_of_work,
    is_on_route,
    is_side,
    is_taken_there,
)
from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.people import is_person, read_person_nouns
from crosswire.extract.incidents.victims import find_subjects, list_harm_verbs
from crosswire.model import PlaceMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from crosswire.model import Reading

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
OWN_CLAUSE = frozenset({"ccomp", "advcl", "conj", "parataxis", "csubj", "pcomp"})
LISTED = frozenset({"conj", "appos", "npadvmod", "dep"})
HELD = re.compile(r"(?:,? | \()(?:(?:in|near) )?(?:the )?(?:[a-z-]+ ){0,2}(?:of )?")
LONGEST_INITIALS = 3
# What parts a headline from the outlet's name behind it in a page's title.
TITLE_BARS = re.compile(r" [|«·] | :: | - (?=.* - )")
RANKS = {"city": 0, "second-order": 2, "region": 3, "waters": 3, "area": 5, "country": 6, "continent": 7}
# Prepositions before those who act or agree.
SIDES = frozenset({"between", "by", "with"})
ARTICLES = frozenset({"a", "an", "another"})
# What happens in, at or outside a thing happens where the thing is.
INSIDE = frozenset({"in", "at", "inside", "outside", "near", "behind", "on"})


def find_clause(token: "Token") -> "Token":
    """The head of the clause a token stands in; relative and participle clauses belong to the clause of what they describe.

    "Killed when …", "killed as …" and coordinated harms ("three were killed and 20 injured") are one clause;
    what is only held against it ("a day after the fire in …", "in retaliation for the raid on …") is one of its own.
    """
    if (apart := find_before(token)) is not None:
        return apart
    while token.dep_ != "ROOT":
        if token.dep_ == "pobj" and sets_apart(token.head):
            return token
        if token.dep_ == "relcl" and (apart := find_measured(token.head)) is not None:
            return apart
        own = token.pos_ in ("VERB", "AUX") and token.dep_ in OWN_CLAUSE and any(c.dep_ in SUBJECTS for c in token.children)
        if own and not _goes_with_head(token):
            return token
        token = token.head
    return token


def _goes_with_head(verb: "Token") -> bool:
    """Whether a clause with a subject of its own still tells its head's event."""
    harms = list_harm_verbs()
    if verb.dep_ in ("ccomp", "pcomp"):
        return verb.head.lemma_ in ("leave", "with")
    if verb.dep_ == "conj":
        acts = any(c.dep_ == "nsubj" for c in verb.children) and any(c.dep_ == "dobj" for c in verb.children)
        lost = any(c.dep_ == "dobj" and c.lemma_ == "life" for c in verb.head.children)
        return verb.lemma_ in harms and (verb.head.lemma_ in harms or lost) and not acts
    mark = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i), "")
    return (
        not is_measured(verb)
        and verb.dep_ == "advcl"
        and mark in ("when", "as", "after")
        and (verb.head.lemma_ in harms or verb.lemma_ in harms or _is_harmed(verb.head))
    )


def _is_harmed(verb: "Token") -> bool:
    """ "One man is dead", "two are missing"."""
    states = {c.lower_ for c in (verb, *verb.children) if c == verb or c.dep_ == "acomp"}
    return any(not words["adjectives"].isdisjoint(states) for words in read_harm_words().values())


def read_turn(sentence: "Words") -> str | None:
    """The adverb at a sentence's head that turns to another place: "Elsewhere, two were killed", "Meanwhile a fire ..."."""
    first = next((token.lower_ for token in sentence if token.is_alpha), None)
    return first if first in read_words("extract", "turning_words") else None


def is_narrow(place: PlaceMention) -> bool:
    """Whether a place is a town, or a name the gazetteer does not know."""
    return not place.candidates or place.candidates[0].place.precision == "city"


def is_local(place: PlaceMention) -> bool:
    """Whether a place is a town, a county, waters or a name the gazetteer does not know."""
    return is_narrow(place) or place.candidates[0].place.precision in ("second-order", "waters")


def is_site(reading: "Reading", place: PlaceMention) -> bool:
    """Whether a name is a building's, a road's or a town's part ("the Nordend section"), which says too little without its town."""
    root = root_of(reading, place)
    if root is None or is_part_of_town(reading, place):
        return True
    return not place.candidates and (root.ent_type_ != "GPE" or root.lower_.rstrip(".") in read_words("model", "street_nouns"))


def is_part_of_town(reading: "Reading", place: PlaceMention) -> bool:
    """Whether the article says somewhere that a name is a part of a town: "the Nordend section", "Nordend neighbourhood"."""
    same = (other for other in reading.places if other.span.text == place.span.text)
    return any(_is_before_part(root_of(reading, other)) for other in same)


def _is_before_part(root: "Token | None") -> bool:
    """Whether a noun for a town's part stands behind a name and calls it so; "a Porto suburb", "Porto suburbs" and "the Porto suburb of
    Maia" are parts of Porto, but "the Nordend section of Porto" is one."""
    part = root.nbor(1) if root is not None and root.i + 1 < len(root.doc) else None
    if part is None or part.lemma_ not in read_words("extract", "town_parts"):
        return False
    held = part.lemma_ in read_words("extract", "town_quarters")
    return part.tag_ != "NNS" and not any(child.lower_ in ARTICLES or (child.lower_ == "of" and not held) for child in part.children)


def find_event_places(reading: "Reading", tokens: "Sequence[Token]", events: "Sequence[Token]" = ()) -> list[PlaceMention]:
    """Where a clause says its event was: the narrowest places, coordinated ones each; not who acts or where it is told from.

    Places that hang on one of the `events` themselves ("the attack in Nice") come before all others of the clause.
    """
    offsets = {token.idx for token in tokens}
    within = [place for place in reading.places if place.span.start in offsets]
    known = [PlaceMention(place.span, ()) if is_part_of_town(reading, place) else place for place in within]
    roots = [(place, root_of(reading, place)) for place in known]
    found = [(place, root) for place, root in roots if root is not None and is_location(root) and not _is_no_place(place, root)]
    found = [(place, root) for place, root in found if not _is_of_custody(root, events) and not _is_of_outlet(reading, place)]
    found = [pair for pair in found if not (is_of_office(_climb_list(pair[1]).head) or is_of_national_speaker(_climb_list(pair[1]).head))]
    found = [(place, root) for place, root in found if not is_of_source(_climb_list(root).head, frozenset(read_person_nouns()))]
    found = [(place, root) for place, root in found if not (_is_with_people(root) and _is_abroad(place, found))] or found
    own = [(place, root) for place, root in found if not (_is_origin(root) or is_of_speaker(_climb_list(root).head))]
    found = own or [(place, root) for place, root in found if not (_is_origin(root) and rank(place) == RANKS["country"])]
    found = [pair for pair in found if not any(_holds(reading, other, pair[0]) for other, _ in found)]
    telling = find_telling_clause(events)
    found = [pair for pair in found if telling is not None and telling.is_ancestor(pair[1])] or found
    named = [event for event in events if event.pos_ != "VERB"]
    found = [pair for pair in found if any(event.is_ancestor(pair[1]) or event == pair[1].head for event in named)] or found
    narrowest = min((_rank(place, root) for place, root in found), default=0)
    chosen = [pair for pair in found if _rank(*pair) == narrowest]
    return [place for position, (place, root) in enumerate(chosen) if position == 0 or _is_coordinated(root, chosen[0][1])]


def _holds(reading: "Reading", village: PlaceMention, place: PlaceMention) -> bool:
    """Whether a place only says where an unknown village right before it lies: "in Vale, in the Lima district"."""
    between = reading.article.text[village.span.end : place.span.start] if village.span.end < place.span.start else "."
    return not village.candidates and bool(place.candidates) and bool(HELD.fullmatch(between))


def _is_origin(root: "Token") -> bool:
    """Whether a name says where people are from: "natives of Lima", "fighters from Quito"."""
    preposition = _climb_list(root).head
    people = {preposition.head.lemma_, preposition.head.lower_}
    if preposition.lower_ == "of" and not people.isdisjoint(read_words("annotate", "roles")):
        return True  # "the mayor of Lima"
    return preposition.lower_ in ("of", "from") and not people.isdisjoint((*read_person_nouns(), *read_words("extract", "armed_nouns")))


def _is_of_outlet(reading: "Reading", place: PlaceMention) -> bool:
    """Whether a name stands in what a page's title adds to a headline: "Two shot in Porto | News from Lisbon"."""
    low, high = reading.paragraphs[0]
    if not low <= place.span.start < high:
        return False
    headline = reading.article.text[low:high].rstrip()
    added = max(TITLE_BARS.finditer(headline), key=lambda found: found.end(), default=None)
    return (
        added is not None
        and len(headline[: added.start()].split()) > len(headline[added.end() :].split())
        and place.span.start >= added.end() + low
    )


def _is_with_people(root: "Token") -> bool:
    """Whether a name says where somebody is who tells of an event or has a part in it: "according to a priest in Lima"."""
    preposition = _climb_list(root).head
    people = not read_person_nouns().keys().isdisjoint((preposition.head.lemma_, preposition.head.lower_))
    return preposition.pos_ == "ADP" and (people or any(above.lower_ == "according" for above in preposition.ancestors))


def _is_abroad(place: PlaceMention, found: "Sequence[tuple[PlaceMention, Token]]") -> bool:
    """Whether a place lies in no country in which another of the same clause does that nobody's whereabouts are."""
    countries = {other.candidates[0].place.country for other, root in found if other.candidates and not _is_with_people(root)}
    return bool(countries and place.candidates) and place.candidates[0].place.country not in countries


def _is_of_custody(root: "Token", events: "Sequence[Token]") -> bool:
    """Whether a place is where somebody was arrested or charged for another event: "a man accused of the shooting was jailed in …"."""
    preposition = _climb_list(root).head
    inner = preposition.head
    if preposition.lower_ == "of" and inner.dep_ == "pobj" and inner.lemma_ in read_words("extract", "place_nouns"):
        preposition = inner.head  # "arrested in the municipality of Lima"
    verb = preposition.head
    custody = verb.lemma_ == "take" and any(g.lemma_ == "custody" for c in verb.children if c.dep_ == "prep" for g in c.children)
    return (
        verb.pos_ == "VERB"
        and any(event != verb for event in events)
        and not any(child in events for child in verb.children if child.dep_ == "dobj")  # a tram that caught fire
        and (custody or verb.lemma_ in read_words("extract", "custody_verbs"))
    )


def _is_no_place(place: PlaceMention, root: "Token") -> bool:
    """Whether a name says no place: a country before an event ("US strikes"), a home ("Britain-based"), a street without its town."""
    broad = bool(place.candidates) and place.candidates[0].place.precision == "country"
    words = {word.lower().rstrip(".") for word in place.span.text.split()}
    street = not place.candidates and not words.isdisjoint(read_words("model", "street_nouns"))
    initials = not place.candidates and root.text.isupper() and place.span.text.isalpha() and not _heads_sentence(place, root)
    aside = initials or is_hyphened(place, root) or _is_crossing(root) or is_of_work(_climb_list(root).head)
    return aside or street or (broad and root.dep_ == "compound") or _heads_sentence(place, root)


def is_hyphened(place: PlaceMention, root: "Token") -> bool:
    """Whether a name only says whose or where from something is: "Britain-based", "Lima-backed"."""
    bound = root.i + 2 < len(root.doc) and root.nbor(1).text == "-" and not root.whitespace_
    return bound and place.span.end <= root.nbor(1).idx


def _is_crossing(root: "Token") -> bool:
    """Whether a name is that of a street by what it crosses: "at Vale and Marsh streets", "near 48th and Vale"."""
    if root.i > 1 and root.nbor(-1).lower_ in ("and", "&") and root.nbor(-2).text[:1].isdigit():
        return True
    if root.i + 3 >= len(root.doc) or root.nbor(1).lower_ not in ("and", "&"):
        return False
    following = root.doc[root.i + 3 : root.i + 5]
    return any(t.lemma_.lower().rstrip(".") in read_words("model", "street_nouns") for t in following) and root.nbor(2).pos_ == "PROPN"


def is_sent_from(reading: "Reading", place: PlaceMention) -> bool:
    """Whether a name only says where the report is sent from."""
    root = root_of(reading, place)
    return root is not None and _heads_sentence(place, root)


def _heads_sentence(place: PlaceMention, root: "Token") -> bool:
    """Whether a name in capitals at the head of a sentence in small letters says where it is sent from ("LIMA The river rose ...")."""
    sentence, name = root.sent, place.span.text
    first = next((token for token in sentence if token.is_alpha), None)
    own = first is not None and first.idx == place.span.start and len(name) > LONGEST_INITIALS
    return own and name.isupper() and not all(t.is_upper for t in sentence if t.is_alpha)


def _rank(place: PlaceMention, root: "Token") -> int:
    """How narrow a place is: towns, then villages the gazetteer does not know, counties, regions and waters, sites without a town, areas,
    countries."""
    if not place.candidates:
        return 1 if root.ent_type_ == "GPE" and not _is_before_part(root) else 4
    return rank(place)


def rank(place: PlaceMention) -> int:
    """How narrow a place is: a town, a name the gazetteer does not know, a county, then what is wider."""
    return RANKS.get(place.candidates[0].place.precision or "", max(RANKS.values())) if place.candidates else 1


def root_of(reading: "Reading", place: PlaceMention) -> "Token | None":
    words = reading.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    return words.root if words is not None else None


def _is_coordinated(root: "Token", first: "Token") -> bool:
    """Whether a place stands in one list with the first: linked by conjunctions, or by commas in a list that a conjunction closes."""
    listed = any(child.dep_ == "conj" for child in root.children)
    while root.dep_ in LISTED and root.head.pos_ in ("PROPN", "NOUN"):
        listed = listed or root.dep_ == "conj"
        root = root.head
        if root == first:
            return listed
    return False


def is_location(root: "Token") -> bool:
    """Whether grammar puts the event there: under a placing preposition, as the object of a verb of hitting, or before an event noun."""
    token = _climb_list(root)
    if token.dep_ in ("compound", "poss", "nmod") and token.head.lemma_ in read_words("extract", "place_nouns"):
        return is_location(token.head)
    if token.dep_ in ("compound", "nmod", "poss") and token.head.dep_ == "pobj" and _is_inside(token.head):
        return not _is_of_hospital(token.head)
    if token.dep_ in ("compound", "nmod"):
        inner = token.head.dep_ in ("compound", "nmod") and token.head.is_lower  # "Lima mosque blast"
        held = token.head.head if inner else token.head
        return held.pos_ in ("NOUN", "PROPN") and held.lemma_.lower() in read_words("extract", "event_nouns")
    if token.dep_ == "poss":
        return token.head.dep_ == "pobj" and token.head.head.lower_ in read_words("extract", "placing_words")
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.lemma_ in read_words("extract", "hitting_verbs")
    if token.dep_ in ("ROOT", "npadvmod", "dep"):
        return not is_side(token.head)
    if token.dep_ != "pobj" or _is_of_hospital(token) or is_government(token.head) or is_on_route(token.head):
        return False
    if is_destination(token) or is_measured_from(token.head):
        return False
    if token.head.lower_ == "of" and token.head.head.dep_ == "pobj" and token.head.head.lemma_ in read_words("extract", "place_nouns"):
        return is_location(token.head.head)
    if is_taken_there(token):
        return False
    return token.head.lower_ in read_words("extract", "placing_words") and not _is_told_from(token.head)


def is_speaker_or_venue(root: "Token") -> bool:
    """Whether a name acts or speaks ("Lima said"), stands for one of two sides, or is where people met and spoke ("a summit in Lima")."""
    token = _climb_list(root)
    if token.dep_ == "nsubj":
        return token.head.pos_ in ("VERB", "AUX")
    if token.dep_ in ("poss", "compound"):
        return _is_hospital(token.head) and token.head.dep_ == "pobj"
    if token.dep_ != "pobj":
        return False
    if is_on_route(token.head) or is_held_at(token) or _is_of_hospital(token):
        return True
    return token.head.lower_ in SIDES or _is_told_from(token.head) or is_of_speaker(token.head) or is_beside_speech(token.head)


def _is_of_hospital(token: "Token") -> bool:
    """Whether a name is that of a hospital somebody was taken to or died in, or where it stands."""
    noun = token if _is_hospital(token) else token.head.head
    if not _is_hospital(noun) or noun.dep_ != "pobj":
        return False
    above = noun.head.head
    verb = next((word for word in (above, *above.ancestors) if word.pos_ == "VERB"), above)
    near = (above.lemma_, verb.lemma_, *(g.lemma_ for c in above.children if c.dep_ == "prep" for g in c.children))
    staying = above.pos_ == "AUX" and any(is_person(subject) for subject in find_subjects(above))  # "five are still at a hospital in Lima"
    return noun.head.lower_ == "to" or staying or not read_words("extract", "caring_verbs").isdisjoint(near)


def _is_hospital(noun: "Token") -> bool:
    return noun.lemma_.lower() in read_words("extract", "hospitals")


def _is_inside(noun: "Token") -> bool:
    """Whether an event in, at or outside a thing is where the thing is: "in a Porto bar"; not "at a Porto officer"."""
    known = {noun.lemma_, noun.lower_}
    placed = noun.head.lower_ in INSIDE and noun.pos_ == "NOUN" and noun.ent_type_ not in ("PERSON", "ORG")
    return placed and known.isdisjoint(read_person_nouns()) and known.isdisjoint(read_words("extract", "group_nouns"))


def _climb_list(token: "Token") -> "Token":
    """The first of a list of places, or what a place stands beside ("Basra, Iraq")."""
    while True:
        inner = token.dep_ in ("npadvmod", "dep", "compound") and token.head.ent_type_ in ("GPE", "LOC", "FAC")
        if not inner and token.dep_ not in ("conj", "appos", "nmod", "flat"):
            return token
        token = token.head


def _is_told_from(preposition: "Token") -> bool:
    """A place that hangs on a verb of saying, or on what was told ("told a briefing in Lima"), is where it was said; "of" a person or
    body is no place of an event."""
    head = preposition.head
    if head.lemma_ in read_words("extract", "gathering_nouns") and head.head.lemma_ in read_words("extract", "speech_verbs"):
        return True
    if head.pos_ in ("VERB", "AUX") and head.lemma_ in read_words("extract", "speech_verbs"):
        return preposition.i > head.i and not any(child.dep_ == "nsubjpass" for child in head.children)
    return preposition.lower_ in ("of", "to", "for") and head.ent_type_ in ("PERSON", "ORG")
