"""What one article says, before it is laid beside the others: the unit that workers hand back."""

from dataclasses import dataclass
from typing import Literal

from crosswire.model.articles import Article, NotContent
from crosswire.model.claims import Contention, FactMention, OfficeMention, QuantityMention, Reckoning
from crosswire.model.dates import DateExpression
from crosswire.model.incidents import Figure, Place, Subgroup, Superseded
from crosswire.model.positions import AnswerKind, Duration, Mode
from crosswire.model.record import Manner, NameKind, QuoteKind
from crosswire.model.spans import Span

StanceKind = Literal["blames", "claims", "denies", "civilian target", "military target"]


@dataclass(frozen=True, slots=True)
class LocalName:
    """A person or organisation as one article names them, over all its mentions; `name` is the fullest form."""

    kind: NameKind
    name: str
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with how many people live there.

    `region` stands for the first-level division that it is or lies in; `support` is what the article's other words add to its weight,
    in powers of ten of people.
    """

    place: Place
    population: int
    region: int | None = None
    support: float = 0.0


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in an article; candidates best first, none where the gazetteer does not know the name.

    `near` says that what is told was near it and not in it.
    """

    span: Span
    candidates: tuple[Candidate, ...]
    near: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words for a day or an interval, to be resolved against a day of publication."""

    span: Span
    expression: DateExpression


@dataclass(frozen=True, slots=True)
class QuoteMention:
    """A quotation in one article; `speaker` and `continues` are positions in the sheet's names and quotes."""

    span: Span
    content: Span
    kind: QuoteKind
    speaker: int | None
    speaker_words: Span | None
    cue: Span | None
    told_to: str | None
    said_in: str | None
    said_on: DateMention | None
    continues: int | None
    why: str
    manner: Manner | None = None


@dataclass(frozen=True, slots=True)
class VictimMention:
    """A person named among those killed or injured; `name` is its position in the sheet's names."""

    field: str
    name: int
    span: Span


@dataclass(frozen=True, slots=True)
class IncidentMention:
    """One article's telling of one incident, its place and date not yet settled against the story.

    `updated` says that a figure is a running total ("the toll rose to 12"), which may replace lower ones.
    """

    kind: str
    evidence: tuple[Span, ...]
    place: PlaceMention | None
    date: DateMention | None
    killed: Figure | None
    injured: Figure | None
    missing: Figure | None
    detained: Figure | None
    displaced: Figure | None
    of_whom: tuple[Subgroup, ...]
    superseded: tuple[Superseded, ...]
    weapon: str | None
    target: str | None
    actor: str | None
    attributed_to: str | None
    updated: bool
    why: str
    victims: tuple[VictimMention, ...] = ()
    munitions: tuple[Subgroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Words for a side in talks; `name` is its position in the sheet's names, `country` the ISO 3166 code of a state so named."""

    span: Span
    name: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ProposalMention:
    """One telling of something put, agreed or declared; `act` is its kind, `keys` the words that say of what it is.

    `claimed_by` is who says that it was broken, `denied_by` who denies that. `teller` is who says so in indirect or direct speech; `whole`
    says that it is of everything ("unconditional", "general"); `same_as` is the place in the sheet's list of the mention that this one
    takes up ("the truce").
    """

    act: str
    evidence: Span
    what: Span
    status: str | None
    mode: Mode
    why: str
    by: Party | None = None
    to: Party | None = None
    scope: Span | None = None
    means: Span | None = None
    mediator: Party | None = None
    purpose: Span | None = None
    geography: Span | None = None
    enforcement: Span | None = None
    broken_by: Span | None = None
    claimed_by: Party | None = None
    denied_by: Party | None = None
    duration: Duration | None = None
    date: DateMention | None = None
    keys: tuple[str, ...] = ()
    whole: bool = False
    teller: Party | None = None
    same_as: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerMention:
    """One answer to a proposal of the same article, `proposal` its place in the sheet's list."""

    kind: AnswerKind
    proposal: int
    evidence: Span
    by: Party | None
    mode: Mode
    why: str


@dataclass(frozen=True, slots=True)
class ConditionMention:
    """One telling of what must happen first; `keys` are the words that say what."""

    evidence: Span
    what: Span
    by: Party | None
    mode: Mode
    keys: tuple[str, ...]
    why: str
    follows: bool = False


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """One telling of a meeting or call, its place and day not yet settled; `moved_from` is the day it was to be on before."""

    evidence: Span
    status: Literal["past", "planned"]
    mode: Mode
    why: str
    place: PlaceMention | None = None
    date: DateMention | None = None
    moved_from: DateMention | None = None
    parties: tuple[Party, ...] = ()
    level: str | None = None
    said_by: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """What somebody is said to claim about something violent; `span` is the sentence, `named` who did it or denies it, or what was hit."""

    kind: StanceKind
    span: Span
    holder: Span
    named: Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything read from one article; `countries` counts how often it names each (ISO 3166), most often first."""

    article: Article
    not_content: tuple[NotContent, ...]
    names: tuple[LocalName, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[QuoteMention, ...] = ()
    incidents: tuple[IncidentMention, ...] = ()
    proposals: tuple[ProposalMention, ...] = ()
    answers: tuple[AnswerMention, ...] = ()
    conditions: tuple[ConditionMention, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    countries: tuple[tuple[str, int], ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    facts: tuple[FactMention, ...] = ()
    reckonings: tuple[Reckoning, ...] = ()
    contentions: tuple[Contention, ...] = ()
    stances: tuple[Stance, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
