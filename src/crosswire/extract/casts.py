"""Who is meant by a subject: a name, a pronoun, a title or a body, resolved inside one article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.extract.genders import find_genders
from crosswire.model import LocalName, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PRONOUNS = {"he": "male", "him": "male", "she": "female", "her": "female"}
RELATIVE = frozenset({"who", "which", "that"})
# A pronoun's name stands no further back than this many sentences.
REACH = 6


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a subject is: a position in the cast's names, or None, and why."""

    name: int | None
    why: str


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
        self.genders = find_genders(reading, self.names)

    def resolve(self, token: "Token") -> Resolution:
        """Who the head of a subject is, by name, relative clause, apposition, pronoun, role or body."""
        if token.lower_ in RELATIVE and token.head.dep_ == "relcl":
            return self.resolve(token.head.head)
        if token.i in self.by_token:
            return Resolution(self.by_token[token.i], f"“{token.text}” names {self.names[self.by_token[token.i]].name}")
        named = [t for t in token.children if t.dep_ in ("appos", "compound", "flat") and self._is_person(t) and t.i > token.i - 3]
        if named and token.pos_ in ("NOUN", "PROPN"):
            index = self.by_token[named[-1].i]
            return Resolution(index, f"“{named[-1].text}” beside “{token.text}” names {self.names[index].name}")
        if token.lower_ in PRONOUNS:
            return self._resolve_pronoun(token)
        if token.lower_ in ("it", "they"):
            return self._resolve_body_pronoun(token)
        return self._resolve_noun(token)

    def _is_person(self, token: "Token") -> bool:
        return token.i in self.by_token and self.names[self.by_token[token.i]].kind == "person"

    def _fits(self, index: int, gender: str) -> bool:
        return self.names[index].kind == "person" and self.genders.get(index, gender) == gender

    def _resolve_pronoun(self, pronoun: "Token") -> Resolution:
        gender = PRONOUNS[pronoun.lower_]
        for distance, sentence in enumerate(self._sentences_before(pronoun)):
            tokens = [t for t in sentence if t.i < pronoun.i and t.i not in self.quoted]
            subjects = _distinct(self._subject_of(t, gender) for t in tokens if t.dep_ in SUBJECTS)
            if distance == 0 and pronoun.dep_ in SUBJECTS and len(subjects) > 1:
                subjects = subjects[:1]
            people = _distinct(self.by_token[t.i] for t in tokens if t.i in self.by_token and self._fits(self.by_token[t.i], gender))
            for found, how in ((subjects, "subject"), (people, "only person named")):
                if len(found) == 1:
                    where = "in the same sentence" if distance == 0 else "in the sentence before" if distance == 1 else "some sentences before"
                    return Resolution(found[0], f"“{pronoun.text}”: {self.names[found[0]].name} is the {how} {where}")
            if subjects or len(people) > 1:
                main = self._main_subject(sentence, gender)
                if main is not None:
                    return Resolution(main, f"“{pronoun.text}”: {self.names[main].name} is the subject of the main clause before")
                return Resolution(None, f"“{pronoun.text}” may be any of {', '.join(self.names[i].name for i in people)}")
        return Resolution(None, f"no name stands near “{pronoun.text}”")

    def _subject_of(self, token: "Token", gender: str) -> int | None:
        if token.i in self.by_token:
            return self.by_token[token.i] if self._fits(self.by_token[token.i], gender) else None
        if PRONOUNS.get(token.lower_) == gender:
            return self._resolve_pronoun(token).name
        if token.pos_ == "NOUN":
            found = self.resolve(token).name
            return found if found is not None and self._fits(found, gender) else None
        return None

    def _main_subject(self, sentence: "Sequence[Token]", gender: str) -> int | None:
        roots = [t for t in sentence if t.dep_ == "ROOT"]
        return next((found for root in roots for t in root.children if t.dep_ in SUBJECTS and (found := self._subject_of(t, gender)) is not None), None)

    def _resolve_body_pronoun(self, pronoun: "Token") -> Resolution:
        for sentence in list(self._sentences_before(pronoun))[:2]:
            tokens = [t for t in sentence if t.i < pronoun.i and t.i not in self.quoted and t.dep_ in SUBJECTS]
            bodies = _distinct(self.by_token[t.i] for t in tokens if t.i in self.by_token and self.names[self.by_token[t.i]].kind != "person")
            if len(bodies) == 1:
                return Resolution(bodies[0], f"“{pronoun.text}”: {self.names[bodies[0]].name} is the only body that acts just before")
        return Resolution(None, f"nothing settles whom “{pronoun.text}” means")

    def _sentences_before(self, token: "Token") -> "Iterator[Sequence[Token]]":
        sentence = token.sent
        for _ in range(REACH):
            yield list(sentence)
            if sentence.start == 0:
                return
            sentence = sentence.doc[sentence.start - 1].sent

    def _resolve_noun(self, token: "Token") -> Resolution:
        """A title or office: the one person whose role has its words; a body: the name that ends in its word, or its own words."""
        words = [t.lower_ for t in token.subtree if t.dep_ in ("compound", "amod", "nmod", "poss") and t.i < token.i] + [token.lemma_]
        holders = [i for i, name in enumerate(self.names) if any(_holds(role, words) for role in name.roles)]
        before = [i for i in holders if self.names[i].mentions[0].start < token.idx]
        for group in (before, holders):
            if len(group) == 1:
                return Resolution(group[0], f"“{' '.join(words)}” is the role of {self.names[group[0]].name}")
        if len(before) > 1:
            return Resolution(None, f"“{' '.join(words)}” is the role of {', '.join(self.names[i].name for i in before)}")
        if token.lemma_ in read_words("extract", "group_nouns"):
            return self._resolve_body(token)
        return Resolution(None, f"“{token.text}” names nobody")

    def _resolve_body(self, token: "Token") -> Resolution:
        bodies = [i for i, n in enumerate(self.names) if n.kind == "organisation" and n.mentions and n.name.lower().split()[-1] == token.lower_]
        if len(bodies) == 1:
            return Resolution(bodies[0], f"“{token.text}” is {self.names[bodies[0]].name}, the only one named")
        kept = [t for t in token.subtree if t.dep_ in ("compound", "amod", "nmod") and t.head == token and t.i < token.i]
        start = kept[0] if kept else token
        span = self.reading.span(start.idx, token.idx + len(token))
        known = next((i for i, n in enumerate(self.names) if n.name.lower() == span.text.lower()), None)
        if known is None:
            self.names.append(LocalName("organisation", span.text, (span.text,), (), (span,)))
            known = len(self.names) - 1
        return Resolution(known, f"“{span.text}” speaks as a body")


def _distinct(indexes: "Iterator[int | None]") -> list[int]:
    return list(dict.fromkeys(i for i in indexes if i is not None))


def _holds(role: str, words: Sequence[str]) -> bool:
    """Whether a role's words cover a title's: the head noun is there ("leader" is any office of a state) and no modifier clashes."""
    office = re.split(r" (?:of|for|at|in|from|with) |, ", role.lower().replace("’s", "").replace("'s", ""))[0].split()
    role_words = role.lower().replace("’s", "").replace("'s", "").split()
    head, modifiers = words[-1], [w for w in words[:-1] if w not in ("the", "a", "former", "new", "’s", "'s")]
    if head == "leader" and modifiers:
        return all(any(_same_country(m, w) for w in role_words) for m in modifiers)
    return head == office[-1] and all(m in role_words for m in modifiers)


def _same_country(one: str, other: str) -> bool:
    """Whether two words share the stem of a country and its adjective ("ukraine", "ukrainian")."""
    length = min(len(one), len(other), 5)
    return length >= 4 and one[:length] == other[:length]
