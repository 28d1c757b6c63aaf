"""What a tagger knows of a candidate: its cue, its subject, the words and their edges, as names of features."""

from typing import TYPE_CHECKING

from crosswire.extract.quotes.candidates import GRAMMAR, Candidate
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

SMALL = frozenset({"SCONJ", "PART", "ADP", "PRON", "DET", "CCONJ", "PUNCT"})
SUBJECT_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
AUXILIARY = frozenset({"aux", "neg", "auxpass"})
# Lengths count up to this power of two.
LONGEST = 7


def list_features(candidate: Candidate, reading: "Reading", quoted: set[int], told: bool) -> list[str]:
    """The names of a candidate's features, each at most once; `told` says that the grammar reads something from its cue."""
    way, stretches = candidate.way, candidate.report.stretches
    first, last = reading.token_at(min(start for start, _ in stretches)), reading.token_at(max(end for _, end in stretches) - 1)
    words = list(reading.doc[first.i : last.i + 1])
    edges = [
        f"told {told}",
        f"first {_name(first)}",
        f"end {_describe_end(last)}",
        f"length {min(len(words).bit_length(), LONGEST)}",
        f"marked {any(t.i in quoted for t in words)}",
        f"comma {any(t.text == ',' for t in words)}",
        f"parts {len(stretches)}",
        *_describe_next(last, first.i),
    ]
    alone = [f"way {way}", *_describe_cue(candidate), *_describe_inside(candidate, words)]
    return list(dict.fromkeys([*alone, *(f"{feature} | {way}" for feature in edges)]))


def _describe_cue(candidate: Candidate) -> list[str]:
    """The cue with its lemma, form, auxiliaries and subject, alone and with the way."""
    cue, way, lemma = candidate.cue, candidate.way, candidate.cue.lemma_
    subject = _describe_subject(candidate.report.attribution.subject)
    auxiliaries = "+".join(sorted({c.lower_ for c in cue.lefts if c.dep_ in AUXILIARY}))
    passive = any(c.dep_ == "nsubjpass" for c in cue.lefts)
    singles = [f"lemma {lemma}", f"tag {cue.tag_}", f"subject {subject}", f"auxiliaries {auxiliaries}"]
    return [
        *singles,
        *(f"{single} | {way}" for single in singles),
        f"dep {cue.dep_}",
        f"above {cue.head.lemma_}",
        f"above {cue.head.lemma_} {cue.dep_}",
        f"lemma {lemma} {subject}",
        f"lemma {lemma} {auxiliaries}",
        f"lemma {lemma} {way == GRAMMAR}",
        f"passive {passive} | {way}",
    ]


def _describe_subject(subject: "Token | None") -> str:
    if subject is None:
        return "none"
    if subject.ent_type_ in SUBJECT_LABELS:
        return subject.ent_type_
    if subject.pos_ == "PRON":
        return subject.lower_
    kinds = ("person_nouns", "group_nouns")
    return next((kind for kind in kinds if subject.lemma_ in read_words("extract", kind)), subject.pos_)


def _describe_inside(candidate: Candidate, words: "list[Token]") -> list[str]:
    """The head of the words, how they end, and what was cut off."""
    lemma, way, last = candidate.cue.lemma_, candidate.way, words[-1]
    root = next((t for t in words if not words[0].i <= t.head.i <= last.i), words[0])
    found = [f"root {root.tag_} | {way}", f"root {root.lemma_} | {way}", f"lemma {lemma} {root.tag_}", f"lemma {lemma} {root.lemma_}"]
    found.append(f"last {last.dep_} {last.pos_}")
    cut = candidate.cut
    if cut is not None:
        mark = cut.left_edge.nbor(-1)
        parted = mark.text if mark.is_punct or mark.pos_ == "CCONJ" else ""
        found += [f"cut {cut.dep_}", f"cut {cut.left_edge.lower_}", f"cut {cut.lemma_}", f"cut {parted} {cut.dep_}"]
        found.append(f"cut {cut.dep_} {cut.tag_} {parted} | {way}")
    return found


def _describe_end(last: "Token") -> str:
    """Whether the sentence ends with the words, or what mark stands behind them."""
    if last.i + 1 >= last.sent.end or last.nbor(1).text in (".", "?", "!"):
        return "sentence"
    behind = last.nbor(1)
    return behind.text if behind.is_punct else "middle"


def _describe_next(last: "Token", first: int) -> list[str]:
    if last.i + 1 >= len(last.doc):
        return []
    behind = last.nbor(1)
    return [f"next {_name(behind)}", f"next {behind.dep_} {first <= behind.head.i <= last.i}"]


def _name(token: "Token") -> str:
    return token.lower_ if token.pos_ in SMALL or token.tag_[0] == "W" else token.pos_
