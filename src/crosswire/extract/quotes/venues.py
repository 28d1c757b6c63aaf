"""To whom, in what and when something was said."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from crosswire.extract.phrases import quote_phrase
from crosswire.extract.quotes.attributions import Attribution
from crosswire.model import DateMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading


TELLING = frozenset({"tell", "inform", "assure", "remind"})
SAYING = frozenset({"say", "speak", "talk", "write"})
HEARERS = frozenset({"reporter", "journalist"})
HEARING_LABELS = frozenset({"ORG", "PERSON", "NORP", "GPE"})
LEADING = frozenset({"in", "on", "at", "during", "to", "via", "through"})
# What may stand between a date and the verb it belongs to.
DATING = frozenset({"pobj", "npadvmod", "compound", "nummod", "prep", "amod", "advmod"})
# "on social media", "in the media": everywhere and nowhere.
VAGUE = frozenset({"medium"})


def find_hearer(attribution: Attribution | None) -> str | None:
    """To whom it was said: the object of "told", or of "to" in "said to X", "in comments to X"; None where not said."""
    if attribution is None:
        return None
    verb = attribution.verb
    if verb.lemma_ in TELLING:
        hearer = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
        return quote_phrase(hearer) if hearer is not None else None
    for token in verb.subtree:
        if token.lower_ == "to" and token.dep_ in ("prep", "dative") and _leads_to_hearer(token, verb):
            hearer = next((c for c in token.children if c.dep_ == "pobj" and _is_hearer(c)), None)
            if hearer is not None:
                return quote_phrase(hearer)
    return None


def _leads_to_hearer(preposition: "Token", verb: "Token") -> bool:
    above = preposition.head
    return above.lemma_ in read_words("extract", "venues") or (above == verb and verb.lemma_ in SAYING)


def _is_hearer(noun: "Token") -> bool:
    return noun.lemma_ in HEARERS or any(t.ent_type_ in HEARING_LABELS for t in (noun, *noun.lefts))


def find_venue(attribution: Attribution | None) -> str | None:
    """In what it was said ("video address", "state TV"), from a phrase with in, on, at or during that hangs on the reporting verb."""
    noun = find_venue_noun(attribution) if attribution is not None else None
    return quote_phrase(noun) if noun is not None else None


def find_venue_noun(attribution: Attribution) -> "Token | None":
    """The noun for what it was said in."""
    for preposition in list_prepositions(attribution.verb):
        noun = next((c for c in preposition.children if c.dep_ == "pobj" and c.lemma_ in read_words("extract", "venues")), None)
        if preposition.lower_ in LEADING and noun is not None and noun.lemma_ not in VAGUE:
            return noun
    return None


def find_day(reading: "Reading", attribution: Attribution | None) -> DateMention | None:
    """The words for the day it was said: a date that hangs on the reporting verb itself."""
    if attribution is None:
        return None
    sentence = attribution.verb.sent
    first = bisect_left(reading.dates, sentence.start_char, key=lambda date: date.span.start)
    for date in reading.dates[first:]:
        if date.span.start >= sentence.end_char:
            break
        if _hangs_on(reading.token_at(date.span.start), attribution.verb):
            return date
    return None


def _hangs_on(token: "Token", verb: "Token") -> bool:
    while token.dep_ in DATING and token.head != token and token.pos_ not in ("VERB", "AUX"):
        token = token.head
        if token == verb:
            return True
    return False


def list_prepositions(verb: "Token") -> "list[Token]":
    """Prepositions on the verb, on a participle before it ("Speaking on …, he said") and on their venue nouns."""
    clauses = [verb, *(c for c in verb.children if c.dep_ in ("advcl", "prep") and c.pos_ == "VERB")]
    found = [p for clause in clauses for p in clause.children if p.dep_ in ("prep", "agent", "advmod")]
    return found + [p for q in found for n in q.children if n.dep_ == "pobj" for p in n.children if p.dep_ == "prep"]
