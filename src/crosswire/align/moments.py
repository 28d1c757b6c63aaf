"""Whether two tellings can speak of one time: by the days they tell, and by when their articles came out."""

import re
from datetime import date, timedelta
from typing import Protocol

from crosswire.model import Article, IncidentMention, When

# Right behind a weekday or a date.
NIGHT = re.compile(r",? (?:\w+ )?(?:night|evening)\b")
# Days that a telling may leave open and still be told of one day; news without a day is of the days right before it.
NARROW, FRESH = timedelta(days=3), timedelta(days=3)


class Timed(Protocol):
    """A telling with its article and its days as settled."""

    @property
    def article(self) -> Article: ...

    @property
    def mention(self) -> IncidentMention: ...

    @property
    def when(self) -> When | None: ...


def share_days(one: When | None, other: When | None) -> bool | None:
    """Whether two intervals share a day; None where one is unknown."""
    if one is None or other is None:
        return None
    return one.start <= other.end and other.start <= one.end


def share_night(one: Timed, other: Timed) -> bool:
    """Whether one tells of a day's night and the other of the next day: "on Sunday night", "in the early hours of Monday"."""
    if one.when is None or other.when is None:
        return False
    early, late = sorted((one, other), key=lambda told: told.when.start if told.when else "")
    if early.when is None or late.when is None or early.mention.date is None:
        return False
    behind = early.article.text[early.mention.date.span.end :]
    next_day = (date.fromisoformat(early.when.end) + timedelta(days=1)).isoformat()
    return NIGHT.match(behind) is not None and late.when.start == next_day


def share_moment(one: Timed, other: Timed) -> bool | None:
    """True where both tell narrowly of one day or night; False where their days, or when their articles came out, lie apart; else None."""
    if _is_narrow(one.when) and _is_narrow(other.when):
        return share_days(one.when, other.when) or share_night(one, other)
    mine, theirs = _bound(one), _bound(other)
    if mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1]):
        return None
    return False


def is_ahead(one: Timed, other: Timed) -> bool:
    """Whether one tells of a day that was still to come when the other's article was published, which tells none."""
    published = _read_published(other.article) if other.when is None else None
    return one.when is not None and published is not None and date.fromisoformat(one.when.start) > published + timedelta(days=1)


def tells_other_day(one: Timed, other: Timed) -> bool:
    """Whether a report without a day of its own names a weekday or a month that the day the other tells is not of."""
    return _name_day(one, other) is False


def names_day(one: Timed, other: Timed) -> bool:
    """Whether a report without a day of its own names the weekday of the day that the other tells."""
    told = one.mention.date
    return told is not None and told.expression.kind == "weekday" and _name_day(one, other) is True


def _name_day(one: Timed, other: Timed) -> bool | None:
    """Whether the day that one names without a year is the other's; None where one has a day of its own, or the other none."""
    if one.when is not None or one.mention.date is None or not _is_narrow(other.when) or other.when is None:
        return None
    expression = one.mention.date.expression
    plain = expression.kind in ("date", "weekday") and expression.direction != "future" and not expression.first
    days = expression.resolve(date.fromisoformat(other.when.end)) if plain else None
    return share_days(days, other.when)


def is_news_of(one: Timed, other: Timed) -> bool:
    """Whether one tells no day and came out on the day that the other tells, or on the next."""
    published = _read_published(one.article) if one.when is None and one.mention.date is None else None
    if published is None or other.when is None or not _is_narrow(other.when):
        return False
    return date.fromisoformat(other.when.start) <= published <= date.fromisoformat(other.when.end) + timedelta(days=1)


def is_summary(one: Timed, other: Timed) -> bool:
    """Whether one of two tellings speaks of many days ("in recent weeks")."""
    return any(telling.when is not None and not _is_narrow(telling.when) for telling in (one, other))


def _bound(one: Timed) -> tuple[date, date] | None:
    """The days a telling is likely to be about: those it tells, else the few before it came out."""
    if one.when is not None:
        return date.fromisoformat(one.when.start), date.fromisoformat(one.when.end)
    published = _read_published(one.article)
    return (published - FRESH, published) if published is not None else None


def _is_narrow(when: When | None) -> bool:
    return when is not None and date.fromisoformat(when.end) - date.fromisoformat(when.start) < NARROW


def _read_published(article: Article) -> date | None:
    """The day of publication that the article itself gives; one that only its story tells proves nothing."""
    return article.day if article.published_from != "story" else None
