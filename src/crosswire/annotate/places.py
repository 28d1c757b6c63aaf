"""Places named in one article, each with what the gazetteer says it may be."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from crosswire.model import Candidate, PlaceMention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from crosswire.model import Article

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
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
    found: dict[int, PlaceMention] = {}
    for start, end, sure in _stretches(doc):
        mention = _read_stretch(article, doc[start:end], sure, gazetteer, people)
        if mention is not None and not any(mention.span.touches(other.span) for other in found.values()):
            found[mention.span.start] = mention
    for mention in _sweep(article, doc, list(found.values()), people):
        if not any(mention.span.touches(other.span) for other in found.values()):
            found[mention.span.start] = mention
    return tuple(found[start] for start in sorted(found))


def _sweep(article: "Article", doc: "Doc", found: Iterable[PlaceMention], people: set[str]) -> Iterator[PlaceMention]:
    """The other mentions of towns and regions that the article has named once: the recogniser often takes the next one for something else."""
    known = {m.span.text: m.candidates for m in found if m.candidates and m.candidates[0].place.precision in ("city", "region")}
    for name in sorted(known):
        words = name.split()
        for token in doc:
            end = token.i + len(words)
            if token.text == words[0] and end <= len(doc) and [t.text for t in doc[token.i : end]] == words and token.lower_ not in people:
                yield PlaceMention(article.span(token.idx, doc[end - 1].idx + len(doc[end - 1])), known[name])


def count_countries(doc: "Doc", gazetteer: Places) -> tuple[tuple[str, int], ...]:
    """How often each country (ISO 3166 code) is named in the content, demonyms included, most often first."""
    named = (gazetteer.country_of(ent.text.removeprefix("the ")) for ent in doc.ents if ent.label_ in ("GPE", "NORP", "LOC"))
    counts = Counter(country for country in named if country)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _stretches(doc: "Doc") -> Iterator[tuple[int, int, bool]]:
    """Stretches of tokens that may be a place, with whether the recogniser says so; its own first."""
    yield from ((ent.start, ent.end, True) for ent in doc.ents if ent.label_ in PLACE_LABELS)
    labelled = ((ent.start, ent.end) for ent in doc.ents if ent.label_ in ("PERSON", "ORG", "NORP", "PRODUCT", "EVENT") and len(ent) <= 3)
    yield from ((start, end, False) for start, end in (*labelled, *_bare_names(doc)))


def _bare_names(doc: "Doc") -> Iterable[tuple[int, int]]:
    for token in doc:
        if token.pos_ == "PROPN" and not token.ent_type_ and token.dep_ in ("pobj", "conj", "appos"):
            start = token.i
            while start > 0 and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].ent_type_ and doc[start - 1].head == token:
                start -= 1
            yield start, token.i + 1


def _read_stretch(article: "Article", words: "Span", sure: bool, gazetteer: Places, people: set[str]) -> PlaceMention | None:
    words = _trim(words)
    if not len(words) or not any(token.text[:1].isupper() for token in words) or any(token.like_num for token in words):
        return None
    if gazetteer.country_of(words.text) and words.root.pos_ == "ADJ":
        return None
    candidates = gazetteer.look_up(words.text)[:MOST_CANDIDATES]
    if not sure and not _is_placed(words.root, candidates, people):
        return None
    if sure and words.root.lower_ in people and words.root.head.lower_ not in SURE:
        return None
    return PlaceMention(article.span(words.start_char, words.end_char), candidates)


def _trim(words: "Span") -> "Span":
    start, end = words.start, words.end
    while start < end and (words.doc[start].is_space or words.doc[start].lower_ in ("the", "a") or words.doc[start].is_punct):
        start += 1
    stop = next((i for i in range(start, end) if words.doc[i].is_space or words.doc[i].tag_ == "POS" or words.doc[i].text in "()“”\"|"), end)
    return words.doc[start:stop]


def _is_placed(root: "Token", candidates: tuple[Candidate, ...], people: set[str]) -> bool:
    """Whether grammar and gazetteer agree on a place where the recogniser saw none."""
    if not candidates or root.lower_ in people:
        return False
    top = root
    while top.dep_ in ("conj", "appos") and top.head.pos_ == "PROPN":
        top = top.head
    if top.dep_ == "poss" and top.head.pos_ == "NOUN":
        top = top.head  # "in Basra's harbour"
    placed = top.dep_ == "pobj" and (top.head.lower_ in SURE or _is_part_of_place(top.head))
    return placed and max(c.population for c in candidates) >= LEAST_PEOPLE


def _is_part_of_place(preposition: "Token") -> bool:
    """ "Of" after a common noun that is itself somewhere: "in the docks of Basra", "on the outskirts of Basra"."""
    noun = preposition.head
    return preposition.lower_ == "of" and noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ in (*SURE, "on", "through", "off")
