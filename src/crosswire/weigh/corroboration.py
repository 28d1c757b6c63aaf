"""Which articles of a finding count once, and because of what."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.model import Article, Finding, Origin, Span
from crosswire.weigh.coverage import ALL, SOURCED, Coverage
from crosswire.weigh.outlets import list_outlets, name_outlet

# Findings about words said: their carriers all have them from the speaker, which makes none of them a copy of another.
ABOUT_WORDS = frozenset({"altered quotation", "who differs"})
TOLD = {"same text": "one text", "shared passage": "a shared passage", "same agency": "from {}", "same statement": "a statement of {}"}


def tell_origins(finding: Finding, coverage: Coverage, articles: Mapping[str, Article]) -> Finding:
    """The finding with the origins that make several of its articles one, named in its reason."""
    claims: dict[str, list[Span]] = {}
    for side in finding.sides:
        for span in side.evidence:
            claims.setdefault(span.article, []).append(span)
    shared = coverage.list_shared(claims, SOURCED if finding.kind in ABOUT_WORDS else ALL)
    told = [f"{list_outlets(group, articles)}: {_count(group, articles)}, one origin ({_name(origins)})." for group, origins in shared]
    ids = sorted({origin.id for _, origins in shared for origin in origins})
    return replace(finding, origins=tuple(ids), why=" ".join([finding.why, *told]))


def _count(group: Sequence[str], articles: Mapping[str, Article]) -> str:
    """How many outlets stand behind some articles; how many reports these are where an outlet has two of them."""
    outlets = {name_outlet(articles[article]) for article in group}
    return f"{len(group)} {'outlets' if len(outlets) == len(group) else 'reports'}"


def _name(origins: Sequence[Origin]) -> str:
    return "; ".join(dict.fromkeys(TOLD[origin.kind].format(origin.name) for origin in origins))
