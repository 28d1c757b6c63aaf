"""Quantities of one story: every article's sum, measure or number of one thing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

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


def merge_quantities(sheets: Sequence[Sheet], twins: Mapping[str, str]) -> tuple[Quantity, ...]:
    """The story's quantities that two articles or more state, and not all of them alike.

    Two numbers are of one thing where what they are an attribute of, or what governs them, is told in the same words. An article that
    states two numbers of it, or another's number of anything alike, is left out; so are articles printed from one text but for the first.
    """
    told = {sheet.article.id: sheet for sheet in sheets if twins.get(sheet.article.id, sheet.article.id) == sheet.article.id}
    mentions = {(id_, i): mention for id_, sheet in sorted(told.items()) for i, mention in enumerate(sheet.quantities)}
    partition = Partition(sorted(mentions))
    shared: dict[Key, set[str]] = {}
    for one, other in combinations(sorted(told), 2):
        for a, b in _find_pairs(told[one], told[other]):
            words = _list_shared(mentions[a], mentions[b])
            for key in (a, b):
                shared.setdefault(key, set()).update(words)
            partition.join(a, b)
    homes: dict[Key, list[Key]] = {}
    for key in shared:
        homes.setdefault(partition.find(key), []).append(key)
    found = (_make([mentions[key] for key in sorted(keys)], set[str]().union(*(shared[k] for k in keys)), told) for keys in homes.values())
    return tuple(sorted((quantity for quantity in found if quantity is not None), key=lambda quantity: quantity.told[0].span))


def _find_pairs(one: Sheet, other: Sheet) -> Iterator[tuple[Key, Key]]:
    """The mentions of two articles that are of one thing, each with the nearest number.

    None where the reports are of different days, or undated.
    """
    days = one.article.day, other.article.day
    if days[0] is None or days[1] is None or abs((days[0] - days[1]).days) > APART:
        return
    nearest: dict[Key, tuple[float, Key]] = {}
    for (i, mine), (j, theirs) in product(enumerate(one.quantities), enumerate(other.quantities)):
        if (mine.field, mine.unit) == (theirs.field, theirs.unit) and _are_one(mine, theirs):
            keys = (one.article.id, i), (other.article.id, j)
            ratio = max(mine.value, theirs.value) / min(mine.value, theirs.value)
            for key, match in (keys, keys[::-1]):
                nearest[key] = min(nearest.get(key, (ratio, match)), (ratio, match))
    yield from ((key, match) for key, (_, match) in nearest.items() if key < match and nearest[match][1] == key)


def _are_one(one: QuantityMention, other: QuantityMention) -> bool:
    """Whether two numbers are of one thing, whatever they are."""
    low, high = sorted((one.value, other.value))
    subjects = one.subject, other.subject
    apart = subjects[0] != subjects[1] and one.field != "measure" and all(subject[:1].isupper() for subject in subjects)
    apart = apart or any(
        mine and theirs and set(mine).isdisjoint(theirs) for mine, theirs in ((one.years, other.years), (one.of, other.of))
    )
    if low <= 0 or high > MOST * low or apart:
        return False
    close = {word for word in set(one.close) & set(other.close) - {one.unit} if " " not in word}
    shared = _list_shared(one, other)
    single = {word for word in shared if " " not in word}
    match one.field:
        case "measure":
            named = one.head != "" and one.head == other.head
            return (named and (one.definite or other.definite)) or _do_share_deed(one, other, close, single)
        case "sum":
            joined = any(" " in word for word in shared)
            return (joined or len(close) > 1) and high <= (CLOSE_MOST if joined and len(close) > 1 else LOOSE_MOST) * low
        case "vote":
            return bool(close) and len(single) >= VOTED and high <= LOOSE_MOST * low
        case _:
            return bool(close) and len(single) > 1 and high <= LOOSE_MOST * low and (low >= FEW or len(close) > 2)


def _do_share_deed(one: QuantityMention, other: QuantityMention, close: set[str], shared: set[str]) -> bool:
    """Whether two measures are of what the same one does or is ("the rocket stands 230 feet tall")."""
    return one.subject != "" and one.subject == other.subject and bool(close) and len(shared) >= 2


def _list_shared(one: QuantityMention, other: QuantityMention) -> set[str]:
    """The words around two numbers that are the same, their unit left out."""
    return ({*one.close, *one.wide} & {*other.close, *other.wide}) - {one.unit}


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
