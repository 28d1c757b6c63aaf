"""Deaths of illness and old age, and injuries of sport, which are no incident."""

import re
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

CAUSES = frozenset({"of", "from", "after", "following", "to", "with", "by"})
# What an organ's name makes an illness of.
TURNS = frozenset({"arrest", "attack", "complication", "condition", "failure", "problem"})
DURING = frozenset({"in", "during"})
# How somebody dies to whom nothing happened.
PEACEFUL = re.compile(
    r"\b(?:of|from) (?:natural causes|old age|complications)\b|\bin (?:his|her|their) sleep\b|\bpeacefully\b", re.IGNORECASE
)


def is_attack_of_illness(noun: "Token") -> bool:
    """ "A heart attack", "a panic attack"."""
    return any(c.dep_ in ("compound", "amod") and _is_ailment(c) for c in noun.children)


def is_of_illness(death: "Token") -> bool:
    """Whether a word of dying is told with an illness, or as a quiet end: "died of cancer", "died after suffering from heart failure"."""
    if death.lemma_ not in read_harm_words()["killed"]["verbs_subject"]:
        return False
    causes = [c for c in death.children if c.lower_ in CAUSES or c.dep_ == "advcl"]
    told = any(_is_ailment(token) and not _is_beside(token) for cause in causes for token in cause.subtree)
    behind = death.doc[death.i : max((token.i for token in death.subtree), default=death.i) + 1].text
    return told or PEACEFUL.search(behind) is not None


def is_of_sport(harm: "Token") -> bool:
    """Whether somebody was hurt in a contest: "was hurt in a 27-24 loss to Lima", "suffered the injury in a match"."""
    verb = next((above for above in (harm, *harm.ancestors) if above.pos_ == "VERB"), harm)
    held = (g for c in (*harm.children, *verb.children) if c.lower_ in DURING for g in c.children if g.dep_ == "pobj")
    return any(noun.lemma_ in read_words("extract", "game_nouns") for noun in held)


def _is_beside(ailment: "Token") -> bool:
    """Whether an illness only says what another thing is for: "a cancer clinic"; not "heart failure"."""
    return ailment.dep_ in ("amod", "compound") and not _is_ailment(ailment.head) and ailment.head.lemma_ not in TURNS


def _is_ailment(token: "Token") -> bool:
    return token.lemma_.lower() in read_words("extract", "ailments")
