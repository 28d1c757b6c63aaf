"""Villages that no gazetteer lists and the recogniser takes for people, told to be places by the words around them."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# What the recogniser takes villages for.
TAKEN_FOR = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "LOC", "FAC"})
KNOWN = frozenset({"LOC", "FAC"})
ARTICLES = frozenset({"a", "an", "the"})
# A noun in another: "the village elder", "the port’s spokeswoman".
INNER = frozenset({"compound", "poss"})
PLACING = frozenset({"in", "at", "near", "outside", "around"})
SIDES = "(?:north|south|east|west)(?:[ -]?(?:north|south|east|west))*(?:ern|wards?)?"
NAME = r"(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2})"
MOST_WORDS = 4
MOST_AFTER = 30
TIES = frozenset("-–’'")
# "Vale, in the northern province of Land", "Vale (Land)", "Vale, Land", "Vale, some 40 km south of Land".
HELD = re.compile(
    rf"(?: of (?:the )?|,? in (?:the )?(?:[a-z-]+ ){{0,2}}(?:of )?|,? [\w ,.()-]{{0,40}}\b{SIDES} of (?:the )?(?:city of |town of )?"
    rf"|,? near (?:the )?(?:city of |town of )?| \(|, ){NAME}"
)

Knows = Callable[[str], bool]


def relabel_settlements(doc: "Doc", knows: Knows) -> None:
    """Marks as places (GPE) the names that stand where a place does and that the text calls a town, or puts into or beside a known place.

    `knows` tells whether a name is a place's in the gazetteer. All other mentions of such a name that are labelled as nothing else are
    marked too.
    """
    people = {ent.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    acting = {ent.text for ent in doc.ents if ent.text in people and ent.root.dep_ == "nsubj" and "-" not in ent.text}
    names = list(_list_names(doc))
    named = [w for w in names if w.text not in acting and not any(name.endswith(f" {w.text}") for name in people)]
    from spacy.tokens import Span

    towns = {words.text for words in named if _is_settlement(words, knows)} | {w.text for w in names if _is_called(w, knows)}
    towns |= {w.text for w in named if _is_attacked(w)} & {w.text for w in named if w.start > 0 and doc[w.start - 1].lower_ in ("in", "at")}
    towns |= {w.text for w in named if _is_label(w)} & {ent.text for ent in doc.ents if ent.label_ == "GPE"}
    if not towns:
        return
    marked = [words for words in names if words.text in towns]
    taken = {token.i for words in marked for token in words}
    kept = [ent for ent in doc.ents if taken.isdisjoint(range(ent.start, ent.end))]
    doc.ents = (*kept, *(Span(doc, words.start, words.end, label="GPE") for words in marked))


def _list_names(doc: "Doc") -> "Iterator[Span]":
    """Names that the recogniser took for something else, or for nothing; possessives and articles left out."""
    for ent in doc.ents:
        if ent.label_ in TAKEN_FOR:
            comma = next((token.i for token in ent if token.text == ","), ent.end)
            words = doc[ent.start : comma - (doc[comma - 1].tag_ == "POS")]
            if 0 < len(words) <= MOST_WORDS and all(token.text[:1].isupper() or token.text in TIES for token in words):
                yield words
    start = None
    for token in doc:
        bare = token.pos_ == "PROPN" and not token.ent_type_ and token.text[:1].isupper()
        if not bare and start is not None:
            if token.i - start <= MOST_WORDS:
                yield doc[start : token.i]
            start = None
        elif bare and start is None:
            start = token.i


def _is_settlement(words: "Span", knows: Knows) -> bool:
    doc, end = words.doc, words.end
    following = doc[end].lower_ if end < len(doc) else ""
    before = [token.lower_ for token in doc[max(0, words.start - 2) : words.start]]
    nouns, heads = _read_nouns(), read_words("annotate", "harm_heads")
    if (
        _is_called(words, knows)
        or _is_described(doc, end)
        or _is_where(words, knows)
        or (len(before) == 2 and before[0] in nouns and before[1] == "of")
    ):
        return True
    if len(before) == 2 and before[1] == "of" and before[0] in read_words("annotate", "edges_of_towns"):
        return True
    if not before or words.text.isupper() or words.root.ent_type_ in KNOWN or knows(words.text):
        return False
    if len(before) == 2 and before[1] == "of" and doc[words.start - 2].lemma_ in read_words("annotate", "siege_nouns"):
        return words.root.ent_type_ != "ORG"
    if before[-1] in ("in", "at") and words.root.dep_ == "pobj" and words.root.ent_type_ == "PERSON":
        holder = words.root.head.head.lemma_
        if holder in heads or (before[-1] == "in" and holder in read_words("annotate", "site_nouns")):
            return True
    placed = before[-1] in PLACING or _is_listed(words.root) or (words.root.dep_ == "dobj" and words.root.head.lemma_ in heads)
    if before[-1] == "on" and len(before) == 2 and doc[words.start - 2].lemma_ in heads and words.root.ent_type_ == "PERSON":
        return len(words) != 2  # "the attack on Vale-Nord", not "on Ana Ruiz"
    return before[-1] in ("near", "off") or (placed and (following in nouns or _is_held(doc, end, knows)))


def _is_described(doc: "Doc", end: int) -> bool:
    """ "Vale, a small village further north", not "Vale, a village elder"."""
    after = doc[end : end + 5]
    if len(after) < 3 or after[0].text != "," or after[1].lower_ not in ARTICLES:
        return False
    return any(token.lower_ in read_words("annotate", "town_nouns") and token.dep_ not in INNER for token in after[2:])


def _is_where(words: "Span", knows: Knows) -> bool:
    """Whether a known name is said to be where something was: "Vale, where nine people died"."""
    after = words.doc[words.end : words.end + 2].text
    return after.lower() == ", where" and knows(words.text)


def _is_label(words: "Span") -> bool:
    """Whether a name stands alone before a colon: "Vale: fire in a warehouse"."""
    before = words.doc[words.start - 1 : words.start].text
    return words.doc[words.end : words.end + 1].text == ":" and (not before.strip() or bool(words[0].is_sent_start))


def _is_attacked(words: "Span") -> bool:
    """Whether a name is what harm was done to ("the attack on Vale")."""
    on = words.root.dep_ == "pobj" and words.root.head.lower_ == "on"
    return on and words.root.head.head.lemma_ in read_words("annotate", "harm_heads")


def _is_called(words: "Span", knows: Knows) -> bool:
    """Whether a name is called a town's or a district's and put into a known place: "the Vale district of Land"."""
    doc, end = words.doc, words.end
    return end < len(doc) and doc[end].lower_ in _read_nouns() and _is_held(doc, end + 1, knows)


@cache
def _read_nouns() -> frozenset[str]:
    return read_words("annotate", "town_nouns") | read_words("annotate", "region_words")


def _is_held(doc: "Doc", end: int, knows: Knows) -> bool:
    """Whether the words from a token on put what stands before it into or beside a known place."""
    held = HELD.match(_read_after(doc, end))
    words = held["name"].split() if held is not None else []
    return any(knows(" ".join(words[:stop])) for stop in range(len(words), 0, -1))


def _read_after(doc: "Doc", end: int) -> str:
    """The next words from a token on, with the space before them; `doc.text` would join the whole text for each name."""
    return doc[end - 1].whitespace_ + doc[end : end + MOST_AFTER].text


def _is_listed(root: "Token") -> bool:
    """Whether a name stands in a list of names behind a preposition."""
    return root.dep_ == "conj" and root.head.dep_ == "pobj" and root.head.head.lower_ in PLACING
