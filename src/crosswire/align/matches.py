"""Whether two articles' tellings may be one incident: by place, day and kind before anything else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from crosswire.align.places import choose_place, compare_places
from crosswire.model import FALLBACK, Article, Figure, IncidentMention, Place, Sheet, When, meet, number_alike, order_mentions, share_family

# What a match is worth: the same place, the same day, days that meet, and each figure that fits or clashes.
PLACE, DAY, DAYS, FIT, CLASH, DETAIL = 3.0, 2.0, 1.0, 2.0, -1.0, 0.5
# From this many people on, one and the same figure tells incidents of one story apart; the share of words that makes two sentences
# of so many words one.
TELLING, ALIKE, LEAST_WORDS = 3, 0.8, 8
DETAILS = ("kind", "weapon", "target", "actor")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One article's telling with its place and days settled; `part` tells it from others in the same words."""

    article: Article
    mention: IncidentMention
    place: Place | None
    when: When | None
    part: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings that may be one incident: a score (more is surer) and why."""

    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How many figures of killed and injured clash (share no number), fit, and are the same number, of those that both tell."""

    clash: int
    fit: int
    same: int


def settle_tellings(sheets: Sequence[Sheet], countries: Mapping[str, float], published: Mapping[str, date]) -> list[Told]:
    """All tellings of a story, first published first; `published` gives each article's day."""
    told = []
    for sheet in sheets:
        parts = number_alike([mention.evidence[0] for mention in sheet.incidents])
        for mention, part in zip(sheet.incidents, parts, strict=True):
            place = choose_place(mention.place, countries) if mention.place else None
            when = mention.date.expression.resolve(published.get(sheet.article.id)) if mention.date else None
            told.append(Told(sheet.article, mention, place, when, part))
    return sorted(told, key=lambda one: (order_mentions(one.article, one.mention.evidence[0]), one.part))


def find_matches(told: Sequence[Told]) -> dict[Pair, Match]:
    """Every two tellings that may be one incident, the first one's position first, without guesses between days."""
    matches = {(i, j): match for i, j in _find_pairs(told) if (match := compare(told[i], told[j])) is not None}
    return _leave_out_guesses(told, matches)


def _find_pairs(told: Sequence[Told]) -> Iterator[Pair]:
    """Two tellings of one town, or one whose town is not known and any other."""
    towns: dict[int, list[int]] = {}
    loose: list[int] = []
    for i, one in enumerate(told):
        town = _find_town(one)
        (loose if town is None else towns.setdefault(town, [])).append(i)
    for members in towns.values():
        yield from combinations(members, 2)
        yield from ((min(i, j), max(i, j)) for i in members for j in loose)
    yield from combinations(loose, 2)


def are_apart(one: Told, other: Told) -> bool:
    """Whether two tellings cannot be one incident: of one article, of kinds of different families, at other places, on other days."""
    if one.article.id == other.article.id or not share_family(one.mention.kind, other.mention.kind):
        return True
    return _share_days(one.when, other.when) is False or compare_places(one.place, other.place) is False


def compare(one: Told, other: Told) -> Match | None:
    """Whether two tellings may well be one incident, how surely and why; None where they cannot or too little speaks for it.

    Too little is one place with figures that clash, where no day is told by both, unless one is a running total that the other may
    have led up to. Where no place is shared, the same figure must stand in for it with a shared day, with a second figure that fits,
    or by being of three people or more; or both must tell it in the same words.
    """
    if are_apart(one, other):
        return None
    days, place = _share_days(one.when, other.when), compare_places(one.place, other.place)
    figures = compare_figures(one.mention, other.mention)
    if figures.clash and not days and not _is_raised(one.mention, other.mention):
        return None
    telling = figures.same and (days or figures.fit > 1 or _share_large_figure(one.mention, other.mention))
    if not place and not telling and (figures.clash or not _share_words(one.mention, other.mention)):
        return None
    return Match(_score(one, other, bool(place), figures), _explain(one, other, bool(place), figures))


def _share_days(one: When | None, other: When | None) -> bool | None:
    """Whether two intervals share a day; None where one is unknown."""
    if one is None or other is None:
        return None
    return one.start <= other.end and other.start <= one.end


def compare_figures(one: IncidentMention, other: IncidentMention) -> Likeness:
    """How the figures of killed and injured of two tellings stand to each other."""
    pairs = [(a, b) for a, b in ((one.killed, other.killed), (one.injured, other.injured)) if a is not None and b is not None]
    fit = sum(meet(a, b) for a, b in pairs)
    return Likeness(len(pairs) - fit, fit, sum(_state(a) == _state(b) for a, b in pairs))


def _share_large_figure(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether both state the same number of killed or injured, of three people or more, for more than bare harm."""
    if FALLBACK in (one.kind, other.kind):
        return False
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    return any(a is not None and b is not None and _state(a) == _state(b) and min(_state(a), default=0) >= TELLING for a, b in pairs)


def _share_words(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether the first words of both tellings are the same but for a few, as agencies' sentences are in many outlets."""
    mine, theirs = (frozenset(mention.evidence[0].text.casefold().split()) for mention in (one, other))
    return len(mine) >= LEAST_WORDS and len(mine & theirs) >= ALIKE * len(mine | theirs)


def _state(figure: Figure) -> tuple[int, int]:
    """The numbers as stated: "at least 15" states 15."""
    low, high = figure.low, figure.high
    return (low if low is not None else high or 0, high if high is not None else low or 0)


def _is_raised(one: IncidentMention, other: IncidentMention) -> bool:
    """Whether one of two tellings gives a running total of killed that is no lower than the other's figure."""
    if one.killed is None or other.killed is None:
        return False
    low, high = sorted((one, other), key=lambda mention: (mention.killed.low or 0) if mention.killed else 0)
    return high.updated and not low.updated


def _score(one: Told, other: Told, place: bool, figures: Likeness) -> float:
    days = 0.0
    if one.when is not None and other.when is not None:
        days = DAY if "day" in (one.when.precision, other.when.precision) else DAYS
    mine, theirs = one.mention, other.mention
    shared: int = sum(getattr(mine, key) is not None and getattr(mine, key) == getattr(theirs, key) for key in DETAILS)
    return PLACE * int(place) + days + FIT * figures.fit + CLASH * figures.clash + DETAIL * shared


def _explain(one: Told, other: Told, place: bool, figures: Likeness) -> str:
    reasons = [f"both in {one.place.name}"] if place and one.place else []
    if one.when is not None and other.when is not None:
        start, end = max(one.when.start, other.when.start), min(one.when.end, other.when.end)
        reasons.append(f"both on {start}" if start == end else f"both on a day from {start} to {end}")
    reasons += ["figures that fit"] if figures.fit else []
    return f"{' and '.join(reasons)}; kinds {one.mention.kind} and {other.mention.kind} go together"


def _leave_out_guesses(told: Sequence[Told], matches: Mapping[Pair, Match]) -> dict[Pair, Match]:
    """The matches without those of a telling that gives no day or no town and fits tellings of several equally well."""
    scores: dict[int, dict[int, float]] = {}
    for (i, j), match in matches.items():
        scores.setdefault(i, {})[j] = match.score
        scores.setdefault(j, {})[i] = match.score
    unsettled = {i for i, found in scores.items() if _is_guess(told[i], [told[j] for j in found if found[j] == max(found.values())])}
    return {pair: match for pair, match in matches.items() if not unsettled & set(pair)}


def _is_guess(one: Told, fitting: Sequence[Told]) -> bool:
    """Whether the best fits for a telling lie on different days, where it gives none, or in different towns."""
    whens = [other.when for other in fitting if other.when is not None]
    if one.when is None and whens and max(when.start for when in whens) > min(when.end for when in whens):
        return True
    return _find_town(one) is None and len({town for other in fitting if (town := _find_town(other)) is not None}) > 1


def _find_town(one: Told) -> int | None:
    return one.place.geonameid if one.place is not None and one.place.precision == "city" else None
