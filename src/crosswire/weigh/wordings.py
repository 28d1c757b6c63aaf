"""Findings about words inside quotation marks: which outlet's differ from all others'."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from crosswire.model import Article, Finding, Origin, Quote, Side, Span, Utterance, make_id
from crosswire.weigh.figures import name_outlet
from crosswire.weigh.origins import count_independent


class Contrasting(Protocol):
    """A quote whose words for an utterance differ from another's."""

    @property
    def quote(self) -> str: ...

    @property
    def against(self) -> str: ...


def find_odd(utterance: Utterance, contrasts: Iterable[Contrasting], quotes: Mapping[str, Quote], origins: Sequence[Origin]) -> tuple[str, ...]:
    """The quotes whose words differ from those of two or more others that are not copies of each other, sorted by id."""
    against: dict[str, dict[str, list[Span]]] = {}
    spans = {carrier.quote: carrier.span for carrier in utterance.carriers}
    for contrast in contrasts:
        other = quotes[contrast.against]
        against.setdefault(contrast.quote, {}).setdefault(other.article, []).append(spans[other.id])
    return tuple(sorted(quote for quote, others in against.items() if count_independent(others, origins, textual=True) >= 2))


def find_wording_finding(utterance: Utterance, quotes: Mapping[str, Quote], origins: Sequence[Origin], articles: Mapping[str, Article]) -> Finding | None:
    """The finding that some outlets' words inside the marks are theirs alone; None where none are odd."""
    if not utterance.odd:
        return None
    odd = sorted({quotes[quote].article for quote in utterance.odd})
    sides: dict[tuple[bool, str], list[Span]] = {}
    for carrier in utterance.carriers:
        is_odd = carrier.quote in utterance.odd
        key = carrier.span.article if is_odd else ""
        sides.setdefault((is_odd, key), []).append(carrier.span)
    claims: dict[str, list[Span]] = {}
    for carrier in utterance.carriers:
        claims.setdefault(carrier.span.article, []).append(carrier.span)
    return Finding(
        id=make_id("finding", utterance.id, "altered quotation", "wording"),
        kind="altered quotation",
        relation=None,
        about=utterance.id,
        field="wording",
        sides=tuple(_make_side(spans) for _, spans in sorted(sides.items())),
        odd=tuple(odd),
        independent=count_independent(claims, origins, textual=True),
        why=_explain(utterance, odd, articles),
    )


def _make_side(spans: Sequence[Span]) -> Side:
    longest = max(sorted(spans), key=lambda span: span.end - span.start)
    return Side(longest.text, tuple(sorted({span.article for span in spans})), tuple(sorted(spans)))


def _explain(utterance: Utterance, odd: Sequence[str], articles: Mapping[str, Article]) -> str:
    words = {article: [s.text for c in utterance.carriers if c.span.article == article for s in c.altered] for article in odd}
    parts = [f"{name_outlet(articles[article])} alone has “{'”, “'.join(dict.fromkeys(words[article]))}” inside the marks" for article in odd]
    others = len({c.span.article for c in utterance.carriers} - set(odd))
    return f"{'; '.join(parts)}, where {others} other articles carry the same utterance in other words."
