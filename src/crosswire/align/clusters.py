"""Which sentences are one thing said: links between two, and what they may bring together."""

from collections.abc import Iterable, Sequence
from itertools import product

from crosswire.align.likeness import are_one, are_verbatim, count_shared, is_fragment
from crosswire.align.sentences import Pair, Sentence, find_pairs
from crosswire.align.units import Words
from crosswire.align.words import count_negations
from crosswire.model import Partition

# Two sentences of one article that share more than the one and less than the other of their content words look alike and are two.
APART, REPEATED = 0.34, 0.9


def connect_sentences(sentences: Sequence[Sentence]) -> list[list[int]]:
    """The sentences that are one thing said, by position; a sentence that is like no other stands alone.

    Links are followed surest first. A group stands around its fullest sentence, and each of the others is one with that; it holds one
    speaker, but for words that are the same, and no two sentences that one article tells apart. A fragment joins last, and only where
    it can be part of one thing said.
    """
    groups = Groups(sentences)
    links = [(i, j) for i, j in find_pairs(sentences) if _may_be_one(sentences[i], sentences[j])]
    links = [(i, j) for i, j in links if _say_one(sentences[i], sentences[j])]
    whole = [link for link in links if not any(is_fragment(sentences[i].words) for i in link)]
    for i, j in sorted(whole, key=lambda link: _rank(sentences, link)):
        groups.join(i, j)
    _join_fragments(sentences, groups, [link for link in links if any(is_fragment(sentences[i].words) for i in link)])
    return groups.partition.groups()


def _rank(sentences: Sequence[Sentence], link: Pair) -> tuple[bool, bool, float, Pair]:
    one, other = (sentences[i] for i in link)
    longer = max(len(one.words.content_stems), len(other.words.content_stems))
    return one.words != other.words, one.speaker != other.speaker, -count_shared(one.words, other.words) / max(1, longer), link


def _say_one(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences are one by their words; unless both are known to be one speaker's, most must be shared.

    A name in quotation marks is part of no sentence that has it, and no saying of whoever else has it. Words reported in others are never
    called altered, so what denies is no rendering of what does not.
    """
    if (one.reported or other.reported) and count_negations(one.words.stems) % 2 != count_negations(other.words.stems) % 2:
        return False
    if any(sentence.titled and is_fragment(sentence.words) for sentence in (one, other)):
        return False
    return are_one(one.words, other.words, strict=one.speaker is None or one.speaker != other.speaker)


def _may_be_one(one: Sentence, other: Sentence) -> bool:
    if one.days and other.days and not one.days & other.days and one.words != other.words:
        return False
    return one.speaker == other.speaker or None in (one.speaker, other.speaker) or are_verbatim(one.words, other.words)


class Groups:
    """Sentences brought together one by one, each group with its members, speakers and fullest sentence."""

    __slots__ = ("_fullest", "_homes", "_members", "_sentences", "_speakers", "partition")

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self.partition = Partition(range(len(sentences)))
        self._fullest = {i: i for i in range(len(sentences))}
        self._members = {i: [i] for i in range(len(sentences))}
        self._homes: dict[Words, set[str]] = {}
        for sentence in sentences:
            self._homes.setdefault(sentence.words, set()).update(sentence.articles)
        self._speakers = {i: {sentence.speaker} - {None} for i, sentence in enumerate(sentences)}

    def join(self, i: int, j: int) -> bool:
        """Brings the groups of two sentences together where nothing speaks against it; whether they are one now."""
        one, other = self.partition.find(i), self.partition.find(j)
        if one == other:
            return True
        if not self._agree(i, j, one, other) or not self._stand_around_one(one, other):
            return False
        if any(self._are_two(a, b) for a, b in product(self._members[one], self._members[other])):
            return False
        self.partition.join(one, other)
        self._fullest[one] = min(self._fullest[one], self._fullest.pop(other), key=self._rank)
        self._members[one] += self._members.pop(other)
        self._speakers[one] |= self._speakers.pop(other)
        return True

    def _agree(self, i: int, j: int, one: int, other: int) -> bool:
        """Whether two groups have a speaker in common, or one has none, or the two sentences are the same words."""
        mine, theirs = self._speakers[one], self._speakers[other]
        return not (mine and theirs) or bool(mine & theirs) or are_verbatim(self._sentences[i].words, self._sentences[j].words)

    def _stand_around_one(self, one: int, other: int) -> bool:
        """Whether all of one group are one with the fullest sentence of the other, which is no less full than theirs."""
        fuller, lesser = sorted((one, other), key=lambda group: self._rank(self._fullest[group]))
        fullest = self._sentences[self._fullest[fuller]].words
        return all(are_one(self._sentences[i].words, fullest) for i in self._members[lesser])

    def _rank(self, i: int) -> tuple[int, int]:
        return -len(self._sentences[i].words.content_stems), i

    def _are_two(self, i: int, j: int) -> bool:
        """Whether one article has both sentences, and they are neither a repetition nor two parts of a third."""
        one, other = self._sentences[i].words, self._sentences[j].words
        if not self._homes[one] & self._homes[other]:
            return False
        shorter = min(len(one.content_stems), len(other.content_stems))
        return APART * shorter < count_shared(one, other) < REPEATED * shorter


def _join_fragments(sentences: Sequence[Sentence], groups: Groups, links: Iterable[Pair]) -> None:
    """Brings each fragment to the one group that it can be part of; fragments of no sentence come together among themselves."""
    homes: dict[int, set[int]] = {}
    loose = []
    for i, j in links:
        if is_fragment(sentences[i].words) and is_fragment(sentences[j].words):
            loose.append((i, j))
        else:
            fragment, whole = (i, j) if is_fragment(sentences[i].words) else (j, i)
            homes.setdefault(fragment, set()).add(whole)
    taken: set[int] = set()
    for fragment in sorted(homes):
        if wholes := _choose_home(sentences, groups, fragment, homes[fragment]):
            taken.update({fragment} if groups.join(min(wholes), fragment) else ())
    for i, j in sorted(loose, key=lambda link: _rank(sentences, link)):
        if i not in taken and j not in taken and not {i, j} & homes.keys():
            groups.join(i, j)


def _choose_home(sentences: Sequence[Sentence], groups: Groups, fragment: int, wholes: set[int]) -> set[int]:
    """The sentences of the one group that a fragment can be part of: of its own speaker's, if any are; none where there are several."""
    own = {whole for whole in wholes if sentences[whole].speaker == sentences[fragment].speaker} or wholes
    return own if len({groups.partition.find(whole) for whole in own}) == 1 else set()
