"""The record: what a run hands over. Its fields are the contract of `record.json` (see docs/record.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from crosswire.model.articles import Article, NotContent, Problem
from crosswire.model.incidents import Incident
from crosswire.model.positions import Condition, Meeting, Proposal
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


@dataclass(frozen=True, slots=True)
class StoryDay:
    """The articles of a story that were published on one day; `day` is None for those that bear none."""

    day: str | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event; `start` and `end` are the first and last day of publication.

    `names` and `places` are those that at least half of the articles share, as words of one of them; `growth` is day by day.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    start: Annotated[str | None, Field(alias="from")]
    end: Annotated[str | None, Field(alias="to")]
    why: str
    was: tuple[str, ...] = ()
    names: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    growth: tuple[StoryDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin behind several articles, for the claims whose words lie in its evidence.

    `first` is the article that was published before all others of them, where they say their times.
    """

    id: str
    kind: OriginKind
    name: str | None
    articles: tuple[str, ...]
    evidence: tuple[Span, ...]
    why: str
    first: str | None = None


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
class Side:
    """One value and the articles that give it."""

    value: str
    articles: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the accounts show when laid side by side; `odd` stand alone against two or more independent ones.

    `origins` are the origins because of which two or more of its articles count once in `independent`. `what` are the words for the office,
    the fact or the act that it is about, where that is nothing with an id of its own.
    """

    id: str
    kind: FindingKind
    relation: Relation | None
    about: str | None
    field: str | None
    sides: tuple[Side, ...]
    odd: tuple[str, ...]
    independent: int
    why: str
    origins: tuple[str, ...] = ()
    what: str | None = None


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
