"""Whom a pronoun outside quotation marks means: the subject, or the only person of its gender, of the nearest sentence before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from crosswire.extract.quotes.genders import PRONOUNS
from crosswire.extract.quotes.resolutions import Resolution
from crosswire.extract.subjects import SUBJECTS, is_speech
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.extract.quotes.casts import Cast

BODY_PRONOUNS = frozenset({"it", "they"})
# A pronoun's name stands no further back than this many sentences; a body's, than this many.
REACH, BODY_REACH = 6, 2
# So many subjects and people of one sentence are looked at, the nearest.
MOST_ANCHORS = 16
PLACES = ("in the same sentence", "in the sentence before")


class Pronouns:
    """The pronouns of one article, each resolved once, in the order of the text, from what stands before it."""

    def __init__(self, cast: "Cast") -> None:
        self.cast = cast
        self.sentences = [sentence.start for sentence in cast.reading.doc.sents] if len(cast.reading.doc) else []
        self.subjects = [t.i for t in cast.reading.doc if t.dep_ in SUBJECTS and t.i not in cast.quoted]
        self.people = sorted(i for i, name in cast.by_token.items() if cast.names[name].kind == "person" and i not in cast.quoted)
        self.settled: dict[int, Resolution] = {}
        self._next = 0

    def resolve(self, pronoun: "Token") -> Resolution:
        """Whom a pronoun means, with the reason; nobody where several fit as well."""
        if pronoun.lower_ in BODY_PRONOUNS:
            return self._find_body(pronoun)
        # Earlier pronouns first, one after the other: a chain of them may be as long as the text.
        while self._next < len(self.subjects) and self.subjects[self._next] < pronoun.i:
            self._settle(self.cast.reading.doc[self.subjects[self._next]])
            self._next += 1
        return self._settle(pronoun)

    def _settle(self, token: "Token") -> Resolution:
        if token.lower_ not in PRONOUNS:
            return Resolution(None, f"“{token.text}” is no pronoun for a person")
        if token.i not in self.settled:
            self.settled[token.i] = self._find_person(token)
        return self.settled[token.i]

    def _find_person(self, pronoun: "Token") -> Resolution:
        gender = PRONOUNS[pronoun.lower_]
        for distance, (start, end) in enumerate(self._sentences_before(pronoun, REACH)):
            subjects = _distinct(self._subject_of(i, gender) for i in _within(self.subjects, start, end))
            if distance == 0 and pronoun.dep_ in SUBJECTS:
                subjects = subjects[:1]
            people = [self.cast.by_token[i] for i in _within(self.people, start, end)]
            people = _distinct(index for index in people if self._fits(index, gender))
            for found, how in ((subjects, "subject"), (people, "only person named")):
                if len(found) == 1:
                    where = PLACES[distance] if distance < len(PLACES) else "some sentences before"
                    return Resolution(found[0], f"“{pronoun.text}”: {self.cast.names[found[0]].name} is the {how} {where}")
            if subjects or len(people) > 1:
                return self._choose_main(pronoun, (start, end), [*subjects, *people])
        return Resolution(None, f"no name stands near “{pronoun.text}”")

    def _choose_main(self, pronoun: "Token", sentence: tuple[int, int], fitting: Iterable[int]) -> Resolution:
        """The subject of the main clause, where several people of a sentence fit."""
        names, gender = self.cast.names, PRONOUNS[pronoun.lower_]
        for i in _within(self.subjects, *sentence):
            if self.cast.reading.doc[i].head.dep_ == "ROOT" and (main := self._subject_of(i, gender)) is not None:
                return Resolution(main, f"“{pronoun.text}”: {names[main].name} is the subject of the main clause before")
        return Resolution(None, f"“{pronoun.text}” may be any of {', '.join(names[i].name for i in dict.fromkeys(fitting))}")

    def _subject_of(self, i: int, gender: str) -> int | None:
        """The person of a gender that a subject before the pronoun stands for."""
        token = self.cast.reading.doc[i]
        if i in self.cast.by_token:
            found: int | None = self.cast.by_token[i]
        elif token.lower_ in PRONOUNS:
            found = self.settled[i].name if PRONOUNS[token.lower_] == gender and i in self.settled else None
        else:
            found = self.cast.resolve(token).name if token.pos_ == "NOUN" else None
        return found if found is not None and self._fits(found, gender) else None

    def _fits(self, index: int, gender: str) -> bool:
        return self.cast.names[index].kind == "person" and self.cast.genders.get(index, gender) == gender

    def _find_body(self, pronoun: "Token") -> Resolution:
        """The only body that acts in this sentence or the one before."""
        for start, end in self._sentences_before(pronoun, BODY_REACH):
            bodies = _distinct(self._find_acting_body(i) for i in _within(self.subjects, start, end))
            if len(bodies) == 1:
                return Resolution(bodies[0], f"“{pronoun.text}”: {self.cast.names[bodies[0]].name} is the only body that acts just before")
        return Resolution(None, f"nothing settles whom “{pronoun.text}” means")

    def _find_acting_body(self, i: int) -> int | None:
        """The body that a subject names, or that speaks under a common noun ("the ministry said")."""
        token = self.cast.reading.doc[i]
        if i in self.cast.by_token:
            index: int | None = self.cast.by_token[i]
        else:
            speaks = is_speech(token.head) and token.lemma_ in read_words("extract", "group_nouns")
            index = self.cast.resolve(token).name if speaks else None
        return index if index is not None and self.cast.names[index].kind != "person" else None

    def _sentences_before(self, token: "Token", reach: int) -> Iterator[tuple[int, int]]:
        """The tokens of a pronoun's sentence that stand before it, then the sentences before that, as (first, end)."""
        last = bisect_right(self.sentences, token.i) - 1
        end = token.i
        for place in range(last, max(-1, last - reach), -1):
            yield self.sentences[place], end
            end = self.sentences[place]


def _within(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of some ordered places in [start, end), the last of them where they are many."""
    first, last = bisect_left(places, start), bisect_left(places, end)
    return places[max(first, last - MOST_ANCHORS) : last]


def _distinct(indexes: Iterable[int | None]) -> list[int]:
    return list(dict.fromkeys(i for i in indexes if i is not None))
