"""The day an undated report must have been published, from the dated reports of its story and from its own words for days.

Reports name the day of their news by its weekday, and most of them appear on that day or the next. So of the days on which a story was
reported, an undated report fits those on which its latest weekday is so fresh. On dated news that alone names a wrong day one time in
five, so a further sign is asked for; with it, one time in eleven, nearly always by a single day.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from crosswire.group.contents import read_words
from crosswire.group.datelines import find_told_day, find_told_days
from crosswire.model import DateMention, Sheet

DAY = timedelta(days=1)
WEEK = timedelta(days=7)  # from there on a weekday no longer tells which week
LEAD = 65  # words before the place where the lead ends
TOLD_LATE = frozenset({"embedded post"})  # kinds of what is not content whose dates still bound the day from below


@dataclass(frozen=True, slots=True)
class Clues:
    """What one report says about days: weekdays past and to come, words such as "overnight", and days with their year."""

    past: tuple[DateMention, ...]
    future: tuple[DateMention, ...]
    recent: tuple[DateMention, ...]
    absolute: tuple[DateMention, ...]


def infer_published(group_articles: Sequence[Sheet], others: Sequence[date] = ()) -> dict[str, tuple[date, str]]:
    """For each undated report whose day the story settles: its id, the day, and why; a report that leaves a choice is absent.

    Candidates are the days of the story's dated reports, where these lie within a week. One stays where the report's latest past weekday
    is that day or the day before, no day it gives with its year lies later, and its weekdays to come fall on days that the dated reports
    know. One single candidate must be left, and a sign must confirm it (`_find_sign`). A day that a report's dateline or a line of its own
    gives without its year goes before all that; where no report of the story is dated, near the `others`, which are the days of all reports
    given, and only if its weekdays fit.
    """
    distant = {} if any(sheet.article.day for sheet in group_articles) else dict(_read_distant(group_articles, others))
    inferred = distant | dict(_read_datelines([_date(sheet, distant) for sheet in group_articles]))
    sheets = [_date(sheet, inferred) for sheet in group_articles]
    dated = [sheet for sheet in sheets if sheet.article.day]
    days = sorted({sheet.article.day for sheet in dated if sheet.article.day})
    if not days or days[-1] - days[0] >= WEEK:
        return inferred
    known = {told for other in dated for told in _resolve_all(other)}
    for sheet in sorted((s for s in sheets if not s.article.day), key=lambda s: s.article.id):
        fitting = [day for day in days if _fits(_read_clues(sheet), day, known)]
        sign = _find_sign(sheet, fitting[0], dated) if len(fitting) == 1 else None
        if sign:
            inferred[sheet.article.id] = fitting[0], _explain(sheet, fitting[0], dated, sign)
    return inferred


def _read_datelines(sheets: Sequence[Sheet]) -> Iterator[tuple[str, tuple[date, str]]]:
    """Each undated report whose dateline, or a line of its own, gives its day in part; the days of the dated reports tell the rest."""
    dated = {sheet.article.day: sheet.article.id for sheet in sorted(sheets, key=lambda s: s.article.id, reverse=True) if sheet.article.day}
    for sheet in sheets:
        if not sheet.article.day and (told := find_told_day(sheet.article.text, sorted(dated))) is not None:
            day, words = told
            nearest = dated[min(dated, key=lambda other: (abs(other - day), other))]
            yield sheet.article.id, (day, f"It opens or ends with “{words}”, which so near the story's dated reports ({nearest}) is {day}.")


def _read_distant(sheets: Sequence[Sheet], others: Sequence[date]) -> Iterator[tuple[str, tuple[date, str]]]:
    """Each report whose dateline gives a day without its year that in one year alone lies near other reports and after its news."""
    for sheet in sheets:
        days, words = find_told_days(sheet.article.text, list(others))
        clues = _read_clues(sheet)
        fitting = [day for day in days if clues.past and _fits(clues, day, set())]
        if len(fitting) == 1:
            weekday = _quote(clues.past)
            yield (
                sheet.article.id,
                (fitting[0], f"It opens or ends with “{words}”, and of the days near other reports {fitting[0]} fits {weekday}."),
            )


def _date(sheet: Sheet, days: Mapping[str, tuple[date, str]]) -> Sheet:
    if sheet.article.id not in days:
        return sheet
    return replace(sheet, article=replace(sheet.article, published=days[sheet.article.id][0].isoformat()))


def _fits(clues: Clues, day: date, known: set[date]) -> bool:
    latest = _find_latest(clues.past, day)
    if latest and day - latest[0] > DAY:
        return False
    if any(told > day for told, _ in _resolve(clues.absolute, day)):
        return False
    return all(_is_known(coming, known) for coming, _ in _resolve(clues.future, day))


def _find_sign(sheet: Sheet, day: date, dated: Sequence[Sheet]) -> str | None:
    """What confirms the one day left, in words; None where nothing does, or where one report among several is all there is of that day."""
    peers = [other for other in dated if other.article.day == day]
    if len(peers) < 2 and len(peers) < len(dated):
        return None
    clues = _read_clues(sheet)
    latest = _find_latest(clues.past, day)
    if not latest:
        alone = len(peers) > 1 and len(peers) == len(dated)
        return f"it speaks of {_quote(clues.recent)}, and all dated reports are of that day" if clues.recent and alone else None
    full = [mention for told, mention in _resolve(clues.absolute, day) if timedelta(0) <= day - told <= DAY]
    if full:
        return f"it gives the date {_quote(full)}"
    return _find_sign_on_day(sheet, day, peers) if latest[0] == day else _find_sign_after(clues, day)


def _find_sign_on_day(sheet: Sheet, day: date, peers: Sequence[Sheet]) -> str | None:
    """For a report that names the day itself, as its peers must: the night before, a look ahead, or the weekday in its lead."""
    clues = _read_clues(sheet)
    named = [mention for told, mention in _resolve(clues.past, day) if told == day]
    nightly = [mention for mention in named if mention.expression.nightly]
    ahead = _find_ahead(clues, day)
    if not any(day in _resolve_all(peer) for peer in peers):
        return None
    if nightly or ahead:
        return f"it speaks of {_quote(nightly)}" if nightly else f"it looks ahead to {_quote(ahead)}"
    return f"its lead speaks of {_quote(named)}" if any(_is_in_lead(sheet, mention) for mention in named) else None


def _find_sign_after(clues: Clues, day: date) -> str | None:
    """For a report whose latest weekday is the day before: it must tell of the night since, and look ahead."""
    overnight = [mention for mention in clues.recent if mention.expression.first < mention.expression.last]
    ahead = _find_ahead(clues, day)
    return f"it looks back to {_quote(overnight)} and ahead to {_quote(ahead)}" if overnight and ahead else None


def _find_ahead(clues: Clues, day: date) -> list[DateMention]:
    return [mention for told, mention in _resolve(clues.future, day) if timedelta(0) < told - day <= 2 * DAY]


def _is_in_lead(sheet: Sheet, mention: DateMention) -> bool:
    return sum(word.start < mention.span.start for word in read_words(sheet)) < LEAD


def _quote(mentions: Sequence[DateMention]) -> str:
    return f"“{min(mentions, key=lambda mention: mention.span).span.text}”"


def _read_clues(sheet: Sheet) -> Clues:
    mentions = [mention for mention in sheet.dates if not _is_furniture(sheet, mention)]
    weekdays = [m for m in mentions if m.expression.kind == "weekday" and not m.expression.first]
    return Clues(
        past=tuple(m for m in weekdays if m.expression.direction == "past"),
        future=tuple(m for m in weekdays if m.expression.direction == "future"),
        recent=tuple(m for m in mentions if m.expression.kind == "days" and -1 <= m.expression.first <= m.expression.last <= 0),
        absolute=tuple(m for m in mentions if _is_absolute(m)),
    )


def _is_absolute(mention: DateMention) -> bool:
    expression = mention.expression
    return expression.kind == "date" and expression.direction == "past" and None not in (expression.year, expression.day)


def _is_furniture(sheet: Sheet, mention: DateMention) -> bool:
    """Whether a date belongs to the page: a crawl date, a widget."""
    return any(n.start < mention.span.end and mention.span.start < n.end and n.kind not in TOLD_LATE for n in sheet.not_content)


def _is_known(coming: date, known: set[date]) -> bool:
    """Whether the dated reports name this day, or at least no other day of that weekday within a week of it."""
    return coming in known or not any(abs((day - coming).days) == 7 for day in known)


def _find_latest(mentions: Iterable[DateMention], published: date) -> tuple[date, DateMention] | None:
    return max(_resolve(mentions, published), key=lambda pair: (pair[0], -pair[1].span.start), default=None)


def _resolve(mentions: Iterable[DateMention], published: date) -> list[tuple[date, DateMention]]:
    """Each mention with its last day as seen from a day of publication; those that name no such day are left out."""
    resolved = ((mention.expression.resolve(published), mention) for mention in mentions)
    return [(date.fromisoformat(when.end), mention) for when, mention in resolved if when]


def _resolve_all(sheet: Sheet) -> set[date]:
    day = sheet.article.day
    return {told for told, _ in _resolve(sheet.dates, day)} if day else set()


def _explain(sheet: Sheet, day: date, dated: Sequence[Sheet], sign: str) -> str:
    witnesses = ", ".join(sorted(other.article.id for other in dated if other.article.day == day))
    latest = _find_latest(_read_clues(sheet).past, day)
    weekday = f" its latest weekday, “{latest[1].span.text}”, is {latest[0].isoformat()} seen from there, and" if latest else ""
    return f"Of the days of the story's dated reports only {day.isoformat()} ({witnesses}) fits:{weekday} {sign}."
