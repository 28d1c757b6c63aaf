"""Who is meant by a subject: a name, a pronoun, a title or a body, resolved inside one article."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from crosswire.extract.quotes.genders import PRONOUNS, find_genders
from crosswire.extract.quotes.pronouns import BODY_PRONOUNS, Pronouns
from crosswire.extract.quotes.resolutions import Resolution
from crosswire.extract.subjects import RELATIVE
from crosswire.model import LocalName, read_rows, read_words
from crosswire.model.record import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

BESIDE = frozenset({"appos", "compound", "flat"})
# What the recogniser takes speakers for, apart from nations and figures.
NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
# Words before an office that do not set it apart from the same office without them.
IDLE = frozenset({"the", "a", "an", "former", "new", "then", "’s", "'s"})
OFFICE_ENDS = re.compile(r" (?:of|for|at|in|from|with) |, ")


class Cast:
    """The names of one article, findable by token; words inside quotation marks refer to nobody outside them."""

    def __init__(self, reading: "Reading", quoted: Sequence[tuple[int, int]]) -> None:
        self.reading = reading
        self.names: list[LocalName] = list(reading.names)
        self.by_token: dict[int, int] = {}
        self.quoted = {token.i for start, end in quoted for token in reading.tokens(start, end)}
        for index, name in enumerate(self.names):
            for mention in name.mentions:
                for token in reading.tokens(mention.start, mention.end):
                    self.by_token.setdefault(token.i, index)
        self.genders = find_genders(reading, self.names, self.by_token)
        self.pronouns = Pronouns(self)
        self._holders: dict[tuple[str, ...], list[int]] = {}
        self._bodies = {name.name.lower(): index for index, name in reversed(list(enumerate(self.names)))}

    def resolve(self, token: "Token") -> Resolution:
        """Who the head of a subject is, by name, relative clause, apposition, pronoun, role or body."""
        if token.lower_ in RELATIVE and token.head.dep_ == "relcl":
            return self.resolve(token.head.head)
        if token.i in self.by_token:
            return Resolution(self.by_token[token.i], f"“{token.text}” names {self.names[self.by_token[token.i]].name}")
        if token.lower_ in PRONOUNS or token.lower_ in BODY_PRONOUNS:
            return self.pronouns.resolve(token)
        beside = self._find_beside(token) if token.pos_ in ("NOUN", "PROPN") else None
        if beside is not None:
            index = self.by_token[beside.i]
            return Resolution(index, f"“{beside.text}” beside “{token.text}” names {self.names[index].name}")
        return self._resolve_title(token)

    def add(self, name: LocalName) -> int:
        """The position of a name that only speaks in this article, added where no other has its words."""
        index = self._bodies.setdefault(name.name.lower(), len(self.names))
        if index == len(self.names):
            self.names.append(name)
        return index

    def _is_person(self, token: "Token") -> bool:
        return token.i in self.by_token and self.names[self.by_token[token.i]].kind == "person"

    def _find_beside(self, token: "Token") -> "Token | None":
        """The person named beside an office: "mayor Ana Ruiz", "the mayor, Ana Ruiz,", "the head of the port, Ana Ruiz,"."""
        beside = [child for child in token.children if child.dep_ in BESIDE and child.i > token.i and self._is_person(child)]
        if beside:
            return beside[-1]
        # The last comma closes "the head of the port, Ana Ruiz, said", whose name the parse hangs on the port.
        below = [t for t in token.subtree if t.dep_ == "appos" and t.i > token.i and self._is_person(t) and not self._is_human(t.head)]
        set_off = [t for t in below if t.i + 1 < len(t.doc) and t.nbor(1).text == ","]
        return set_off[0] if len(set_off) == 1 else None

    def _is_human(self, token: "Token") -> bool:
        return self._is_person(token) or token.lemma_ in read_words("extract", "person_nouns")

    def _resolve_title(self, token: "Token") -> Resolution:
        """A title or office: the one person whose role has its words; a body: the name whose noun is its word, or its own words."""
        words = (*(t.lower_ for t in token.subtree if t.dep_ in (*MODIFIERS, "poss") and t.i < token.i), token.lemma_)
        title = " ".join(words)
        holders = self._find_holders(words)
        before = [i for i in holders if self.names[i].mentions[0].start < token.idx]
        for group in (before, holders):
            if len(group) == 1:
                return Resolution(group[0], f"“{title}” is the role of {self.names[group[0]].name}")
        if len(before) > 1:
            return Resolution(None, f"“{title}” is the role of {', '.join(self.names[i].name for i in before)}")
        if token.lemma_ in read_words("extract", "group_nouns"):
            if any(child.tag_ == "PRP$" for child in token.children):
                return Resolution(None, f"“{title}” is named by its head alone")
            return self._resolve_body(token)
        return self._resolve_unknown(token)

    def _resolve_unknown(self, token: "Token") -> Resolution:
        """A proper name that the recogniser did not see speaks under its own words, unless it is the surname of several."""
        bearers = [name.name for name in self.names if name.kind == "person" and name.name.lower().rpartition(" ")[2] == token.lower_]
        if len(bearers) == 1 and token.text[0].isupper():
            index = next(i for i, name in enumerate(self.names) if name.name == bearers[0])
            return Resolution(index, f"“{token.text}” is the surname of {bearers[0]}")
        if bearers:
            return Resolution(None, f"“{token.text}” may be any of {', '.join(bearers)}")
        first = [i for i, name in enumerate(self.names) if name.kind == "person" and name.name.lower().partition(" ")[0] == token.lower_]
        if len(first) == 1 and token.tag_ == "NNP":
            return Resolution(first[0], f"“{token.text}” is the first name of {self.names[first[0]].name}")
        named = token.ent_type_ in NAME_LABELS or not (token.ent_type_ or any(child.dep_ == "det" for child in token.children))
        # In a heading the verb has a capital too, and any noun may look like a name.
        if token.tag_ == "NNP" and named and token.head.text[0].islower():
            return self._add(token, "speaks", "person" if token.ent_type_ == "PERSON" else "organisation")
        return Resolution(None, f"“{token.text}” names nobody")

    def _find_holders(self, words: tuple[str, ...]) -> list[int]:
        if words not in self._holders:
            self._holders[words] = [i for i, name in enumerate(self.names) if any(_holds(role, words) for role in name.roles)]
        return self._holders[words]

    def _resolve_body(self, token: "Token") -> Resolution:
        bodies = [i for i, n in enumerate(self.names) if n.kind == "organisation" and _read_role(n.name)[0] == token.lower_]
        if len(bodies) == 1:
            return Resolution(bodies[0], f"“{token.text}” is {self.names[bodies[0]].name}, the only one named")
        return self._add(token, "speaks as a body", "organisation")

    def _add(self, token: "Token", how: str, kind: NameKind) -> Resolution:
        """A speaker under the very words of the article: the noun and what stands before it, the article left out."""
        start = min([t.idx for left in token.lefts if left.dep_ in MODIFIERS for t in left.subtree], default=token.idx)
        span = self.reading.span(start, token.idx + len(token))
        index = self.add(LocalName(kind, span.text, (span.text,), (), (span,)))
        return Resolution(index, f"“{span.text}” {how}")


def _holds(role: str, words: Sequence[str]) -> bool:
    """Whether a role's words cover a title's: the head noun is there ("leader" is any office of a state) and no modifier clashes."""
    office, role_words = _read_role(role)
    head, modifiers = words[-1], [word for word in words[:-1] if word not in IDLE]
    if head == "leader" and modifiers:
        return all(any(_same_country(modifier, word) for word in role_words) for modifier in modifiers)
    return head == office and all(modifier in role_words for modifier in modifiers)


@lru_cache(maxsize=10_000)
def _read_role(role: str) -> tuple[str, frozenset[str]]:
    """The noun for the office in a role, written out, and all its words: "the city’s chief of police" is a chief."""
    plain = role.lower().replace("’s", "").replace("'s", "")
    words = OFFICE_ENDS.split(plain)[0].split()
    office = words[-1].rstrip(".") if words else ""
    return _read_offices().get(office, office), frozenset(plain.split())


@cache
def _read_offices() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("extract", "offices")}


def _same_country(one: str, other: str) -> bool:
    """Whether two words share the stem of a country and its adjective ("norway", "norwegian")."""
    length = min(len(one), len(other), 5)
    return length >= 4 and one[:length] == other[:length]
