"""How often a place named in an article is found within 161 km of where it lies, and a day in a text is the day meant."""

import math
from collections.abc import Iterable, Sequence
from datetime import date

from crosswire.align.places import choose_place, weigh_countries
from crosswire.annotate import Gazetteer, annotate_article
from crosswire.annotate.contexts import support_places
from crosswire.annotate.places import find_candidates, find_places
from crosswire.model import Article, Place, PlaceMention, Reading, Sheet
from crosswire.pipeline import load_tools
from crosswire.settings import Settings

from datasets import Day, Row, Toponym

NEAR = 161.0  # km, 100 miles: the distance that evaluations of geoparsing count as right
EARTH = 6371.0  # km


def measure_places(labelled: Iterable[tuple[Row, Sequence[Toponym]]]) -> float:
    """The share of labelled places that are found near where they lie, each given its name in the article."""
    found = [near for row, toponyms in labelled for near in judge_places(row, toponyms)]
    return sum(found) / len(found)


def judge_places(row: Row, toponyms: Sequence[Toponym]) -> list[bool]:
    """For each place of one article whether it is found near where it lies."""
    return [is_near(place, toponym) for place, toponym in zip(locate(row, toponyms), toponyms, strict=True)]


def locate(row: Row, toponyms: Sequence[Toponym]) -> list[Place]:
    """The places that crosswire takes the labelled names for, told by the article that names them.

    Beside the labelled names stand those that crosswire finds by itself and that share no words with them.
    """
    _, gazetteer = load_tools(Settings().model)
    reading = read_article(row)
    given = [_make_mention(reading, toponym, gazetteer) for toponym in toponyms]
    taken = {offset for mention in given for offset in range(mention.span.start, mention.span.end)}
    found = find_places(reading.article, reading.doc, gazetteer, [country for country, _ in reading.countries])
    others = [mention for mention in found if taken.isdisjoint(range(mention.span.start, mention.span.end))]
    supported = support_places([*given, *others], reading.article.text, gazetteer.look_up)
    countries = weigh_countries([Sheet(reading.article, (), countries=reading.countries)])
    return [choose_place(mention, countries) for mention in supported[: len(given)]]


def _make_mention(reading: Reading, toponym: Toponym, gazetteer: Gazetteer) -> PlaceMention:
    countries = [country for country, _ in reading.countries]
    span = reading.article.span(toponym.start, toponym.end)
    words = reading.doc.char_span(toponym.start, toponym.end)
    return PlaceMention(span, gazetteer.look_up(span.text) if words is None else find_candidates(words, gazetteer, countries)[1])


def is_near(place: Place, toponym: Toponym) -> bool:
    return place.lat is not None and place.lon is not None and measure_distance((place.lat, place.lon), (toponym.lat, toponym.lon)) <= NEAR


def measure_distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points in degrees of latitude and longitude, along a great circle."""
    (lat, lon), (to_lat, to_lon) = map(math.radians, one), map(math.radians, other)
    half = math.sin((to_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def measure_days(labelled: Iterable[tuple[Row, Sequence[Day]]]) -> dict[str, float]:
    """`days`: of the labelled single days those that are read as that day; `days.true`: of the single days read those labelled so."""
    wanted = read = right = true = 0
    for row, days in labelled:
        told = find_days(row)
        wanted += sum(day.day is not None for day in days)
        right += sum(day.day is not None and any(_overlap(day, one) and day.day == one[2] for one in told) for day in days)
        read += len(told)
        true += sum(any(_overlap(day, one) and day.day == one[2] for day in days) for one in told)
    return {"days": right / wanted, "days.true": true / read}


def find_days(row: Row) -> list[tuple[int, int, str]]:
    """The words that crosswire reads as a single day, and that day."""
    reading = read_article(row)
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    resolved = ((mention.span, mention.expression.resolve(published)) for mention in reading.dates)
    return [(span.start, span.end, when.start) for span, when in resolved if when is not None and when.start == when.end]


def read_article(row: Row) -> Reading:
    """One text annotated as a whole, with nothing taken for furniture."""
    article = Article(row["id"], row["id"], None, None, None, "en", row.get("published"), None, row["text"], "")
    return annotate_article(article, (), *load_tools(Settings().model))


def _overlap(day: Day, told: tuple[int, int, str]) -> bool:
    return day.start < told[1] and told[0] < day.end
