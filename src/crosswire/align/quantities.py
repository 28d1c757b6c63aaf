"""Quantities of one story: every article's sum, measure or number of one thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosswire.model import Partition, QuantityMention, Sheet, may_agree

# Reports so many days apart may tell of another thing of the same name.
APART = 3
# Of one thing two numbers are this many times each other at most; the more of its words are shared the more.
MOST, CLOSE_MOST, LOOSE_MOST = 2.0, 1.5, 1.25
# A vote is known by what was voted on and by whom, in so many words.
VOTED = 3
# Fewer things are told in so many ways that two numbers of them are hardly of the same ones.
FEW = 10

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One thing with the number that each article gives of it; `what` are the words for it that the articles share."""

    field: str
    what: tuple[str, ...]
    told: tuple[QuantityMention, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One mention with the day of its article, the words close to it and all its words, as sets."""

    key: Key
    day: int
    mention: QuantityMention
    close: frozenset[str]
    words: frozenset[str]


def merge_quantities(sheets: Sequence[Sheet], twins: Mapping[str, str]) -> tuple[Quantity, ...]:
    """The story's quantities that two articles or more state, and not all of them alike.

    Two numbers are of one thing where what they are an attribute of, or what governs them, is told in the same words. An article that
    states two numbers of it, or another's number of anything alike, is left out; so are articles printed from one text but for the first.
    """
    told = {sheet.article.id: sheet for sheet in sheets if twins.get(sheet.article.id, sheet.article.id) == sheet.article.id}
    entries = {entry.key: entry for entry in _list_entries(told.values())}
    partition = Partition(sorted(entries))
    shared: dict[Key, set[str]] = {}
    for a, b in _find_pairs(entries.values()):
        for key in (a, b):
            shared.setdefault(key, set()).update(entries[a].words & entries[b].words)
        partition.join(a, b)
    homes: dict[Key, list[Key]] = {}
    for key in sorted(shared):
        homes.setdefault(partition.find(key), []).append(key)
    found = (_make([entries[key].mention for key in keys], set[str]().union(*(shared[k] for k in keys)), told) for keys in homes.values())
    return tuple(sorted((quantity for quantity in found if quantity is not None), key=lambda quantity: quantity.told[0].span))


def _list_entries(sheets: Iterable[Sheet]) -> Iterator[Entry]:
    """The mentions of all dated reports: an undated one may tell of another event of the kind."""
    for sheet in sheets:
        day = sheet.article.day
        for i, mention in enumerate(sheet.quantities if day is not None else ()):
            close = frozenset(word for word in mention.close if " " not in word and word != mention.unit)
            words = frozenset((*mention.close, *mention.wide)) - {mention.unit}
            yield Entry((sheet.article.id, i), day.toordinal() if day is not None else 0, mention, close, words)


def _find_pairs(entries: Iterable[Entry]) -> Iterator[tuple[Key, Key]]:
    """The mentions of two articles of one time that are of one thing, each with the nearest number of the other article."""
    buckets: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: (one.day, one.key)):
        buckets.setdefault((entry.mention.field, entry.mention.unit), []).append(entry)
    nearest: dict[tuple[Key, str], tuple[float, Key]] = {}
    for one, other in (pair for bucket in buckets.values() for pair in _list_near(bucket)):
        if _are_one(one, other):
            ratio = max(one.mention.value, other.mention.value) / min(one.mention.value, other.mention.value)
            for key, match in ((one.key, other.key), (other.key, one.key)):
                nearest[key, match[0]] = min(nearest.get((key, match[0]), (ratio, match)), (ratio, match))
    for (key, _), (_, match) in nearest.items():
        if key < match and nearest[match, key[0]][1] == key:
            yield key, match


def _list_near(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Every two entries, in the order of their days, of articles not too many days apart."""
    for i, one in enumerate(entries):
        for later in range(i + 1, len(entries)):
            other = entries[later]
            if other.day - one.day > APART:
                break
            if one.key[0] != other.key[0]:
                yield one, other


def _are_one(one: Entry, other: Entry) -> bool:
    """Whether two numbers of one kind are of one thing, whatever they are."""
    mine, theirs = one.mention, other.mention
    low, high = sorted((mine.value, theirs.value))
    if low <= 0 or high > MOST * low or _are_apart(mine, theirs):
        return False
    close, shared = one.close & other.close, one.words & other.words
    single = {word for word in shared if " " not in word}
    match mine.field:
        case "measure":
            named = mine.head != "" and mine.head == theirs.head
            done = mine.subject != "" and mine.subject == theirs.subject and bool(close) and len(single) > 1
            return (named and (mine.definite or theirs.definite)) or done
        case "sum":
            joined = len(shared) > len(single)
            return (joined or len(close) > 1) and high <= (CLOSE_MOST if joined and len(close) > 1 else LOOSE_MOST) * low
        case "vote":
            return bool(close) and len(single) >= VOTED and high <= LOOSE_MOST * low
        case _:
            return bool(close) and len(single) > 1 and high <= LOOSE_MOST * low and (low >= FEW or len(close) > 2)


def _are_apart(one: QuantityMention, other: QuantityMention) -> bool:
    """Whether two numbers are of different years, of different things by the words behind their nouns, or of two whose names differ."""
    named = one.field != "measure" and one.subject[:1].isupper() and other.subject[:1].isupper()
    told = ((one.years, other.years), (one.of, other.of))
    return (named and one.subject != other.subject) or any(a and b and set(a).isdisjoint(b) for a, b in told)


def _make(mentions: Iterable[QuantityMention], shared: set[str], sheets: Mapping[str, Sheet]) -> Quantity | None:
    """The quantity of some mentions, None where not two articles are left that state different numbers."""
    by_article: dict[str, list[QuantityMention]] = {}
    for mention in mentions:
        by_article.setdefault(mention.span.article, []).append(mention)
    single = [told[0] for told in by_article.values() if all(may_agree(a, b) for a, b in combinations(told, 2))]
    kept = [mention for mention in single if not _tells_another(mention, single, sheets[mention.span.article])]
    if all(may_agree(one, other) for one, other in combinations(kept, 2)):
        return None
    first = kept[0]
    words = sorted(shared - {first.head}) + ([first.head] if first.head else [])
    return Quantity(first.field, tuple(words), tuple(sorted(kept, key=lambda mention: mention.span)))


def _tells_another(mention: QuantityMention, others: Iterable[QuantityMention], sheet: Sheet) -> bool:
    """Whether an article states, of whatever it may be, also the number that another gives."""
    own = [one for one in sheet.quantities if (one.field, one.unit) == (mention.field, mention.unit)]
    return any(may_agree(one, other) for other in others if not may_agree(mention, other) for one in own)
