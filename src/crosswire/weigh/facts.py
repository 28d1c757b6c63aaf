"""Findings about where, when and by what weapon an incident was, where accounts give what is not the same."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from crosswire.model import Account, Article, Finding, Incident, Relation, Side, Span, compare_places, is_counted, make_id, measure_distance
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets

# A value as shown, and each article's words for it.
Given = dict[str, dict[str, tuple[Span, ...]]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What accounts give for one field, how the values stand to each other, and why."""

    field: str
    told: Given
    relation: Relation
    reason: str


def find_fact_findings(incident: Incident, coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """At most one finding each for the place, the day and the weapon: differs, with how the values stand to each other."""
    for field, told, relate in (
        ("place", _list_places(incident.accounts), _relate_places),
        ("date", _list_days(incident.accounts), _relate_days),
        ("weapon", _list_weapons(incident.accounts, articles), _relate_weapons),
    ):
        accounts = [account for account in incident.accounts if any(account.article in given for given in told.values())]
        if len(told) > 1 and (related := relate(accounts)) is not None:
            yield _make(incident, Difference(field, told, *related), coverage, articles)


def _list_places(accounts: Sequence[Account]) -> Given:
    """The towns told, each with the words that name it."""
    towns = [a for a in accounts if a.where is not None and a.where.precision == "city" and a.place is not None]
    return _gather((a.where.name, a.article, (a.place,)) for a in towns if a.where and a.place)


def _relate_places(accounts: Sequence[Account]) -> tuple[Relation, str] | None:
    """Towns close by may stand for each other: a suburb for its city."""
    apart = [(a.where, b.where) for a, b in combinations(accounts, 2) if compare_places(a.where, b.where) is False]
    distances = [distance for one, other in apart if (distance := measure_distance(one, other)) is not None]
    if not apart:
        return None
    if len(distances) == len(apart):
        return "compatible", f"they lie {max(1, round(max(distances)))} km apart and may stand for each other"
    return "conflict", "they are different places"


def _list_days(accounts: Sequence[Account]) -> Given:
    """The single days told, each with the words for it."""
    single = [a for a in accounts if a.when is not None and a.when.start == a.when.end and a.date is not None]
    return _gather((a.when.start, a.article, (a.date,)) for a in single if a.when and a.date)


def _relate_days(accounts: Sequence[Account]) -> tuple[Relation, str] | None:
    days = sorted(date.fromisoformat(a.when.start) for a in accounts if a.when is not None and a.when.start == a.when.end)
    apart = (days[-1] - days[0]).days
    return "conflict", f"they are {apart} day{'s' if apart > 1 else ''} apart"


def _list_weapons(accounts: Sequence[Account], articles: Mapping[str, Article]) -> Given:
    """The weapons told with a figure that another gives too; nothing where an article also speaks of the other weapon: it may mean both."""
    told = [account for account in accounts if account.weapon and any(_share_figure(account, other) for other in accounts)]
    names = {account.weapon for account in told if account.weapon}
    for account in told:
        text = articles[account.article].text.casefold()
        if any(name != account.weapon and name in text for name in names):
            return {}
    return _gather((account.weapon or "", account.article, account.evidence) for account in told)


def _share_figure(one: Account, other: Account) -> bool:
    """Whether two articles count the same killed or injured at one place, and name different weapons."""
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    same = any(a and b and (a.low, a.high) == (b.low, b.high) and is_counted(a.span.text) and is_counted(b.span.text) for a, b in pairs)
    here = compare_places(one.where, other.where) is True
    return same and here and bool(other.weapon) and one.weapon != other.weapon and one.article != other.article


def _relate_weapons(accounts: Sequence[Account]) -> tuple[Relation, str] | None:
    return "compatible", "both may have been used"


def _gather(told: Iterator[tuple[str, str, tuple[Span, ...]]]) -> Given:
    given: Given = {}
    for value, article, evidence in told:
        given.setdefault(value, {}).setdefault(article, evidence)
    return given


def _make(incident: Incident, difference: Difference, coverage: Coverage, articles: Mapping[str, Article]) -> Finding:
    told, field = difference.told, difference.field
    given = ", ".join(f"{list_outlets(sorted(told[value]), articles)} {_say(told[value])} {value}" for value in sorted(told))
    sides = tuple(Side(value, tuple(sorted(told[value])), tuple(_list_evidence(told[value]))) for value in sorted(told))
    return Finding(
        id=make_id("finding", incident.id, "told", field),
        kind="differs",
        relation=difference.relation,
        about=incident.id,
        field=field,
        sides=sides,
        odd=find_lone(told, coverage),
        independent=coverage.count({article: words for side in told.values() for article, words in side.items()}),
        why=f"For the {field} {given}: {difference.reason}.",
    )


def find_lone(told: Given, coverage: Coverage) -> tuple[str, ...]:
    """The articles whose value one origin alone gives, where two or more give another."""
    counts = {value: coverage.count(given) for value, given in told.items()}
    alone = [value for value, count in counts.items() if count == 1 and max(counts.values()) > 1]
    return tuple(sorted(article for value in alone for article in told[value]))


def _say(given: Mapping[str, Hashable]) -> str:
    return "say" if len(given) > 1 else "says"


def _list_evidence(given: Mapping[str, Sequence[Span]]) -> Iterator[Span]:
    for article in sorted(given):
        yield from given[article]
