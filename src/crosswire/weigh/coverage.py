"""Which words rest on which origins, so that claims can be counted by origin."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from crosswire.model import Origin, Partition, Span

TEXTUAL = frozenset({"same text", "shared passage"})
SOURCED = TEXTUAL | {"same agency"}
ALL = SOURCED | {"same statement"}
Claims = Mapping[str, Sequence[Span]]


class Coverage:
    """The origins of a story, to be asked how many independent ones stand behind a claim."""

    __slots__ = ("_evidence", "_origins")

    def __init__(self, origins: Sequence[Origin]) -> None:
        self._origins = origins
        self._evidence: dict[str, dict[int, list[Span]]] = {}
        for i, origin in enumerate(origins):
            for span in sorted(origin.evidence):
                self._evidence.setdefault(span.article, {}).setdefault(i, []).append(span)

    def count(self, claims: Claims, kinds: Set[str] = ALL) -> int:
        """How many independent origins make a claim: `claims` gives each article's words for it.

        Articles are one where one origin covers the words of all of them; `kinds` are the kinds of origin that count here.
        """
        return len(self._join(claims, self._find_shared(claims, kinds)).groups())

    def list_shared(self, claims: Claims, kinds: Set[str] = ALL) -> list[tuple[tuple[str, ...], tuple[Origin, ...]]]:
        """Articles that make a claim as one, in order, with the origins that all of them have it from."""
        shared = self._find_shared(claims, kinds)
        groups = [tuple(group) for group in self._join(claims, shared).groups() if len(group) > 1]
        return [(group, tuple(self._origins[i] for i, articles in sorted(shared.items()) if articles[0] in group)) for group in groups]

    def _find_shared(self, claims: Claims, kinds: Set[str]) -> dict[int, list[str]]:
        """The origins that cover the words of two or more articles, with these."""
        covered: dict[int, list[str]] = {}
        for article in sorted(claims):
            for origin in self._cover(article, claims[article]):
                if self._origins[origin].kind in kinds:
                    covered.setdefault(origin, []).append(article)
        return {origin: articles for origin, articles in covered.items() if len(articles) > 1}

    def _join(self, claims: Claims, shared: Mapping[int, Sequence[str]]) -> Partition[str]:
        partition = Partition(sorted(claims))
        for articles in shared.values():
            for one, other in pairwise(articles):
                partition.join(one, other)
        return partition

    def shares(self, one: Span, other: Span) -> bool:
        """Whether two articles have some words each from one text or passage that they share."""
        mine = {origin for origin in self._cover(one.article, [one]) if self._origins[origin].kind in TEXTUAL}
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
