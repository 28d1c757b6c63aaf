"""What one article states in passing that another may state otherwise: offices, numbers, claims that somebody denies."""

from dataclasses import dataclass

from crosswire.model.dates import DateExpression
from crosswire.model.spans import Span


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
class QuantityMention:
    """A number that an article states of something, with the words that say of what; `field` is sum, measure, count or vote.

    `unit` is a currency, what a measure is reckoned in, or the noun counted, and `value` is in it; `written` is a measure's unit as it
    stands there, or both numbers of a vote. `head` is the noun whose attribute the number is ("the 48-page report"), `definite` says that
    the reader is taken to know it. `close` are lemmas of the words of its phrase and of what governs it, `wide` those of its clause
    besides, `subject` that of the clause's subject, `of` those of the words behind its noun; `years` are those named in its sentence.
    `form` is exact, above, near or below.
    """

    span: Span
    field: str
    unit: str
    value: float
    form: str
    written: str
    head: str
    definite: bool
    close: tuple[str, ...]
    wide: tuple[str, ...]
    subject: str
    of: tuple[str, ...]
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Numbers of one article that contradict each other; `stated` is what it says and `why` what its own numbers come to."""

    spans: tuple[Span, ...]
    field: str
    stated: str
    why: str


@dataclass(frozen=True, slots=True)
class Contention:
    """What somebody is said to claim of an act: who claims it, whose act it is, and whether it is denied.

    `who` and `of` are a country as "=" and its code, a name as "@" and its position in the sheet's names, or a noun; `objects` are the
    nouns that the act is done upon, `speaker` the words for who claims it; `who` is "" where nobody is named. `accused` says that it is
    told as an accusation.
    """

    span: Span
    who: str
    of: str
    act: str
    objects: tuple[str, ...]
    denied: bool
    speaker: str
    accused: bool = False
