"""Clauses that tell an incident: what happened, to how many, where and when, gathered from one sentence."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.extract.harms import Harm, find_harms, list_harm_verbs
from crosswire.extract.triggers import Trigger, count_weapon, find_triggers, find_weapons, kind_of_weapon
from crosswire.model import DateMention, PlaceMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from crosswire.model import Reading

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
OWN_CLAUSE = frozenset({"ccomp", "advcl", "conj", "parataxis", "csubj", "pcomp"})
PLACING = frozenset({"in", "at", "near", "on", "outside", "around", "across", "inside", "off", "into", "over", "along", "throughout", "against", "of", "to", "for", "towards", "toward", "between", "above", "within"})
AWAY = frozenset({"from", "by", "with", "since", "than", "about", "like", "as", "including", "besides", "after", "before", "under"})


@dataclass(slots=True)
class Frame:
    """What one clause tells of one incident, before the article's frames are joined. `place` None where the clause names none."""

    sentence: "Words"
    tokens: "list[Token]"
    triggers: tuple[Trigger, ...]
    harms: tuple[Harm, ...]
    place: PlaceMention | None
    date: DateMention | None
    weapon: str | None
    weapon_count: int | None
    listed: bool = False
    alone: bool = False

    @property
    def definite(self) -> bool:
        """Whether the clause takes up an event told before."""
        return bool(self.triggers) and all(trigger.definite for trigger in self.triggers)

    @property
    def kinds(self) -> list[str]:
        """The kinds it names, by its words and then by its weapon."""
        by_weapon = kind_of_weapon(self.weapon) if self.weapon else None
        return [trigger.kind for trigger in self.triggers] + ([by_weapon] if by_weapon else [])

    @property
    def telling(self) -> bool:
        """Whether the clause adds something: a figure, a day, a place, or the event taken up by a noun."""
        return bool(any(h.count for h in self.harms) or self.date or self.place or (self.definite and self.triggers[0].token.pos_ != "VERB"))

    @property
    def summing(self) -> bool:
        """Whether the clause speaks of several events at once without telling any ("these incidents", "the attacks")."""
        return not self.harms and bool(self.triggers) and all(trigger.token.tag_ == "NNS" for trigger in self.triggers)


def find_frames(reading: "Reading", sentence: "Words") -> list[Frame]:
    """The incidents a sentence tells, clause by clause; coordinated places under one event are one incident each."""
    triggers, harms = find_triggers(sentence), find_harms(sentence)
    if not triggers and not harms:
        return []
    heads = sorted({find_clause(t).i for t in [*(x.token for x in triggers), *(h.anchor for h in harms)]})
    frames = [frame for head in heads for frame in _read_clause(reading, sentence, sentence.doc[head], (triggers, harms))]
    return _share(reading, sentence, frames)


def find_clause(token: "Token") -> "Token":
    """The head of the clause a token stands in; relative and participle clauses belong to the clause of what they describe.

    "Killed when …", "killed as …" and coordinated harms ("three were killed and 20 injured") are one clause;
    what is placed in time against it ("a day after the fire in …") is one of its own.
    """
    while token.dep_ != "ROOT":
        if token.dep_ == "pobj" and _is_time_apart(token.head):
            return token
        own = token.pos_ in ("VERB", "AUX") and token.dep_ in OWN_CLAUSE and any(c.dep_ in SUBJECTS for c in token.children)
        if own and not _goes_with_head(token):
            return token
        token = token.head
    return token


def _is_time_apart(preposition: "Token") -> bool:
    """Whether "after" or "before" comes with a measure of time: "two weeks after"."""
    return preposition.lower_ in ("after", "before") and any(c.dep_ in ("npadvmod", "advmod") for c in preposition.children)


def _goes_with_head(verb: "Token") -> bool:
    """Whether a clause with a subject of its own still tells its head's event."""
    harms = list_harm_verbs()
    if verb.dep_ in ("ccomp", "pcomp"):
        return verb.head.lemma_ in ("leave", "with")
    if verb.dep_ == "conj":
        return verb.lemma_ in harms and verb.head.lemma_ in harms
    mark = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i), "")
    return verb.dep_ == "advcl" and mark in ("when", "as", "after") and (verb.head.lemma_ in harms or verb.lemma_ in harms)


def _read_clause(reading: "Reading", sentence: "Words", head: "Token", told: tuple[tuple[Trigger, ...], tuple[Harm, ...]]) -> list[Frame]:
    tokens = [t for t in sentence if not t.is_space and find_clause(t) == head]
    triggers = tuple(trigger for trigger in told[0] if find_clause(trigger.token) == head)
    harms = tuple(harm for harm in told[1] if find_clause(harm.anchor) == head)
    weapons = list(find_weapons(tokens))
    count = next((number for _, token in weapons if (number := count_weapon(token)) is not None), None)
    frame = Frame(sentence, tokens, triggers, harms, None, _find_date(reading, tokens), weapons[0][0] if weapons else None, count)
    places = find_event_places(reading, tokens)
    if len(places) < 2 or any(harm.count is not None for harm in harms):
        frame.place = places[0] if len(places) == 1 else None
        return [frame]
    return [Frame(sentence, tokens, triggers, (), place, frame.date, frame.weapon, None, listed=True) for place in places]


def _share(reading: "Reading", sentence: "Words", frames: list[Frame]) -> list[Frame]:
    """A clause without a place or day of its own takes the sentence's, where no other clause of it tells an incident there."""
    tokens = [t for t in sentence if not t.is_space]
    for frame in frames:
        frame.alone = len(frames) == 1
        if frame.place is None and frame.alone:
            places = find_event_places(reading, tokens)
            frame.place = places[0] if len(places) == 1 else None
        if frame.date is None:
            frame.date = _find_date(reading, tokens)
    return frames


def find_event_places(reading: "Reading", tokens: "list[Token]") -> list[PlaceMention]:
    """Where a clause says its event was: the narrowest places, coordinated ones each; not who acts or where it is told from."""
    found = [(mention, root) for mention in _mentions_in(reading, tokens) if (root := _root_of(reading, mention)) is not None and _is_location(root)]
    cities = [pair for pair in found if _is_narrow(pair[0])]
    chosen = cities or found
    first = chosen[:1]
    return [mention for mention, root in chosen if (mention, root) in first or _is_coordinated(root, [r for _, r in first])]


def _mentions_in(reading: "Reading", tokens: "list[Token]") -> list[PlaceMention]:
    offsets = {t.idx for t in tokens}
    return [place for place in reading.places if place.span.start in offsets]


def _root_of(reading: "Reading", place: PlaceMention) -> "Token | None":
    words = reading.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    return words.root if words is not None else None


def _is_narrow(place: PlaceMention) -> bool:
    return not place.candidates or place.candidates[0].place.precision == "city"


def _is_coordinated(root: "Token", firsts: "list[Token]") -> bool:
    """Whether a place stands in one list with the first: linked by conjunctions, or by commas in a list that a conjunction closes."""
    listed = any(child.dep_ == "conj" for child in root.children)
    while root.dep_ in ("conj", "appos", "npadvmod", "dep") and root.head.pos_ in ("PROPN", "NOUN"):
        listed = listed or root.dep_ == "conj"
        root = root.head
        if root in firsts:
            return listed
    return False


def _is_location(root: "Token") -> bool:
    """Whether grammar puts the event there: under a placing preposition, as the object of a verb of hitting, or before an event noun."""
    token = root
    while token.dep_ in ("conj", "appos", "nmod", "flat") or (token.dep_ in ("npadvmod", "dep") and token.head.ent_type_ == "GPE") or (token.dep_ == "compound" and token.head.ent_type_ in ("GPE", "LOC", "FAC")):
        token = token.head
    if token.dep_ == "compound":
        return token.head.pos_ == "NOUN" and token.head.lemma_ in read_words("extract", "event_nouns")
    if token.dep_ == "poss":
        return token.head.dep_ == "pobj" and token.head.head.lower_ in PLACING
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.lemma_ in read_words("extract", "hitting_verbs")
    if token.dep_ == "ROOT" or token.dep_ in ("npadvmod", "dep"):
        return True
    if token.dep_ != "pobj" or token.head.lower_ in AWAY:
        return False
    return token.head.lower_ in PLACING and not _is_told_from(token.head)


def _is_told_from(preposition: "Token") -> bool:
    """A place that hangs on a verb of saying is where it was said; "of" a person or body is no place of an event."""
    head = preposition.head
    if head.pos_ in ("VERB", "AUX") and head.lemma_ in read_words("extract", "speech_verbs") and not any(c.dep_ in ("nsubjpass",) for c in head.children):
        return preposition.i > head.i
    return preposition.lower_ in ("of", "to", "for") and head.ent_type_ in ("PERSON", "ORG")


def _find_date(reading: "Reading", tokens: "list[Token]") -> DateMention | None:
    """The first day told in the tokens that is the event's own: not the day of a saying, of a count, or from which something has lasted."""
    offsets = {t.idx for t in tokens}
    dates = [date for date in reading.dates if date.span.start in offsets and not _is_bare_year(date)]
    return next((date for date in dates if is_event_day(reading, date)), None)


def _is_bare_year(date: DateMention) -> bool:
    return date.expression.kind == "date" and date.expression.month is None


def is_event_day(reading: "Reading", date: DateMention) -> bool:
    """Whether a day is that of an event: not of saying so, of counting, or from which something has lasted."""
    token = reading.token_at(date.span.start)
    for above in token.ancestors:
        if above.lower_ in ("since", "until", "before") and above.pos_ in ("ADP", "SCONJ"):
            return False
        if above.pos_ in ("VERB", "AUX"):
            if any(c.lower_ in ("since", "until") for c in above.children if c.dep_ == "mark"):
                return False
            return not _is_toll_verb(above) and not _is_day_of_saying(above, token)
        if above.pos_ == "NOUN" and above.idx >= date.span.end:
            return True
    return True


def _is_toll_verb(verb: "Token") -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.lemma_ in ("toll", "number", "count", "tally") for c in verb.children)


def _is_day_of_saying(verb: "Token", day: "Token") -> bool:
    """Whether the day hangs on a verb of reporting and not on what it reports ("struck the port overnight, officials said")."""
    if verb.lemma_ not in read_words("extract", "speech_verbs") or any(c.dep_ == "nsubjpass" for c in verb.children):
        return False
    if day.i < verb.i and any(t.pos_ == "VERB" for t in verb.doc[verb.sent.start : day.i]):
        return False
    return not any(c.dep_ == "dobj" and c.i < day.i and c.lemma_ in read_words("extract", "event_nouns") for c in verb.children)
