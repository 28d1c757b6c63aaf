"""The sentences of a story's quotations, those in the same words taken together, and which of them are worth comparing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.align.likeness import count_needed
from crosswire.align.units import Unit, Words, cut_units
from crosswire.model import Article, Quote, order_mentions

Pair = tuple[int, int]
MANY = ""  # stands for the articles of a sentence that several carry


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same words said by one speaker, in all quotations that carry them."""

    speaker: str | None
    words: Words
    units: tuple[Unit, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that carry it."""
        return frozenset(unit.quote.article for unit in self.units)

    @property
    def days(self) -> frozenset[str]:
        """The days on which it was said, as far as articles tell."""
        return frozenset(unit.quote.said_on for unit in self.units if unit.quote.said_on)

    @property
    def reported(self) -> bool:
        """Whether all that have it give it in words of their own."""
        return all(unit.quote.kind == "indirect" for unit in self.units)

    @property
    def titled(self) -> bool:
        """Whether it is written like the name of something: two content words or more, each with a capital letter."""
        unit = self.units[0]
        shown = [unit.read(i, i) for i, carries in enumerate(unit.words.content) if carries]
        return len(shown) > 1 and all(word[:1].isupper() for word in shown)

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is looked up by: its content words, or all of its words where none carries content."""
        return self.words.content_stems or (" ".join(self.words.stems),)


def gather_sentences(quotes: Sequence[Quote], articles: Mapping[str, Article]) -> tuple[Sentence, ...]:
    """The sentences of all quotations, first said first; words reported of nobody in particular are nobody's utterance."""
    units = [unit for quote in quotes if quote.speaker or quote.kind != "indirect" for unit in cut_units(quote)]
    units.sort(key=lambda unit: (order_mentions(articles[unit.quote.article], unit.span), unit.quote.id))
    gathered: dict[tuple[str | None, Words], list[Unit]] = {}
    for unit in units:
        gathered.setdefault((unit.quote.speaker, unit.words), []).append(unit)
    return tuple(Sentence(speaker, words, tuple(members)) for (speaker, words), members in gathered.items())


def find_pairs(sentences: Sequence[Sentence]) -> Iterator[Pair]:
    """The pairs of sentences of different articles that share enough content words to be compared, each once, the first one first.

    Two that `are_one` share at least `count_needed` of the shorter one's content words, so one of its rarest must be among them:
    these alone are looked up (prefix filtering: Chaudhuri et al., ICDE 2006).
    """
    counts = Counter(key for sentence in sentences for key in set(sentence.keys))
    homes = [next(iter(sentence.articles)) if len(sentence.articles) == 1 else MANY for sentence in sentences]
    index = _index(sentences, homes)
    order = [(len(sentence.words.content_stems), i) for i, sentence in enumerate(sentences)]
    for i, sentence in enumerate(sentences):
        found: set[int] = set()
        for key in _find_rarest(sentence, counts):
            for home, others in index[key].items():
                if home == MANY or home != homes[i]:
                    found.update(j for j in others if order[j] > order[i])
        yield from ((min(i, j), max(i, j)) for j in sorted(found))


def _index(sentences: Sequence[Sentence], homes: Sequence[str]) -> dict[str, dict[str, list[int]]]:
    """For each key, and each article that alone carries them, the sentences that have it."""
    index: dict[str, dict[str, list[int]]] = {}
    for i, sentence in enumerate(sentences):
        for key in sorted(set(sentence.keys)):
            index.setdefault(key, {}).setdefault(homes[i], []).append(i)
    return index


def _find_rarest(sentence: Sentence, counts: Mapping[str, int]) -> list[str]:
    keys = sorted(sentence.keys, key=lambda key: (counts[key], key))
    return sorted(set(keys[: len(keys) - count_needed(len(keys)) + 1]))
