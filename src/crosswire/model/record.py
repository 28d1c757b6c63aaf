"""The record: what a run hands over. Its fields are the contract of `record.json` (see docs/record.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from crosswire.model.articles import Article, NotContent, Problem
from crosswire.model.spans import Span

Wording = Literal["same", "trimmed", "altered"]
Change = Literal["negation", "number", "modality", "quantity", "order", "words", "name", "spelling"]
# The changes that make another statement of it, the gravest first.
GRAVE: tuple[Change, ...] = ("negation", "number", "modality", "quantity", "order")
QuoteKind = Literal["direct", "partial", "indirect", "embedded post"]
Manner = Literal["said", "written", "translated", "second hand"]
NameKind = Literal["person", "organisation", "place"]
OriginKind = Literal["same text", "shared passage", "same agency", "same statement"]
FindingKind = Literal["agrees", "differs", "single source", "altered quotation", "who differs", "disputed", "does not add up"]
Relation = Literal["conflict", "compatible", "update", "scope"]
Mode = Literal["said", "planned", "hypothetical", "denied", "negated"]
AnswerKind = Literal["accepts", "rejects", "will consider", "demands clarity", "no answer"]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event; `start` and `end` are the first and last day of publication."""

    id: str
    title: str
    articles: tuple[str, ...]
    start: Annotated[str | None, Field(alias="from")]
    end: Annotated[str | None, Field(alias="to")]
    why: str
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin behind several articles, for the claims whose words lie in its evidence."""

    id: str
    kind: OriginKind
    name: str | None
    articles: tuple[str, ...]
    evidence: tuple[Span, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place under all the forms a story's articles use."""

    id: str
    kind: NameKind
    name: str
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    evidence: tuple[Span, ...]
    why: str
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words one article attributes to somebody; `speaker` is a name's id, or None where the text does not settle it."""

    id: str
    article: str
    span: Span
    content: Span
    continues: str | None
    kind: QuoteKind
    speaker: str | None
    speaker_words: Span | None
    cue: Span | None
    told_to: str | None
    said_in: str | None
    said_on: str | None
    utterances: tuple[str, ...]
    why: str
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one carrier and the other words that another has there; where one has none, the words around the place."""

    change: Change
    span: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Carrier:
    """One quote's words for an utterance; `altered` are the words in it that no other carrier has.

    `differences` shows every other word, what changes the meaning first; `follows` is the quote whose wording this one took over,
    where that can be told, and `why` says from what.
    """

    quote: str
    span: Span
    wording: Wording
    altered: tuple[Span, ...] = ()
    differences: tuple[Difference, ...] = ()
    follows: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence or clause said, in all the articles that carry it."""

    id: str
    speaker: str | None
    carriers: tuple[Carrier, ...]
    wording: Wording
    odd: tuple[str, ...]
    why: str
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteer knows it; unknown places have no coordinates.

    `precision` is city, second-order division, region (a first-order division) or country.
    """

    name: str
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    precision: Literal["city", "second-order", "region", "country"] | None


@dataclass(frozen=True, slots=True)
class When:
    """The days an event may lie on, both ends included, as ISO 8601 days."""

    start: Annotated[str, Field(alias="from")]
    end: Annotated[str, Field(alias="to")]
    precision: Literal["day", "week", "month", "year", "interval"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as one article states it: "at least 15" is 15 to None, "more than 100" is 101 to None."""

    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Subgroup:
    """A part of a figure ("including four children"); `field` is killed, injured, missing, detained or displaced."""

    group: str
    field: str
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Superseded:
    """An earlier figure that the same article itself replaces."""

    field: str
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Range:
    """Low, best and high over all accounts; best is what a majority of independent origins give, else None."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Account:
    """One article's telling of one incident.

    `where` and `when` are its own place and days as settled; `updated` says that it gives a running total ("the toll rose to 12").
    """

    article: str
    evidence: tuple[Span, ...]
    killed: Figure | None = None
    injured: Figure | None = None
    missing: Figure | None = None
    detained: Figure | None = None
    displaced: Figure | None = None
    of_whom: tuple[Subgroup, ...] = ()
    superseded: tuple[Superseded, ...] = ()
    place: Span | None = None
    date: Span | None = None
    weapon: str | None = None
    target: str | None = None
    actor: str | None = None
    attributed_to: str | None = None
    why: str = ""
    where: Place | None = None
    when: When | None = None
    updated: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened at one place and time, with every article's account of it.

    `parts` are the incidents that a series ("the night's attacks") holds and that are told by themselves too.
    """

    id: str
    kind: str
    place: Place | None
    date: When | None
    actor: str | None
    target: str | None
    weapon: str | None
    killed: Range | None
    injured: Range | None
    missing: Range | None
    detained: Range | None
    displaced: Range | None
    accounts: tuple[Account, ...]
    why: str
    was: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something proposed is to last; "at least 30 days" is 30 to None."""

    low: int | None
    high: int | None
    unit: Literal["hour", "day", "week", "month", "year"]
    span: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of a proposal, a condition or a meeting, with the terms as that article has them.

    `mode` tells what is said to be so from what is planned, hypothetical, denied or negated; `said_by` are the words for who says so,
    `days` those that the words of `date` mean. What an article does not tell stays None.
    """

    article: str
    evidence: tuple[Span, ...]
    mode: Mode = "said"
    by: Span | None = None
    to: Span | None = None
    scope: Span | None = None
    means: Span | None = None
    purpose: Span | None = None
    geography: Span | None = None
    enforcement: Span | None = None
    broken_by: Span | None = None
    duration: Duration | None = None
    date: Span | None = None
    days: When | None = None
    place: Span | None = None
    moved_from: Span | None = None
    status: str | None = None
    level: str | None = None
    parties: tuple[Span, ...] = ()
    said_by: str | None = None
    quote: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """How somebody answers a proposal, in one article's words; `by` is a name's id or words, `quote` the quotation it lies in."""

    kind: AnswerKind
    by: str | None
    article: str
    span: Span
    quote: str | None = None
    mode: Mode = "said"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something one side puts to another, or both agree on, with every article's telling of its terms.

    `by`, `to` and `mediator` are ids of names or the articles' words. `type` is the kind of act, `means` what is not to be used, `date`
    the days on which it is put or begins, `status` the latest that it has come to by any account. `purpose`, `geography`, `enforcement`
    and `mediator` are what the ETH/PRIO ceasefire data set asks of a ceasefire.
    """

    id: str
    by: str | None
    to: str | None
    what: str
    scope: str | None
    duration: Duration | None
    status: str
    accounts: tuple[Telling, ...]
    why: str = ""
    type: str | None = None
    means: str | None = None
    date: When | None = None
    mediator: str | None = None
    purpose: str | None = None
    geography: str | None = None
    enforcement: str | None = None
    answers: tuple[Answer, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What a side says must happen first; `by` is a name's id or the articles' words."""

    id: str
    by: str | None
    what: str
    accounts: tuple[Telling, ...]
    why: str = ""
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting or call, past or planned; `parties` are ids of names or the articles' words, each account lists its own."""

    id: str
    place: Place | None
    date: When | None
    status: Literal["past", "planned"]
    parties: tuple[str, ...]
    accounts: tuple[Telling, ...]
    why: str = ""
    level: str | None = None
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One value and the articles that give it."""

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the accounts show when laid side by side; `odd` stand alone against two or more independent ones."""

    id: str
    kind: FindingKind
    relation: Relation | None
    about: str | None
    field: str | None
    sides: tuple[Side, ...]
    odd: tuple[str, ...]
    independent: int
    why: str


@dataclass(frozen=True, slots=True)
class Record:
    """The corroborated record of a set of articles."""

    schema: Literal["crosswire/1"] = "crosswire/1"
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    not_content: tuple[NotContent, ...] = ()
    stories: tuple[Story, ...] = ()
    origins: tuple[Origin, ...] = ()
    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    incidents: tuple[Incident, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    conditions: tuple[Condition, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    findings: tuple[Finding, ...] = ()

    def things(self) -> Iterator[Story | Origin | Name | Quote | Utterance | Incident | Proposal | Condition | Meeting | Finding]:
        """Everything in the record that has an id of its own, articles apart."""
        yield from self.stories
        yield from self.origins
        yield from self.names
        yield from self.quotes
        yield from self.utterances
        yield from self.incidents
        yield from self.proposals
        yield from self.conditions
        yield from self.meetings
        yield from self.findings
