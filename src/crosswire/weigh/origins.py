"""Who is independent of whom: articles that share words or a source count once, for the claims that rest on them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from crosswire.model import Article, Incident, Name, Origin, Partition, Quote, Sheet, Span, Utterance, found_id, order_articles
from crosswire.model.record import OriginKind
from crosswire.weigh.claims import list_restated
from crosswire.weigh.coverage import TEXTUAL, Coverage
from crosswire.weigh.credits import find_credits, find_whole
from crosswire.weigh.outlets import name_outlet
from crosswire.weigh.passages import widen_passages
from crosswire.weigh.press import Press
from crosswire.weigh.reports import Outlets
from crosswire.weigh.statements import find_statements
from crosswire.weigh.times import is_earlier

REASONS = 3  # that an origin lists
PLACED = ("shared passage", "same statement")  # origins of which one article may found several


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


class Things(Protocol):
    """What the articles of one story tell, laid side by side."""

    @property
    def names(self) -> tuple[Name, ...]: ...

    @property
    def quotes(self) -> tuple[Quote, ...]: ...

    @property
    def utterances(self) -> tuple[Utterance, ...]: ...

    @property
    def incidents(self) -> tuple[Incident, ...]: ...


def find_origins(
    sheets: Sequence[Sheet], told: Things, claims: Mapping[str, Sequence[Span]], copies: Sequence[Copied], press: Press
) -> tuple[Origin, ...]:
    """The origins that stand behind two or more articles of a story, by id; `claims` are each article's words for all it tells."""
    if len(sheets) < 2:
        return ()
    articles = {sheet.article.id: sheet.article for sheet in sheets}
    copies = sorted(copies, key=lambda copy: copy.articles)
    found = [
        *_find_same_texts([copy for copy in copies if copy.kind == "same text"], articles, told.incidents),
        *_find_shared([copy for copy in copies if copy.kind == "shared passage"], articles),
        *_find_agencies(sheets, told, claims, press),
    ]
    found += list(_find_statements(told, articles, Coverage(found)))
    return tuple(sorted((_complete(origin, articles, press) for origin in found), key=lambda origin: origin.id))


def unite_origins(origins: Iterable[Origin], articles: Mapping[str, Article]) -> tuple[Origin, ...]:
    """The origins by id; one that several stories found, for articles that tell of both, is one with all its articles and words."""
    found: dict[str, Origin] = {}
    for origin in origins:
        known = found.get(origin.id, origin)
        members = tuple(sorted({*known.articles, *origin.articles}))
        wider = max(known, origin, key=lambda one: (len(one.articles), one.why))
        found[origin.id] = replace(wider, articles=members, evidence=_merge([*known.evidence, *origin.evidence], articles))
    return tuple(found[id_] for id_ in sorted(found))


def _complete(origin: Origin, articles: Mapping[str, Article], press: Press) -> Origin:
    """The origin with the article that had its words first, and which of its outlets belong together, where either can be told."""
    members = [articles[article] for article in origin.articles]
    first = next((one for one in members if all(is_earlier(one, other) for other in members if other is not one)), None)
    groups: dict[str, list[str]] = {}
    for name in sorted({name for member in members if (name := press.name_outlet(member))}):
        if group := press.find_group(name):
            groups.setdefault(group, []).append(name)
    told = [f"{' and '.join(names)} belong to {group}" for group, names in sorted(groups.items()) if len(names) > 1]
    seen = [f"first seen in {name_outlet(first)}, {first.published}"] if first else []
    return replace(origin, first=first.id if first else None, why="; ".join([origin.why.removesuffix("."), *seen, *told]))


def _find_same_texts(copies: Sequence[Copied], articles: Mapping[str, Article], incidents: Sequence[Incident]) -> Iterator[Origin]:
    """One origin for every chain of articles printed from one text: what they share, and figures they restate (in a new title, say)."""
    partition = Partition(sorted({article for copy in copies for article in copy.articles}))
    for copy in copies:
        partition.join(*copy.articles)
    chains: dict[str, list[Copied]] = {}
    for copy in copies:
        chains.setdefault(partition.find(copy.articles[0]), []).append(copy)
    for chain in chains.values():
        spans = [span for copy in chain for span in widen_passages(copy.spans, articles[copy.articles[0]], articles[copy.articles[1]])]
        spans += list_restated(incidents, {article for copy in chain for article in copy.articles})
        yield _make_origin("same text", None, spans, articles, _list_reasons(chain))


def _find_shared(copies: Sequence[Copied], articles: Mapping[str, Article]) -> Iterator[Origin]:
    """One origin for every chain of passages that share words."""
    partition = Partition(range(len(copies)))
    spans = sorted((span, i) for i, copy in enumerate(copies) for pair in copy.spans for span in pair)
    last: tuple[Span, int] | None = None  # of the spans so far the one that reaches furthest
    for span, i in spans:
        if last and last[0].touches(span):
            partition.join(last[1], i)
        if not (last and last[0].article == span.article and last[0].end >= span.end):
            last = span, i
    for members in partition.groups():
        chain = [copies[i] for i in members]
        shared = [span for copy in chain for pair in copy.spans for span in pair]
        yield _make_origin("shared passage", None, shared, articles, _list_reasons(chain))


def _list_reasons(copies: Sequence[Copied]) -> str:
    whys = sorted({copy.why for copy in copies})
    return "; ".join(whys[:REASONS]) + (f"; and {len(whys) - REASONS} more of the kind" if len(whys) > REASONS else "")


def _find_agencies(sheets: Sequence[Sheet], told: Things, claims: Mapping[str, Sequence[Span]], press: Press) -> Iterator[Origin]:
    """One origin for each agency or outlet that two articles have something from.

    An outlet's own articles have all they claim from there, but for those that it has from an agency as a whole.
    """
    own: dict[str, list[Quote]] = {}
    for quote in told.quotes:
        own.setdefault(quote.article, []).append(quote)
    articles = {sheet.article.id: sheet.article for sheet in sheets}
    outlets = Outlets(list(articles.values()), press)
    spans: dict[str, list[Span]] = {}
    reports: dict[str, list[Span]] = {}
    for sheet in sheets:
        quotes = own.get(sheet.article.id, [])
        for agency, span in find_credits(sheet, quotes, claims.get(sheet.article.id, ()), press):
            spans.setdefault(agency, []).append(span)
        for outlet, span in outlets.find_reports(sheet, quotes):
            reports.setdefault(outlet, []).append(span)
    credited = frozenset(reports)
    for sheet in sheets:
        publisher = outlets.publishers.get(sheet.article.id)
        if publisher and (publisher in credited or not any(find_whole(sheet, press))):
            reports.setdefault(publisher, []).extend(claims.get(sheet.article.id, ()))
    yield from _name_sources(spans, "articles credit {} for these words", articles)
    yield from _name_sources(reports, "articles are reports of {} or have these words from one", articles)


def _name_sources(spans: Mapping[str, Sequence[Span]], why: str, articles: Mapping[str, Article]) -> Iterator[Origin]:
    for source in sorted(spans):
        count = len({span.article for span in spans[source]})
        if count > 1:
            yield _make_origin("same agency", source, spans[source], articles, f"{count} {why.format(source)}")


def _find_statements(told: Things, articles: Mapping[str, Article], copied: Coverage) -> Iterator[Origin]:
    """One origin for each statement that its articles do not simply have from one text.

    A count whose words open a statement of the same speaker is part of it.
    """
    found: dict[str, Origin] = {}
    for statement in find_statements(told.utterances, told.quotes, told.incidents, told.names):
        claims: dict[str, list[Span]] = {}
        for span in statement.spans:
            claims.setdefault(span.article, []).append(span)
        if copied.count(claims, TEXTUAL) == 1:
            continue
        origin = _make_origin("same statement", statement.speaker, statement.spans, articles, statement.why)
        if known := found.get(origin.id):
            origin = _make_origin(origin.kind, origin.name, [*known.evidence, *origin.evidence], articles, known.why)
        found[origin.id] = origin
    yield from found.values()


def _make_origin(kind: OriginKind, name: str | None, spans: Sequence[Span], articles: Mapping[str, Article], why: str) -> Origin:
    """The origin with its evidence in order and without overlaps; its first article founds it."""
    evidence = _merge(spans, articles)
    members = sorted({span.article for span in evidence})
    first = min((articles[article] for article in members), key=order_articles)
    offsets = [min(span.start for span in evidence if span.article == first.id)] if kind in PLACED else []
    return Origin(found_id("origin", first, *offsets, kind, name or ""), kind, name, tuple(members), evidence, why)


def _merge(spans: Sequence[Span], articles: Mapping[str, Article]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if kept and kept[-1].article == span.article and span.start <= kept[-1].end:
            span = articles[span.article].span(kept[-1].start, max(kept.pop().end, span.end))
        kept.append(span)
    return tuple(kept)
