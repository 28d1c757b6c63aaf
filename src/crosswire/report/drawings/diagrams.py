"""Which reports of a story share words or a source, as a drawing: reports on one side, origins on the other, lines between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.model import Article, Origin
from crosswire.model.record import OriginKind
from crosswire.report.drawings.axes import read_moment

LineKind = OriginKind | Literal["several kinds"]

# Rows of reports that share something; of those with the same origins, and of those that stand alone, so many are drawn singly.
_ROWS, _ALIKE, _NODES = 14, 3, 8
_SMALL = 16  # so many reports are all drawn


@dataclass(frozen=True, slots=True)
class Row:
    """One report, or the several that a drawing has no room for one by one; `y` in percent of the drawing's height."""

    articles: tuple[str, ...]
    shares: bool
    y: float


@dataclass(frozen=True, slots=True)
class Node:
    """One origin, or the several that a drawing has no room for one by one; `y` in percent of the drawing's height."""

    origins: tuple[Origin, ...]
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A row's reports and an origin of theirs; from the row's height to the node's."""

    kind: LineKind
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Diagram:
    """The drawing; of `reports` in all, `sharing` share an origin with another, and `kinds` are the kinds of line in it."""

    reports: int
    sharing: int
    rows: tuple[Row, ...]
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    kinds: tuple[LineKind, ...]


def draw_origins(articles: Sequence[Article], origins: Iterable[Origin]) -> Diagram:
    """The reports by publication, then id, each with lines to its origins; large stories have like reports drawn as one row."""
    given = sorted(origins, key=lambda origin: origin.id)
    known = _find_origins(given)
    grouped = list(_group_rows(_order(articles, known), known))
    rows = tuple(Row(group, bool(known.get(group[0])), _spread(place, len(grouped))) for place, group in enumerate(grouped))
    nodes = tuple(_make_nodes(given, rows))
    lines = tuple(_connect(rows, nodes))
    return Diagram(
        reports=len(articles),
        sharing=sum(1 for article in articles if known.get(article.id)),
        rows=rows,
        nodes=nodes,
        lines=lines,
        kinds=tuple(sorted({line.kind for line in lines})),
    )


def _find_origins(origins: Iterable[Origin]) -> Mapping[str, frozenset[str]]:
    """The ids of each report's origins; a report without one is not in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for origin in origins:
        for article in origin.articles:
            found[article].add(origin.id)
    return {article: frozenset(ids) for article, ids in found.items()}


def _order(articles: Iterable[Article], known: Iterable[str]) -> list[str]:
    """The reports by publication, then id; those without a day last, and with them those that an origin alone knows."""
    moments = {article.id: read_moment(article.published) for article in articles}
    ids = {*moments, *known}
    return sorted(ids, key=lambda id: (moments.get(id) is None, moments.get(id) or (), id))


def _group_rows(ordered: Sequence[str], known: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """One row a report where there is room; else those with the same origins together, and those without any last."""
    if len(ordered) <= _SMALL:
        yield from ((id,) for id in ordered)
        return
    alike: dict[frozenset[str], list[str]] = defaultdict(list)
    for id in ordered:
        alike[known.get(id, frozenset())].append(id)
    alone = alike.pop(frozenset(), [])
    sharing = [row for ids in alike.values() for row in _fold([(id,) for id in ids], _ALIKE)]
    yield from _fold(sharing, _ROWS - 1)
    yield from _fold([(id,) for id in alone], _ALIKE)


def _fold(rows: Sequence[tuple[str, ...]], most: int) -> list[tuple[str, ...]]:
    """The first rows as they are and the rest as one, where there are at least two more."""
    if len(rows) <= most + 1:
        return list(rows)
    return [*rows[:most], tuple(id for row in rows[most:] for id in row)]


def _make_nodes(origins: Sequence[Origin], rows: Sequence[Row]) -> Iterator[Node]:
    """The origins near their reports' heights, so that few lines cross; where there are many, the smallest as one, last."""
    heights = {article: row.y for row in rows for article in row.articles}
    by_size = sorted(origins, key=lambda origin: -len(origin.articles))
    most = len(by_size) if len(by_size) <= _NODES else _NODES - 1
    shown = sorted(by_size[:most], key=lambda origin: (_mean(heights[article] for article in origin.articles), origin.id))
    nodes = [(origin,) for origin in shown] + ([tuple(by_size[most:])] if by_size[most:] else [])
    yield from (Node(node, _spread(place, len(nodes))) for place, node in enumerate(nodes))


def _connect(rows: Iterable[Row], nodes: Sequence[Node]) -> Iterator[Line]:
    for row in rows:
        for node in nodes:
            kinds = {origin.kind for origin in node.origins if not set(row.articles).isdisjoint(origin.articles)}
            if kinds:
                yield Line(min(kinds) if len(kinds) == 1 else "several kinds", row.y, node.y)


def _spread(place: int, count: int) -> float:
    """The middle of one of several rows of equal height, in percent."""
    return (place + 0.5) / count * 100


def _mean(heights: Iterable[float]) -> float:
    numbers = tuple(heights)
    return sum(numbers) / max(1, len(numbers))
