"""Places that one report of a story knows and another only names: where the parse of a sentence missed a name, the story has it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswire.align.tellings import Told
from crosswire.model import IncidentMention, Place, PlaceMention, Sheet, Span, compare_places, is_vast

# Shorter names are words of other senses; so many characters of a text name where it leads, with what begins within so many.
LEAST, OPENING, LEAD = 4, 600, 1_500


def lend_places(told: Sequence[Told], sheets: Mapping[str, Sheet]) -> list[Told]:
    """The tellings, those without a town at the one that other reports tell of and that their own words name, if it is one alone.

    What an article leads with may have the name in its opening. A name that its article knows as a place and does not tell for the event
    is not taken.
    """
    known = {name: one.place for one in told if one.place is not None and not _is_wide(one.place) for name in _list_names(one)}
    if not known:
        return list(told)
    names = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(known, key=lambda name: (-len(name), name)))})\b")
    firsts = _find_firsts(told)
    lent = {i: _find_names(one, sheets[one.article.id], names, i in firsts) for i, one in enumerate(told) if _is_wide(one.place)}
    return [_lend(one, [(known[span.text], span) for span in lent.get(i, ())]) for i, one in enumerate(told)]


def _is_wide(place: Place | None) -> bool:
    return place is None or place.precision in ("region", "area", "waters") or is_vast(place)


def _list_names(one: Told) -> Iterator[str]:
    words = one.mention.place.span.text if one.mention.place is not None else ""
    yield from (name for name in {" ".join(words.split()), one.place.name if one.place else ""} if len(name) >= LEAST and name[0].isupper())


def _find_firsts(told: Sequence[Told]) -> set[int]:
    """The positions of what each article tells first, where that is in its lead."""
    firsts: dict[str, int] = {}
    for i, one in enumerate(told):
        first = firsts.setdefault(one.article.id, i)
        if one.mention.evidence[0].start < told[first].mention.evidence[0].start:
            firsts[one.article.id] = i
    return {i for i in firsts.values() if told[i].mention.evidence[0].start < LEAD}


def _find_names(one: Told, sheet: Sheet, names: re.Pattern[str], first: bool) -> list[Span]:
    """Where a telling's words name places told elsewhere in the story, but for those that its article itself reads as places."""
    own = {" ".join(place.span.text.split()) for place in sheet.places}
    text = sheet.article.text
    opening = [sheet.article.span(0, min(OPENING, len(text)))] if first else []
    for spans in (opening, _list_figured(one.mention)):
        matches = [found for span in spans for found in names.finditer(text, span.start, span.end) if found[0] not in own]
        if matches:
            return [sheet.article.span(*found.span()) for found in matches]
    return []


def _list_figured(mention: IncidentMention) -> list[Span]:
    """The words that a telling begins with and those of its figures."""
    figures = [figure.span for figure in (mention.killed, mention.injured, mention.missing) if figure is not None]
    return [span for i, span in enumerate(mention.evidence) if i == 0 or any(span.touches(figure) for figure in figures)]


def _lend(one: Told, found: Sequence[tuple[Place, Span]]) -> Told:
    """The telling at the place found, where all that is found is that one and its own, if it has a wider one, may hold it."""
    places = [place for place, _ in found]
    if not places or any(compare_places(places[0], other) is not True for other in places) or compare_places(one.place, places[0]) is False:
        return one
    return replace(one, place=places[0], mention=replace(one.mention, place=PlaceMention(found[0][1], ())))
