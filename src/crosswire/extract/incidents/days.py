"""When a clause's event was."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from crosswire.extract.incidents.victims import dies_later
from crosswire.extract.incidents.weapons import read_weapons
from crosswire.model import DateMention, find_dateline, read_kinds, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

# "What we know on Monday".
KNOWING = "know"
PRESENT = frozenset({"is", "are"})
LASTING = frozenset({"since", "until"})
# Verbs whose "to" leads to a day on which something else ends or will be.
PROLONGING = frozenset({"extend", "prolong", "renew", "postpone", "delay", "move"})
# Before the day by another clock than that of the place: "at 5:40 a.m. (2240 GMT on Tuesday)".
# Expressions that name one day or a few.
EXACT, SEVERAL = frozenset({"date", "weekday", "days", "easter", "fixed"}), 3
ABROAD, ZONE = re.compile(r"\b(?:GMT|UTC),?(?: on)? $"), 10
# What somebody is arrested after was hardly on another day.
SEQUEL = frozenset({"after", "as", "during", "following", "when", "while"})
# A day that dates the report itself begins within so many characters.
OPENING = 250


def find_event_day(
    reading: "Reading", tokens: "Sequence[Token]", events: "Sequence[Token]" = (), apart: bool = False
) -> DateMention | None:
    """The first day told in the tokens that is the event's own; a year alone dates no event. An event `apart` is one that another is only
    measured by ("since the rockets on Wednesday").

    A day that hangs on one of the `events` themselves ("the fire of Monday night") comes before one of what else is told ("on Thursday
    published a list of those who died").
    """
    offsets = {token.idx for token in tokens}
    within = [told for told in reading.dates if told.span.start in offsets and not _is_bare_year(told)]
    dates = [date for date in within if is_event_day(reading, date) or (apart and _is_of_measure(reading, date))]
    told = set(events)
    dates = [day for day in dates if not _is_of_other_doing(reading.token_at(day.span.start), told)]
    if len(dates) > 1 and events:
        dates = [day for day in dates if _find_governor(reading.token_at(day.span.start), told) in told] or dates
    return _take_calendar_day(reading, [date for date in dates if _is_exact(date)] or dates)


def _is_of_other_doing(day: "Token", events: "set[Token]") -> bool:
    """Whether a day is that of what is done about somebody or something that the events only tell of: "jurors on Monday watched a video of
    the moment that a man was shot", "a court on Monday sentenced a man who had shot three"."""
    done = _find_governor(day, events)
    if done.pos_ != "VERB" or done in events or any(event.i < day.i for event in events):
        return False  # a day may be of all that stands before it, however the parse has it
    if done.lemma_ in read_words("extract", "custody_verbs") and events and all(_is_accused_of(done, event) for event in events):
        return True
    return _is_said_of_somebody(done, events) or all(_only_tells_of(done, event, day) for event in events)


def _is_accused_of(done: "Token", event: "Token") -> bool:
    """Whether the law does something to somebody for an event: "charged on Monday with the murder", not "arrested after a shooting"."""
    ways = {above.lower_ for above in event.ancestors if above.pos_ in ("ADP", "SCONJ") and done in above.ancestors}
    return bool(ways) and ways.isdisjoint(SEQUEL)


def _is_said_of_somebody(done: "Token", events: "set[Token]") -> bool:
    """Whether a verb only says who somebody or what something is: "a man dismissed last week opened fire"."""
    clause = next((above for above in (done, *done.ancestors) if above.dep_ in ("relcl", "acl", "amod") or above in events), None)
    if clause is None or clause in events or clause.head in events or not events.isdisjoint(clause.subtree):
        return False
    return clause.head.pos_ in ("NOUN", "PROPN", "PRON") and not _names_event(clause.head)


def _only_tells_of(done: "Token", event: "Token", day: "Token") -> bool:
    """Whether an event is told in a clause that hangs on a noun under a verb, on which the day does not; "five killed" is no clause."""
    path = [event, *event.ancestors]
    between = path[: path.index(done)] if done in path else []
    clauses = [below for below in between if below.dep_ == "relcl" or (below.dep_ == "acl" and below != event)]
    hung = {day, *day.ancestors}
    return any(below.head.pos_ in ("NOUN", "PROPN", "PRON") and below.head not in hung for below in clauses)


def _is_exact(date: DateMention) -> bool:
    """Whether an expression names a day or few; "recently" does not."""
    expression = date.expression
    return expression.kind in EXACT and expression.last - expression.first < SEVERAL


def _take_calendar_day(reading: "Reading", dates: Sequence[DateMention]) -> DateMention | None:
    """The first of some days; of a weekday the calendar day of that weekday right behind it: "this Sunday, 8 June 2025"."""
    if len(dates) < 2 or dates[0].expression.kind != "weekday" or dates[1].expression.day is None:
        return next(iter(dates), None)
    between = reading.article.text[dates[0].span.end : dates[1].span.start]
    when = dates[1].expression.resolve(reading.article.day)
    fits = when is None or date.fromisoformat(when.start).weekday() == dates[0].expression.weekday
    return dates[1] if fits and between in (" ", ", ", ", the ") else dates[0]


def _find_governor(day: "Token", events: "set[Token]") -> "Token":
    """The event or the verb that a day hangs on most closely."""
    return next((above for above in day.ancestors if above in events or above.pos_ in ("VERB", "AUX")), day)


def _is_bare_year(date: DateMention) -> bool:
    return date.expression.kind == "date" and date.expression.month is None


def is_event_day(reading: "Reading", date: DateMention) -> bool:
    """Whether a day is that of an event: not of the report itself, of saying so, of counting, or from which something has lasted."""
    token = reading.token_at(date.span.start)
    if _dates_report(reading, date, token) or _is_told_abroad(reading, date):
        return False
    for above in token.ancestors:
        if above.lower_ in (*LASTING, "before") and above.pos_ in ("ADP", "SCONJ"):
            return _is_told_of(token)
        if above.pos_ in ("VERB", "AUX"):
            if above.lower_ in PRESENT and token.head == above and not any(c.dep_ == "attr" for c in above.children):
                return False  # "today twelve bodies are in the morgue"
            lasting = any(child.lower_ in LASTING for child in above.children if child.dep_ == "mark")
            after = above.lemma_ in PROLONGING or _is_of_aftermath(above) or _is_of_later_death(above)
            return not lasting and not after and not _is_count(above) and not _is_day_of_saying(above, token)
        if above.pos_ == "NOUN" and above.idx >= date.span.end and above.ent_type_ not in ("DATE", "TIME"):
            return True
    return True


def _is_told_abroad(reading: "Reading", date: DateMention) -> bool:
    return ABROAD.search(reading.article.text, max(0, date.span.start - ZONE), date.span.start) is not None


def _is_of_measure(reading: "Reading", date: DateMention) -> bool:
    """Whether a day is that of an event which another is measured by: "uneasy since the rockets on Wednesday"."""
    held = False
    for above in reading.token_at(date.span.start).ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above.lower_ in (*LASTING, "before") and above.pos_ in ("ADP", "SCONJ"):
            return held
        held = held or (above.pos_ == "NOUN" and above.idx < date.span.start and _names_event(above))
    return False


def _names_event(noun: "Token") -> bool:
    return noun.lemma_ in read_words("extract", "event_nouns") or noun.lemma_ in read_weapons()


def _is_of_aftermath(verb: "Token") -> bool:
    """Whether a verb tells what people did once an event was over: "was buried on Monday"; not "a landslide buried a house"."""
    events = {noun for entry in read_kinds().values() for noun in entry.get("nouns", ())}
    done = any(c.dep_ == "nsubj" and c.lemma_ in events for c in verb.children)
    return verb.lemma_ in read_words("extract", "aftermath_verbs") and not done


def _is_of_later_death(verb: "Token") -> bool:
    """Whether a verb tells of who died after an event, in whose toll they are: "the toll rose to 12 with two dying on Monday"."""
    counted = any(_is_count(above) for above in verb.ancestors if above.pos_ == "VERB")
    return dies_later(verb) or (counted and verb.lemma_ in read_words("extract", "caring_verbs"))


def _is_told_of(day: "Token") -> bool:
    """Whether a clause says what happened on a day: "since Tuesday, when the dam broke"."""
    return any(child.dep_ == "relcl" and any(g.lower_ == "when" for g in child.children) for child in day.children)


def _dates_report(reading: "Reading", date: DateMention, token: "Token") -> bool:
    """Whether a day at the head of a text is the report's own: it stands alone, or ends what leads up to the first sentence.

    Its weekday may stand before it. So is the day in a dateline.
    """
    text, low = reading.article.text, reading.paragraph_at(date.span.start)[0]
    dateline = find_dateline(text, low, len(text)) if date.span.start - low < OPENING else None
    if dateline is not None and dateline.day is not None and dateline.day[0] <= date.span.start < dateline.end:
        return True
    if date.span.start >= OPENING or date.expression.kind not in ("date", "weekday") or token.head.pos_ == "ADP":
        return False
    heading = [other for other in reading.dates if date.span.end <= other.span.start < token.sent.end_char]
    if reading.article.day is None or (date.expression.kind == "weekday" and not heading):
        return False
    dated = {offset for other in heading for offset in range(other.span.start, other.span.end)}
    after = (t for t in token.sent if t.idx >= date.span.end and t.idx not in dated)
    ends = all(t.is_space or t.is_punct or t.like_num for t in after)
    alone = date.expression.kind == "date" and not any(t.pos_ in ("VERB", "AUX") for t in token.sent)
    when = date.expression.resolve(reading.article.day)
    return when is not None and when.start == when.end == reading.article.day.isoformat() and (ends or alone)


def _is_count(verb: "Token") -> bool:
    """Whether a verb says how a count moves ("the toll rose", "put the toll at 12")."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.lemma_ in ("toll", "number", "count", "tally") for c in verb.children)


def _is_day_of_saying(verb: "Token", day: "Token") -> bool:
    """Whether the day hangs on a verb of reporting and not on what it reports ("struck the port overnight, officials said")."""
    if verb.lemma_ not in {*read_words("extract", "speech_verbs"), KNOWING} or any(c.dep_ == "nsubjpass" for c in verb.children):
        return False
    if day.i < verb.i and any(token.pos_ == "VERB" for token in verb.doc[verb.sent.start : day.i]):
        return False
    return not any(c.dep_ == "dobj" and c.i < day.i and c.lemma_ in read_words("extract", "event_nouns") for c in verb.children)
