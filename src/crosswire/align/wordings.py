"""How the versions of one thing said differ: whose words no other has, what was left out, what changes the meaning."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from crosswire.align.gaps import CLAUSE, HARMLESS, Gap, find_gaps, is_spread, list_departures
from crosswire.align.sentences import Sentence
from crosswire.align.translations import is_translated
from crosswire.align.units import Unit
from crosswire.model import Article, Change, Difference, Span

Texts = frozenset[str]
ORDER = {change: rank for rank, change in enumerate(get_args(Change))}


@dataclass(frozen=True, slots=True)
class Contrast:
    """All quotes with one wording of an utterance, and all with another that it differs from: their ids."""

    utterance: str
    quotes: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(slots=True)
class Reading:
    """What one version has that others have not: places of altered words, and every difference by where it stands."""

    altered: set[int] = field(default_factory=set)
    harmless: set[int] = field(default_factory=set)
    gaps: dict[tuple[int, int], tuple[Gap, Unit]] = field(default_factory=dict)


class Versions:
    """The versions of one thing said, laid beside each other.

    Words are altered where one text alone has them, and others have different ones there. A negation, number or modal that one text
    alone leaves out from among its own words is altered as well. What one of two puts differently throughout, as translations do, is
    not, unless two or more texts share the other wording; nor is a word or two more than the others have, unless two or more texts
    lack it.
    """

    def __init__(self, group: Sequence[Sentence], articles: Mapping[str, Article], twins: Mapping[str, str]) -> None:
        self._group = group
        self._texts = [frozenset(twins.get(article, article) for article in sentence.articles) for sentence in group]
        self._translated = [is_translated(sentence, articles) for sentence in group]
        self._reported = [sentence.reported for sentence in group]
        self._spoken = [(sentence, texts) for sentence, texts, told in zip(group, self._texts, self._reported, strict=True) if not told]
        self._having: dict[tuple[str, ...], Texts] = {}
        self._users: dict[str, Texts] = {}
        for sentence, texts in self._spoken:
            for stem in sentence.words.stems:
                self._users[stem] = self._users.get(stem, frozenset()) | texts
        self.readings = [Reading() for _ in group]

    def compare(self, utterance: str) -> list[Contrast]:
        """Fills the readings, and says which quotes depart from which."""
        contrasts = []
        compared = [(i, j, find_gaps(self._group[i].units[0], self._group[j].units[0])) for i, j in self._list_pairs()]
        for i, j, gaps in compared:
            self._note(i, j, gaps)
        for i, j, gaps in compared:
            altered = [gap for gap in gaps if self._is_altered(i, j, gap, gaps)]
            if altered:
                self.readings[i].altered.update(place for gap in altered for place in self._locate(i, gap))
                contrasts.append(Contrast(utterance, _list_quotes(self._group[i]), _list_quotes(self._group[j])))
        return contrasts

    def _list_pairs(self) -> Iterator[tuple[int, int]]:
        """Each version against each that another text has, the most carried first; reported speech has no words of its own."""
        by_carried = sorted(range(len(self._group)), key=lambda j: (-len(self._texts[j]), j))
        for i in range(len(self._group)):
            yield from ((i, j) for j in by_carried if self._texts[j] - self._texts[i] and not self._reported[i] and not self._reported[j])

    def _note(self, i: int, j: int, gaps: Sequence[Gap]) -> None:
        known = self.readings[i].gaps
        for gap in gaps:
            if gap.change in HARMLESS:
                self.readings[i].harmless.update(range(gap.first, gap.last))
            if not gap.added or gap.change != "words":
                known.setdefault((gap.first, gap.last), (gap, self._group[j].units[0]))

    def _is_altered(self, i: int, j: int, gap: Gap, gaps: Sequence[Gap]) -> bool:
        if gap.change in HARMLESS or len(self._texts[i]) > 1:
            return False
        shared = self._count_sharing(j, gap) > 1
        if not shared and gap.change == "words" and self._are_renderings(i, j, gaps):
            return False
        if gap.left_out and gap.change != "order":
            return gap.change != "words" and self._alone_leaves_out(i, gap)
        if gap.added and gap.change == "words":
            places = list(list_departures(self._group[i].units[0], gap))
            return shared and len(places) < CLAUSE and self._owns(i, gap)
        return self._owns(i, gap)

    def _are_renderings(self, i: int, j: int, gaps: Sequence[Gap]) -> bool:
        """Whether two versions are translations, as an article says or their words show."""
        return self._translated[i] or self._translated[j] or is_spread(gaps, self._group[i].words, self._group[j].words)

    def _owns(self, i: int, gap: Gap) -> bool:
        stems = self._group[i].words.stems
        places = set(list_departures(self._group[i].units[0], gap)) - self.readings[i].harmless
        return any(self._users[stems[place]] == self._texts[i] for place in places) or (gap.change != "words" and self._alone_has(i, gap))

    def _alone_has(self, i: int, gap: Gap) -> bool:
        """Whether nobody else has these words in this place, should they stand elsewhere in the sentence too."""
        return not self._find_having(_read_around(self._group[i], gap.first, gap.last)) - self._texts[i]

    def _alone_leaves_out(self, i: int, gap: Gap) -> bool:
        """Whether no other text has the words around what one version leaves out; of two, both are told."""
        around = _read_around(self._group[i], gap.first, gap.last)
        return len(around) > 1 and not self._find_having(around) - self._texts[i]

    def _count_sharing(self, j: int, gap: Gap) -> int:
        """How many texts have the words that another version has in a gap."""
        first, last = gap.other_first, gap.other_last
        return len(self._find_having(_read_around(self._group[j], first, last) if gap.added else self._group[j].words.stems[first:last]))

    def _find_having(self, run: tuple[str, ...]) -> Texts:
        """The texts that have some words in a row; asked for the same ones often."""
        if run not in self._having:
            found = (texts for sentence, texts in self._spoken if _has_run(sentence.words.stems, run))
            self._having[run] = frozenset[str]().union(*found)
        return self._having[run]

    def _locate(self, i: int, gap: Gap) -> list[int]:
        """The words that depart and that no other text has; else all that depart; else those around what was left out."""
        stems = self._group[i].words.stems
        places = list(list_departures(self._group[i].units[0], gap))
        own = [place for place in places if self._users[stems[place]] == self._texts[i]]
        return own or places or [place for place in (gap.first - 1, gap.last) if 0 <= place < len(stems)]

    def is_part(self, i: int) -> bool:
        """Whether another article has all of a version's content words and more, names for pronouns and other spellings apart."""
        mine = set(self._group[i].words.content_stems)
        others = (j for j, other in enumerate(self._group) if other.articles != self._group[i].articles)
        return any(mine <= set(self._group[j].words.content_stems) and self._list_own(j) - mine for j in others)

    def _list_own(self, j: int) -> set[str]:
        words, harmless = self._group[j].words, self.readings[j].harmless
        return {stem for place, stem in enumerate(words.stems) if words.content[place] and place not in harmless}

    def list_differences(self, i: int, unit: Unit, articles: Mapping[str, Article]) -> tuple[Difference, ...]:
        """All differences of one version in the words of one of its carriers, what changes the meaning first."""
        found = [
            Difference(gap.change, _cut(unit, gap.first, gap.last, articles), _cut(other, gap.other_first, gap.other_last, articles))
            for gap, other in self.readings[i].gaps.values()
        ]
        return tuple(sorted(found, key=lambda difference: (ORDER[difference.change], difference.span, difference.other)))


def _read_around(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    """The words from one position up to another, with those beside them."""
    return sentence.words.stems[max(0, first - 1) : last + 1]


def _has_run(stems: Sequence[str], run: Sequence[str]) -> bool:
    return any(tuple(stems[place : place + len(run)]) == tuple(run) for place in range(len(stems) - len(run) + 1))


def _cut(unit: Unit, first: int, last: int, articles: Mapping[str, Article]) -> Span:
    """The words from one position up to another; where there are none, the words around the place."""
    if first == last:
        first, last = max(0, first - 1), min(last + 1, len(unit.places))
    return articles[unit.quote.article].span(unit.places[first][0], unit.places[last - 1][1])


def _list_quotes(sentence: Sentence) -> tuple[str, ...]:
    return tuple(sorted({unit.quote.id for unit in sentence.units}))
