"""Findings about sums, measures and numbers of things: reports that state other numbers of one thing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from crosswire.model import Article, Finding, QuantityMention, Side, make_id, may_agree
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets


class Measured(Protocol):
    """One thing with the number that each article gives of it."""

    @property
    def field(self) -> str: ...

    @property
    def what(self) -> tuple[str, ...]: ...

    @property
    def told(self) -> tuple[QuantityMention, ...]: ...


def find_quantity_findings(quantities: Sequence[Measured], coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """One finding for each thing of which articles state numbers that no rounding and no bound makes one."""
    for quantity in quantities:
        groups = _group(quantity.told)
        if len(groups) > 1:
            yield _make(quantity, groups, coverage, articles)


def _group(told: Sequence[QuantityMention]) -> list[list[QuantityMention]]:
    """The mentions by the number they state, lowest first, exact ones before hedged: each with the nearest that it may agree with."""
    groups: list[list[QuantityMention]] = []
    for mention in sorted(told, key=lambda one: (one.form != "exact", one.value, one.span)):
        fitting = [group for group in groups if all(may_agree(mention, other) for other in group)]
        nearest = min(fitting, key=lambda group: (abs(group[0].value - mention.value), group[0].value), default=None)
        if nearest is None:
            groups.append([mention])
        else:
            nearest.append(mention)
    return sorted(groups, key=lambda group: group[0].value)


def _make(quantity: Measured, groups: Sequence[Sequence[QuantityMention]], coverage: Coverage, articles: Mapping[str, Article]) -> Finding:
    sides = tuple(
        Side(group[0].span.text, tuple(sorted(m.span.article for m in group)), tuple(sorted(m.span for m in group))) for group in groups
    )
    counts = [coverage.count({mention.span.article: [mention.span] for mention in group}) for group in groups]
    odd = [side for side, count in zip(sides, counts, strict=True) if count == 1 and max(counts) > 1]
    first = min((mention for group in groups for mention in group), key=lambda m: (articles[m.span.article].sha256, m.span))
    said = "; ".join(f"{list_outlets(side.articles, articles)}: {side.value}" for side in sides)
    what = " ".join(word for word in quantity.what if " " not in word)
    return Finding(
        id=make_id("finding", articles[first.span.article].sha256, quantity.field, first.span.start, first.span.end),
        kind="differs",
        relation="conflict",
        about=None,
        field=quantity.field,
        sides=sides,
        odd=tuple(sorted(article for side in odd for article in side.articles)),
        independent=coverage.count({mention.span.article: [mention.span] for group in groups for mention in group}),
        why=f"In the same words ({what}) they state — {said}: no one number fits.",
        what=what,
    )
