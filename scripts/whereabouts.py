"""How often a place named in an article is found within 161 km of where it lies, and a day in a text is the day meant."""

import math
from collections.abc import Iterable, Sequence
from datetime import date

from crosswire.align.places import choose_place, weigh_countries
from crosswire.annotate import annotate_article
from crosswire.annotate.places import find_candidates
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
    reading = read_article(row)
    return [is_near(locate(reading, toponym), toponym) for toponym in toponyms]


def locate(reading: Reading, toponym: Toponym) -> Place:
    """The place that crosswire takes a name for, told by the article that names it."""
    _, gazetteer = load_tools(Settings().model)
    span = reading.article.span(toponym.start, toponym.end)
    words = reading.doc.char_span(toponym.start, toponym.end)
    candidates = gazetteer.look_up(span.text) if words is None else find_candidates(words, gazetteer)[1]
    sheet = Sheet(reading.article, (), places=reading.places, countries=reading.countries)
    return choose_place(PlaceMention(span, candidates), weigh_countries([sheet]))


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
