"""Whether two articles' words mean one side."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from crosswire.align.names import Key
from crosswire.model import Name, OfficeMention, Party, read_rows, read_words

# So many words of a body's name tell which one is meant ("the health service" of the Rural Health Service Board).
WORDS = 2
DUAL = re.compile(r"(?:two|both)(?: \w+)?|sides|parties", re.IGNORECASE)


def is_both(party: Party | None) -> bool:
    """Whether words for a side mean the two sides of the story ("the two countries", "both sides")."""
    return party is not None and DUAL.fullmatch(party.span.text) is not None


class Parties:
    """The sides of one story, by the names that its articles share."""

    def __init__(
        self,
        names: Sequence[Name],
        ids: Mapping[Key, str],
        told: Iterable[tuple[str, Party]] = (),
        held: Iterable[tuple[str, OfficeMention]] = (),
    ) -> None:
        self._ids = ids
        self._kinds = {name.id: name.kind for name in names}
        self._labels = {name.id: name.name for name in names}
        self._called = self._list_called(told)
        self._states = self._list_states(held)

    def _list_states(self, held: Iterable[tuple[str, OfficeMention]]) -> dict[str, str]:
        """The one state in whose office some report has a person, by the person's id."""
        states: dict[str, set[str]] = {}
        for article, office in held:
            codes = {word[1:] for word in office.scope if word.startswith("=")}
            named = self._ids.get((article, office.name))
            if named is not None and len(codes) == 1 and office.standing == "held":
                states.setdefault(named, set()).update(codes)
        return {named: codes.pop() for named, codes in states.items() if len(codes) == 1}

    def _list_called(self, told: Iterable[tuple[str, Party]]) -> dict[str, str]:
        """The one body that some report calls by a noun, by that noun: "the employers' group Quayside" is the employers."""
        called: dict[str, set[str]] = {}
        for article, party in told:
            named = self._ids.get((article, party.name)) if party.name is not None else None
            if named is not None and self._kinds.get(named) == "organisation":
                for word in _fold(party.span.text) - _fold(self._labels[named]):
                    called.setdefault(_stem(word), set()).add(named)
        return {word: named.pop() for word, named in called.items() if len(named) == 1}

    def show(self, article: str, party: Party | None) -> str | None:
        """The id of the name that a side has, else the article's words for it."""
        if party is None:
            return None
        return self._find(article, party) or party.span.text

    def label(self, article: str, party: Party) -> str:
        """A side as a reader knows it: its name, else the article's words."""
        found = self._find(article, party)
        return self._labels[found] if found else party.span.text

    def _find(self, article: str, party: Party) -> str | None:
        """The name that a side has, or of the one body that is called by its noun ("the employers")."""
        if party.name is not None or party.country is not None:
            return self._ids.get((article, party.name)) if party.name is not None else None
        words = party.span.text.split()
        alone = len(words) == 1 or words[-1].endswith("s")  # "port employers" are people; "rebel group" is another group
        return self._called.get(_stem(words[-1])) if alone and party.span.text.islower() else None

    def compare(self, one: tuple[str, Party | None], other: tuple[str, Party | None]) -> bool | None:
        """Whether two sides are one: True by name, country or words; False for two people or two states; None where neither is sure."""
        if one[1] is None or other[1] is None:
            return None
        mine, theirs = self._find(one[0], one[1]), self._find(other[0], other[1])
        if mine is not None and mine == theirs:
            return True
        states = [side.country or self._states.get(named or "") for side, named in ((one[1], mine), (other[1], theirs))]
        if all(states) and (one[1].country or other[1].country):
            return states[0] == states[1]
        if mine is not None and theirs is not None:
            kinds = self._kinds.get(mine), self._kinds.get(theirs)
            return False if kinds in (("person", "person"), ("organisation", "organisation")) else None
        words, others = (self._read_words(*side) for side in ((one[0], one[1]), (other[0], other[1])))
        if mine is None or theirs is None:
            few, many = sorted((words, others), key=len)
            return True if few and (words == others or (len(few) >= WORDS and few <= many)) else None
        return True if words and words == others else None

    def _read_words(self, article: str, party: Party) -> frozenset[str]:
        """The words by which a side is known: its name's, else the article's."""
        return _fold(self.label(article, party))

    def key(self, article: str, party: Party) -> str:
        """What two articles' words for one side have in common."""
        return party.country or self._find(article, party) or " ".join(sorted(_fold(party.span.text)))

    def choose(self, told: Iterable[tuple[str, Party | None]]) -> str | None:
        """The side that most accounts name, a name before mere words."""
        shown = [value for article, party in told if (value := self.show(article, party)) is not None]
        return min(shown, key=lambda value: (value not in self._kinds, -shown.count(value), value), default=None)


def _stem(word: str) -> str:
    return word.strip("'’").removesuffix("s")


def _fold(text: str) -> frozenset[str]:
    return frozenset(
        word
        for word in text.lower().replace("’s", "").replace("'s", "").split()
        if word not in read_words("align", "function_words") and word not in _list_numbers()
    )


@cache
def _list_numbers() -> frozenset[str]:
    return frozenset(row[0] for row in read_rows("model", "number_words"))
