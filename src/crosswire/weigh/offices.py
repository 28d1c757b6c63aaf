"""Findings about offices: the reports name different people as their holders at one time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from crosswire.model import Article, Finding, Name, Side, Span, make_id, order_articles
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets

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


def find_office_findings(
    offices: Sequence[Held], names: Sequence[Name], coverage: Coverage, articles: Mapping[str, Article]
) -> Iterator[Finding]:
    """One finding for each office to which articles give different holders at one time; who stands alone against others is odd."""
    by_name = {name.id: name.name for name in names}
    for held in offices:
        if len(held.holders) > 1 and not held.changed:
            yield _make_finding(held, by_name, coverage, articles)


def _make_finding(held: Held, names: Mapping[str, str], coverage: Coverage, articles: Mapping[str, Article]) -> Finding:
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
        why=f"They name different people as {show_office(held)} — {given}.",
    )


def _make_side(value: str, told: Told) -> Side:
    return Side(value, tuple(sorted(told)), tuple(sorted(span for spans in told.values() for span in spans)))


def show_office(held: Held) -> str:
    """An office with its scope, as a reader is told it: "president (US)"."""
    return f"{held.office} ({' '.join(word.lstrip('=') if word.startswith('=') else word.capitalize() for word in held.scope)})"
