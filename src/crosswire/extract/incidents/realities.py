"""Whether a word of an event is told as fact: not hoped for, threatened, denied, banned or put under a condition."""

from typing import TYPE_CHECKING

from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

GENERIC = frozenset({"any", "no", "every", "such"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
NEARLY = frozenset({"nearly", "almost", "narrowly", "possibly", "potentially"})
FUTURE = frozenset({"will", "’ll", "'ll", "shall", "can"})
PURPOSE = frozenset({"xcomp", "acl", "advcl", "relcl", "ROOT"})
# How far up the parse a word still takes an event out of fact.
REACH = 6


def is_real(token: "Token") -> bool:
    """Whether the event the token stands for is told as something that happened."""
    if any(child.dep_ == "neg" or child.lower_ in CONDITIONS for child in token.children):
        return False
    if token.pos_ in ("VERB", "AUX") and (_is_open(token) or _is_imperative(token)):
        return False
    below = token
    for distance, above in enumerate(token.ancestors):
        if distance >= REACH or (above.pos_ == "NOUN" and above.lemma_ in read_words("extract", "setting_apart")):
            break  # whatever is done about an anniversary or in response, what is looked back to has happened
        if below.dep_ == "relcl" and above.pos_ == "PROPN":
            break  # "nobody has forgotten Lima, where nine people died"
        if below.dep_ == "ccomp" and above.lemma_ in read_words("extract", "reminding_verbs") and not _is_negated(above):
            return True
        if above.lemma_ in read_words("extract", "irrealis") and _hangs_closely(below, above):
            return False
        if above.pos_ in ("VERB", "AUX") and _is_open(above):
            return False
        below = above
    return True


def _is_negated(verb: "Token") -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _is_imperative(verb: "Token") -> bool:
    """ "Shoot him": a bare form at the head of a sentence or of what is said, with nobody who does it."""
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("ROOT", "ccomp", "advcl")
        and not any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.children)
    )


def is_generic(token: "Token") -> bool:
    """Whether a noun stands for any event of its kind ("any strikes", "such attacks")."""
    return any(child.lower_ in GENERIC for child in token.children)


def _is_open(verb: "Token") -> bool:
    """A modal, a condition, a negation, "nearly", a wish ("that he be shot"), or a bare infinitive of purpose on the verb itself."""
    infinitive = False
    if any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children) and not any(c.dep_ == "aux" for c in verb.children):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in CONDITIONS or child.lower_ in NEARLY:
            return True
        if child.dep_ == "aux" and (child.lower_ in FUTURE or child.lower_ in read_words("extract", "irrealis")):
            return True
        infinitive = infinitive or (child.dep_ == "aux" and child.lower_ == "to")
    return infinitive and verb.dep_ in PURPOSE and verb.head.lemma_ not in read_words("extract", "factual_verbs")


def _hangs_closely(below: "Token", above: "Token") -> bool:
    """Only what the word takes as its own object or complement is out of fact, not what happens beside it or what it "ends with"."""
    if below.dep_ == "prep" and below.lower_ in ("with", "in") and above.lemma_ == "end":
        return False
    return below.dep_ not in ("nsubj", "nsubjpass", "advcl", "conj", "npadvmod", "parataxis")
