"""Places that one report of a story knows and another only names: where the parse of a sentence missed a name, the story has it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.align.matches import Told
from crosswire.model import IncidentMention, PlaceMention, Sheet, Span, compare_places, is_vast

# Shorter names are words of other senses; so many characters of a text name where it leads, with what begins within so many.
LEAST, OPENING, LEAD = 4, 600, 1_500


def lend_places(told: Sequence[Told], sheets: Mapping[str, Sheet]) -> list[Told]:
    """The tellings, those without a town at the one that other reports tell of and that their own words name, if it is one alone.

    What an article leads with may have the name in its opening. A name that its article knows as a place and does not tell for the event
    is not taken.
    """
    named = {name: one for one in told if one.place is not None and not _is_wide(one) for name in _list_names(one)}
    return [_lend(one, named, sheets[one.article.id], first) for one, first in zip(told, _mark_first(told), strict=True)]


def _is_wide(one: Told) -> bool:
    return one.place is None or one.place.precision in ("region", "area", "waters") or is_vast(one.place)


def _list_names(one: Told) -> Iterator[str]:
    words = one.mention.place.span.text if one.mention.place is not None else ""
    yield from (name for name in {" ".join(words.split()), one.place.name if one.place else ""} if len(name) >= LEAST and name[0].isupper())


def _mark_first(told: Sequence[Told]) -> list[bool]:
    """Which tellings are the first of their articles."""
    starts: dict[str, int] = {}
    for one in told:
        start = one.mention.evidence[0].start
        starts[one.article.id] = min(start, starts.get(one.article.id, start))
    return [one.mention.evidence[0].start == starts[one.article.id] for one in told]


def _lend(one: Told, named: Mapping[str, Told], sheet: Sheet, first: bool) -> Told:
    if not _is_wide(one):
        return one
    leading = first and one.mention.evidence[0].start < LEAD
    opening = [sheet.article.span(0, min(OPENING, len(sheet.article.text)))] if leading else []
    spans = list(_find_names(opening, named, sheet)) or list(_find_names(_list_figured(one.mention), named, sheet))
    places = [named[span.text].place for span in spans]
    if not places or any(compare_places(places[0], other) is not True for other in places) or compare_places(one.place, places[0]) is False:
        return one
    return replace(one, place=places[0], mention=replace(one.mention, place=PlaceMention(spans[0], ())))


def _list_figured(mention: IncidentMention) -> list[Span]:
    """The words that a telling begins with and those of its figures."""
    figures = [figure.span for figure in (mention.killed, mention.injured, mention.missing) if figure is not None]
    return [span for i, span in enumerate(mention.evidence) if i == 0 or any(span.touches(figure) for figure in figures)]


def _find_names(evidence: Sequence[Span], named: Mapping[str, Told], sheet: Sheet) -> Iterator[Span]:
    """Where some words name places told elsewhere in the story, but for those that the article itself reads as places."""
    known = {" ".join(place.span.text.split()) for place in sheet.places}
    for name in sorted(named.keys() - known):
        for span in evidence:
            for found in re.finditer(rf"\b{re.escape(name)}\b", span.text):
                yield sheet.article.span(span.start + found.start(), span.start + found.end())
