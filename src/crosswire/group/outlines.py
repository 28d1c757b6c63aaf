"""What a story is about: its main names and places in its articles' own words, and how it grew from day to day."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from crosswire.model import Sheet, Span, StoryDay, order_articles

MOST_NAMES, MOST_PLACES = 5, 3


@dataclass(frozen=True, slots=True)
class Outline:
    """The main names and places, each in the fullest words of the first article to use them, and the reports of each day."""

    names: tuple[Span, ...]
    places: tuple[Span, ...]
    growth: tuple[StoryDay, ...]


def outline_story(sheets: Sequence[Sheet]) -> Outline:
    """The names and places that at least half of a story's articles share, those that most of them share first."""
    ordered = sorted(sheets, key=lambda sheet: order_articles(sheet.article))
    places = _choose([_read_places(sheet) for sheet in ordered], MOST_PLACES)
    taken = {span.text for span in places}
    names = [span for span in _choose([_read_names(sheet) for sheet in ordered], MOST_NAMES + MOST_PLACES) if span.text not in taken]
    return Outline(tuple(names[:MOST_NAMES]), tuple(places), tuple(_tell_growth(ordered)))


def _choose(told: Sequence[Sequence[tuple[Hashable, Span]]], most: int) -> list[Span]:
    """The fullest words for each thing that at least half of the articles mention, what most of them mention first."""
    holders = Counter(thing for mentions in told for thing in {thing for thing, _ in mentions})
    times = Counter(thing for mentions in told for thing, _ in mentions)
    first: dict[Hashable, Span] = {}
    for thing, span in (pair for mentions in told for pair in mentions):
        if thing not in first or len(span.text.split()) > len(first[thing].text.split()):
            first[thing] = span
    shared = [thing for thing, count in holders.items() if count * 2 >= len(told) and (count > 1 or len(told) == 1)]
    places = {thing: i for i, thing in enumerate(first)}
    return [first[thing] for thing in sorted(shared, key=lambda thing: (-holders[thing], -times[thing], places[thing]))[:most]]


def _read_names(sheet: Sheet) -> list[tuple[Hashable, Span]]:
    """Every mention of a person by their last name, of an organisation by its whole name."""
    return [
        ((name.kind, (name.name.split()[-1] if name.kind == "person" else name.name).casefold()), span)
        for name in sheet.names
        if name.name.split() and name.kind != "place"
        for span in name.mentions
    ]


def _read_places(sheet: Sheet) -> list[tuple[Hashable, Span]]:
    """Every mention of a place that the gazetteer knows, by which place it most likely is."""
    return [((place.candidates[0].place.name, place.candidates[0].place.country), place.span) for place in sheet.places if place.candidates]


def _tell_growth(sheets: Sequence[Sheet]) -> list[StoryDay]:
    """The articles of each day of publication, the earliest day first, those without a day last."""
    days: dict[str | None, list[str]] = defaultdict(list)
    for sheet in sheets:
        days[sheet.article.day.isoformat() if sheet.article.day else None].append(sheet.article.id)
    return [StoryDay(day, tuple(sorted(days[day]))) for day in sorted(days, key=lambda day: day or "~")]
