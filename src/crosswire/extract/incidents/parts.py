"""The groups that a figure is made up of: "including four children", "most of them women"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.extract.incidents.numbers import Count, parse_number, read_count
from crosswire.extract.incidents.people import count_people, find_group
from crosswire.extract.incidents.victims import list_harm_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Part:
    """A subgroup of a figure ("including four children")."""

    group: str
    count: Count


def list_parts(token: "Token", people: "list[Token]") -> Iterator[Part]:
    """Subgroups set off by "including", "among them" or "of whom" after the figure, before the next word of harm."""
    sentence_end = token.sent.end
    start, last = min([*(head.i for head in people[:1]), token.i]), max([token.i, *(head.i for head in people)])
    for word in token.doc[start + 1 : min(sentence_end, last + 16)]:
        if word.lemma_ in list_harm_verbs() and word.pos_ == "VERB" and word.i > last:
            return
        following = word.nbor(1).lower_ if word.i + 1 < sentence_end else ""
        if word.lower_ == "including" or (word.lower_ == "among" and following in ("them", "whom", "those")):
            after = word.i + (1 if word.lower_ == "including" else 2)
            yield from _groups_after(after, sentence_end, word.doc)
            return
        if word.lower_ == "of" and following in ("them", "whom"):
            yield from _some_of_them(word, sentence_end)
            return


def _some_of_them(of: "Token", end: int) -> Iterator[Part]:
    """ "Four of them children", "six of whom were women"."""
    number = of.nbor(-1)
    count = read_count(number) if parse_number([number.text]) is not None else None
    noun = next((t for t in of.doc[of.i + 2 : min(end, of.i + 6)] if t.pos_ in ("NOUN", "PROPN")), None)
    group = find_group(noun) if noun is not None else None
    if count is not None and group is not None:
        yield Part(group, count)


def _groups_after(start: int, end: int, doc: "Doc") -> Iterator[Part]:
    for token in doc[start : min(end, start + 14)]:
        if token.text in (".", ";", "—") or token.dep_ in SUBJECTS or (token.pos_ == "VERB" and token.dep_ not in ("acl", "amod")):
            return
        if token.pos_ in ("NOUN", "PROPN"):
            yield from (Part(part.group, part.count) for part in count_people(token)[:1] if part.group)
