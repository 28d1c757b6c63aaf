"""Whether something is told as so, planned, hypothetical, denied or negated."""

from typing import TYPE_CHECKING

from crosswire.extract.claims.contentions import read_contentions
from crosswire.extract.positions.lexicon import is_negated, read_terms
from crosswire.extract.subjects import is_speech
from crosswire.model import Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far up the parse a word still counts.
REACH = 5
# What hangs on a word in these ways is not what the word is about.
BESIDE = frozenset({"nsubj", "nsubjpass", "advcl", "npadvmod", "parataxis", "relcl"})
SILENT = frozenset({"lack", "without", "refuse", "decline", "reject"})


def find_mode(token: "Token") -> Mode:
    """The mode of the clause a word stands in: the first word at it or above it that takes it out of fact decides."""
    if is_negated(token):
        return "negated"
    below, planned = token, False
    for distance, above in enumerate([token, *token.ancestors]):
        if distance > REACH or (distance > 0 and _is_parted(below, above)):
            break
        if distance > 0 and below.dep_ in BESIDE and above.pos_ in ("VERB", "AUX"):
            if _is_turned_down(below, above):
                return "denied"
            break
        if distance > 0 and (above.lemma_ in read_terms("modes", "denying") or _is_turned_down(below, above)):
            return "denied"
        if (distance > 0 and is_negated(above) and not is_speech(above)) or (distance > 0 and above.lemma_ in ("lack", "without")):
            return "negated"
        if distance > 0 and above.lemma_ in read_terms("modes", "hypothetical"):
            return "hypothetical"
        if found := _read_helpers(above):
            if found == "hypothetical":
                return found
            planned = True
        planned = planned or (distance > 0 and above.lemma_ in read_terms("modes", "planning"))
        below = above
    return "planned" if planned else "said"


def _is_parted(below: "Token", above: "Token") -> bool:
    """Whether a semicolon parts a clause from the verb that the parse hangs it on."""
    last = below.right_edge
    return below.dep_ == "ccomp" and below.i < above.i and last.i + 1 < len(last.doc) and last.nbor(1).text == ";"


def _is_turned_down(noun: "Token", verb: "Token") -> bool:
    """Whether a claim is denied: "reports that a truce was agreed were dismissed", "rejected the claim that"."""
    words = read_contentions()
    denied = verb.lemma_ in words["deny"] or verb.lemma_ in words["turn_down"]
    return denied and noun.dep_ in ("dobj", "nsubjpass") and noun.lemma_ in words["claims"] and not is_negated(verb)


def _read_helpers(verb: "Token") -> Mode | None:
    """What the auxiliaries and conjunctions of a verb say; "would" of a reported verb is a plan."""
    reported = verb.dep_ == "ccomp" and is_speech(verb.head)
    for child in verb.children:
        if child.dep_ in ("mark", "advmod") and child.lower_ in read_terms("modes", "doubting"):
            return "hypothetical"
        if child.dep_ == "aux" and child.lower_ == "would":
            return "planned" if reported else "hypothetical"
        if child.dep_ == "aux" and child.lower_ in read_terms("modes", "hypothetical"):
            return "hypothetical"
        if child.dep_ == "aux" and child.lower_ in read_terms("modes", "planned"):
            return "planned"
    return None
