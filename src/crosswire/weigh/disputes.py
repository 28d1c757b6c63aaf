"""Findings about disputed acts: claimed by one, denied by another, neither preferred."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from crosswire.model import Article, Finding, Side, Span, Stance, make_id
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets


class Disputed(Protocol):
    """One act with those who claim it and those who deny it."""

    @property
    def act(self) -> str: ...

    @property
    def of(self) -> str | None: ...

    @property
    def claimed(self) -> tuple[Stance, ...]: ...

    @property
    def denied(self) -> tuple[Stance, ...]: ...


def find_dispute_findings(disputes: Sequence[Disputed], coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """One finding for each disputed act, both sides with their speakers."""
    for dispute in disputes:
        stances = (*dispute.claimed, *dispute.denied)
        first = min(stances, key=lambda stance: (articles[stance.span.article].sha256, stance.span))
        sides = tuple(_make_side(side) for side in (dispute.claimed, dispute.denied))
        outlets = list_outlets((stance.span.article for stance in stances), articles)
        yield Finding(
            id=make_id("finding", articles[first.span.article].sha256, "disputed", first.span.start, dispute.act),
            kind="disputed",
            relation=None,
            about=dispute.of,
            field=None,
            sides=sides,
            odd=(),
            independent=coverage.count(_list_claims(stances)),
            why=f"{outlets}: {sides[0].value}, {sides[1].value}; neither is preferred.",
        )


def _make_side(stances: Sequence[Stance]) -> Side:
    """The speakers of one side, and that they claim it or deny it."""
    speakers = " and ".join(dict.fromkeys(stance.speaker for stance in stances))
    said = "denied" if stances[0].denied else "claimed"
    return Side(
        f"{said} by {speakers}",
        tuple(sorted({stance.span.article for stance in stances})),
        tuple(sorted({stance.span for stance in stances})),
    )


def _list_claims(stances: Sequence[Stance]) -> dict[str, list[Span]]:
    claims: dict[str, list[Span]] = {}
    for stance in stances:
        claims.setdefault(stance.span.article, []).append(stance.span)
    return claims
