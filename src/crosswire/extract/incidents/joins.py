"""The frames of one article put together: each telling holds all that is told of one incident."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from crosswire.extract.incidents.clauses import is_local
from crosswire.extract.incidents.days import is_event_day
from crosswire.extract.incidents.frames import Frame, is_new
from crosswire.extract.incidents.harms import Harm
from crosswire.extract.incidents.homes import find_home
from crosswire.extract.incidents.named import KILLED, list_named
from crosswire.extract.incidents.numbers import parse_number
from crosswire.extract.incidents.repeats import are_others, may_be_one_place, tell_same_people
from crosswire.extract.incidents.rivals import MASS
from crosswire.extract.incidents.tellings import (
    LEAD,
    REACH,
    Telling,
    are_days_apart,
    figures_clash,
    find_followed,
    find_past,
    lie_together,
    may_join,
    narrows,
    same_place,
    vagueness,
)
from crosswire.model import FALLBACK, DateMention, is_vast, read_kinds, read_words, share_family

if TYPE_CHECKING:
    from crosswire.model import Reading

VIOLENCE, ABDUCTION, ACCIDENT = "attack", "abduction", "accident"
# Within so many sentences an article may still be on its way to the place.
OPENING = 8
# So many tellings of one kind may be of one event; more are a list.
SAME = 2
# So many strikes or attacks are no single event.
MANY = 20
SAME_DAY = re.compile(
    r"\b(?:(?:the|that) same (?:day|morning|afternoon|evening|night)|(?:minutes|hours|an hour) (?:earlier|later)|later that day)\b",
    re.IGNORECASE,
)
ACCUSING = "accuse"
KILLING = frozenset({"kill", "injure", "wound"})
DYING = "die"
FORMER = frozenset({"earlier", "previous"})
BULLETS = frozenset("•-–*·▪‣◦")


def join_frames(reading: "Reading", frames: Sequence[Frame]) -> list[Telling]:
    """The incidents that an article's frames tell, in order.

    A frame goes on with a telling before it where places, kinds and figures allow and it takes the event up ("the
    attack"), stands right behind it without a place, or names the same place.
    """
    frames = _set_aside(frames)
    others = [frame for frame in frames if not _is_obituary(frame)]
    if not any(map(_names_event, frames)) and not _is_harmful(others):
        frames = others
    about = _is_about_event(frames)
    found = _gather(reading, frames, _is_harmful(frames) or about)
    return found or (_gather(reading, _put_home(reading, frames), True) if about else [])


def _set_aside(frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames without what only follows from another event ("two men were arrested"), where one is named or victims are."""
    following = {kind for kind, entry in read_kinds().items() if entry.get("follows")}
    if not _is_harmful(frames) and all(trigger.kind in {*following, FALLBACK} for frame in frames for trigger in frame.triggers):
        return frames
    for frame in frames:
        frame.triggers = tuple(trigger for trigger in frame.triggers if trigger.kind not in following)
    return [frame for frame in frames if frame.triggers or frame.harms]


def _put_home(reading: "Reading", frames: Sequence[Frame]) -> Sequence[Frame]:
    """The frames, the first that names an event put where the report is at home."""
    first = next(frame for frame in frames if _names_event(frame))
    first.place = first.place or find_home(reading, [frame.sentence for frame in frames])
    return frames


def _gather(reading: "Reading", frames: Sequence[Frame], harmful: bool) -> list[Telling]:
    """The tellings of some frames; `harmful` says that an event at a place makes an incident, whoever was harmed."""
    tellings: list[Telling] = []
    pending: Frame | None = None
    for frame in (frame for frame in frames if not _is_statistic(frame)):
        home = find_followed(reading, frame, tellings)
        if pending is not None and _tells_of(frame, pending):
            tellings, pending = [*tellings, Telling([pending, frame])], None
            continue
        if home is not None:
            home.frames.append(frame)
            continue
        _inherit_day(reading, frame)
        if frame.date is None and pending is not None and _takes_day(frame, pending):
            frame.date = pending.date
        if _is_incident(frame, harmful):
            tellings.append(Telling([pending, frame] if pending is not None and _completes(frame, pending) else [frame]))
            if pending is not None and pending.number == 0:
                pending.date = frame.date or pending.date  # what stands at the end of a headline may be the day of the report
            pending = None
        elif frame.triggers:
            pending = frame
    return _join_repeats(reading, _join_by_name(reading, _join_leads(reading, tellings)))


def _completes(frame: Frame, pending: Frame) -> bool:
    """Whether victims told without an event are those of the one named right before: "a ferry capsized and 20 people drowned"; or a lead
    tells what its headline names.
    """
    if frame.number - pending.number > 1 or pending.apart or frame.apart:
        return False
    return not frame.triggers or (pending.number == 0 and may_join(frame, lead := Telling([pending])) and _may_be_there(frame, lead))


def _may_be_there(frame: Frame, telling: Telling) -> bool:
    """Whether a clause names no place that is another than the telling's."""
    return frame.place is None or narrows(frame.place, telling) or same_place(frame.place, telling.place or frame.place)


def _tells_of(frame: Frame, pending: Frame) -> bool:
    """Whether victims are those of the event only named right before: "when trains collided in Lima. In that accident two died"."""
    counted = any(harm.count is not None for harm in frame.harms)
    return counted and frame.definite and frame.place is None and pending.place is not None and frame.number - pending.number == 1


def _takes_day(frame: Frame, pending: Frame) -> bool:
    """Whether a frame takes up the event named right before, which is no incident by itself: "stormed a school on Monday. … the attack"."""
    return frame.number - pending.number <= 1 and (frame.definite or not frame.triggers) and not (frame.apart or pending.apart)


def _is_harmful(frames: Iterable[Frame]) -> bool:
    """Whether an article tells of people killed or injured, without which a place alone makes no incident."""
    counts = (harm.count for frame in frames for harm in frame.harms if harm.field in ("killed", "injured"))
    return any(count is not None and (count.high is None or count.high > 0) for count in counts)


def _is_about_event(frames: Iterable[Frame]) -> bool:
    """Whether an article's headline or lead names an event, or two of its sentences do."""
    told = {frame.number for frame in frames if _names_event(frame)}
    return len(told) > 1 or any(number <= LEAD for number in told)


def _names_event(frame: Frame) -> bool:
    """Whether a clause names an event by more than a verb that has other senses ("hit")."""
    return any(trigger.kind != FALLBACK and not trigger.vague for trigger in frame.triggers)


def _is_incident(frame: Frame, harmful: bool) -> bool:
    """Whether a frame tells an incident by itself: people killed or injured, an event at a town, people taken in a country on a day
    ("two were kidnapped in Peru on Monday"), or weapons counted on a day.

    One person's death or injury alone may be anybody's biography, and the dead of thousands a statistic: they want an event,
    a weapon, or a place and a day; or a town, where somebody was killed in an article of people harmed.
    """
    counts = [harm.count for harm in frame.harms if harm.field in ("killed", "injured") and harm.count is not None]
    dated = frame.date is not None or frame.apart
    grounded = not all(trigger.vague for trigger in frame.triggers) or frame.weapon is not None or (frame.place is not None and dated)
    grounded = grounded or (harmful and frame.place is not None and is_local(frame.place) and any(map(_is_killed, frame.harms)))
    grounded = grounded or any(map(_is_charged, frame.harms))
    if any(count.high is None or count.high > (0 if grounded else 1) for count in counts):
        return grounded or all((count.low or 0) < MASS for count in counts)
    armed = frame.weapon is not None and any(share_family(trigger.kind, VIOLENCE) for trigger in frame.triggers)
    if not frame.triggers or not (harmful or armed):
        return False
    if frame.weapon_count is not None and frame.date is not None:
        return True
    named = _names_event(frame) or (frame.weapon is not None and any(t.kind != FALLBACK for t in frame.triggers))
    taken = dated and any(t.kind == ABDUCTION for t in frame.triggers) and any(harm.count is not None for harm in frame.harms)
    return frame.place is not None and (taken or is_local(frame.place)) and named


def _is_obituary(frame: Frame) -> bool:
    """Whether a clause only tells that somebody named died, and not of what: "died after falling from a ridge"."""
    return frame.weapon is None and not frame.triggers and bool(frame.harms) and all(map(_is_plain_death, frame.harms))


def _is_plain_death(harm: Harm) -> bool:
    named = harm.count is not None and harm.single and harm.count.last.pos_ in ("PROPN", "PRON")
    caused = any(c.dep_ == "advcl" or c.lower_ in ("after", "from", "when") for c in harm.anchor.children)
    return named and harm.anchor.lemma_ == DYING and harm.field == "killed" and not caused


def _is_killed(harm: Harm) -> bool:
    """Whether somebody without a name is told to have been killed or wounded, which tells more than that he died."""
    unnamed = harm.count is not None and harm.count.last.pos_ != "PROPN"
    return unnamed and harm.firm and harm.anchor.lemma_ in KILLING and harm.anchor.tag_ in ("VBD", "VBN")


def _is_charged(harm: Harm) -> bool:
    """Whether somebody is accused of it: "accused of killing his wife"."""
    above = harm.anchor.head
    return harm.anchor.tag_ == "VBG" and above.pos_ == "ADP" and above.head.lemma_ in {*read_words("extract", "custody_verbs"), ACCUSING}


def _is_statistic(frame: Frame) -> bool:
    """Whether a clause sums up many events, over a year or at no town: "61 shootings this year, in which 24 died", "1,134 strikes killed
    615"."""
    plural = all(trigger.token.tag_ in ("NNS", "NNPS") for trigger in frame.triggers)
    if frame.date is not None and frame.date.expression.kind == "year":
        return plural
    numbers = [c for trigger in frame.triggers for c in trigger.token.children if c.dep_ == "nummod"]
    many = any((parse_number([number.text]) or 0) >= MANY for number in numbers)
    wide = frame.date is not None and vagueness(frame.date) > 2
    local = frame.place is not None and frame.place.candidates and frame.place.candidates[0].place.precision != "country"
    return bool(frame.triggers) and plural and (many or wide) and not local


def _inherit_day(reading: "Reading", frame: Frame) -> None:
    """A frame without a day takes the one told before it in its paragraph, or in the line that leads up to its list."""
    if frame.date is not None or frame.apart:
        return
    start = frame.tokens[0].idx
    low, _ = reading.paragraph_at(start)
    before = [date for date in _exact_days(reading) if low <= date.span.start < start]
    if not before and reading.article.text[low : low + 1] in BULLETS:
        before = _days_of_lead(reading, low)
    if not before and SAME_DAY.search(frame.sentence.text):
        before = [date for date in _exact_days(reading) if date.span.start < start]
    if before:
        frame.date = before[-1]


def _exact_days(reading: "Reading") -> list[DateMention]:
    return [date for date in reading.dates if vagueness(date) <= 2 and is_event_day(reading, date)]


def _days_of_lead(reading: "Reading", low: int) -> list[DateMention]:
    """The days told in the line above a list that ends in a colon."""
    text = reading.article.text
    lead = next(((start, end) for start, end in reversed(reading.paragraphs) if start < low and text[start] not in BULLETS), None)
    if lead is None or not text[lead[0] : lead[1]].rstrip().endswith(":"):
        return []
    return [date for date in _exact_days(reading) if lead[0] <= date.span.start < lead[1]]


def _join_leads(reading: "Reading", tellings: Sequence[Telling]) -> list[Telling]:
    """A telling without a town at the head of an article is the one right after it that has one, where kinds, days and figures allow: leads
    name the place late."""
    joined: list[Telling] = []
    for position, telling in enumerate(tellings):
        following = tellings[position + 1] if position + 1 < len(tellings) else None
        if following is not None and telling.frames[0].number <= OPENING and _leads_to(reading, telling, following):
            following.frames = [*telling.frames, *following.frames]
        else:
            joined.append(telling)
    for position, telling in enumerate(joined):
        _lend_day(telling, joined[:position])
    return joined


def _join_by_name(reading: "Reading", tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings of one person's death are one, and so are those of harm done to one person on days that may be one."""
    joined: list[tuple[Telling, dict[int, str]]] = []
    for telling in tellings:
        named = {victim.name: victim.field for victim in list_named(reading, telling.harms)}
        found = next((other for other in joined if _is_of_same_person(reading, (telling, named), other)), None)
        if found is None:
            joined.append((telling, named))
            continue
        told, before = found
        told.frames = sorted([*told.frames, *telling.frames], key=lambda frame: frame.number)
        before |= {name: field for name, field in named.items() if before.get(name) != KILLED}
    return [telling for telling, _ in joined]


def _is_of_same_person(reading: "Reading", one: tuple[Telling, dict[int, str]], other: tuple[Telling, dict[int, str]]) -> bool:
    shared = one[1].keys() & other[1].keys()
    apart = bool(shared) and any(are_days_apart(reading, frame, other[0]) for frame in one[0].frames)
    return any(not apart or one[1][name] == other[1][name] == KILLED for name in shared)


def _join_repeats(reading: "Reading", tellings: Sequence[Telling]) -> list[Telling]:
    """Tellings of so many people at what may be one place are one, where kinds, days and figures allow."""
    joined: list[Telling] = []
    for telling in tellings:
        alone = SAME in (len(tellings), sum(_is_one_kind(other.kind, telling.kind) for other in tellings))
        told = next((other for other in joined if _repeats(reading, telling, other, alone)), None)
        if told is not None:
            told.frames = sorted([*told.frames, *telling.frames], key=lambda frame: frame.number)
        else:
            joined.append(telling)
    return joined


def _repeats(reading: "Reading", telling: Telling, told: Telling, alone: bool) -> bool:
    """Whether two tellings are of one event; `alone` says that the article tells no third of their kind."""
    there = telling.place is None or told.place is None or (is_local(told.place) and same_place(telling.place, told.place))
    same = tell_same_people(telling.harms, told.harms, there) and may_be_one_place(telling.place, told.place)
    past = any(find_past(reading, one.frames[0]) is not None for one in (telling, told))
    if not same and (past or not (alone and _are_alike(telling, told))):
        return False
    if any(frame.listed or frame.apart for frame in (*telling.frames, *told.frames)):
        return False
    # One toll in one town is told of a fire bomb as of a fire.
    one = all((same and there and not figures_clash(f.harms, told.harms)) or may_join(f, told) for f in telling.frames)
    return one and not any(is_new(f) or are_days_apart(reading, f, told) for f in telling.frames)


def _are_alike(telling: Telling, told: Telling) -> bool:
    """Whether nothing tells two apart of kinds that no war tells several of a day: no other kind or town, and no others who were harmed."""
    if _fills(telling, told) or _fills(told, telling):
        return True
    often = any(read_kinds()[kind].get("often") for kind in (telling.kind, told.kind))
    if often or not _is_one_kind(telling.kind, told.kind) or telling.summing or told.summing:
        return False
    places = [place for place in (telling.place, told.place) if place is not None]
    if places and (not all(place.candidates and is_local(place) for place in places) or not same_place(places[0], places[-1])):
        return False
    return not are_others(telling.frames, told.frames)


def _fills(toll: Telling, event: Telling) -> bool:
    """Whether one only counts people, nowhere and of nothing, and the other tells an event of which nobody is counted."""
    uncounted = all(harm.count is None for harm in event.harms if harm.field in ("killed", "injured"))
    return toll.kind == FALLBACK and toll.place is None and uncounted and event.kind != FALLBACK and not event.summing


def _is_one_kind(one: str, other: str) -> bool:
    """Whether two kinds are one, or one of them the general kind of the other's family."""
    return one != FALLBACK and (one == other or (share_family(one, other) and not {VIOLENCE, ACCIDENT}.isdisjoint({one, other})))


def _lend_day(telling: Telling, before: Sequence[Telling]) -> None:
    """A telling without a day has that of the several attacks which the article told of shortly before, in the same country."""
    near = (one for one in reversed(before) if telling.frames[0].number - one.frames[-1].number <= REACH)
    series = next((one for one in near if _is_series(one)), None)
    if telling.date is not None or series is None or telling.place is None:
        return
    first = telling.frames[0]
    if first.turn or any(c.lower_ in FORMER for trigger in first.triggers for c in trigger.token.children):
        return
    within = series.place is None or (series.place.candidates and lie_together(telling.place, series.place))
    if within and share_family(telling.kind, series.kind):
        telling.frames[0].date = series.date


def _is_series(telling: Telling) -> bool:
    """Whether several events are told as one on a day, in a country or region or, at the head of an article, nowhere yet."""
    if telling.place is None:
        return telling.date is not None and telling.frames[0].number <= LEAD
    return telling.summing and telling.date is not None and not is_local(telling.place) and not telling.frames[0].apart


def _leads_to(reading: "Reading", telling: Telling, following: Telling) -> bool:
    first = following.frames[0]
    if following.place is None or first.listed or first.apart or first.turn or is_new(first) or not narrows(following.place, telling):
        return False
    if find_past(reading, first) is not None:
        return False
    vast = following.place.candidates and is_vast(following.place.candidates[0].place)
    if vast and following.date is not None and vagueness(following.date) > 2:
        return False  # "gang violence killed 5,000 in Peru last year"
    return all(may_join(frame, Telling([first])) and not are_days_apart(reading, frame, following) for frame in telling.frames)
