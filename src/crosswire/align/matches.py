"""Whether two articles' tellings may be one incident: by place, day and kind before anything else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from crosswire.align.moments import is_ahead, is_news_of, is_summary, names_day, share_days, share_moment, share_night, tells_other_day
from crosswire.align.series import is_series
from crosswire.align.tellings import Told, share_victim
from crosswire.align.tolls import Likeness, compare_figures, is_beyond, is_raised, is_tenfold, share_large_figure, share_toll
from crosswire.model import FALLBACK, IncidentMention, Place, When, compare_places, is_beside, measure_distance, read_kinds, share_family

# What a match is worth: a victim's name, the same place, the same day, days that meet, and each figure that fits or clashes.
NAME, PLACE, DAY, DAYS, FIT, CLASH, DETAIL = 6.0, 3.0, 2.0, 1.0, 2.0, -1.0, 0.5
# The share of words that makes two sentences of so many words one, and the share of the shorter's words where they give one figure too.
ALIKE, WITHIN, LEAST_WORDS = 0.8, 0.75, 8
# Towns no further apart than this, in kilometres, may stand for one another; days no further than this, for one night or a slip.
NEAR, ADJACENT = 25.0, timedelta(days=1)
# A town with more people may be in the news twice in two days.
SMALL = 500_000
# A city of so many people gives its name to the towns around it that have so many times fewer.
GREAT, LESSER = 1_000_000, 4
DETAILS = ("kind", "weapon", "target", "actor")
WORD = re.compile(r"\w+")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Two tellings that may be one incident: a score (more is surer) and why."""

    score: float
    why: str


def find_matches(told: Sequence[Told]) -> dict[Pair, Match]:
    """Every two tellings that may be one incident, the first one's position first, without guesses between days."""
    matches = {(i, j): match for i, j in _find_pairs(told) if (match := compare(told[i], told[j])) is not None}
    return _leave_out_guesses(told, matches)


def _find_pairs(told: Sequence[Told]) -> Iterator[Pair]:
    """Two tellings of one town or of two close by, or one whose town is not known and any other."""
    towns: dict[int, list[int]] = {}
    loose: list[int] = []
    for i, one in enumerate(told):
        town = _find_town(one)
        (loose if town is None else towns.setdefault(town, [])).append(i)
    for members in towns.values():
        yield from combinations(members, 2)
        yield from ((min(i, j), max(i, j)) for i in members for j in loose)
    yield from combinations(loose, 2)
    for (_, ours), (_, theirs) in combinations(sorted(towns.items()), 2):
        if _are_near(told[ours[0]].place, told[theirs[0]].place) or _are_beside(told, ours, theirs):
            yield from ((min(i, j), max(i, j)) for i in ours for j in theirs)
    bearers: dict[str, list[int]] = {}
    for i, one in enumerate(told):
        for name in sorted(one.list_victims()):
            bearers.setdefault(name, []).append(i)
    for members in bearers.values():
        yield from combinations(members, 2)
    for i, one in enumerate(told):
        others = (j for town in sorted(one.named) for j in towns.get(town, ())) if one.leads else ()
        yield from ((min(i, j), max(i, j)) for j in others if told[j].leads and j != i)


def _are_near(one: Place | None, other: Place | None) -> bool:
    distance = measure_distance(one, other)
    return distance is not None and distance <= NEAR


def _are_beside(told: Sequence[Told], ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether something is told to have been near one of two towns which the other is near."""
    places = [
        next((p for i in members if (p := told[i].place) is not None and p.near), told[members[0]].place) for members in (ours, theirs)
    ]
    return places[0] is not None and places[1] is not None and is_beside(places[0], places[1])


def are_apart(one: Told, other: Told) -> bool:
    """Whether two tellings cannot be one incident: of one article, or told apart by what they say."""
    return one.article.id == other.article.id or tell_apart(one, other)


def tell_apart(one: Told, other: Told) -> bool:
    """Whether two tellings are of other kinds, at other places, on other days, or one of what came after the other was published."""
    if _are_other_kinds(one, other):
        return True
    if is_ahead(one, other) or is_ahead(other, one) or tells_other_day(one, other) or tells_other_day(other, one):
        return True
    days = share_days(one.when, other.when) is False and not share_night(one, other)
    return days or (compare_places(one.place, other.place) is False and not (_lead_there(one, other) or _is_part_of_city(one, other)))


def _are_other_kinds(one: Told, other: Told) -> bool:
    """Whether two are of different families of kinds, and not of one toll in one town: a fire bomb burns, a shelled mine collapses."""
    if share_family(one.mention.kind, other.mention.kind):
        return False
    there = _share_town(one, other) and share_moment(one, other) is not False
    return not (there and share_large_figure(one.mention, other.mention))


def are_opposed(one: Told, other: Told) -> bool:
    """Whether two tellings are not to come together through a third: they are apart, or all figures clash and no day is told by both or
    they lie far apart, or one counts many times what the other does. Tolls of one small town's news may rise and differ.
    """
    if are_apart(one, other) or is_beyond(one.mention, other.mention):
        return True
    figures = compare_figures(one.mention, other.mention)
    if figures.fit or figures.near or is_raised(one.mention, other.mention) or _are_small_news(one, other):
        return False
    there = _share_small_town(one, other) or _lead_there(one, other)
    apart = not share_moment(one, other) and (are_often(one, other) or not there)
    return figures.far > 0 or (figures.clash > 0 and apart)


def compare(one: Told, other: Told) -> Match | None:
    """Whether two tellings may well be one incident, how surely and why; None where they cannot or too little speaks for it.

    Too little is one place with figures that clash, where no day is told by both or all figures do, or of which one is not half of the
    other and none is nearly the same, unless one is a running total that the other may have led up to. Reports that come days apart need
    the same toll, and what is told of many days the same figure. Where no place is shared, the same figure must stand in for it with a
    shared day, with a second figure that fits, or by being of three people or more; or both must tell it in the same words, or of one
    kind of place struck on one day ("a market").
    """
    if one.article.id != other.article.id and share_victim(one, other):
        figures = compare_figures(one.mention, other.mention)
        place = compare_places(one.place, other.place)
        return Match(NAME + _score(one, other, bool(place), figures), _explain(one, other, figures, "the same victim by name"))
    if are_apart(one, other):
        return _compare_slips(one, other)
    if _is_part(one, other) or _is_part(other, one):
        return None
    days = share_moment(one, other)
    place = compare_places(one.place, other.place) or not one.sites.isdisjoint(other.sites) or _share_target(one, other, days)
    figures = compare_figures(one.mention, other.mention)
    raised = is_raised(one.mention, other.mention)
    if days is None and figures.near and _are_news(one, other):
        days = True
    if _lead_alike(one, other, figures):
        return Match(_score(one, other, bool(place), figures), _explain(one, other, figures, "each is what its report tells first"))
    if figures.clash and not raised and (not days or figures.clash - figures.near > 1 or is_beyond(one.mention, other.mention)):
        return None
    if figures.far and not (figures.same or figures.near or raised):
        return None
    if days is False and not share_toll(one.mention, other.mention):
        return None
    if days is None and is_summary(one, other) and not figures.same:
        return None
    if not place and one.mention.weapon and other.mention.weapon and one.mention.weapon != other.mention.weapon:
        return None
    telling = figures.same and (days or figures.fit > 1 or _share_large(one, other))
    if not place and not telling and (figures.clash or not _share_words(one.mention, other.mention, bool(figures.same))):
        return None
    return Match(_score(one, other, bool(place), figures), _explain(one, other, figures))


def _lead_alike(one: Told, other: Told, figures: Likeness) -> bool:
    """Whether two tellings are each what its report tells first, in one town or on one day, so that they are one whatever their tolls.

    Rival and rising tolls lie far apart in the first days; but not tenfold. A town must be one, or one of two not known beyond its country;
    a day one, or, in one town, not known. Of a war's strikes and clashes, which are many, no toll may be less than half of the other, and
    without a day all must be nearly the same.
    """
    often = are_often(one, other)
    if (
        (often and (figures.far or not _share_settlement(one, other)))
        or not (one.leads and other.leads)
        or is_tenfold(one.mention, other.mention)
    ):
        return False
    days, place = share_moment(one, other), compare_places(one.place, other.place)
    if (place is None and _lead_there(one, other)) or _is_part_of_city(one, other) or _are_beside((one, other), (0,), (1,)):
        place = True
    if days is None and (names_day(one, other) or names_day(other, one) or _are_small_news(one, other)):
        days = True
    if days is None:
        alike = figures.clash == figures.near if often else not figures.far
        return place is True and alike and not is_summary(one, other)
    return days and (place is True or not figures.far)


def _are_news(one: Told, other: Told) -> bool:
    """Whether one tells no day and came out right after the day that the other tells."""
    return is_news_of(one, other) or is_news_of(other, one)


def _share_target(one: Told, other: Told, days: bool | None) -> bool:
    """Whether both tell on one day of the same kind of place struck, and neither names two towns for it."""
    return days is True and not one.targets.isdisjoint(other.targets)


def _is_part(one: Told, other: Told) -> bool:
    """Whether one tells of a single town and the other of several things in a region or country."""
    return _find_town(one) is not None and is_series(other.place, other.mention.evidence)


def _compare_slips(one: Told, other: Told) -> Match | None:
    """One toll told of two towns close by on one day, or of one town on two days in a row: a suburb for its city, a night, or a slip."""
    mine, theirs = one.mention, other.mention
    if one.article.id == other.article.id or not share_family(mine.kind, theirs.kind) or not share_toll(mine, theirs):
        return None
    days, place = share_days(one.when, other.when), compare_places(one.place, other.place)
    if days and not place and _are_near(one.place, other.place):
        return Match(0.0, "one toll on one day, told of two towns close by")
    if place and days is False and _find_town(one) is not None and _are_adjacent(one.when, other.when):
        return Match(0.0, f"one toll in {one.place.name if one.place else 'one town'}, told of two days in a row")
    return None


def _are_adjacent(one: When | None, other: When | None) -> bool:
    if one is None or other is None or not one.precision == other.precision == "day":
        return False
    return abs(date.fromisoformat(one.start) - date.fromisoformat(other.start)) <= ADJACENT


def _share_large(one: Told, other: Told) -> bool:
    return FALLBACK not in (one.mention.kind, other.mention.kind) and share_large_figure(one.mention, other.mention)


def _share_words(one: IncidentMention, other: IncidentMention, figured: bool) -> bool:
    """Whether the first words of both tellings are the same but for a few, as agencies' sentences are in many outlets.

    Where they give the same figure too, it is enough that the shorter is nearly all in the longer.
    """
    mine, theirs = (frozenset(WORD.findall(mention.evidence[0].text.casefold())) for mention in (one, other))
    least, shared = min(len(mine), len(theirs)), len(mine & theirs)
    return least >= LEAST_WORDS and (shared >= ALIKE * len(mine | theirs) or (figured and shared >= WITHIN * least))


def _score(one: Told, other: Told, place: bool, figures: Likeness) -> float:
    days = 0.0
    if one.when is not None and other.when is not None:
        days = DAY if "day" in (one.when.precision, other.when.precision) else DAYS
    mine, theirs = one.mention, other.mention
    shared: int = sum(getattr(mine, key) is not None and getattr(mine, key) == getattr(theirs, key) for key in DETAILS)
    return PLACE * int(place) + days + FIT * figures.fit + CLASH * figures.clash + DETAIL * shared


def _explain(one: Told, other: Told, figures: Likeness, more: str = "") -> str:
    sites = sorted(one.sites & other.sites)
    reasons = [f"both at {sites[0]}"] if sites else []
    if one.place is not None and compare_places(one.place, other.place):
        reasons = [f"both in {one.place.name}"]
    if one.when is not None and other.when is not None:
        start, end = max(one.when.start, other.when.start), min(one.when.end, other.when.end)
        reasons.append(f"both on {start}" if start == end else f"both on a day from {start} to {end}")
    reasons += ["figures that fit"] if figures.fit else []
    reasons += [more] if more else []
    return f"{' and '.join(reasons)}; kinds {one.mention.kind} and {other.mention.kind} go together"


def _leave_out_guesses(told: Sequence[Told], matches: Mapping[Pair, Match]) -> dict[Pair, Match]:
    """The matches without guesses: of a telling that gives no day or no town and fits tellings of several equally well, none with those."""
    scores: dict[int, dict[int, float]] = {}
    for (i, j), match in matches.items():
        scores.setdefault(i, {})[j] = match.score
        scores.setdefault(j, {})[i] = match.score
    best = {i: [told[j] for j in found if found[j] == max(found.values())] for i, found in scores.items()}
    ways = [(i, j) for pair in matches for i, j in (pair, pair[::-1])]
    guessed = {frozenset((i, j)) for i, j in ways if _is_guess(told[i], told[j], best[i])}
    return {(i, j): match for (i, j), match in matches.items() if frozenset((i, j)) not in guessed or share_victim(told[i], told[j])}


def _is_guess(one: Told, other: Told, best: Sequence[Told]) -> bool:
    """Whether the best fits for a telling lie on different days, where it gives none, or in different towns, and another is one of such.

    Of a war's strikes, which are many, two that give no day are as little one; of what is rare two days in a row may be one, misread.
    """
    often = are_often(one, other)
    if one.when is None and (other.when is not None or often) and _lie_apart([fit.when for fit in best if fit.when is not None], often):
        return True
    towns = {town for fit in best if (town := _find_town(fit)) is not None}
    return _find_town(one) is None and len(towns) > 1


def _lie_apart(whens: Sequence[When], often: bool) -> bool:
    """Whether no day is in all of some intervals, or, of what does not happen often, none is next to all."""
    if not whens:
        return False
    late, early = max(when.start for when in whens), min(when.end for when in whens)
    return date.fromisoformat(late) - date.fromisoformat(early) > (timedelta(0) if often else ADJACENT)


def _share_town(one: Told, other: Told) -> bool:
    return _find_town(one) is not None and _find_town(one) == _find_town(other)


def _share_settlement(one: Told, other: Told) -> bool:
    """Whether both are told of one town or village, or of one and the district called after it."""
    return compare_places(one.place, other.place) is True and "region" not in (
        one.place and one.place.precision,
        other.place and other.place.precision,
    )


def _lead_there(one: Told, other: Told) -> bool:
    """Whether both are what their reports tell first, and the report of one names the town of the other."""
    return one.leads and other.leads and (_find_town(one) in other.named or _find_town(other) in one.named)


def _is_part_of_city(one: Told, other: Told) -> bool:
    """Whether one is told of a great city and the other of a town so close by that many call it by the city's name."""
    small, great = sorted((_count_people(one), _count_people(other)))
    return great >= GREAT and small * LESSER <= great and _are_near(one.place, other.place)


def _count_people(one: Told) -> int:
    """How many live in the town that is told; neither few nor many where nobody knows."""
    known = one.mention.place.candidates if one.mention.place is not None else ()
    return next((candidate.population for candidate in known if candidate.place == one.place), SMALL)


def _are_small_news(one: Told, other: Told) -> bool:
    """Whether one tells no day and is news of the day that the other tells, in a town too small to be in the news twice in two days."""
    return _share_small_town(one, other) and _are_news(one, other)


def _share_small_town(one: Told, other: Told) -> bool:
    return _share_town(one, other) and _count_people(one) < SMALL


def are_often(one: Told, other: Told) -> bool:
    """Whether one is of a kind of which a war tells several in one town on one day."""
    return any(read_kinds().get(telling.mention.kind, {}).get("often") for telling in (one, other))


def _find_town(one: Told) -> int | None:
    return one.place.geonameid if one.place is not None and one.place.precision == "city" else None
