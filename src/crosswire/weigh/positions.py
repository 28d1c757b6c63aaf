"""Findings about proposals, conditions and meetings: who alone tells one, and the terms that outlets tell otherwise."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosswire.model import (
    Article,
    Condition,
    Duration,
    Finding,
    Meeting,
    Proposal,
    Relation,
    Side,
    Span,
    Telling,
    make_id,
    measure_duration,
    read_words,
)
from crosswire.model.record import FindingKind
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets, name_outlet

Position = Proposal | Condition | Meeting
# What a status comes to; those of one kind do not contradict each other.
STANDS = {"agreed": "taken", "declared": "taken", "in force": "stands", "expired": "over", "broken": "over", "rejected": "refused"}
CLASHES = frozenset({("stands", "over"), ("taken", "refused"), ("stands", "refused")})
BREACHES = frozenset({"broken", "said to be broken"})
WHOLE = {"hour": (1, "hour"), "day": (24, "hour"), "week": (168, "hour"), "month": (1, "month"), "year": (12, "month")}
# So many letters of a country's name stand in the word for its people.
STEM = 5
# A number right before what it counts, no date and no bound ("at least 40 ships").
AMOUNT = re.compile(
    r"(?P<bound>(?:at least|at most|up to|more than|less than|over|under|nearly|about|around|some) )?(?<![\w.,$€£-])"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?:(?P<rate> ?%| per ?cent\b)| (?P<noun>[a-z]{4,}s)\b)"
)
UNITS = frozenset({"hours", "days", "weeks", "months", "years", "times", "minutes", "decades", "others"})
# Fewer sides than this are no list.
LISTED = 2


@dataclass(frozen=True, slots=True)
class Value:
    """What one article tells of one field: shown, compared by `key`, resting on `evidence`."""

    article: str
    shown: str
    key: object
    evidence: tuple[Span, ...]


def list_position_spans(positions: Sequence[Position]) -> Iterator[Span]:
    """The words that all accounts rest on."""
    yield from (span for position in positions for account in position.accounts for span in account.evidence)


def find_position_findings(position: Position, coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """What the accounts of one position show."""
    if len(position.accounts) == 1:
        yield _make_single(position, coverage, articles)
        breach = _find_breach(position, coverage, articles) if isinstance(position, Proposal) else None
        yield from [breach] if breach is not None else []
        return
    makers: list[Callable[[], Finding | None]] = [lambda: _find_denied(position, coverage, articles)]
    if isinstance(position, Proposal):
        makers += [
            lambda: _find_duration(position, coverage, articles),
            lambda: _find_means(position, coverage, articles),
            lambda: _find_amounts(position, coverage, articles),
            lambda: _find_status(position, coverage, articles),
            lambda: _find_breach(position, coverage, articles),
        ]
    if isinstance(position, Meeting):
        makers += [lambda: _find_moved(position, coverage, articles), lambda: _find_sides(position, coverage, articles)]
    yield from (finding for make in makers if (finding := make()) is not None)


def _name(position: Position) -> str:
    return type(position).__name__.lower()


def _make_single(position: Position, coverage: Coverage, articles: Mapping[str, Article]) -> Finding:
    account = position.accounts[0]
    side = Side(_name(position), (account.article,), account.evidence)
    why = f"Only {name_outlet(articles[account.article])} tells this {_name(position)}."
    counted = coverage.count({account.article: account.evidence})
    return Finding(make_id("finding", position.id, "told", ""), "single source", None, position.id, None, (side,), (), counted, why)


def _find_denied(position: Position, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """Disputed: one account says it, another says that it is denied or is not so."""
    values = [
        Value(a.article, "denied" if a.mode in ("denied", "negated") else "said", a.mode in ("denied", "negated"), a.evidence)
        for a in position.accounts
    ]
    if len({value.key for value in values}) < 2:
        return None
    denying = list_outlets([value.article for value in values if value.key], articles)
    why = f"{denying} tell that this {_name(position)} is denied, others tell it as so."
    return _make(position, Verdict("disputed", None, "", why), values, coverage)


def show_duration(duration: Duration) -> str:
    """A length in short: "30 days", "30+ days", "1 month"."""
    low, high = duration.low, duration.high
    number = f"{low}+" if high is None else f"≤{high}" if low is None else str(low) if low == high else f"{low}–{high}"
    return f"{number} {duration.unit}{'' if number == '1' else 's'}"


def _find_duration(proposal: Proposal, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """Agrees where all lengths told are one, else differs: compatible where one length fits all of them."""
    told = [(a, a.duration) for a in proposal.accounts if a.duration is not None]
    values = [Value(a.article, show_duration(d), _count_length(d), (d.span,)) for a, d in told]
    if len(values) < 2:
        return None
    if len({value.key for value in values}) == 1:
        why = f"{list_outlets([v.article for v in values], articles)} state {values[0].shown}."
        return _make(proposal, Verdict("agrees", None, "duration", why), values, coverage)
    lengths = [measure_duration(d) for _, d in told]
    fits = max(low for low, _ in lengths) <= min(high for _, high in lengths)
    end = "one length can fit all of them" if fits else "no length fits all of them"
    why = f"For the length {_list(values, articles)}: {end}."
    return _make(proposal, Verdict("differs", "compatible" if fits else "conflict", "duration", why), values, coverage)


def _count_length(duration: Duration) -> tuple[float | None, float | None, str]:
    """A length in the smallest unit that it is surely so many of: 3 weeks are 21 days, 2 years are 24 months."""
    count, unit = WHOLE[duration.unit]
    low, high = (None if bound is None else bound * count for bound in (duration.low, duration.high))
    return low, high, unit


def _list(values: Sequence[Value], articles: Mapping[str, Article]) -> str:
    groups = _group(values)
    return ", ".join(
        f"{list_outlets([v.article for v in group], articles)} {'say' if len(group) > 1 else 'says'} {group[0].shown}" for group in groups
    )


def _group(values: Sequence[Value]) -> list[list[Value]]:
    groups: dict[object, list[Value]] = {}
    for value in values:
        groups.setdefault(value.key, []).append(value)
    return list(groups.values())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is found of one field, and why; a field of "" is the whole thing."""

    kind: FindingKind
    relation: Relation | None
    field: str
    why: str


def _make(position: Position, verdict: Verdict, values: Sequence[Value], coverage: Coverage) -> Finding:
    groups = _group(values)
    counts = [coverage.count({v.article: v.evidence for v in group}) for group in groups]
    alone = [v.article for group, count in zip(groups, counts, strict=True) if count == 1 and max(counts) > 1 for v in group]
    return Finding(
        id=make_id("finding", position.id, "disputed" if verdict.kind == "disputed" else "told", verdict.field),
        kind=verdict.kind,
        relation=verdict.relation,
        about=position.id,
        field=verdict.field or None,
        sides=tuple(Side(g[0].shown, tuple(v.article for v in g), tuple(s for v in g for s in v.evidence)) for g in groups),
        odd=tuple(sorted(alone)) if verdict.kind == "differs" and verdict.relation != "update" else (),
        independent=coverage.count({v.article: v.evidence for v in values}),
        why=verdict.why,
    )


def _find_means(proposal: Proposal, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """What one account has as the means and another as what is spared."""
    means = {word for a in proposal.accounts if a.means is not None for word in _fold(a.means.text)}
    values = []
    for account in proposal.accounts:
        spared = _fold(account.scope.text) if account.scope is not None else set()
        if account.means is not None:
            values.append(Value(account.article, f"means: {account.means.text}", "means", (account.means,)))
        elif account.scope is not None and spared & means:
            values.append(Value(account.article, f"object: {account.scope.text}", "object", (account.scope,)))
    if len({value.key for value in values}) < 2:
        return None
    one = next(v for v in values if v.key == "object")
    why = f"{name_outlet(articles[one.article])} counts among what is spared what others tell as the means."
    return _make(proposal, Verdict("differs", "scope", "scope", why), values, coverage)


def _find_amounts(proposal: Proposal, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """How much or how many of one thing accounts tell: "4 percent" and "5 percent", "120 prisoners" and "130 prisoners"."""
    told = [(a, amounts) for a in proposal.accounts if (amounts := _list_amounts(a))]
    for noun in sorted({noun for _, amounts in told for noun in amounts}):
        values = [Value(a.article, f"{amounts[noun]} {noun}", amounts[noun], a.evidence) for a, amounts in told if noun in amounts]
        if len({value.key for value in values}) > 1:
            why = f"Of how much it is {_list(values, articles)}: no number fits all of them."
            return _make(proposal, Verdict("differs", "conflict", "scope", why), values, coverage)
    return None


def _list_amounts(account: Telling) -> dict[str, str]:
    """The numbers that an account's words have, by what they count; none of what they count twice otherwise, or as part of something."""
    found: dict[str, set[str]] = {}
    for match in (match for span in account.evidence for match in AMOUNT.finditer(span.text)):
        noun = "percent" if match["rate"] else match["noun"].lower()
        if noun not in UNITS and not match["bound"]:
            found.setdefault(noun, set()).add(match["number"].replace(",", ""))
    return {noun: numbers.pop() for noun, numbers in found.items() if len(numbers) == 1}


def _fold(text: str) -> set[str]:
    """The words that count, without their plural."""
    return {
        w.rstrip("s") for w in text.lower().replace("-", " ").split() if len(w) > STEM and w not in read_words("clean", "function_words")
    }


def _find_status(proposal: Proposal, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """A thing that stands by one account and is over or refused by another; an update where the later reports say so."""
    told = [(a, STANDS[a.status]) for a in proposal.accounts if a.status in STANDS and a.mode == "said"]
    values = [Value(a.article, str(a.status), stand, a.evidence) for a, stand in told]
    keys = {value.key for value in values}
    clash = next((pair for pair in sorted(CLASHES) if keys.issuperset(pair)), None)
    if clash is None:
        return None
    values = [value for value in values if value.key in clash]
    update = _comes_later({v.article for v in values if v.key == clash[0]}, {v.article for v in values if v.key == clash[1]}, articles)
    end = "the later reports have the newer status" if update else "both cannot hold at one time"
    why = f"Of its status {_list(values, articles)}: {end}."
    return _make(proposal, Verdict("differs", "update" if update else "conflict", "status", why), values, coverage)


def _find_breach(proposal: Proposal, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """Disputed: somebody says that it was broken, and somebody denies it; each side with who says so."""
    told = [a for a in proposal.accounts if a.status in BREACHES]
    values = [_read_claim(a) for a in told]
    values += [Value(a.article, f"denied by {a.denied_by.text}", "denied", (a.denied_by,)) for a in told if a.denied_by is not None]
    if len({value.key for value in values}) < 2:
        return None
    said = "; ".join(f"{name_outlet(articles[value.article])}: {value.shown}" for value in values)
    why = f"Whether it was broken — {said}; neither is preferred."
    return _make(proposal, Verdict("disputed", None, "status", why), values, coverage)


def _read_claim(account: Telling) -> Value:
    """That it was broken, as one account tells it: on somebody's word or on its own."""
    claimant = account.claimed_by
    said = f"broken, as {claimant.text} says" if claimant is not None else "broken"
    return Value(account.article, said, "broken", tuple(dict.fromkeys([*account.evidence, *([claimant] if claimant else [])])))


def _comes_later(before: set[str], after: set[str], articles: Mapping[str, Article]) -> bool:
    days = [[day for a in sorted(group) if (day := articles[a].day) is not None] for group in (before, after)]
    return all(days) and max(days[0]) < min(days[1])


def _find_moved(meeting: Meeting, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """The day told otherwise: an update where an account says that it was moved."""
    told = [(a, a.days) for a in meeting.accounts if a.date is not None and a.days is not None and a.days.precision == "day"]
    values = [Value(a.article, days.start, days.start, (a.date,)) for a, days in told if a.date is not None]
    if len({value.key for value in values}) < 2:
        return None
    moved = any(a.moved_from is not None for a in meeting.accounts)
    end = "an account says that it was moved" if moved else "no day fits all of them"
    why = f"For the day {_list(values, articles)}: {end}."
    return _make(meeting, Verdict("differs", "update" if moved else "conflict", "date", why), values, coverage)


def _find_sides(meeting: Meeting, coverage: Coverage, articles: Mapping[str, Article]) -> Finding | None:
    """Accounts that list other sides; a list that leaves some out may be shortened, so one side only must be missing from each."""
    listed = [a for a in meeting.accounts if len(a.parties) >= LISTED]
    stems = {a.article: [_read_stems(span.text) for span in a.parties] for a in listed}
    if not any(_miss(stems[a.article], stems[b.article]) or _miss(stems[b.article], stems[a.article]) for a, b in combinations(listed, 2)):
        return None
    values = [
        Value(a.article, ", ".join(s.text for s in a.parties), tuple(sorted({w for s in stems[a.article] for w in s})), a.parties)
        for a in listed
    ]
    if len({v.key for v in values}) < 2:
        return None
    why = f"Who meets: {_list(values, articles)}; a list may leave out some."
    return _make(meeting, Verdict("differs", "compatible", "parties", why), values, coverage)


def _read_stems(text: str) -> frozenset[str]:
    """The names in the words for a side, cut so that a country and its people are one."""
    words = [word.strip(".,’'").replace(".", "") for word in text.replace("’s", "").split()]
    return frozenset(word[:STEM].lower() for word in words if word[:1].isupper())


def _miss(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
    """Whether a side named in one list has no word in the other."""
    held = {word for side in other for word in side}
    return any(side and not side & held for side in one)
