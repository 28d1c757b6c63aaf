"""Which words everything in a record rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from crosswire.model import (
    Account,
    Condition,
    Duration,
    Finding,
    Incident,
    Meeting,
    Name,
    Origin,
    Proposal,
    Quote,
    Record,
    Span,
    Story,
    Telling,
    Utterance,
)
from crosswire.report.figures import list_figures, state_bounds, state_figure

# What a telling says in words of its own, apart from its length and who meets.
TERMS = (
    "by",
    "to",
    "scope",
    "means",
    "purpose",
    "geography",
    "enforcement",
    "broken_by",
    "claimed_by",
    "denied_by",
    "date",
    "moved_from",
    "place",
)
Position = Proposal | Condition | Meeting
Thing = Story | Origin | Name | Quote | Utterance | Incident | Position | Finding


class Use(NamedTuple):
    """Words used by the thing with this id; `role` says what they show of it."""

    span: Span
    thing: str
    role: str


def list_uses(record: Record) -> Iterator[Use]:
    """Every use of words in the record, thing by thing."""
    for thing in record.things():
        yield from uses_of(thing)


def uses_of(thing: Thing) -> Iterator[Use]:
    """The words that one thing rests on; a story rests on whole articles and has none of its own."""
    match thing:
        case Incident():
            for account in thing.accounts:
                yield from (Use(span, thing.id, role) for span, role in _account_words(account))
        case Proposal() | Condition() | Meeting():
            yield from (Use(span, thing.id, role) for span, role in _position_words(thing))
        case Quote():
            yield from (Use(span, thing.id, role) for span, role in _quote_words(thing))
        case Utterance():
            for carrier in thing.carriers:
                yield Use(carrier.span, thing.id, f"wording: {carrier.wording}")
                yield from (Use(d.span, thing.id, f"other words: {d.change}") for d in carrier.differences)
                yield from (Use(span, thing.id, "words that no other carrier has") for span in carrier.altered)
        case Finding():
            for side in thing.sides:
                yield from (Use(span, thing.id, side.value) for span in side.evidence)
        case Origin() | Name():
            yield from (Use(span, thing.id, thing.kind) for span in thing.evidence)
        case Story():
            return


def name_quote(quote: Quote) -> str:
    """What kind of quotation it is, in words."""
    return quote.kind if quote.kind == "embedded post" else f"{quote.kind} quote"


def name_duration(duration: Duration) -> str:
    """How long: "30 days", "at least 30 days", "20-30 days" with a dash; the article's own words where they give no number."""
    low, high = duration.low, duration.high
    if low is None and high is None:
        return duration.span.text
    bounds = f"at least {low}" if high is None else state_bounds(low, high)
    return f"{bounds} {duration.unit}{'' if (low if high is None else high) == 1 else 's'}"


def _account_words(account: Account) -> Iterator[tuple[Span, str]]:
    yield from ((span, "account") for span in account.evidence)
    for field, figure in list_figures(account):
        yield figure.span, f"{field}: {state_figure(figure)}"
    for group in (*account.of_whom, *account.munitions):
        yield group.span, f"{group.field}, {group.group}: {state_figure(group)}"
    for earlier in account.superseded:
        yield (
            earlier.span,
            f"{earlier.field}, replaced by the article itself: {state_figure(earlier)}",
        )
    yield from ((victim.span, f"{victim.field}, by name") for victim in account.victims)
    if account.place is not None:
        yield account.place, "place"
    if account.date is not None:
        yield account.date, "date"


def _position_words(position: Position) -> Iterator[tuple[Span, str]]:
    for telling in position.accounts:
        yield from ((span, "account") for span in telling.evidence)
        yield from ((span, label) for label, span in list_terms(telling))
    if isinstance(position, Proposal) and position.duration is not None:
        yield position.duration.span, f"duration: {name_duration(position.duration)}"
    if isinstance(position, Proposal):
        yield from ((answer.span, f"answer: {answer.kind}") for answer in position.answers)


def list_terms(telling: Telling) -> Iterator[tuple[str, Span]]:
    """The terms that one article tells, each with its name, in the order of its fields."""
    for field in TERMS:
        if (span := getattr(telling, field)) is not None:
            yield field.replace("_", " "), span
    if telling.duration is not None:
        yield f"duration: {name_duration(telling.duration)}", telling.duration.span
    yield from (("party", span) for span in telling.parties)


def _quote_words(quote: Quote) -> Iterator[tuple[Span, str]]:
    yield quote.content, "all that is attributed here"
    yield quote.span, name_quote(quote)
    if quote.speaker_words is not None:
        yield quote.speaker_words, "speaker"
    if quote.cue is not None:
        yield quote.cue, "cue"
