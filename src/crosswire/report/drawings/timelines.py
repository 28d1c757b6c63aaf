"""When things happened, and when which report first gave which figure, as both are drawn."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosswire.model import Account, Article, Figure, Incident, Meeting
from crosswire.report.characters import show_line
from crosswire.report.drawings.axes import Axis, Interval, make_axis, read_day, read_days, read_moment
from crosswire.report.figures import FIELDS, state_days, state_figure, state_place
from crosswire.report.orders import order_incidents

# Days left free on both sides of what is drawn.
_AROUND_EVENTS, _AROUND_REPORTS = 1.0, 0.1


@dataclass(frozen=True, slots=True)
class Event:
    """An incident or a meeting; `at` is None where no day is given or it is no day, and `sure` where it is one day."""

    id: str
    name: str
    days: str | None
    at: Interval | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """The reports published on one day; `share` is their number against the busiest day's, up to 1."""

    day: str
    at: Interval
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Events:
    """A story's events on a day axis, with the days of its reports; there is no axis where no event has a day.

    `undated` are the events without a day, and `silent` counts the reports without one.
    """

    axis: Axis | None
    dated: tuple[Event, ...]
    undated: tuple[Event, ...]
    issues: tuple[Issue, ...]
    silent: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as one report states it, and when that was published; `at` is None where that is not given or is no time."""

    article: str
    published: str | None
    figure: Figure
    at: Interval | None


@dataclass(frozen=True, slots=True)
class Mark:
    """The reports that give a figure on one day, or at one moment; `first` where no other is certainly earlier."""

    at: Interval
    count: int
    first: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One figure and the reports that state it, the earliest first; `leaders` is the first of them, or all that may be it."""

    value: str
    statements: tuple[Statement, ...]
    leaders: tuple[Statement, ...]
    marks: tuple[Mark, ...]

    @property
    def span(self) -> Interval:
        """From the first mark to the end of the last."""
        return Interval(self.marks[0].at.start, max(mark.at.end for mark in self.marks))


@dataclass(frozen=True, slots=True)
class Course:
    """How one figure of an incident was given over time; `undated` are the statements of reports with no day of publication."""

    incident: Incident
    field: str
    steps: tuple[Step, ...]
    undated: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Reporting:
    """The courses of a story's figures on one axis; there is none where all were published at one time.

    `unplaced` are those of which no report has a day of publication.
    """

    axis: Axis | None
    courses: tuple[Course, ...]
    unplaced: tuple[Course, ...]


def draw_events(incidents: Iterable[Incident], articles: Sequence[Article], meetings: Iterable[Meeting]) -> Events:
    """Incidents and meetings by day, and how many of the articles were published on which day."""
    events = [*map(_event, order_incidents(incidents)), *map(_event, meetings)]
    placed = sorted(((event.at, event.name, event.id, event) for event in events if event.at), key=lambda row: row[:3])
    days = [read_day(article.published) for article in articles]
    counts = Counter(day for day in days if day)
    most = max(counts.values(), default=1)
    return Events(
        axis=make_axis([*(row[0] for row in placed), *counts], _AROUND_EVENTS) if placed else None,
        dated=tuple(row[3] for row in placed),
        undated=tuple(sorted((event for event in events if not event.at), key=lambda event: (event.name, event.id))),
        issues=tuple(
            Issue(date.fromordinal(int(day.start)).isoformat(), day, count, count / most) for day, count in sorted(counts.items())
        ),
        silent=days.count(None),
    )


def draw_reporting(incidents: Iterable[Incident], articles: Sequence[Article]) -> Reporting:
    """Every figure that two or more accounts of an incident state, by the moment of publication; those that differ most first."""
    published = {article.id: article.published for article in articles}
    courses = [course for incident in order_incidents(incidents) for course in _courses(incident, published)]
    courses.sort(key=lambda course: -len(course.steps))
    moments = {mark.at for course in courses for step in course.steps for mark in step.marks}
    return Reporting(
        axis=make_axis(moments, _AROUND_REPORTS) if len(moments) > 1 else None,
        courses=tuple(course for course in courses if course.steps),
        unplaced=tuple(course for course in courses if not course.steps),
    )


def _event(thing: Incident | Meeting) -> Event:
    kind = thing.kind if isinstance(thing, Incident) else "meeting" if thing.status == "past" else "planned meeting"
    at = read_days(thing.date)
    name = f"{kind}, {state_place(thing.place) or 'no place given'}"
    return Event(thing.id, show_line(name, 200), state_days(thing.date), at, at is not None and at.end - at.start == 1)


def _courses(incident: Incident, published: Mapping[str, str | None]) -> Iterator[Course]:
    for field in FIELDS:
        stated = [_statement(account, field, published) for account in incident.accounts if getattr(account, field) is not None]
        if len(stated) > 1:
            yield _course(incident, field, stated)


def _statement(account: Account, field: str, published: Mapping[str, str | None]) -> Statement:
    moment = published.get(account.article)
    return Statement(account.article, moment, getattr(account, field), read_moment(moment))


def _course(incident: Incident, field: str, stated: list[Statement]) -> Course:
    by_value: dict[str, list[tuple[Interval, Statement]]] = defaultdict(list)
    ordered = sorted(stated, key=lambda statement: (statement.at or (), statement.article, statement.figure.span.start))
    for statement in ordered:
        if statement.at is not None:
            by_value[show_line(state_figure(statement.figure)).casefold()].append((statement.at, statement))
    steps = sorted(map(_step, by_value.values()), key=lambda step: (step.marks[0].at, step.value))
    return Course(incident, field, tuple(steps), tuple(statement for statement in ordered if statement.at is None))


def _step(dated: list[tuple[Interval, Statement]]) -> Step:
    counts = Counter(at for at, _ in dated)
    first = {at for at in counts if not any(other.end <= at.start and other != at for other in counts)}
    return Step(
        value=state_figure(dated[0][1].figure),
        statements=tuple(statement for _, statement in dated),
        leaders=tuple(statement for at, statement in dated if at in first),
        marks=tuple(Mark(at, count, at in first) for at, count in sorted(counts.items())),
    )
