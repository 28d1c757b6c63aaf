"""Places named in one article, each with what the gazetteer says it may be."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from crosswire.model import Candidate, PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from crosswire.model import Article

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
COUNTRY_LABELS = frozenset({"GPE", "NORP", "LOC"})
# What the recogniser takes towns for.
OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT"})
MOST_WORDS = 3
ARTICLES, BREAKS = frozenset({"the", "a"}), frozenset('()“”"|')
SURE = frozenset({"in", "at", "near", "outside", "across", "throughout"})
# Smaller places share their names with too many people and companies to be believed against the recogniser.
LEAST_PEOPLE = 5_000
MOST_CANDIDATES = 12


class Places(Protocol):
    """What the stage asks of a gazetteer."""

    def look_up(self, name: str) -> tuple[Candidate, ...]: ...

    def country_of(self, word: str) -> str | None: ...


def find_places(article: "Article", doc: "Doc", gazetteer: Places) -> tuple[PlaceMention, ...]:
    """The places named in the parsed content, in order; a name the gazetteer does not know keeps its words and has no candidates.

    Taken are the recogniser's places, and what it took for a person or missed, where the grammar
    says place ("in Pokrovsk") and the gazetteer knows a town of that name.
    """
    people = {ent[-1].lower_ for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
    taken: set[int] = set()
    found: list[PlaceMention] = []
    for words, sure in _stretches(doc):
        if taken.isdisjoint(range(words.start_char, words.end_char)) and _may_be_place(words, sure, people):
            candidates = gazetteer.look_up(words.text)[:MOST_CANDIDATES]
            if (sure or _is_placed(words.root, candidates)) and not (words.root.pos_ == "ADJ" and gazetteer.country_of(words.text)):
                taken.update(range(words.start_char, words.end_char))
                found.append(PlaceMention(article.span(words.start_char, words.end_char), candidates))
    return tuple(sorted(found, key=lambda mention: mention.span))


def count_countries(doc: "Doc", gazetteer: Places) -> tuple[tuple[str, int], ...]:
    """How often each country (ISO 3166 code) is named in the content, demonyms included, most often first."""
    words = Counter(ent.text.removeprefix("the ") for ent in doc.ents if ent.label_ in COUNTRY_LABELS)
    counts: Counter[str] = Counter()
    for word, count in words.items():
        country = gazetteer.country_of(word)
        if country is not None:
            counts[country] += count
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _stretches(doc: "Doc") -> "Iterator[tuple[Span, bool]]":
    """Words that may be a place, trimmed, with whether the recogniser says so; its own first."""
    sure = [(ent.start, ent.end) for ent in doc.ents if ent.label_ in PLACE_LABELS]
    labelled = [(ent.start, ent.end) for ent in doc.ents if ent.label_ in OTHER_LABELS and len(ent) <= MOST_WORDS]
    for start, end in (*sure, *labelled, *_bare_names(doc)):
        words = _trim(doc, start, end)
        if len(words):
            yield words, doc[start].ent_type_ in PLACE_LABELS


def _bare_names(doc: "Doc") -> Iterable[tuple[int, int]]:
    for token in doc:
        if token.pos_ == "PROPN" and not token.ent_type_ and token.dep_ in ("pobj", "conj", "appos"):
            start = token.i
            while start > 0 and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].ent_type_ and doc[start - 1].head == token:
                start -= 1
            yield start, token.i + 1


def _trim(doc: "Doc", start: int, end: int) -> "Span":
    while start < end and (doc[start].is_space or doc[start].lower_ in ARTICLES or doc[start].is_punct):
        start += 1
    stop = next((i for i in range(start, end) if doc[i].is_space or doc[i].tag_ == "POS" or doc[i].text in BREAKS), end)
    return doc[start:stop]


def _may_be_place(words: "Span", sure: bool, people: set[str]) -> bool:
    """Whether words look like a name, and not like a person's of whom the article gives the full name."""
    if not any(token.text[:1].isupper() for token in words) or any(token.like_num for token in words):
        return False
    return words.root.lower_ not in people or (sure and words.root.head.lower_ in SURE)


def _is_placed(root: "Token", candidates: tuple[Candidate, ...]) -> bool:
    """Whether grammar and gazetteer agree on a place where the recogniser saw none."""
    top = root
    while top.dep_ in ("conj", "appos") and top.head.pos_ == "PROPN":
        top = top.head
    known = any(candidate.population >= LEAST_PEOPLE for candidate in candidates)
    return known and top.dep_ == "pobj" and top.head.lower_ in SURE
