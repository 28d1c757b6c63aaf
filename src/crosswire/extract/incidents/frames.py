"""Clauses that tell an incident: what happened, to how many, where and when, gathered from one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crosswire.extract.incidents.apart import is_measured
from crosswire.extract.incidents.clauses import find_clause, find_event_places, read_turn
from crosswire.extract.incidents.days import find_event_day
from crosswire.extract.incidents.fields import find_label
from crosswire.extract.incidents.harms import Harm, find_harms
from crosswire.extract.incidents.triggers import FIRE, Trigger, find_triggers
from crosswire.extract.incidents.weapons import count_weapon, find_weapons, kind_of_weapon
from crosswire.model import DateMention, PlaceMention, read_kinds, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from crosswire.model import Reading


SEVERAL = 2  # people
AFTER = frozenset({"after", "following"})
# "Meanwhile" may still tell of the same event.
MEANWHILE = "meanwhile"


@dataclass(slots=True)
class Frame:
    """What one clause tells of one incident, before the article's frames are joined.

    `number` is the sentence's in the article; `place` and `date` are None where the clause names none; `listed` says that
    it is one of several places under one event, `alone` that its sentence tells nothing else, `apart` that its event is only
    held against the sentence's, whose day it does not share.
    """

    number: int
    sentence: "Words"
    tokens: "list[Token]"
    triggers: tuple[Trigger, ...]
    harms: tuple[Harm, ...]
    place: PlaceMention | None = None
    date: DateMention | None = None
    weapon: str | None = None
    weapon_count: int | None = None
    listed: bool = False
    alone: bool = False
    apart: bool = False

    @property
    def definite(self) -> bool:
        """Whether the clause takes up an event told before."""
        return bool(self.triggers) and all(trigger.definite for trigger in self.triggers)

    @property
    def kinds(self) -> list[str]:
        """The kinds it names, by its clearest words first and then by its weapon."""
        by_weapon = kind_of_weapon(self.weapon) if self.weapon else None
        clearest = sorted(self.triggers, key=lambda trigger: trigger.vague or (by_weapon is not None and trigger.kind == FIRE))
        kinds = [trigger.kind for trigger in clearest]
        return [by_weapon, *kinds] if by_weapon and set(kinds) == {FIRE} else [*kinds, *([by_weapon] if by_weapon else [])]

    @property
    def turn(self) -> str | None:
        """The adverb with which its sentence turns to another place."""
        return read_turn(self.sentence)

    @property
    def telling(self) -> bool:
        """Whether the clause adds something: a figure, a day, a place, or the event taken up by a noun."""
        takes_up = self.definite and self.triggers[0].token.pos_ != "VERB"
        return takes_up or self.date is not None or self.place is not None or any(harm.count or harm.parts for harm in self.harms)

    @property
    def of_arrest(self) -> bool:
        """Whether the clause only tells who was arrested for an event."""
        return not self.triggers and bool(self.harms) and all(harm.field == "detained" for harm in self.harms)

    @property
    def summing(self) -> bool:
        """Whether the clause speaks of several events at once without telling any ("these incidents", "the attacks")."""
        return not self.harms and bool(self.triggers) and all(trigger.token.tag_ == "NNS" for trigger in self.triggers)


def find_frames(reading: "Reading", sentence: "Words", number: int) -> list[Frame]:
    """The incidents that a sentence tells, clause by clause; coordinated places under one event are one incident each."""
    triggers, harms = _leave_out_former(find_triggers(sentence)), find_harms(sentence)
    if not harms and (not triggers or sentence.text.rstrip().endswith("?")):
        return []  # a question tells nothing
    clauses = {token.i: find_clause(token).i for token in sentence if not token.is_space}
    heads = sorted({clauses[token.i] for token in (*(t.token for t in triggers), *(h.anchor for h in harms))})
    frames = []
    for head in heads:
        tokens = [token for token in sentence if clauses.get(token.i) == head]
        own = tuple(t for t in triggers if clauses[t.token.i] == head), tuple(h for h in harms if clauses[h.anchor.i] == head)
        frame = _make_frame(reading, Frame(number, sentence, tokens, *own, apart=_is_apart(sentence.doc[head])))
        frames += _part_places(reading, frame, tokens)
    return _share(reading, sentence, frames)


def _leave_out_former(triggers: tuple[Trigger, ...]) -> tuple[Trigger, ...]:
    """The events without those that another one only came after: "Following the explosion, artillery shelled the town"."""
    told = {trigger.token for trigger in triggers if trigger.token.pos_ == "VERB"}
    return tuple(t for t in triggers if not (t.definite and t.token.head.lower_ in AFTER and t.token.head.head in told))


def _is_apart(head: "Token") -> bool:
    return head.dep_ == "pobj" or is_measured(head)


def _make_frame(reading: "Reading", frame: Frame) -> Frame:
    weapons = list(find_weapons(frame.tokens))
    frame.weapon = weapons[0][0] if weapons else None
    frame.weapon_count = next((count for _, token in weapons if (count := count_weapon(token)) is not None), None)
    frame.date = find_event_day(reading, frame.tokens, _list_events(frame), frame.apart)
    return frame


def _list_events(frame: Frame) -> "list[Token]":
    """The words that tell a clause's event; where anything else is told not what only follows, as an arrest does."""
    follows = {kind for kind, entry in read_kinds().items() if entry.get("follows")}
    told = [trigger.token for trigger in frame.triggers if trigger.kind not in follows]
    told += [harm.anchor for harm in frame.harms if harm.field != "detained"]
    return told or [*(trigger.token for trigger in frame.triggers), *(harm.anchor for harm in frame.harms)]


def _part_places(reading: "Reading", frame: Frame, tokens: "Sequence[Token]") -> list[Frame]:
    """One frame for each coordinated place of some tokens; a figure of several together is of no single one, unless it is of nobody."""
    ranked = bool(frame.triggers) and all(trigger.ranked for trigger in frame.triggers) and not frame.harms
    places = [] if ranked else find_event_places(reading, tokens, _list_events(frame))
    if len(places) < 2 or any(harm.count is not None and harm.count.high != 0 for harm in frame.harms):
        frame.place = places[0] if len(places) == 1 else None
        return [frame]
    told = frame.number, frame.sentence, frame.tokens, frame.triggers
    return [Frame(*told, harms=(), place=place, date=frame.date, weapon=frame.weapon, listed=True) for place in places]


def _share(reading: "Reading", sentence: "Words", frames: Sequence[Frame]) -> list[Frame]:
    """A clause without a day or a place of its own takes the sentence's, a place only where the sentence tells one alone."""
    tokens = [token for token in sentence if not token.is_space]
    if len(frames) == 1 and frames[0].place is None:
        frames = _part_places(reading, frames[0], tokens)
    told = {frame.place.span: frame.place for frame in frames if frame.place is not None and not frame.apart and not frame.listed}
    for frame in frames:
        frame.alone = len(frames) == 1
        if frame.place is None and not frame.apart and len(told) == 1 and len(frames) > 1:
            frame.place = next(iter(told.values()))
        if frame.place is None and not frame.apart:
            frame.place = find_label(reading, sentence)
        if frame.date is None and not frame.apart:
            frame.date = find_event_day(reading, tokens, _list_events(frame))
    return _merge(frames)


def _merge(frames: Sequence[Frame]) -> list[Frame]:
    """The frames, one victim and an event at one place as one: "a woman died in Lima when a shell hit her house"."""
    if len(frames) != 2 or any(frame.apart or frame.listed or frame.place is None for frame in frames):
        return list(frames)
    victims, event = sorted(frames, key=lambda frame: bool(frame.triggers))
    several = any(harm.count is not None and (harm.count.high or SEVERAL) >= SEVERAL for harm in victims.harms)
    if several or victims.triggers or event.harms or not event.triggers or victims.place != event.place:
        return list(frames)
    event.tokens, event.harms, event.alone = sorted([*event.tokens, *victims.tokens], key=lambda token: token.i), victims.harms, True
    event.date = victims.date or event.date
    return [event]


def is_new(frame: Frame) -> bool:
    """Whether the clause sets its event off from those before: another, a second, a separate, an earlier one, or one elsewhere."""
    words = {child.lower_ for trigger in frame.triggers for child in trigger.token.children}
    opener = next((token.lower_ for token in frame.sentence if token.is_alpha), "")
    other = bool(words & read_words("extract", "other_event_words")) or opener in read_words("extract", "other_event_openers")
    return other or frame.turn not in (None, MEANWHILE)
