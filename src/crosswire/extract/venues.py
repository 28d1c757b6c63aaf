"""To whom, in what and when something was said."""

from typing import TYPE_CHECKING

from crosswire.extract.attributions import Attribution
from crosswire.model import DateMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading


def find_hearer(attribution: Attribution | None) -> str | None:
    """To whom it was said: the object of "told", or of "to" in "said to X", "in comments to X"; None where not said."""
    if attribution is None:
        return None
    verb = attribution.verb
    if verb.lemma_ in ("tell", "inform", "assure", "remind"):
        hearer = next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)
        return _phrase(hearer) if hearer is not None else None
    for token in verb.subtree:
        venue = token.head.lemma_ in read_words("extract", "venues") or token.head == verb and verb.lemma_ in ("say", "speak", "talk", "write")
        if token.lower_ == "to" and token.dep_ in ("prep", "dative") and venue:
            hearer = next((c for c in token.children if c.dep_ == "pobj" and _is_hearer(c)), None)
            if hearer is not None:
                return _phrase(hearer)
    return None


def _is_hearer(noun: "Token") -> bool:
    named = any(t.ent_type_ in ("ORG", "PERSON", "NORP", "GPE") for t in (noun, *noun.lefts))
    return named or noun.lemma_ in ("reporter", "journalist")


def find_venue(attribution: Attribution | None) -> str | None:
    """In what it was said ("video address", "state TV"), from a phrase with in, on, at or during that hangs on the reporting verb."""
    if attribution is None:
        return None
    for token in _hanging(attribution.verb):
        noun = next((c for c in token.children if c.dep_ == "pobj" and c.lemma_ in read_words("extract", "venues")), None)
        if token.lower_ in ("in", "on", "at", "during", "to", "via", "through") and noun is not None and noun.lemma_ not in ("medium",):
            return _phrase(noun)
    return None


def find_day(reading: "Reading", attribution: Attribution | None) -> DateMention | None:
    """The words for the day it was said: a date that hangs on the reporting verb itself."""
    if attribution is None:
        return None
    for date in reading.dates:
        token = reading.token_at(date.span.start)
        top = token
        while top.dep_ in ("pobj", "npadvmod", "compound", "nummod", "prep", "amod", "advmod") and top.head != top:
            if top.head == attribution.verb:
                return date
            top = top.head
            if top.pos_ in ("VERB", "AUX"):
                break
    return None


def _hanging(verb: "Token") -> "list[Token]":
    """Prepositions on the verb, on a participle before it ("Speaking on …, he said") and on their venue nouns."""
    clauses = [verb, *(c for c in verb.children if c.dep_ in ("advcl", "prep") and c.pos_ == "VERB")]
    found = [p for clause in clauses for p in clause.children if p.dep_ in ("prep", "agent", "advmod")]
    return found + [p for q in found for n in q.children if n.dep_ == "pobj" for p in n.children if p.dep_ == "prep"]


def _phrase(noun: "Token") -> str:
    """A noun with its modifiers, the article left out."""
    kept = [t for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod", "flat", "poss") for t in c.subtree] + [noun]
    first = min(kept, key=lambda t: t.i)
    words = noun.doc[first.i : noun.i + 1]
    return words.text.removeprefix("the ").removeprefix("The ").removeprefix("a ").strip()
