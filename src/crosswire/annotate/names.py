"""People and organisations in one article: every mention gathered under the fullest form the article gives."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from anyascii import anyascii

from crosswire.annotate.roles import find_role
from crosswire.model import LocalName, Span, read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from crosswire.model import Article

Kind = Literal["person", "organisation", "place"]
KINDS: dict[str, Kind] = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
ARTICLES = frozenset({"the", "a", "an"})
BREAKS = frozenset('"“”()|')
LOCATING = frozenset({"in", "at", "near", "from", "to", "outside"})
# Names of people are no longer than this, in words.
LONGEST = 5
# Two bearers of a surname named within this many tokens of each other are both near, and one no further back than that is meant.
NEAR = 40
# In a heading most words of four letters and more, three at least, begin with a capital; where it ends in a full stop, all of six or more.
HEADING_SHARE, LEAST_WORDS, CLOSED_WORDS = 0.7, 3, 6


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """The tokens from `start` to `end` (exclusive) that name something, and the words they come to when folded."""

    start: int
    end: int
    kind: Kind
    key: tuple[str, ...]


@dataclass(slots=True)
class Cluster:
    """The mentions of one name while they are gathered; `full` are the first tokens of those with two words or more, in order."""

    kind: Kind
    key: tuple[str, ...]
    mentions: set[tuple[int, int]] = field(default_factory=set)
    full: list[int] = field(default_factory=list)


def find_names(article: "Article", doc: "Doc", places: Sequence[Span]) -> tuple[LocalName, ...]:
    """The people, organisations and named places of an article, in the order of their first mention.

    `places` are the words that the gazetteer holds to be places: it overrules the recogniser's PERSON and ORG.
    A surname alone belongs to the full name that has it; where two have it, to the one named in full last before it,
    unless both were named close together and it stands further on: then it is left out.
    """
    placed = {place.start for place in places}
    headings = _find_headings(doc)
    found = [mention for entity in doc.ents if (mention := _read_entity(doc, entity.start, entity.end, entity.label_))]
    found = [m for m in found if not _is_place(doc, m, placed) and not (m.kind == "person" and m.start in headings)]
    clusters = _gather(doc, found)
    return tuple(_describe(article, doc, cluster) for cluster in clusters)


def _is_place(doc: "Doc", mention: Mention, placed: set[int]) -> bool:
    """Whether the gazetteer overrules the recogniser: it knows a place by these words, and no title stands before them."""
    if mention.kind == "place" or doc[mention.start].idx not in placed or mention.end - mention.start > 2:
        return False
    if mention.kind == "organisation" and doc[mention.end - 1].lower_ in read_words("annotate", "forces"):
        return False
    return mention.start == 0 or not _is_title(doc[mention.start - 1])


def _is_title(token: "Token") -> bool:
    return token.lower_.rstrip(".") in _read_titles()


@cache
def _read_titles() -> frozenset[str]:
    return read_words("annotate", "honorifics") | read_words("annotate", "roles")


def _read_entity(doc: "Doc", start: int, end: int, label: str) -> Mention | None:
    """An entity freed of titles, determiners and possessive endings; None for what is no name."""
    kind = KINDS.get(label)
    if kind is None:
        return None
    start, end = _trim(doc, start, end, kind)
    words = [doc[i] for i in range(start, end)]
    if not any(word.text[0].isupper() for word in words) or any(c.isdigit() for word in words for c in word.text):
        return None
    if kind == "person" and (not any(word.pos_ == "PROPN" for word in words) or _is_no_person(words)):
        return None
    key = tuple(folded for word in words if (folded := _fold(word.text)) and folded not in SUFFIXES)
    return Mention(start, end, kind, key) if key else None


def _is_no_person(words: "Sequence[Token]") -> bool:
    """Whether a name is a title alone, is too long, or of three words or more ends like a site's; of two it may be one's ("Dana Hill")."""
    site = len(words) > 2 and words[-1].lower_ in read_words("annotate", "site_nouns")
    return site or len(words) > LONGEST or (len(words) == 1 and _is_title(words[0]))


def _trim(doc: "Doc", start: int, end: int, kind: Kind) -> tuple[int, int]:
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ in ARTICLES):
        start += 1
    while kind == "person" and start < end - 1 and _is_title(doc[start]):
        start += 1
    if kind == "person":
        end = _take_particles(doc, end)
    stop = next((i for i in range(start, end) if doc[i].is_space or doc[i].tag_ == "POS" or doc[i].text in BREAKS), end)
    while kind == "person" and stop - start > 1 and _modifies_next(doc, stop):
        stop -= 1
    return start, stop


def _take_particles(doc: "Doc", end: int) -> int:
    """Where a name ends with the particles and the surname that the recogniser cut off ("Ana van | der Berg")."""
    last = end
    while last < len(doc) and _is_particle(doc[last]):
        last += 1
    held = last > end or (end > 0 and _is_particle(doc[end - 1]))
    surname = last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].text[:1].isupper() and not doc[last].is_sent_start
    return last + 1 if held and surname else end


def _is_particle(token: "Token") -> bool:
    return token.text in read_words("annotate", "particles")


def _modifies_next(doc: "Doc", stop: int) -> bool:
    """Whether the last word belongs to a noun that follows: "Ruiz Peru talks"."""
    return doc[stop - 1].head.i >= stop and doc[stop - 1].dep_ in ("compound", "nmod", "amod")


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    folded = anyascii(word).casefold().rstrip(".")
    return folded if any(map(str.isalnum, folded)) else ""


def _find_headings(doc: "Doc") -> set[int]:
    """The tokens of headings in title case, whose verbs and nouns the recogniser reads as names."""
    return {token.i for sentence in doc.sents if _is_heading([t for t in sentence if not t.is_space]) for token in sentence}


def _is_heading(sentence: "Sequence[Token]") -> bool:
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    capitals = sum(token.text[0].isupper() for token in words)
    if any(token.text in ".?!" for token in sentence):
        return capitals == len(words) >= CLOSED_WORDS
    return len(words) >= LEAST_WORDS and capitals > HEADING_SHARE * len(words)


def _gather(doc: "Doc", found: Sequence[Mention]) -> list[Cluster]:
    """The clusters of all mentions, in the order of their first: full names of people first, then what is shorter or no person."""
    full = [m for m in found if m.kind == "person" and len(m.key) > 1]
    clusters = _gather_full(full)
    bearers: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        for word in dict.fromkeys((cluster.key[-1], cluster.key[0])):
            bearers.setdefault(word, []).append(cluster)
    others: dict[tuple[Kind, tuple[str, ...]], Cluster] = {}
    rest = [m for m in found if m.kind != "person" or len(m.key) == 1]
    for mention in sorted({*rest, *_sweep(doc, found, {cluster.key[-1] for cluster in clusters})}):
        owners = bearers.get(mention.key[0], []) if len(mention.key) == 1 else []
        if owners and _may_be_owned(doc, mention, owners):
            owner = _choose_owner(owners, mention.start)
            mentions = owner.mentions if owner is not None else set()
        else:
            mentions = others.setdefault((mention.kind, mention.key), Cluster(mention.kind, mention.key)).mentions
        mentions.add((mention.start, mention.end))
    return sorted((*clusters, *others.values()), key=lambda cluster: min(cluster.mentions))


def _gather_full(found: Sequence[Mention]) -> list[Cluster]:
    """Clusters of the people named with two words or more; first name and surname must agree, initials and middle names may differ."""
    families: dict[str, list[Cluster]] = {}
    for mention in found:
        family = families.setdefault(mention.key[-1], [])
        cluster = next((c for c in family if _share_first(c.key[0], mention.key[0])), None)
        if cluster is None:
            cluster = Cluster("person", mention.key)
            family.append(cluster)
        cluster.key = max(cluster.key, mention.key, key=len)
        cluster.mentions.add((mention.start, mention.end))
        cluster.full.append(mention.start)
    return [cluster for family in families.values() for cluster in family]


def _share_first(first: str, second: str) -> bool:
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


def _sweep(doc: "Doc", found: Sequence[Mention], surnames: set[str]) -> list[Mention]:
    """Surnames of known people where the recogniser saw nothing, or something else than a person."""
    covered = {i for m in found for i in range(m.start, m.end) if m.kind == "person" or m.end - m.start > 1}
    return [
        Mention(token.i, token.i + 1, "person", (_fold(token.text),))
        for token in doc
        if token.pos_ == "PROPN" and token.i not in covered and token.text[0].isupper() and _fold(token.text) in surnames
    ]


def _may_be_owned(doc: "Doc", mention: Mention, owners: Sequence[Cluster]) -> bool:
    """Whether one word may be short for a person: what is no person to the recogniser must be a surname, and stand for no place.

    The first name of one person alone may be taken for a body's where it is the subject of a verb.
    """
    token = doc[mention.start]
    if mention.kind != "person" and mention.key[0] not in {owner.key[-1] for owner in owners}:
        return mention.kind == "organisation" and len(owners) == 1 and token.dep_ == "nsubj" and token.head.pos_ == "VERB"
    return not (mention.kind == "place" and token.dep_ == "pobj" and token.head.lower_ in LOCATING)


def _choose_owner(owners: Sequence[Cluster], start: int) -> Cluster | None:
    """The owner of a surname that several people bear: the one named in full last, None before any or where two are as near."""
    if len(owners) == 1:
        return owners[0]
    last = [(owner.full[place - 1], i) for i, owner in enumerate(owners) if (place := bisect_right(owner.full, start))]
    last.sort(reverse=True)
    if not last or (len(last) > 1 and last[0][0] - last[1][0] < NEAR < start - last[0][0]):
        return None
    return owners[last[0][1]]


def _describe(article: "Article", doc: "Doc", cluster: Cluster) -> LocalName:
    """The cluster as a name: its fullest form, the commonest among equals."""
    mentions = sorted(cluster.mentions)
    spans = [article.span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for start, end in mentions]
    counts = Counter(span.text for span in spans)
    name = max(counts, key=lambda form: (len(form.split()), counts[form], form))
    roles = {role for start, end in mentions if cluster.kind == "person" and (role := find_role(doc, start, end))}
    return LocalName(cluster.kind, name, tuple(sorted(counts)), tuple(sorted(roles)), tuple(spans))
