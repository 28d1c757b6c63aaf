"""Which of the places of one name an article means, told by what it says beside the name and by its other places."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crosswire.annotate.folding import fold
from crosswire.annotate.gazetteer import is_own_name
from crosswire.model import Candidate, PlaceMention, weigh_breadth

# What support is worth, in powers of ten of people.
OWN_NAME = 1.0
SPELT_SO = 1.0
BESIDE = 6.0
REGION_WEIGHT, COUNTRY_WEIGHT = 4.0, 3.0
# How much of an article's other places must lie in a region for half of its weight.
HALF = 0.5
ROUNDS = 2
# Of a division's people so many live in the town that it is called after.
SEAT_SHARE = 0.1
MOST_CANDIDATES = 12
WIDE = frozenset({"second-order", "region", "country"})
# "Vale, Land", "Vale (Land)", "Vale in Land": the words that follow a name, three at most.
FOLLOWING = re.compile(r"(?:, | \(|,? in )(?P<name>(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,2})")
LOOK_AHEAD = 60
# What closes such a name, with "Vale, Land" or "Vale (Land)" before it: no further one of a list.
CLOSING = re.compile(r"\.? ?(?:[.)(—–]|--|-(?= )|$|, (?!and |or )[a-z])")

LookUp = Callable[[str], tuple[Candidate, ...]]
Area = TypeVar("Area", int, str)


@dataclass(frozen=True, slots=True)
class Context:
    """What one article's names may mean: by each name, how much of it is thought to lie in which region and country."""

    names: Mapping[str, tuple[Candidate, ...]]
    regions: Mapping[str, Mapping[int, float]]
    countries: Mapping[str, Mapping[str, float]]


def support_places(
    mentions: Sequence[PlaceMention], text: str, look_up: LookUp, named: Collection[str] = frozenset()
) -> tuple[PlaceMention, ...]:
    """Each mention with its candidates supported by the article, best first and no more than are needed.

    `named` are the countries that the article names in any way (ISO 3166 codes).
    """
    beside = _drop_strangers([_support_beside(mention, text, look_up) for mention in mentions], mentions)
    context = _make_context(beside)
    return tuple(_support_mention(_drop_foreign(mention, context, named), context) for mention in beside)


def _drop_strangers(beside: Sequence[PlaceMention], mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The mentions, all of a name without candidates where one of them is told with a state in which none of its towns lies."""
    told = zip(beside, mentions, strict=True)
    strange = {mention.span.text.casefold() for left, mention in told if mention.candidates and not left.candidates}
    return [replace(mention, candidates=()) if mention.span.text.casefold() in strange else mention for mention in beside]


def _make_context(mentions: Iterable[PlaceMention]) -> Context:
    """What all the names mean together: a name means the same wherever an article has it, and its places lie near each other."""
    names: dict[str, tuple[Candidate, ...]] = {}
    for mention in mentions:
        names[mention.span.text] = _share(mention.candidates, names.get(mention.span.text, ()))
    context = _place_names(names, names)
    for _ in range(ROUNDS - 1):
        context = _place_names(names, {name: _support(name, candidates, context) for name, candidates in names.items()})
    return context


def _support_mention(mention: PlaceMention, context: Context) -> PlaceMention:
    """A mention's candidates strengthened by what else the article names, the best first."""
    name = mention.span.text
    known = _share(mention.candidates, context.names.get(name, ()))
    supported = _support(name, known, context)
    ranked = sorted(enumerate(supported), key=lambda pair: (-_weigh(pair[1]), pair[0]))
    return replace(mention, candidates=tuple(candidate for _, candidate in ranked[:MOST_CANDIDATES]))


def _drop_foreign(mention: PlaceMention, context: Context, named: Collection[str]) -> PlaceMention:
    """The mention without the towns only known by the name in another language, in a country of which an article names nothing else."""
    name = mention.span.text
    others = {country for other, share in context.countries.items() if other != name for country in share}
    if not (others or named):
        return mention
    near = {*others, *named}
    foreign = {
        c for c in mention.candidates if c.place.precision == "city" and c.place.country not in near and not is_own_name(name, c.place)
    }
    return replace(mention, candidates=tuple(c for c in mention.candidates if c not in foreign))


def _share(candidates: Sequence[Candidate], others: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """A name's candidates with the support that they have at another mention of it."""
    known = {candidate.place: candidate.support for candidate in others}
    return tuple(replace(c, support=max(c.support, known.get(c.place, c.support))) for c in candidates)


def _place_names(names: Mapping[str, tuple[Candidate, ...]], supported: Mapping[str, Sequence[Candidate]]) -> Context:
    regions: dict[str, dict[int, float]] = {}
    countries: dict[str, dict[str, float]] = {}
    for name, candidates in supported.items():
        strengths = [10 ** _weigh(candidate) for candidate in candidates]
        inside: defaultdict[int, float] = defaultdict(float)
        within: defaultdict[str, float] = defaultdict(float)
        for candidate, strength in zip(candidates, strengths, strict=True):
            within[candidate.place.country or ""] += strength / sum(strengths)
            if candidate.region is not None:
                inside[candidate.region] += strength / sum(strengths)
        regions[name], countries[name] = inside, within
    return Context(names, regions, countries)


def _support(name: str, candidates: Sequence[Candidate], context: Context) -> tuple[Candidate, ...]:
    """The candidates strengthened by how much of the article's other names lies in their region and their country."""
    return tuple(replace(candidate, support=candidate.support + _weigh_others(name, candidate, context)) for candidate in candidates)


def _weigh_others(name: str, candidate: Candidate, context: Context) -> float:
    """What the other names are worth to a candidate; a country has them for a region, whatever region they lie in."""
    country = _fill(name, candidate.place.country, context.countries) if candidate.place.country else 0.0
    region = country if candidate.region is None else _fill(name, candidate.region, context.regions)
    return REGION_WEIGHT * region + COUNTRY_WEIGHT * country


def _fill(name: str, area: Area, shares: Mapping[str, Mapping[Area, float]]) -> float:
    """From 0 to 1: how much of the other names lies in an area, half where as much as `HALF` of one name does."""
    told = sum(share.get(area, 0.0) for other, share in shares.items() if other != name)
    return told / (told + HALF)


def _weigh(candidate: Candidate) -> float:
    return math.log10(candidate.population + 10) + weigh_breadth(candidate.place) + candidate.support


def _support_beside(mention: PlaceMention, text: str, look_up: LookUp) -> PlaceMention:
    """The candidates called so themselves, and those that lie in what is named right after them ("Vale, Land"), strengthened.

    None where the name has its state behind it, and none of the towns of the name lies there.
    """
    after = FOLLOWING.match(text, mention.span.end, mention.span.end + LOOK_AHEAD)
    end, holders = _look_up_longest(after, look_up) if after else (0, [])
    stated = bool(holders) and holders[0].place.precision == "region" and text[mention.span.end] != " " and CLOSING.match(text, end)
    if stated and not any(_holds(holder, c) for holder in holders for c in mention.candidates):
        return replace(mention, candidates=())
    supported = [
        replace(c, support=_weigh_name(mention, c) + BESIDE * any(_holds(holder, c) for holder in holders)) for c in mention.candidates
    ]
    return replace(mention, candidates=tuple(supported))


def _weigh_name(mention: PlaceMention, candidate: Candidate) -> float:
    """What it is worth that a place is called so itself, or is the town that a division so called has its name from, and that a division is
    with the word for its kind ("Vale County")."""
    words = mention.span.text
    spelt = candidate.place.precision != "city" and " " in words and fold(words) == fold(candidate.place.name)
    own = is_own_name(words, candidate.place) or any(_is_seat(candidate, other, words) for other in mention.candidates)
    return OWN_NAME * own + SPELT_SO * spelt


def _is_seat(town: Candidate, division: Candidate, words: str) -> bool:
    """Whether a town of a division's name lies in it and is large enough to have given it."""
    if town.place.precision != "city" or division.place.precision != "region" or town.region != division.region:
        return False
    return is_own_name(words, division.place) and town.population >= SEAT_SHARE * division.population


def _look_up_longest(after: "re.Match[str]", look_up: LookUp) -> tuple[int, list[Candidate]]:
    """What the first words behind a name mean as a country or division, the longest name that is one, and where they end."""
    parts = after["name"].split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        for form in (name, name.rstrip(".")):
            found = [candidate for candidate in look_up(form) if candidate.place.precision in WIDE]
            if found:
                return after.start("name") + len(name.rstrip(".")), found
    return after.end(), []


def _holds(holder: Candidate, held: Candidate) -> bool:
    """Whether one place lies in another: the same country, and the same division where the other is one."""
    if held == holder or holder.place.country != held.place.country:
        return False
    if holder.place.precision == "country":
        return held.place.precision != "country"
    return holder.region == held.region and held.place.precision in ("city", "second-order")
