"""Sites: names that the gazetteer does not know, at which something is told to have been, and the kinds of place that were struck."""

import re
from collections.abc import Iterator

from crosswire.model import IncidentMention, Sheet, Span, read_words

# "At the Vesk depot", "outside St Olaf": one name in capitals after a preposition that says where.
SITE = re.compile(r"\b(?:at|near|outside)\s+(?:the\s+)?((?:[A-Z][\w’'-]+\s?)+)")


def find_sites(sheet: Sheet, mention: IncidentMention) -> frozenset[str]:
    """The names of sites in an incident's words; not towns that are known, days, or anybody named."""
    named = [(evidence, found) for evidence in mention.evidence for found in SITE.finditer(evidence.text)]
    known = [(span.start, span.end) for span in _list_known(sheet)] if named else []
    places = ((" ".join(found[1].split()), evidence.start + found.start(1)) for evidence, found in named)
    return frozenset(name for name, at in places if not any(start < at + len(name) and at < end for start, end in known))


def find_targets(mention: IncidentMention) -> frozenset[str]:
    """The kinds of place ("market", "school") named where an incident begins, where its figures are told, or as what was hit."""
    figures = [figure.span for figure in (mention.killed, mention.injured) if figure is not None]
    told = [span.text for span in mention.evidence[1:] if any(span.touches(figure) for figure in figures)]
    words = re.findall(r"[a-z]+", " ".join([mention.evidence[0].text, *told, mention.target or ""]).casefold())
    return read_words("align", "targets").intersection(words)


def _list_known(sheet: Sheet) -> Iterator[Span]:
    yield from (place.span for place in sheet.places if place.candidates)
    yield from (date.span for date in sheet.dates)
    yield from (span for name in sheet.names if name.kind == "person" for span in name.mentions)
