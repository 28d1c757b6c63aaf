"""A record made by hand in which every part is crowded: one story in forty reports, and any text wherever an article can supply one."""

from hashlib import sha256
from itertools import cycle

from tests.records import make_article

from crosswire.model import (
    Account,
    Article,
    Carrier,
    Condition,
    Duration,
    Figure,
    Finding,
    Incident,
    Meeting,
    Name,
    Place,
    Proposal,
    Quote,
    Range,
    Record,
    Side,
    Story,
    Telling,
    Utterance,
    When,
)
from crosswire.model.record import Relation

REPORTS, INCIDENTS, UTTERANCES, POSITIONS = 40, 9, 14, 4
FIELDS = ("killed", "injured", "missing", "detained", "displaced")
RELATIONS: tuple[Relation, ...] = ("conflict", "compatible", "update", "scope")
WORDS = {
    "plain": "The boats of the harbour sail again when the guns are silent, she told the council. " * 20,
    "wide": "WWWW MMMM " * 200,
    "one word": "w" * 10_000,
    "ideographs": "港の船は再び出航する。" * 100,
    "right to left": "سفن الميناء ستبحر مرة أخرى " * 80,
    "marks": "a" + "\u0301\u0316\u0334" * 700,
    "tall": "བོད་ཡིག་གི་ཡི་གེ་ " * 80,
    "pictures": "\N{WAVING BLACK FLAG}\N{VARIATION SELECTOR-16}\N{ZERO WIDTH JOINER}\N{RAINBOW} " * 300,
    "lines": "a\n\n\r\n\u2028b\t\x0b\x0c" * 150,
    "mark-up": "</style><script>alert(1)</script></main><p style='height:99in'> \u202e\x00\x1b[31m " * 20,
}


def make_crowded(words: str) -> Record:
    """The record with these words in every place."""
    text = (words * (2_000 // len(words) + 1))[:2_000]
    articles = tuple(_make_report(number, text) for number in range(REPORTS))
    incidents = tuple(_make_incident(number, articles[: 12 + number], words) for number in range(INCIDENTS))
    utterances = [_make_utterance(number, articles) for number in range(UTTERANCES)]
    return Record(
        articles=articles,
        stories=(Story(_id("s", 0), words, tuple(article.id for article in articles), "2031-05-06", "2031-05-08", words),),
        names=(Name(_id("n", 0), "person", words, (words,), (), (articles[0].span(0, 9),), words),),
        quotes=tuple(quote for _, quotes in utterances for quote in quotes),
        utterances=tuple(utterance for utterance, _ in utterances),
        incidents=incidents,
        proposals=tuple(_make_proposal(number, articles, words) for number in range(POSITIONS)),
        conditions=tuple(Condition(_id("c", number), None, words, _tell(articles)) for number in range(POSITIONS)),
        meetings=tuple(
            Meeting(_id("m", number), None, None, "planned", (words, _id("n", 0)), _tell(articles)) for number in range(POSITIONS)
        ),
        findings=tuple(_make_difference(number, incidents[number % INCIDENTS], articles, words) for number in range(3 * INCIDENTS)),
    )


def _id(letter: str, number: int) -> str:
    return letter + sha256(f"{letter}{number}".encode()).hexdigest()[:10]


def _make_report(number: int, text: str) -> Article:
    day = None if number % 4 == 0 else f"2031-05-{6 + number % 3:02}T17:25:00Z"
    return make_article(f"report-{number}-{'x' * (number % 3) * 80}", text, outlet=f"{number} {text}", title=text, published=day)


def _make_incident(number: int, articles: tuple[Article, ...], words: str) -> Incident:
    low = cycle((10**number, 10**12, None))
    accounts = []
    for place, article in enumerate(articles):
        figures = {field: Figure(next(low), None if place % 2 else 10**13, article.span(place, 400)) for field in FIELDS}
        accounts.append(Account(article.id, (article.span(0, 300),), **figures))
    ranges = {field: Range(10**number, 10**12, 10**13) for field in FIELDS}
    where, days = Place(words, "ZZ", None, None, None, "region"), When("2031-05-05", "2031-05-07", "interval")
    return Incident(_id("i", number), words, where, days, words, words, words, **ranges, accounts=tuple(accounts), why=words)


def _make_utterance(number: int, articles: tuple[Article, ...]) -> tuple[Utterance, list[Quote]]:
    """Words that every second report alters, and every fifth carries otherwise."""
    wording, carriers, quotes = cycle(("same", "altered") if number % 2 else ("same", "trimmed")), [], []
    for place, article in enumerate(articles[: 8 + number]):
        span = article.span(place, place + (900 if place % 5 else 90))
        quote = Quote(_id("q", 100 * number + place), article.id, span, span, None, "direct", None, None, None, None, None, None, (), "")
        said = next(wording)
        marks = (article.span(span.end - 9, span.end - 4), article.span(span.end - 3, span.end)) if said == "altered" else ()
        carriers.append(Carrier(quote.id, span, said, marks))  # type: ignore[arg-type]
        quotes.append(quote)
    odd = (quotes[1].id,) if number % 2 else ()
    return Utterance(_id("u", number), _id("n", 0), tuple(carriers), "altered" if number % 2 else "trimmed", odd, ""), quotes


def _make_proposal(number: int, articles: tuple[Article, ...], words: str) -> Proposal:
    lasting = Duration(10**12, None, "month", articles[0].span(0, 300))
    return Proposal(_id("p", number), words, words, words, words, lasting, words, _tell(articles), words)


def _make_difference(number: int, incident: Incident, articles: tuple[Article, ...], words: str) -> Finding:
    field = f"{FIELDS[number % len(FIELDS)]}: {words}"
    groups = [articles[first : first + 6] for first in range(0, REPORTS, 6)]
    sides = tuple(Side(words, tuple(article.id for article in group), (group[0].span(0, 90),)) for group in groups)
    return Finding(_id("f", number), "differs", RELATIONS[number % 4], incident.id, field, sides, (articles[0].id,), 3, words)


def _tell(articles: tuple[Article, ...]) -> tuple[Telling, ...]:
    return tuple(Telling(article.id, (article.span(0, 200),)) for article in articles[:9])
