"""Incidents as one article tells them: its frames joined into one mention for each thing that happened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crosswire.extract.actors import find_actor, find_source, find_target
from crosswire.extract.frames import Frame, find_frames, is_event_day
from crosswire.extract.harms import FIELDS, Harm
from crosswire.extract.numbers import Count
from crosswire.model import FALLBACK, DateMention, Figure, IncidentMention, PlaceMention, Span, Subgroup, Superseded, meet, share_family

if TYPE_CHECKING:
    from crosswire.model import Reading

# An event taken up without a place belongs to the last one told within this many sentences.
REACH = 4


@dataclass(slots=True)
class Telling:
    """The frames of one article that tell one incident, in order."""

    frames: list[Frame]
    places: list[PlaceMention] = field(default_factory=list)

    @property
    def last(self) -> Frame:
        """The frame told last."""
        return self.frames[-1]

    @property
    def kind(self) -> str:
        """The most telling kind: the first that is not the fallback, weapons before plain harm."""
        kinds = [kind for frame in self.frames for kind in frame.kinds]
        return next((kind for kind in kinds if kind != FALLBACK), kinds[0] if kinds else FALLBACK)

    @property
    def place(self) -> PlaceMention | None:
        """The first place told; a town before a region or country."""
        places = [frame.place for frame in self.frames if frame.place is not None]
        narrow = [p for p in places if not p.candidates or p.candidates[0].place.precision == "city"]
        return (narrow or places or [None])[0]  # type: ignore[list-item]

    @property
    def date(self) -> DateMention | None:
        """The most exact day told."""
        dates = [frame.date for frame in self.frames if frame.date is not None]
        return min(dates, key=lambda date: _vagueness(date), default=None)


def find_incidents(reading: "Reading") -> tuple[IncidentMention, ...]:
    """The incidents of one article in order of telling.

    A clause counts where it tells a figure of people harmed, or names an event as fact at a place narrower than a country
    in an article that tells harm or weapons, or counts weapons used. Clauses join where their places and days allow it
    and the later takes up the earlier ("the attack"), stands right behind it without a place, or tells the same place and figures.
    """
    frames = _find_frames(reading)
    harmful = any(harm.count is not None for frame in frames for harm in frame.harms) or any(frame.weapon for frame in frames)
    tellings: list[Telling] = []
    for frame in frames:
        home = _find_home(reading, frame, tellings)
        if home is not None:
            home.frames.append(frame)
            continue
        _inherit_day(reading, frame)
        if _is_incident(frame, harmful):
            tellings.append(Telling([frame]))
    return tuple(_describe(reading, telling) for telling in _join_unplaced(tellings))


def _find_frames(reading: "Reading") -> list[Frame]:
    return [frame for sentence in reading.doc.sents if sentence.text.strip() for frame in find_frames(reading, sentence)]


def _is_incident(frame: Frame, harmful: bool) -> bool:
    counted = any(h.field in ("killed", "injured") and h.count is not None and (h.count.high is None or h.count.high > 0) for h in frame.harms)
    if counted:
        return True
    if not frame.triggers or not harmful:
        return False
    located = frame.place is not None and (not frame.place.candidates or frame.place.candidates[0].place.precision == "city")
    noun = any(trigger.token.pos_ != "VERB" for trigger in frame.triggers) or frame.weapon is not None
    if frame.weapon_count is not None and frame.date is not None:
        return True
    return located and noun and any(trigger.kind != FALLBACK for trigger in frame.triggers)


def _inherit_day(reading: "Reading", frame: Frame) -> None:
    """A frame without a day takes the one told before it in its paragraph, or in the line that leads up to its list."""
    if frame.date is not None:
        return
    start = frame.tokens[0].idx
    low, _ = reading.paragraph_at(start)
    before = [d for d in reading.dates if low <= d.span.start < start and _is_exact(d) and is_event_day(reading, d)]
    if not before and reading.article.text[low : low + 1] in "•-–*·▪‣◦":
        before = _dates_of_lead(reading, low)
    if before:
        frame.date = before[-1]


def _dates_of_lead(reading: "Reading", low: int) -> list[DateMention]:
    for start, end in reversed([p for p in reading.paragraphs if p[0] < low]):
        if reading.article.text[start] not in "•-–*·▪‣◦":
            leads = reading.article.text[start:end].rstrip().endswith(":")
            return [d for d in reading.dates if leads and start <= d.span.start < end and _is_exact(d)]
    return []


def _is_exact(date: DateMention) -> bool:
    return _vagueness(date) <= 2


def _find_home(reading: "Reading", frame: Frame, tellings: Sequence[Telling]) -> Telling | None:
    """The telling that a frame goes on with, the latest first; None where it tells something new."""
    for telling in reversed(tellings):
        if not _may_join(frame, telling):
            continue
        if frame.place is not None and telling.place is not None:
            if _same_words(frame.place, telling.place) and not _is_new(frame) and (frame.definite or not _dates_part(frame, telling)):
                return telling
            continue
        near = frame.sentence.start - telling.last.sentence.end
        sentences = sum(1 for _ in reading.doc[telling.last.sentence.end : frame.sentence.start].sents) if near > 0 else 0
        taken_up = frame.definite or not frame.triggers or sentences == 0
        joins = frame.place is None and sentences <= REACH and taken_up and not _is_new(frame) and not frame.summing
        return telling if joins and frame.telling else None
    return None


def _may_join(frame: Frame, telling: Telling) -> bool:
    kinds = [trigger.kind for trigger in frame.triggers] or [FALLBACK]
    if not any(share_family(kind, telling.kind) for kind in kinds):
        return False
    return not _figures_clash(frame.harms, [h for f in telling.frames for h in f.harms])


def _figures_clash(harms: Sequence[Harm], others: Sequence[Harm]) -> bool:
    """Whether both tell a figure of one field and no number fits both; beside a running total other figures are parts or earlier ones."""
    totals = {harm.field for harm in (*harms, *others) if harm.total}
    pairs = ((one.count, other.count) for one in harms for other in others if one.field == other.field and one.field not in totals)
    return any(one and other and not meet(one, other) for one, other in pairs)


def _same_words(one: PlaceMention, other: PlaceMention) -> bool:
    ids = [{c.place.geonameid for c in place.candidates if c.place.geonameid is not None} for place in (one, other)]
    return bool(ids[0] & ids[1]) or one.span.text.casefold() == other.span.text.casefold()


def _is_new(frame: Frame) -> bool:
    """Whether the clause sets its event off from those before: another, a second, a separate, an earlier one."""
    words = {c.lower_ for trigger in frame.triggers for c in trigger.token.children}
    return bool(words & {"another", "second", "separate", "earlier", "previous", "other", "additional", "further", "new", "similar", "third"})


def _dates_part(frame: Frame, telling: Telling) -> bool:
    """Whether both tell a day of their own, and not the same one."""
    mine, theirs = frame.date, telling.date
    return mine is not None and theirs is not None and mine.expression != theirs.expression


def _vagueness(date: DateMention) -> int:
    order = {"date": 0 if date.expression.day else 3, "fixed": 0, "easter": 0, "weekday": 1, "days": 2 if date.expression.last - date.expression.first < 3 else 5}
    return order.get(date.expression.kind, 4)


def _join_unplaced(tellings: list[Telling]) -> list[Telling]:
    """A telling without a place is the placed one right after it where kinds, days and figures allow: leads name the place late."""
    joined: list[Telling] = []
    for position, telling in enumerate(tellings):
        following = tellings[position + 1] if position + 1 < len(tellings) else None
        if telling.place is None and following is not None and following.place is not None and not following.frames[0].listed and not _is_new(following.frames[0]):
            clash = any(not _may_join(frame, following) for frame in telling.frames)
            parted = telling.date is not None and following.date is not None and telling.date.expression != following.date.expression
            if not clash and not parted:
                following.frames = [*telling.frames, *following.frames]
                continue
        joined.append(telling)
    return joined


def _describe(reading: "Reading", telling: Telling) -> IncidentMention:
    figures = {field: _choose(reading, [h for f in telling.frames for h in f.harms if h.field == field and h.count]) for field in FIELDS}
    groups = {(p.group, h.field): _subgroup(reading, h.field, p.group, p.count) for f in telling.frames for h in f.harms for p in h.parts}
    first = telling.frames[0]
    place = f"placed by “{telling.place.span.text}”" if telling.place else "no place told"
    date = f"dated by “{telling.date.span.text}”" if telling.date else "no day told"
    return IncidentMention(
        kind=telling.kind,
        evidence=tuple(dict.fromkeys(_evidence(reading, frame) for frame in telling.frames)),
        place=telling.place,
        date=telling.date,
        **{field: figure for field, (figure, _) in figures.items()},  # type: ignore[arg-type]
        of_whom=tuple(groups[key] for key in sorted(groups)),
        superseded=tuple(old for _, olds in figures.values() for old in olds),
        updated=any(harm.total for frame in telling.frames for harm in frame.harms),
        weapon=next((frame.weapon for frame in telling.frames if frame.weapon), None),
        target=next((t for f in telling.frames if (t := find_target(f))), None),
        actor=next((a for f in telling.frames if (a := find_actor(f))), None),
        attributed_to=find_source(first),
        why=f"{telling.kind} told in {len(telling.frames)} clause{'s' if len(telling.frames) > 1 else ''}, {place}, {date}",
    )


def _evidence(reading: "Reading", frame: Frame) -> Span:
    """The words of the clause; the whole sentence where it tells one incident only."""
    if frame.alone:
        words = [token for token in frame.sentence if not token.is_space]
        return reading.span(words[0].idx, words[-1].idx + len(words[-1]))
    words = [t for t in frame.tokens if not t.is_punct] or frame.tokens
    return reading.span(words[0].idx, words[-1].idx + len(words[-1]))


def _choose(reading: "Reading", harms: Sequence[Harm]) -> tuple[Figure | None, tuple[Superseded, ...]]:
    """The figure that stands: the last total told ("the toll rose to 12"), else the first stated; what it replaces is superseded."""
    if not harms:
        return None, ()
    totals = [harm for harm in harms if harm.total]
    chosen = totals[-1] if totals else harms[0]
    replaced = [h for h in harms if h is not chosen and totals and h.count and chosen.count and not meet(h.count, chosen.count)]
    assert chosen.count is not None
    return _figure(reading, chosen.count), tuple(Superseded(h.field, h.count.low, h.count.high, _count_span(reading, h.count)) for h in replaced if h.count)


def _figure(reading: "Reading", count: Count) -> Figure:
    return Figure(count.low, count.high, _count_span(reading, count))


def _subgroup(reading: "Reading", harm: str, group: str, count: Count) -> Subgroup:
    return Subgroup(group, harm, count.low, count.high, _count_span(reading, count))


def _count_span(reading: "Reading", count: Count) -> Span:
    return reading.span(count.first.idx, count.last.idx + len(count.last))
