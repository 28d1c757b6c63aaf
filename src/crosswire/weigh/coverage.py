"""Which words rest on which origins, so that claims can be counted by origin."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crosswire.model import Origin, Partition, Span

TEXTUAL = frozenset({"same text", "shared passage"})
Claims = Mapping[str, Sequence[Span]]


class Coverage:
    """The origins of a story, to be asked how many independent ones stand behind a claim."""

    __slots__ = ("_evidence", "_textual")

    def __init__(self, origins: Sequence[Origin]) -> None:
        self._textual = [origin.kind in TEXTUAL for origin in origins]
        self._evidence: dict[str, dict[int, list[Span]]] = {}
        for i, origin in enumerate(origins):
            for span in sorted(origin.evidence):
                self._evidence.setdefault(span.article, {}).setdefault(i, []).append(span)

    def count(self, claims: Claims, textual: bool = False) -> int:
        """How many independent origins make a claim: `claims` gives each article's words for it.

        Articles are one where one origin covers the words of all of them; `textual` counts shared words only, not shared sources.
        """
        partition = Partition(sorted(claims))
        covered: dict[int, list[str]] = {}
        for article in sorted(claims):
            for origin in self._cover(article, claims[article]):
                if self._textual[origin] or not textual:
                    covered.setdefault(origin, []).append(article)
        for articles in covered.values():
            for one, other in pairwise(articles):
                partition.join(one, other)
        return len(partition.groups())

    def shares(self, one: Span, other: Span) -> bool:
        """Whether two articles have some words each from one text or passage that they share."""
        mine = {origin for origin in self._cover(one.article, [one]) if self._textual[origin]}
        return one.article != other.article and not mine.isdisjoint(self._cover(other.article, [other]))

    def _cover(self, article: str, spans: Sequence[Span]) -> Iterator[int]:
        """The origins that all of an article's words for a claim lie in."""
        for origin, evidence in self._evidence.get(article, {}).items():
            if spans and all(_lies_in(span, evidence) for span in spans):
                yield origin


def _lies_in(span: Span, evidence: Sequence[Span]) -> bool:
    """Whether more than half of the words' characters lie in the evidence (sorted, without overlaps)."""
    inside = 0
    for i in range(max(0, bisect_right(evidence, span.start, key=lambda part: part.start) - 1), len(evidence)):
        if evidence[i].start >= span.end:
            break
        inside += max(0, min(span.end, evidence[i].end) - max(span.start, evidence[i].start))
    return 2 * inside > span.end - span.start
