"""Who is independent of whom: articles that share words or a source count once, for the claims that rest on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from crosswire.model import Origin, Quote, Sheet, Span, make_id
from crosswire.weigh.credits import find_credits

TEXTUAL = frozenset({"same text", "shared passage"})


class Copied(Protocol):
    """Two articles with words in common, and the passages that show it."""

    @property
    def articles(self) -> tuple[str, str]: ...

    @property
    def kind(self) -> str: ...

    @property
    def spans(self) -> tuple[tuple[Span, Span], ...]: ...

    @property
    def why(self) -> str: ...


def find_origins(sheets: Sequence[Sheet], quotes: Sequence[Quote], copies: Iterable[Copied]) -> tuple[Origin, ...]:
    """The origins that stand behind two or more articles of a story, sorted by id."""
    hashes = {sheet.article.id: sheet.article.sha256 for sheet in sheets}
    found = [*_find_textual(copies, hashes), *_find_agencies(sheets, quotes, hashes)]
    return tuple(sorted(found, key=lambda origin: origin.id))


def _find_textual(copies: Iterable[Copied], hashes: Mapping[str, str]) -> Iterator[Origin]:
    """One origin for every chain of copies of one kind whose passages touch."""
    for kind in sorted(TEXTUAL):
        chains: list[tuple[list[Span], list[Copied]]] = []
        for copy in sorted((c for c in copies if c.kind == kind), key=lambda c: c.articles):
            spans = [span for pair in copy.spans for span in pair]
            touching = [chain for chain in chains if any(a.touches(b) for a in chain[0] for b in spans)]
            merged = (spans + [s for chain in touching for s in chain[0]], [copy] + [c for chain in touching for c in chain[1]])
            chains = [chain for chain in chains if chain not in touching] + [merged]
        for spans, members in chains:
            why = "; ".join(sorted({copy.why for copy in members})[:3])
            yield _make_origin(kind, None, spans, hashes, why)


def _find_agencies(sheets: Sequence[Sheet], quotes: Sequence[Quote], hashes: Mapping[str, str]) -> Iterator[Origin]:
    spans: dict[str, set[Span]] = {}
    for sheet in sheets:
        own = [quote for quote in quotes if quote.article == sheet.article.id]
        for agency, span in find_credits(sheet, own):
            spans.setdefault(agency, set()).add(span)
    for agency in sorted(spans):
        articles = {span.article for span in spans[agency]}
        if len(articles) > 1:
            yield _make_origin("same agency", agency, spans[agency], hashes, f"{len(articles)} articles credit {agency} for these words")


def _make_origin(kind: str, name: str | None, spans: Iterable[Span], hashes: Mapping[str, str], why: str) -> Origin:
    evidence = _leave_out_inner(spans)
    first = min(evidence, key=lambda span: (hashes[span.article], span.start, span.end))
    id_ = make_id("origin", hashes[first.article], first.start, first.end, kind, name or "")
    return Origin(id_, kind, name, tuple(sorted({span.article for span in evidence})), evidence, why)  # type: ignore[arg-type]


def _leave_out_inner(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that lie within another left out."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.article, s.start, -s.end)):
        if not (kept and kept[-1].article == span.article and span.end <= kept[-1].end):
            kept.append(span)
    return tuple(kept)


def count_independent(claims: Mapping[str, Sequence[Span]], origins: Iterable[Origin], textual: bool = False) -> int:
    """How many independent origins make a claim: `claims` gives each article's words for it.

    Two articles are one where an origin covers the words of both; `textual` counts shared words only, not shared sources.
    """
    home = {article: article for article in sorted(claims)}

    def find(article: str) -> str:
        while home[article] != article:
            article = home[article]
        return article

    for origin in origins:
        if textual and origin.kind not in TEXTUAL:
            continue
        covered = [a for a in home if any(span.touches(part) for span in claims[a] for part in origin.evidence)]
        for article in covered[1:]:
            one, other = sorted((find(covered[0]), find(article)))
            home[other] = one
    return len({find(article) for article in home})
