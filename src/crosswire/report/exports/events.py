"""What tables of events ask of an incident: its terms in their code lists, its days, and who tells it."""

from collections.abc import Iterable
from datetime import date

from crosswire.model import Article, Incident, Place, When, read_kinds
from crosswire.report.exports.countries import Country, read_countries
from crosswire.report.lookups import Lookup

BETWEEN = "; "


def find_acled(kind: str, weapon: str | None = None) -> tuple[str, str | None] | None:
    """ACLED's event type and, where the kind or its weapon is as narrow, its sub-event type; None for a kind that ACLED does not code."""
    entry = read_kinds()[kind]
    event, _, narrower = entry.get("weapons", {}).get(weapon, entry["acled"]).partition(": ")
    return (event, narrower or None) if event else None


def find_plover(kind: str) -> str | None:
    """PLOVER's event class; None for a kind that it has no class for."""
    return read_kinds()[kind]["plover"] or None


def find_country(place: Place | None) -> Country | None:
    """The country that a place lies in, where the record knows it."""
    return read_countries().get(place.country) if place and place.country else None


def read_days(when: When) -> tuple[date, date]:
    """The first and the last day on which it may have happened."""
    return date.fromisoformat(when.start), date.fromisoformat(when.end)


def count_days(when: When) -> int:
    """On how many days it may have happened."""
    first, last = read_days(when)
    return (last - first).days + 1


def grade(number: int, limits: Iterable[tuple[int, int]]) -> int | None:
    """The code of the first limit that a number does not exceed; None beyond all of them."""
    return next((code for limit, code in limits if number <= limit), None)


def find_year(when: When) -> int | None:
    """The year, where all the days lie in one."""
    first, last = read_days(when)
    return first.year if first.year == last.year else None


def list_articles(incident: Incident, lookup: Lookup) -> list[Article]:
    """The articles that tell it, in the record's order."""
    told = {account.article for account in incident.accounts}
    return [article for article in lookup.record.articles if article.id in told]


def join_told(words: Iterable[str | None]) -> str | None:
    """Different words that were told, in their order; None where none was."""
    return BETWEEN.join(dict.fromkeys(word for word in words if word)) or None
