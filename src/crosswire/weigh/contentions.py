"""Findings about disputed acts: claimed by one, denied by another, neither preferred."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from crosswire.model import Article, Contention, Finding, Side, Span, make_id
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets


class Contended(Protocol):
    """One act with those who claim it and those who deny it."""

    @property
    def act(self) -> str: ...

    @property
    def of(self) -> str | None: ...

    @property
    def claimed(self) -> tuple[Contention, ...]: ...

    @property
    def denied(self) -> tuple[Contention, ...]: ...


def find_contest_findings(contests: Sequence[Contended], coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """One finding for each disputed act, both sides with their speakers."""
    for contest in contests:
        contentions = (*contest.claimed, *contest.denied)
        first = min(contentions, key=lambda contention: (articles[contention.span.article].sha256, contention.span))
        sides = tuple(_make_side(side) for side in (contest.claimed, contest.denied))
        outlets = list_outlets((contention.span.article for contention in contentions), articles)
        yield Finding(
            id=make_id("finding", articles[first.span.article].sha256, "disputed", first.span.start, contest.act),
            kind="disputed",
            relation=None,
            about=contest.of,
            field=None,
            sides=sides,
            odd=(),
            independent=coverage.count(_list_claims(contentions)),
            why=f"{outlets}: {sides[0].value}, {sides[1].value}; neither is preferred.",
            what=_name_act(contest),
        )


def _name_act(contest: Contended) -> str:
    """The act and the things done upon that both sides name, in the order of the claim's words; a claim that a noun tells in full."""
    claim = contest.claimed[0]
    if not claim.who or contest.act in claim.span.text.casefold().split():
        return claim.span.text
    denied = {word for contention in contest.denied for word in contention.objects}
    shared = sorted(
        (denied & set(claim.objects)) - {contest.act}, key=lambda word: (claim.span.text.casefold().find(word.casefold()), word)
    )
    return " ".join([contest.act, *shared]) if shared else claim.span.text


def _make_side(contentions: Sequence[Contention]) -> Side:
    """The speakers of one side, and that they claim it or deny it."""
    speakers = " and ".join(dict.fromkeys(contention.speaker for contention in contentions))
    said = "denied" if contentions[0].denied else "claimed"
    return Side(
        f"{said} by {speakers}",
        tuple(sorted({contention.span.article for contention in contentions})),
        tuple(sorted({contention.span for contention in contentions})),
    )


def _list_claims(contentions: Sequence[Contention]) -> dict[str, list[Span]]:
    claims: dict[str, list[Span]] = {}
    for contention in contentions:
        claims.setdefault(contention.span.article, []).append(contention.span)
    return claims
