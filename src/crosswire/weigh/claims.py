"""What the articles of a story claim, with the words that each claim rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from crosswire.model import Account, Figure, Incident, Quote, Span, Subgroup, is_part

FIELDS = ("killed", "injured", "missing", "detained", "displaced")
Told = Figure | Subgroup
Stated = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The accounts that state one number, "35" and "at least 35" (35, 35), or one range, "10 to 15" (10, 15)."""

    stated: Stated
    told: tuple[tuple[str, Told], ...]

    @property
    def value(self) -> str:
        """The number as most exactly stated."""
        return min((show(figure) for _, figure in self.told), key=lambda text: (len(text), text))

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles that state it."""
        return tuple(article for article, _ in self.told)


@dataclass(frozen=True, slots=True)
class Reading:
    """One field of one incident with all that is told of it."""

    incident: Incident
    field: str
    groups: tuple[Group, ...]

    @property
    def told(self) -> list[tuple[str, Told]]:
        """Each article's figure, lower numbers first."""
        return [pair for group in self.groups for pair in group.told]


def show(figure: Told) -> str:
    """A figure in short: "20", "15+" for at least 15, "≤20" for up to 20, "10–15"."""
    if figure.low is not None and figure.high is None:
        return f"{figure.low}+"
    if figure.low is None:
        return f"≤{figure.high}"
    return str(figure.low) if figure.low == figure.high else f"{figure.low}–{figure.high}"


def list_readings(incident: Incident) -> Iterator[Reading]:
    """Every field that some account tells, subgroups after the totals, with each article's figure.

    Left out is who is told of singly ("his wife") where another account counts, and a subgroup that is all of every total.
    """
    told: dict[str, dict[str, Told]] = {}
    for field in FIELDS:
        figures: dict[str, Told] = {a.article: figure for a in incident.accounts if (figure := getattr(a, field)) is not None}
        if figures:
            told[field] = _leave_out_parts(figures)
    parts = sorted((f"{p.field}: {p.group}", a.article, p.span, p) for a in incident.accounts for p in (*a.of_whom, *a.munitions))
    for name, article, _, part in parts:
        told.setdefault(name, {}).setdefault(article, part)
    for name, figures in told.items():
        field, _, group = name.partition(": ")
        if not (group and all(_is_whole(figure, told.get(field, {}).get(article)) for article, figure in figures.items())):
            yield Reading(incident, name, group_figures(_leave_out_parts(figures)))


def _leave_out_parts(figures: Mapping[str, Told]) -> dict[str, Told]:
    return {article: figure for article, figure in figures.items() if not is_part(figure, figures.values())}


def _is_whole(part: Told, total: Told | None) -> bool:
    """Whether a subgroup's number is the total's ("32 civilians were killed")."""
    return total is not None and _state(part) == _state(total)


def group_figures(told: Mapping[str, Told]) -> tuple[Group, ...]:
    """The accounts by the number they state, lowest first: "35" and "at least 35" state one, "15+" and "20" two."""
    numbers: dict[Stated, list[tuple[str, Told]]] = {}
    for article in sorted(told):
        numbers.setdefault(_state(told[article]), []).append((article, told[article]))
    return tuple(Group(stated, tuple(numbers[stated])) for stated in sorted(numbers))


def _state(figure: Told) -> Stated:
    low, high = figure.low, figure.high
    return ((high or 0) if low is None else low, (low or 0) if high is None else high)


def list_claims(quotes: Sequence[Quote], incidents: Sequence[Incident], others: Iterable[Span] = ()) -> dict[str, list[Span]]:
    """Each article's words for all it tells: quotations with their marks, what accounts and their figures rest on, and `others`."""
    claims: dict[str, list[Span]] = {}
    for quote in quotes:
        claims.setdefault(quote.article, []).append(quote.content)
    for incident in incidents:
        for account in incident.accounts:
            claims.setdefault(account.article, []).extend(_list_evidence(account))
    for span in others:
        claims.setdefault(span.article, []).append(span)
    return claims


def _list_evidence(account: Account) -> Iterator[Span]:
    yield from account.evidence
    yield from (figure.span for field in FIELDS if (figure := getattr(account, field)) is not None)
    yield from (part.span for part in (*account.of_whom, *account.munitions))


def list_restated(incidents: Sequence[Incident], articles: Set[str]) -> Iterator[Span]:
    """The words for figures of one incident that two or more of some articles state alike."""
    for incident in incidents:
        if len(articles & {account.article for account in incident.accounts}) < 2:
            continue
        for group in (group for reading in list_readings(incident) for group in reading.groups):
            spans = [figure.span for article, figure in group.told if article in articles]
            yield from spans if len(spans) > 1 else ()
