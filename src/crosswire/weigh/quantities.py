"""Findings about facts stated in passing: reports that state other numbers of one thing, and one that contradicts its own dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Protocol

from crosswire.model import Article, FactMention, Finding, Name, Relation, Sheet, Side, make_id
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets, name_outlet
from crosswire.weigh.spans import Bounds, bound_length, bound_stated, show_length

# Distances are by road or as the crow flies, and round: one is another up to this ratio. Sums of money are rounded too.
SAME_DISTANCE, SAME_SUM = 1.25, 1.06
YEAR = 365.25
UNHEDGED = ("exact", "ordinal")
# What is true of its day alone: of an undated report it cannot be compared.
TIMED = ("duration", "ordinal", "age")


class Stated(Protocol):
    """One thing with what each article states of it."""

    @property
    def field(self) -> str: ...

    @property
    def subject(self) -> tuple[str, ...]: ...

    @property
    def about(self) -> str | None: ...

    @property
    def told(self) -> tuple[FactMention, ...]: ...


@dataclass(frozen=True, slots=True)
class Bench:
    """What facts are weighed by."""

    coverage: Coverage
    articles: Mapping[str, Article]
    names: Mapping[str, str]


def find_statement_findings(
    facts: Sequence[Stated], names: Sequence[Name], coverage: Coverage, articles: Mapping[str, Article]
) -> Iterator[Finding]:
    """One finding for each thing of which articles state numbers that are not the same, and for each length that its own dates belie."""
    bench = Bench(coverage, articles, {name.id: name.name for name in names})
    starts = {(fact.subject[0], told.span.article): told for fact in facts if fact.field == "since" for told in fact.told}
    for fact in facts:
        if fact.field == "duration":
            for told in fact.told:
                start = starts.get((fact.subject[0], told.span.article))
                if start is not None and (finding := _check_length(fact, told, start, bench)) is not None:
                    yield finding
        if fact.field != "since" and len(fact.told) > 1 and (relation := _relate(fact, articles)) is not None:
            yield _make_finding(fact, relation, bench)


def find_reckoning_findings(sheets: Iterable[Sheet]) -> Iterator[Finding]:
    """One finding for each place where an article's own numbers contradict each other."""
    for sheet in sheets:
        for reckoning in sheet.reckonings:
            yield Finding(
                id=make_id("finding", sheet.article.sha256, "reckoning", reckoning.spans[0].start, reckoning.spans[-1].end),
                kind="does not add up",
                relation=None,
                about=None,
                field=reckoning.field,
                sides=(Side(reckoning.stated, (sheet.article.id,), reckoning.spans),),
                odd=(),
                independent=1,
                why=f"By the numbers of {name_outlet(sheet.article)} itself, {reckoning.why}.",
            )


def _relate(fact: Stated, articles: Mapping[str, Article]) -> Relation | None:
    """How the stated numbers stand to each other, None where all are the same."""
    told = [one for one in fact.told if fact.field not in TIMED or articles[one.span.article].day is not None]
    pairs = [(one, other) for one, other in combinations(told, 2) if _differ(fact.field, one, other, articles)]
    if not pairs:
        return None
    fits = fact.field == "duration" and all(_do_meet(one, other, articles) for one, other in pairs)
    return "compatible" if fits else "conflict"


def _differ(field: str, one: FactMention, other: FactMention, articles: Mapping[str, Article]) -> bool:
    days = articles[one.span.article].day, articles[other.span.article].day
    match field:
        case "duration":
            same_day = days[0] == days[1]
            if same_day and one.unit == other.unit and {one.form, other.form} <= set(UNHEDGED):
                return one.value != other.value
            return not _do_meet(one, other, articles)
        case "age":
            # Between two reports a birthday may lie, and with every year another.
            apart = 0 if days[0] is None or days[1] is None or days[0] == days[1] else 1 + abs((days[0] - days[1]).days) / YEAR
            return abs(_value(one) - _value(other)) > apart
        case "ordinal":
            return days[0] == days[1] and one.value != other.value
        case _:
            most = SAME_DISTANCE if field == "distance" else SAME_SUM
            return not _is_near(one, other, most)


def _value(fact: FactMention) -> float:
    return fact.value or 0.0


def _is_near(one: FactMention, other: FactMention, most: float) -> bool:
    """Whether two amounts are one but for rounding, or a bound of one reaches to the other."""
    lower, higher = sorted((one, other), key=_value)
    return _value(higher) <= most * _value(lower) or lower.form == "above" or higher.form == "below"


def _do_meet(one: FactMention, other: FactMention, articles: Mapping[str, Article]) -> bool:
    """Whether two lengths may have begun on one day, as told on the days of their reports."""
    mine, theirs = (_begin(fact, articles) for fact in (one, other))
    return mine[0] < theirs[1] and theirs[0] < mine[1]


def _begin(fact: FactMention, articles: Mapping[str, Article]) -> Bounds:
    day = articles[fact.span.article].day
    assert day is not None  # undated reports are not compared
    low, high = bound_length(fact)
    return day.toordinal() - high, day.toordinal() - low


def _check_length(fact: Stated, told: FactMention, start: FactMention, bench: Bench) -> Finding | None:
    """The finding that a length is not the time since the beginning that the same article gives."""
    article = bench.articles[told.span.article]
    when = start.date.resolve(article.day) if start.date is not None else None
    if when is None or article.day is None:
        return None
    least, most = ((article.day - date.fromisoformat(day)).days for day in (when.end, when.start))
    low, high = bound_stated(told)
    if least < 0 or (low <= most and least <= high):
        return None
    said = f"{name_outlet(article)} says “{told.span.text}” and “{start.span.text}”"
    elapsed = show_length(least, most, told)
    told_on = ", the day its story gives it" if article.published_from == "story" else ""
    return Finding(
        id=make_id("finding", article.sha256, "length", told.span.start, told.span.end),
        kind="does not add up",
        relation=None,
        about=None,
        field="duration",
        sides=(Side(told.span.text, (article.id,), (told.span, start.span)),),
        odd=(),
        independent=1,
        why=f"{said}; on {article.day.isoformat()}{told_on}, that is {elapsed}.",
        what=_name_thing(fact),
    )


def _make_finding(fact: Stated, relation: Relation, bench: Bench) -> Finding:
    groups: dict[tuple[object, ...], list[FactMention]] = {}
    for told in sorted(fact.told, key=lambda one: (_value(one), one.form, one.span)):
        groups.setdefault((told.value, told.unit, told.form == "ordinal"), []).append(told)
    sides = [
        Side(_show(fact.field, g[0]), tuple(sorted({t.span.article for t in g})), tuple(sorted(t.span for t in g))) for g in groups.values()
    ]
    counts = [bench.coverage.count({t.span.article: [t.span] for t in group}) for group in groups.values()]
    odd = [side for side, count in zip(sides, counts, strict=True) if count == 1 and max(counts) > 1]
    said = "; ".join(f"{list_outlets(side.articles, bench.articles)}: {side.value}" for side in sides)
    reason = "one time can fit both" if relation == "compatible" else "no one number fits"
    what = bench.names.get(fact.about or "", "") or _name_thing(fact)
    first = min(fact.told, key=lambda told: (bench.articles[told.span.article].sha256, told.span))
    return Finding(
        id=make_id("finding", bench.articles[first.span.article].sha256, fact.field, *fact.subject, fact.about or ""),
        kind="differs",
        relation=relation,
        about=fact.about,
        field=fact.field,
        sides=tuple(sides),
        odd=tuple(sorted(article for side in odd for article in side.articles)),
        independent=bench.coverage.count({told.span.article: [told.span] for told in fact.told}),
        why=f"For the {fact.field} of {what} they state — {said}: {reason}.",
        what=_name_thing(fact),
    )


def _name_thing(fact: Stated) -> str | None:
    """What a number is stated of, as a reader is told it; None where that is a person, who has a name of his own."""
    return " ".join(word.lstrip("=") for word in fact.subject if word) or None


def _show(field: str, fact: FactMention) -> str:
    """A stated number in short."""
    number = f"{_value(fact):g}"
    if field in ("duration", "age"):
        return f"{fact.unit} {number}" if fact.form == "ordinal" else f"{number} {fact.unit}{'s' if fact.value != 1 else ''}"
    if field == "distance":
        return f"{_value(fact) / 1000:g} km"
    return f"{fact.unit}{_value(fact):,.0f}" if field == "sum" else f"no. {number}"
