"""What one article says, before it is laid beside the others: the unit that workers hand back."""

from dataclasses import dataclass

from crosswire.model.articles import Article, NotContent
from crosswire.model.dates import DateExpression
from crosswire.model.record import Figure, Manner, NameKind, Place, QuoteKind, Subgroup, Superseded
from crosswire.model.spans import Span


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
    """A place named in an article; candidates best first, none where the gazetteer does not know the name."""

    span: Span
    candidates: tuple[Candidate, ...]


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


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A title beside a person's name; `name` is a position in the sheet's names.

    `scope` are folded words for whose office it is, a country as "=" and its ISO 3166 code; nothing where the text leaves it out.
    `standing` is "held" where the article itself says so of its own day; else what it says: former, acting, to come, other, said, doubted,
    past.
    """

    span: Span
    office: str
    scope: tuple[str, ...]
    name: int
    standing: str


@dataclass(frozen=True, slots=True)
class FactMention:
    """A number that an article states of something in passing.

    `field` is duration, since, age, distance, sum or ordinal; `about` are the words for what it is stated of, `name` the person's position
    in the sheet's names. `unit` is as written, a distance in metres all the same. `form` is exact, above ("more than"), near, below, or
    ordinal ("in its third year"). `date` is the day since when something lasts.
    """

    span: Span
    field: str
    about: tuple[str, ...]
    name: int | None
    value: float | None
    unit: str
    form: str
    date: DateExpression | None = None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Numbers of one article that contradict each other; `stated` is what it says and `why` what its own numbers come to."""

    spans: tuple[Span, ...]
    field: str
    stated: str
    why: str


@dataclass(frozen=True, slots=True)
class Stance:
    """What somebody is said to claim of an act: who claims it, whose act it is, and whether it is denied.

    `who` and `of` are a country as "=" and its code, a name as "@" and its position in the sheet's names, or a noun; `objects` are the
    nouns that the act is done upon, `speaker` the words for who claims it.
    """

    span: Span
    who: str
    of: str
    act: str
    objects: tuple[str, ...]
    denied: bool
    speaker: str


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
    countries: tuple[tuple[str, int], ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    facts: tuple[FactMention, ...] = ()
    reckonings: tuple[Reckoning, ...] = ()
    stances: tuple[Stance, ...] = ()
