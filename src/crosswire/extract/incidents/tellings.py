"""Frames of one article joined into tellings: which clauses speak of one and the same incident."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from crosswire.extract.incidents.clauses import RANKS, is_local, is_narrow, rank
from crosswire.extract.incidents.days import is_event_day
from crosswire.extract.incidents.frames import Frame, is_new
from crosswire.extract.incidents.harms import BODIES, Harm, kill_only_victim
from crosswire.extract.incidents.homes import find_holder
from crosswire.extract.incidents.nearness import is_near
from crosswire.extract.incidents.rivals import is_rival
from crosswire.model import FALLBACK, DateExpression, DateMention, PlaceMention, is_violence, meet, read_words, share_family

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

# An event taken up without a place belongs to the last one told within this many sentences.
REACH = 4
# The headline and the first two sentences say what an article is about.
LEAD = 2
# From this many people on a figure repeated in an article is that of the same incident.
TELLING = 3
# How vague a weekday is, beside a calendar day's 0.
WEEKDAY = 1
# So vague an expression is apart from no day that is not known ("recently").
VAGUE = 4
# Months after which an event is no news.
LONG_AGO = 2
# Of 100: how like two spellings of one unknown name are in one article.
LIKE = 80
# Within so many sentences a clause may say where what was told without a town took place, or what killed those told before.
DETAILS = 2
KILLED, PERSON = "killed", "PERSON"
RELATIVE = frozenset({"days", "weekday"})
COUNTY = RANKS["second-order"]
DEMONSTRATIVES = frozenset({"the", "that", "this"})


@dataclass(slots=True)
class Telling:
    """The frames of one article that tell one incident, in order."""

    frames: list[Frame]

    @property
    def kind(self) -> str:
        """The first kind named that is not the fallback."""
        kinds = [kind for frame in self.frames for kind in frame.kinds]
        return next((kind for kind in kinds if kind != FALLBACK), FALLBACK)

    @property
    def place(self) -> PlaceMention | None:
        """The first of the narrowest places told: a town, then a name the gazetteer does not know, a county, a region, a country.

        A county comes before a town that the event was only near to.
        """
        told = [(frame, frame.place) for frame in self.frames if frame.place is not None]
        frame, place = min(told, key=lambda pair: rank(pair[1]), default=(None, None))
        if frame is None or place is None or not _is_near(frame, place):
            return place
        return next((other for _, other in told if rank(other) == COUNTY), place)

    @property
    def summing(self) -> bool:
        """Whether several events are told as one ("strikes")."""
        return any(trigger.token.tag_ == "NNS" for frame in self.frames for trigger in frame.triggers)

    @property
    def date(self) -> DateMention | None:
        """The first of the most exact days told, but for that of an arrest; a weekday is as exact as a date."""
        aside = not self.frames[0].apart  # leaves out what the event is only held against
        told = [frame for frame in self.frames if not (aside and frame.apart)]
        days = [frame.date for frame in told if frame.date is not None and not frame.of_arrest]
        return min(days, key=lambda day: max(vagueness(day), WEEKDAY), default=None)

    @property
    def harms(self) -> list[Harm]:
        """All harms told, in order; the one person shot in a "fatal shooting" is the one who died."""
        harms = [harm for frame in self.frames for harm in frame.harms]
        fatal = any(trigger.fatal for frame in self.frames for trigger in frame.triggers)
        return kill_only_victim(harms) if fatal else harms


def _is_near(frame: Frame, place: PlaceMention) -> bool:
    """Whether a clause only puts its event near a town."""
    named = [token for token in frame.sentence if place.span.start <= token.idx < place.span.end]
    return any(map(is_near, named))


def _follow_headline(reading: "Reading", frame: Frame, tellings: Sequence[Telling]) -> bool:
    """Whether nothing is told yet but what the headline says, a first paragraph without a full stop: the lead tells it again."""
    low, high = reading.paragraphs[0]
    headline = reading.article.text[low:high].rstrip()
    heads = len(tellings) == 1 and all(other.tokens[0].idx < high for other in tellings[0].frames)
    return heads and len(reading.paragraphs) > 1 and not headline.endswith((".", "!", "?")) and frame.tokens[0].idx >= low


def find_followed(reading: "Reading", frame: Frame, tellings: Sequence[Telling]) -> Telling | None:
    """The telling that a frame goes on with, the latest first; None where it tells something new."""
    leading = _follow_headline(reading, frame, tellings)
    if tellings and is_rival(frame, tellings[-1], alone=len(tellings) == 1):
        return tellings[-1]
    counted = any(harm.count is not None for harm in frame.harms)
    if (frame.triggers or counted) and (past := find_past(reading, frame)) is not None:
        return next((t for t in reversed(tellings) if find_past(reading, t.frames[0]) == past and may_join(frame, t)), None)
    if (named := _find_by_name(frame, tellings)) is not None:
        frame.harms = tuple(replace(harm, known=True) for harm in frame.harms)  # they are some of those counted
        return named
    for telling in reversed(tellings):
        if not may_join(frame, telling) or (frame.place is None and _is_aside(frame, telling, tellings)):
            continue
        if frame.place is None:
            goes_on = leading or _goes_on(reading, frame, telling) or _is_only(reading, frame, tellings)
            return telling if goes_on else _find_by_figure(frame, tellings)
        if (is_new(frame) and not leading) or _is_of_other_day(reading, frame, telling):
            continue
        if _is_within(reading, frame, telling, leading):
            return telling
        if _heads(frame.place, frame.number, telling):
            return _move(telling, frame.place)
        again = telling.place is not None and same_place(frame.place, telling.place)
        if again and (frame.definite or not (are_days_apart(reading, frame, telling) or _is_other_day(frame, telling))):
            return telling
    return None


def _find_by_name(frame: Frame, tellings: Sequence[Telling]) -> Telling | None:
    """The only telling of as many dead or more, where a clause that tells no event, place or day of its own names some who died."""
    told = [harm for harm in frame.harms if harm.field == KILLED]
    least = max((harm.count.low or 0 for harm in told if harm.count is not None), default=0)
    named = bool(told) and all(harm.count is not None and harm.count.last.ent_type_ == PERSON for harm in told)
    if not named or frame.place is not None or frame.date is not None or not (frame.definite or not frame.triggers):
        return None
    counted = [telling for telling in tellings if any(_counts_as_many(harm, least) for harm in telling.harms)]
    alike = all(share_family(kind, telling.kind) for telling in counted for kind in frame.kinds)
    return counted[0] if len(counted) == 1 and alike and not is_new(frame) else None


def _counts_as_many(harm: Harm, least: int) -> bool:
    """Whether so many dead or more are counted without their names."""
    if harm.field != KILLED or harm.count is None or harm.count.last.ent_type_ == PERSON:
        return False
    return harm.count.high is None or harm.count.high >= least


def _is_aside(frame: Frame, telling: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether a telling was only held against another one in an earlier sentence, with which victims told by themselves do not go on."""
    if len(tellings) < 2 or frame.triggers or telling.frames[-1].number >= frame.number:
        return False
    return all(other.apart for other in telling.frames)


def _is_within(reading: "Reading", frame: Frame, telling: Telling, leading: bool) -> bool:
    """Whether a clause that takes an event up, or the lead after its headline, names where it was more or less narrowly."""
    place = frame.place
    if place is None or (frame.apart and not frame.definite):
        return False
    close = frame.number - telling.frames[-1].number <= REACH
    if leading or ((frame.definite or not frame.triggers) and close) or _details(reading, frame, telling):
        headed = leading and (_is_wider(place, telling) or _holds_part(reading, place, telling))
        if narrows(place, telling) or headed:
            return True
    near = frame.number - telling.frames[-1].number <= (LEAD if place.candidates else REACH)
    return (leading or (frame.definite and near)) and _is_site(place, telling)


def _details(reading: "Reading", frame: Frame, telling: Telling) -> bool:
    """Whether a clause without a figure says where the event was that the sentences right before tell without a town."""
    told = any(harm.count is not None for harm in frame.harms) or not any(harm.count is not None for harm in telling.harms)
    alike = any(kind == telling.kind or (_is_accident(kind) and _is_accident(telling.kind)) for kind in frame.kinds)
    if told or not alike or frame.listed or frame.number - telling.frames[-1].number > DETAILS or frame.turn:
        return False
    return not are_days_apart(reading, frame, telling)


def _is_accident(kind: str) -> bool:
    """Whether a kind is an accident or a disaster, which reports name in several ways ("a landslide", "the slope gave way")."""
    return kind != FALLBACK and not is_violence(kind)


def _is_other_day(frame: Frame, telling: Telling) -> bool:
    """Whether a clause far down tells a day and another figure, and what it may go on with has no day."""
    if frame.date is None or telling.date is not None or frame.number - telling.frames[-1].number <= DETAILS:
        return False
    firm = [harm for harm in telling.harms if harm.firm and harm.count is not None]
    pairs = [(h.count, o.count) for h in frame.harms if h.firm and h.count is not None for o in firm if h.field == o.field]
    return bool(pairs) and all((one.low, one.high) != (other.low, other.high) for one, other in pairs if one and other)


def _is_only(reading: "Reading", frame: Frame, tellings: Sequence[Telling]) -> bool:
    """Whether an event taken up ("the strikes"), or one in the town told before ("the city"), can be of one telling alone."""
    may = [telling for telling in tellings if may_join(frame, telling)]
    taken_up = frame.definite or any(map(_is_town_again, frame.tokens))
    alone = len(may) == 1 and not are_days_apart(reading, frame, may[0])
    return alone and taken_up and frame.telling and not frame.summing and not is_new(frame)


def _is_town_again(token: "Token") -> bool:
    """Whether a town without its name is one told before: "killed in the city"."""
    words = {child.lower_ for child in token.children}
    again = token.dep_ == "pobj" and token.lemma_ in read_words("annotate", "town_nouns") and "of" not in words
    return again and not words.isdisjoint(DEMONSTRATIVES) and not any(child.ent_type_ for child in token.children)


def _heads(place: PlaceMention, number: int, telling: Telling) -> bool:
    """Whether a telling is the headline's alone, whose town may stand for its division, and the place is of the lead and lies there."""
    town = telling.place
    headed = telling.frames[-1].number == 0 and number <= LEAD and not telling.frames[0].listed
    if not headed or town is None or not place.candidates:
        return False
    return any(c.place.precision == "region" and c.region == place.candidates[0].region for c in town.candidates)


def _move(telling: Telling, place: PlaceMention) -> Telling:
    """A telling whose headline names a division, to be where its lead puts it if that is a town."""
    for frame in telling.frames if is_narrow(place) else ():
        frame.place = None
    return telling


def find_past(reading: "Reading", frame: Frame) -> DateExpression | None:
    """The year or month long ago that a clause puts its event in: "in 2021", "in July 2018", "last year"; None where it tells of news."""
    offsets = {token.idx for token in frame.tokens}
    told = (date for date in reading.dates if date.span.start in offsets and _is_long_ago(reading, date.expression))
    return next((date.expression for date in told if is_event_day(reading, date)), None)


def _is_long_ago(reading: "Reading", expression: DateExpression) -> bool:
    if expression.kind == "year":
        return expression.first < 0
    if expression.kind != "date" or expression.year is None or expression.day is not None:
        return False
    day = reading.article.day
    months = (day.year - expression.year) * 12 + day.month - (expression.month or 12) if day is not None else LONG_AGO
    return months >= LONG_AGO


def narrows(place: PlaceMention, telling: Telling) -> bool:
    """Whether a place may be where a telling was that is only put into a country or a region, or nowhere yet."""
    if telling.place is None:
        return True
    if telling.place.span.text.split()[-1].lower() in read_words("annotate", "land_forms") and not telling.place.candidates:
        return True  # "on the Congo River", then the town
    if is_narrow(telling.place):
        return False
    return not place.candidates or lies_in(place, telling.place)


def _is_wider(place: PlaceMention, telling: Telling) -> bool:
    """Whether a country or region may be that of the town told in a headline."""
    return telling.place is not None and not is_narrow(place) and lie_together(place, telling.place)


def _is_site(place: PlaceMention, telling: Telling) -> bool:
    """Whether a place may be another name for where an event was, one of the two being in no gazetteer, or is a county of its division."""
    if telling.place is None or not is_local(place):
        return False
    if not place.candidates or not telling.place.candidates:
        return True
    regions = {candidate.region for candidate in telling.place.candidates[:1]}
    return place.candidates[0].place.precision == "second-order" and place.candidates[0].region in regions


def _holds_part(reading: "Reading", place: PlaceMention, telling: Telling) -> bool:
    """Whether a telling is only put into a part of a town which, as the article says elsewhere, is a part of this one."""
    part = telling.place
    holder = find_holder(reading, part) if part is not None and not part.candidates else None
    return holder is not None and bool(place.candidates) and holder.candidates[0].place == place.candidates[0].place


def lie_together(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places may lie in one country."""
    countries = [{candidate.place.country for candidate in place.candidates} for place in (one, other)]
    return not countries[0].isdisjoint(countries[1])


def is_wide(place: PlaceMention) -> bool:
    """Whether a place is a division, a country or more."""
    return bool(place.candidates) and place.candidates[0].place.precision in ("region", "country", "continent")


def lies_in(place: PlaceMention, wide: PlaceMention) -> bool:
    """Whether a place may lie in a wider one: in its division, where that is one, else in its country."""
    divisions = {c.region for c in wide.candidates if c.place.precision in ("region", "second-order")}
    if divisions and len(divisions) == len(wide.candidates):
        return not divisions.isdisjoint(candidate.region for candidate in place.candidates)
    return lie_together(place, wide)


def _goes_on(reading: "Reading", frame: Frame, telling: Telling) -> bool:
    """Whether a frame without a place speaks of the telling before it; of another day only victims may be told who died of it since."""
    counted = any(harm.count is not None for harm in frame.harms)
    if (frame.triggers or not counted) and are_days_apart(reading, frame, telling):
        return False
    sentences = frame.number - telling.frames[-1].number
    if _is_of_other_day(reading, frame, telling):
        return False
    if not frame.triggers and any(map(_counts_several, frame.harms)) and _is_heading(telling):
        return not is_new(frame)
    known = bool(frame.harms) and all(harm.known for harm in frame.harms)
    taken_up = frame.definite or not frame.triggers or sentences <= (DETAILS if telling.kind == FALLBACK else 1) or known
    return sentences <= REACH and taken_up and frame.telling and not frame.summing and not is_new(frame)


def _is_heading(telling: Telling) -> bool:
    """Whether a telling is only what a headline or a subject line names, of which nobody was counted yet."""
    return telling.frames[-1].number <= LEAD and not any(harm.count is not None for harm in telling.harms)


def _counts_several(harm: Harm) -> bool:
    return harm.firm and harm.count is not None and harm.count.high != 1


def _find_by_figure(frame: Frame, tellings: Sequence[Telling]) -> Telling | None:
    """The first telling with a figure that a frame without a place repeats, or that its running total has grown from."""
    for telling in tellings:
        if not is_new(frame) and may_join(frame, telling) and any(_takes_up(h, other) for h in frame.harms for other in telling.harms):
            return telling
    return None


def _takes_up(harm: Harm, other: Harm) -> bool:
    if harm.field != other.field or harm.count is None or other.count is None or other.count.low is None or other.count.low < TELLING:
        return False
    same = (harm.count.low, harm.count.high) == (other.count.low, other.count.high)
    return same or (harm.total and harm.count.low is not None and harm.count.low >= other.count.low)


def may_join(frame: Frame, telling: Telling) -> bool:
    taken_up = frame.alone and (frame.definite or not frame.triggers)
    harms = [harm for harm in frame.harms if not (taken_up and harm.besides)]
    return any(share_family(kind, telling.kind) for kind in frame.kinds or [FALLBACK]) and not figures_clash(harms, telling.harms)


def figures_clash(harms: Sequence[Harm], others: Sequence[Harm]) -> bool:
    """Whether both tell a figure of one field and no number fits both; beside a running total other figures are parts or earlier ones."""
    totals = {harm.field for harm in (*harms, *others) if harm.total}
    firm = [harm for harm in others if harm.firm]
    pairs = ((h, o) for h in harms if h.firm for o in firm if h.field == o.field and h.field not in totals and h.count and o.count)
    return any(one.count and other.count and not meet(one.count, other.count) and not _is_found(one, other) for one, other in pairs)


def _is_found(harm: Harm, other: Harm) -> bool:
    """Whether bodies that were found are some of the dead told before: "sixteen bodies have been found there"."""
    if harm.anchor.lemma_ not in BODIES or harm.count is None or other.count is None:
        return False
    return (harm.count.low or 0) <= (other.count.low or other.count.high or 0)


def same_place(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two mentions may mean one place of the gazetteer, or have the same words; of two unknown names, like ones."""
    ids = [{c.place.geonameid for c in place.candidates if c.place.geonameid is not None} for place in (one, other)]
    likeness = fuzz.ratio(one.span.text.casefold(), other.span.text.casefold())
    return bool(ids[0] & ids[1]) or likeness >= (LIKE if not one.candidates and not other.candidates else 100)


def _is_of_other_day(reading: "Reading", frame: Frame, telling: Telling) -> bool:
    """Whether a frame tells a calendar day that is not the day of the telling."""
    if (
        frame.date is None
        or telling.date is None
        or frame.date.expression.kind != "date"
        or vagueness(frame.date)
        or vagueness(telling.date) > 2
    ):
        return False
    if reading.article.day is None and telling.date.expression.kind in RELATIVE:
        return any(map(_counts_several, frame.harms))  # a report tells its own news by the weekday, and older news by its date
    one, other = (date.expression.resolve(reading.article.day) for date in (frame.date, telling.date))
    return one is not None and other is not None and (one.end < other.start or other.end < one.start)


def are_days_apart(reading: "Reading", frame: Frame, telling: Telling) -> bool:
    """Whether both tell a day of their own, and not the same one."""
    mine, theirs = frame.date, telling.date
    if mine is None or theirs is None or mine.expression == theirs.expression:
        return False
    if reading.article.day is None and {mine.expression.kind, theirs.expression.kind} == RELATIVE:
        return False  # "overnight" may have been on Monday
    one, other = (date.expression.resolve(reading.article.day) for date in (mine, theirs))
    if one is None or other is None:
        return max(vagueness(mine), vagueness(theirs)) < VAGUE
    return one.end < other.start or other.end < one.start


def vagueness(date: DateMention) -> int:
    """How wide a net an expression casts: 0 for a calendar day to 5 for "recently"."""
    expression = date.expression
    if expression.kind == "date":
        return 0 if expression.day else 3
    if expression.kind == "days":
        return 2 if expression.last - expression.first < 3 else 5
    return {"fixed": 0, "easter": 0, "weekday": WEEKDAY}.get(expression.kind, 4)
