"""Findings about words inside quotation marks: which outlet's differ from all others'."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement
from typing import Protocol

from crosswire.model import GRAVE, Article, Carrier, Finding, Side, Span, Utterance, make_id
from crosswire.weigh.coverage import SOURCED, TEXTUAL, Coverage
from crosswire.weigh.outlets import name_outlet

Quotes = tuple[str, ...]
Against = Mapping[Quotes, set[Quotes]]


class Contrasting(Protocol):
    """All quotes with one wording of an utterance, and all with another that it differs from: their ids."""

    @property
    def quotes(self) -> Quotes: ...

    @property
    def against(self) -> Quotes: ...


def find_odd(utterance: Utterance, contrasts: Iterable[Contrasting], coverage: Coverage) -> Quotes:
    """The quotes whose words differ from a wording that two or more others share which are not copies of each other, by id.

    Where every carrier has words of its own, as translations do, none is odd.
    """
    against: dict[Quotes, set[Quotes]] = {}
    for contrast in contrasts:
        against.setdefault(contrast.quotes, set()).add(contrast.against)
    spans: dict[str, list[Span]] = {}
    for carrier in utterance.carriers:
        spans.setdefault(carrier.quote, []).append(carrier.span)
    return tuple(sorted({quote for quotes in against if _is_odd(quotes, against, spans, coverage) for quote in quotes}))


def _is_odd(quotes: Quotes, against: Against, spans: Mapping[str, Sequence[Span]], coverage: Coverage) -> bool:
    own = {span.article for quote in quotes for span in spans[quote]}
    for one, other in combinations_with_replacement(sorted(against[quotes]), 2):
        if other not in against.get(one, ()) and one not in against.get(other, ()):
            claims: dict[str, list[Span]] = {}
            for span in (span for quote in {*one, *other} for span in spans[quote] if span.article not in own):
                claims.setdefault(span.article, []).append(span)
            if coverage.count(claims, TEXTUAL) > 1:
                return True
    return False


def make_wording_finding(utterance: Utterance, coverage: Coverage, articles: Mapping[str, Article]) -> Finding:
    """The finding that some outlets' words inside the marks are theirs alone, for an utterance with odd quotes."""
    odd = [carrier for carrier in utterance.carriers if carrier.quote in utterance.odd]
    rest = [carrier for carrier in utterance.carriers if carrier.quote not in utterance.odd]
    by_article: dict[str, list[Span]] = {}
    for carrier in odd:
        by_article.setdefault(carrier.span.article, []).append(carrier.span)
    claims: dict[str, list[Span]] = {}
    for carrier in utterance.carriers:
        claims.setdefault(carrier.span.article, []).append(carrier.span)
    return Finding(
        id=make_id("finding", utterance.id, "altered quotation", "wording"),
        kind="altered quotation",
        relation=None,
        about=utterance.id,
        field="wording",
        sides=tuple(_make_side(spans) for spans in ([carrier.span for carrier in rest], *(by_article[a] for a in sorted(by_article)))),
        odd=tuple(sorted(by_article)),
        independent=coverage.count(claims, SOURCED),
        why=_explain(odd, rest, articles),
    )


def _make_side(spans: Sequence[Span]) -> Side:
    longest = max(sorted(spans), key=lambda span: span.end - span.start)
    return Side(longest.text, tuple(sorted({span.article for span in spans})), tuple(sorted(spans)))


def _explain(odd: Sequence[Carrier], rest: Sequence[Carrier], articles: Mapping[str, Article]) -> str:
    words: dict[str, list[str]] = {}
    for carrier in odd:
        words.setdefault(name_outlet(articles[carrier.span.article]), []).extend(_list_changes(carrier))
    parts = [f"{outlet} alone has {', '.join(dict.fromkeys(found))} inside the marks" for outlet, found in sorted(words.items())]
    others = len({carrier.span.article for carrier in rest} - {carrier.span.article for carrier in odd})
    return f"{'; '.join(parts)}, where {others} other articles carry the same utterance in other words."


def _list_changes(carrier: Carrier) -> Iterator[str]:
    """What one carrier alone has: what changes the meaning first, with what it stands for; then its other words."""
    grave = [d for d in carrier.differences if d.change in GRAVE and any(d.span.touches(span) for span in carrier.altered)]
    yield from (f"“{d.span.text}” for “{d.other.text}” ({d.change})" for d in grave)
    yield from (f"“{span.text}”" for span in carrier.altered if not any(d.span.touches(span) for d in grave))
