"""One thing said, in every quotation that carries it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosswire.align.founders import found_ids
from crosswire.align.likeness import are_one, find_altered
from crosswire.align.units import Unit, Word, cut_units
from crosswire.model import Article, Carrier, Quote, Utterance, Wording

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Contrast:
    """A quote whose words for an utterance differ from another's: ids of both quotes."""

    quote: str
    against: str


def merge_utterances(quotes: Sequence[Quote], articles: dict[str, Article]) -> tuple[tuple[Utterance, ...], tuple[tuple[str, Contrast], ...]]:
    """The utterances that two or more quotes carry, and for each (utterance id, contrast) which carrier's words differ from which.

    Two sentences are one utterance where `are_one` says so and nothing speaks against one speaker: both have the same,
    or one has none. `odd` is left to the weighing, for it depends on who copied whom.
    """
    units = [unit for quote in quotes for unit in cut_units(quote)]
    pairs = [(i, j) for i, j in combinations(range(len(units)), 2) if _may_be_one(units[i], units[j]) and are_one(units[i], units[j])]
    made = [_make_utterance([units[i] for i in members], articles) for members in _connect(len(units), pairs)]
    made.sort(key=lambda pair: pair[0].id)
    return tuple(u for u, _ in made), tuple((u.id, contrast) for u, contrasts in made for contrast in contrasts)


def _may_be_one(one: Unit, other: Unit) -> bool:
    if one.quote.id == other.quote.id:
        return False
    speakers = {one.quote.speaker, other.quote.speaker} - {None}
    return len(speakers) < 2


def _connect(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """The connected groups of two and more."""
    home = list(range(count))

    def find(i: int) -> int:
        while home[i] != i:
            i = home[i]
        return i

    for i, j in pairs:
        one, other = sorted((find(i), find(j)))
        home[other] = one
    groups: dict[int, list[int]] = {}
    for i in range(count):
        groups.setdefault(find(i), []).append(i)
    return [members for members in groups.values() if len(members) > 1]


def _make_utterance(units: Sequence[Unit], articles: dict[str, Article]) -> tuple[Utterance, list[Contrast]]:
    id_, was = found_ids("utterance", ((articles[unit.quote.article], unit.span, 0) for unit in units))
    altered = _find_altered(units)
    carriers = [_make_carrier(units, i, altered, articles[unit.quote.article]) for i, unit in enumerate(units)]
    speakers = {unit.quote.speaker for unit in units} - {None}
    wordings = {carrier.wording for carrier in carriers}
    wording = "altered" if "altered" in wordings else "trimmed" if "trimmed" in wordings else "same"
    contrasts = sorted({Contrast(units[i].quote.id, units[j].quote.id) for i, j in altered})
    utterance = Utterance(
        id=id_,
        speaker=min(speakers) if speakers else None,  # type: ignore[type-var]
        carriers=tuple(sorted(carriers, key=lambda carrier: (carrier.span, carrier.quote))),
        wording=wording,
        odd=(),
        why=_explain(units, wordings),
        was=was,
    )
    return utterance, contrasts


def _find_altered(units: Sequence[Unit]) -> dict[Pair, tuple[Word, ...]]:
    """For each two units of two articles the first one's words that differ from the second's and that no other article has."""
    known = _find_known(units)
    found: dict[Pair, tuple[Word, ...]] = {}
    for i, one in enumerate(units):
        for j, other in enumerate(units):
            if one.quote.article != other.quote.article and (words := find_altered(one, other, known[one.quote.article])):
                found[i, j] = words
    return found


def _make_carrier(units: Sequence[Unit], i: int, altered: dict[Pair, tuple[Word, ...]], article: Article) -> Carrier:
    words = {(word.start, word.end) for (one, _), found in altered.items() if one == i for word in found}
    spans = tuple(article.span(start, end) for start, end in sorted(words))
    wording: Wording = "altered" if spans else "trimmed" if _is_part(units[i], units) else "same"
    return Carrier(units[i].quote.id, units[i].span, wording, spans)


def _find_known(units: Sequence[Unit]) -> dict[str, frozenset[str]]:
    """For each article the stems that any other article has in its words for the utterance."""
    stems: dict[str, set[str]] = {}
    for unit in units:
        stems.setdefault(unit.quote.article, set()).update(word.stem for word in unit.words)
    return {mine: frozenset(s for article, found in stems.items() if article != mine for s in found) for mine in stems}


def _is_part(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether another article has all of the unit's content words and more."""
    mine = set(unit.content)
    return any(other.quote.article != unit.quote.article and mine < set(other.content) for other in units)


def _explain(units: Sequence[Unit], wordings: set[str]) -> str:
    articles = len({unit.quote.article for unit in units})
    how = "with other words inside the marks" if "altered" in wordings else "shortened by some" if "trimmed" in wordings else "in the same words"
    return f"{len(units)} quotations in {articles} article{'s' if articles > 1 else ''} share most content words in the same order, {how}"
