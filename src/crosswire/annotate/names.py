"""People and organisations in one article: every mention gathered under the fullest form the article gives."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from anyascii import anyascii

from crosswire.annotate.roles import find_role
from crosswire.model import LocalName, Span, read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from crosswire.model import Article

KINDS: dict[str, Literal["person", "organisation", "place"]] = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place"}
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(slots=True)
class Cluster:
    """The mentions of one name while they are gathered: (first token, end token) pairs."""

    kind: Literal["person", "organisation", "place"]
    key: tuple[str, ...]
    mentions: list[tuple[int, int]] = field(default_factory=list)


def find_names(article: "Article", doc: "Doc", places: Sequence[Span]) -> tuple[LocalName, ...]:
    """The people, organisations and named places of an article, in the order of their first mention.

    `places` are the words that the gazetteer holds to be places: it overrules the recogniser's PERSON and ORG.
    A surname alone belongs to the full name that has it; where two have it, to the one mentioned last before it,
    unless both stand within the last two paragraphs' reach: then it is left out.
    """
    taken = {place.start for place in places}
    found = [mention for entity in doc.ents if (mention := _read_entity(entity.start, entity.end, entity.label_, doc))]
    found = [m for m in found if not (m[2] != "place" and doc[m[0]].idx in taken and m[1] - m[0] <= 2 and not _has_title(doc, m[0]))]
    clusters = _gather(doc, found)
    return tuple(_close(article, doc, cluster) for cluster in clusters if cluster.mentions)


def _read_entity(start: int, end: int, label: str, doc: "Doc") -> tuple[int, int, str] | None:
    """An entity as (first, end, kind), freed of titles, determiners and possessive endings; None for what is no name."""
    kind = KINDS.get(label)
    if kind is None:
        return None
    titles = read_words("annotate", "honorifics") | read_words("annotate", "roles")
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ in ("the", "a", "an")):
        start += 1
    while start < end - 1 and kind == "person" and doc[start].lower_.rstrip(".") in titles:
        start += 1
    stop = next((i for i in range(start, end) if doc[i].is_space or doc[i].tag_ == "POS" or doc[i].text in '"“”()|'), end)
    while kind == "person" and stop - start > 1 and doc[stop - 1].head.i >= stop and doc[stop - 1].dep_ in ("compound", "nmod", "amod"):
        stop -= 1  # "Ruiz Peru talks": the last word belongs to the noun that follows
    words = [doc[i] for i in range(start, stop)]
    if not words or not any(word.text[0].isupper() for word in words) or any(c.isdigit() for word in words for c in word.text):
        return None
    if kind == "person" and (len(words) > 5 or _is_heading(doc, start) or not any(word.pos_ == "PROPN" for word in words)):
        return None
    return start, stop, kind


def _is_heading(doc: "Doc", position: int) -> bool:
    """A line in title case without a full stop: the recogniser reads its verbs and nouns as names."""
    sentence = doc[position].sent
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    return not any(token.text in ".?!" for token in sentence) and sum(t.text[0].isupper() for t in words) > 0.7 * len(words)


def _has_title(doc: "Doc", position: int) -> bool:
    return position > 0 and (doc[position - 1].lower_.rstrip(".") in read_words("annotate", "honorifics") or doc[position - 1].lower_ in read_words("annotate", "roles"))


def _fold(token: "Token") -> str:
    return anyascii(token.text).casefold().rstrip(".")


def _key(doc: "Doc", start: int, end: int) -> tuple[str, ...]:
    words = tuple(word for i in range(start, end) if (word := _fold(doc[i])) and word not in SUFFIXES and any(c.isalnum() for c in word))
    return words


def _gather(doc: "Doc", found: Sequence[tuple[int, int, str]]) -> list[Cluster]:
    clusters: list[Cluster] = []
    full = _gather_full(doc, found, clusters)
    for start, end, kind in sorted({*_singles(doc, found), *_sweep(doc, found, full)}):
        _place_single(doc, (start, end, kind), full, clusters)
    return sorted(clusters, key=lambda cluster: min(cluster.mentions, default=(0, 0)))


def _gather_full(doc: "Doc", found: Sequence[tuple[int, int, str]], clusters: list[Cluster]) -> list[Cluster]:
    """Clusters of the people named with two words or more; first name and surname must agree, initials and middle names may differ."""
    full: list[Cluster] = []
    for start, end, kind in found:
        key = _key(doc, start, end)
        if kind != "person" or len(key) < 2:
            continue
        cluster = next((c for c in full if _same_full(c.key, key)), None)
        if cluster is None:
            cluster = Cluster("person", key)
            full.append(cluster)
        cluster.key = max(cluster.key, key, key=len)
        cluster.mentions.append((start, end))
    clusters.extend(full)
    return full


def _same_full(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one[-1] != other[-1]:
        return False
    first, second = one[0], other[0]
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


def _singles(doc: "Doc", found: Sequence[tuple[int, int, str]]) -> Iterable[tuple[int, int, str]]:
    return [m for m in found if m[2] != "person" or len(_key(doc, m[0], m[1])) == 1]


def _sweep(doc: "Doc", found: Sequence[tuple[int, int, str]], full: Sequence[Cluster]) -> Iterable[tuple[int, int, str]]:
    """Surnames of known people where the recogniser saw nothing, or something else than a person."""
    covered = {i for start, end, kind in found for i in range(start, end) if kind == "person" or end - start > 1}
    surnames = {cluster.key[-1] for cluster in full}
    return [
        (token.i, token.i + 1, "person")
        for token in doc
        if token.i not in covered and token.pos_ == "PROPN" and token.text[0].isupper() and _fold(token) in surnames
    ]


def _place_single(doc: "Doc", mention: tuple[int, int, str], full: Sequence[Cluster], clusters: list[Cluster]) -> None:
    start, end, kind = mention
    key = _key(doc, start, end)
    if not key:
        return
    owners = [c for c in full if len(key) == 1 and key[0] in (c.key[-1], c.key[0])]
    if owners and (kind == "person" or key[0] in {c.key[-1] for c in owners}) and not _is_located(doc, start, kind):
        owner = _latest(owners, start)
        if owner is not None and (start, end) not in owner.mentions:
            owner.mentions.append((start, end))
        return
    same = next((c for c in clusters if c.kind == kind and c.key == key), None)
    if same is None:
        same = Cluster(kind, key)  # type: ignore[arg-type]
        clusters.append(same)
    same.mentions.append((start, end))


def _is_located(doc: "Doc", start: int, kind: str) -> bool:
    """A place name that is also somebody's surname is a place after "in" or "at"."""
    return kind == "place" and doc[start].dep_ == "pobj" and doc[start].head.lower_ in ("in", "at", "near", "from", "to", "outside")


def _latest(owners: Sequence[Cluster], start: int) -> Cluster | None:
    """The owner of a surname that several people bear: the one named in full last, None before any or where two are as near."""
    if len(owners) == 1:
        return owners[0]
    last = sorted(((max(p for p, q in c.mentions if p <= start and q - p > 1), i) for i, c in enumerate(owners) if any(p <= start for p, q in c.mentions if q - p > 1)), reverse=True)
    if not last or (len(last) > 1 and last[0][0] - last[1][0] < 40 and start - last[0][0] > 40):
        return None
    return owners[last[0][1]]


def _close(article: "Article", doc: "Doc", cluster: Cluster) -> LocalName:
    """The cluster as a name: its fullest form, the commonest among equals."""
    mentions = sorted(set(cluster.mentions))
    spans = [article.span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])) for start, end in mentions]
    counts = Counter(span.text for span in spans)
    name = max(counts, key=lambda form: (len(form.split()), counts[form], form))
    roles = {role for start, end in mentions if cluster.kind == "person" and (role := find_role(doc, start, end))}
    return LocalName(cluster.kind, name, tuple(sorted(counts)), tuple(sorted(roles)), tuple(spans))
