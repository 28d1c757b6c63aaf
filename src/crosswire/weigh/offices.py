"""Findings about offices: the reports name different people as their holders at one time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from crosswire.model import Article, Finding, Name, Side, Span, make_id, order_articles
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets
from crosswire.weigh.terms import Term, explain_term

Told = Mapping[str, tuple[Span, ...]]


class Held(Protocol):
    """An office with the articles' words for each of its holders, by the holder's name id."""

    @property
    def office(self) -> str: ...

    @property
    def scope(self) -> tuple[str, ...]: ...

    @property
    def holders(self) -> Mapping[str, Told]: ...

    @property
    def changed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Register:
    """What offices are weighed by: the names and articles of the story, who is independent of whom, and the table of office-holders."""

    names: Mapping[str, Name]
    articles: Mapping[str, Article]
    coverage: Coverage
    terms: Sequence[Term]


def find_office_findings(offices: Sequence[Held], register: Register) -> Iterator[Finding]:
    """One finding for each office to which articles give different holders at one time; who stands alone against others is odd.

    Where the table of office-holders has a holder's name outside its term, that is said with the span: in the finding that the holders
    differ, else in one of its own.
    """
    for held in offices:
        outside = dict(_find_outside(held, register))
        if len(held.holders) > 1 and not held.changed:
            yield _make_finding(held, register, "".join(f" By dates, {why}." for why in dict.fromkeys(outside.values())))
        else:
            yield from (_make_outside(held, holder, why, register) for holder, why in outside.items())


def _find_outside(held: Held, register: Register) -> Iterator[tuple[str, str]]:
    """The holders whose term, by the table, does not hold the day of a report that names them, with why."""
    if len(held.scope) != 1 or not held.scope[0].startswith("="):
        return
    for holder, told in held.holders.items():
        days = sorted(day for article in told if (day := register.articles[article].day))
        name = max((register.names[holder].name, *register.names[holder].forms), key=lambda form: (len(form.split()), form))
        why = next((why for day in days if (why := explain_term(register.terms, (held.office, held.scope[0][1:]), name, day))), None)
        if why is not None:
            yield holder, why


def _make_outside(held: Held, holder: str, why: str, register: Register) -> Finding:
    told = held.holders[holder]
    first = min((register.articles[article] for article in told), key=order_articles)
    outlets = list_outlets(sorted(told), register.articles)
    return Finding(
        id=make_id("finding", first.sha256, "term", held.office, *held.scope),
        kind="does not add up",
        relation=None,
        about=holder,
        field="office",
        sides=(_make_side(register.names[holder].name, told),),
        odd=(),
        independent=register.coverage.count(told),
        why=f"{outlets} calls {register.names[holder].name} {show_office(held)}; {why}.",
        what=show_office(held),
    )


def _make_finding(held: Held, register: Register, by_dates: str) -> Finding:
    names = {holder: register.names[holder].name for holder in held.holders}
    coverage, articles = register.coverage, register.articles
    counts = {holder: coverage.count(told) for holder, told in held.holders.items()}
    ranked = sorted(held.holders, key=lambda holder: (-counts[holder], names[holder], holder))
    sides = tuple(_make_side(names[holder], held.holders[holder]) for holder in ranked)
    alone = [holder for holder in ranked[1:] if counts[holder] == 1 < counts[ranked[0]]]
    given = "; ".join(f"{list_outlets(side.articles, articles)}: {side.value}" for side in sides)
    first = min((articles[article] for told in held.holders.values() for article in told), key=order_articles)
    return Finding(
        id=make_id("finding", first.sha256, "office", held.office, *held.scope),
        kind="who differs",
        relation=None,
        about=None,
        field="office",
        sides=sides,
        odd=tuple(sorted(article for holder in alone for article in held.holders[holder])),
        independent=coverage.count({article: spans for told in held.holders.values() for article, spans in told.items()}),
        why=f"They name different people as {show_office(held)} — {given}.{by_dates}",
        what=show_office(held),
    )


def _make_side(value: str, told: Told) -> Side:
    return Side(value, tuple(sorted(told)), tuple(sorted(span for spans in told.values() for span in spans)))


def show_office(held: Held) -> str:
    """An office with its scope, as a reader is told it: "president (US)"."""
    return f"{held.office} ({' '.join(word.lstrip('=') if word.startswith('=') else word.capitalize() for word in held.scope)})"
