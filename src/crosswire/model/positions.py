"""What was put forward, on which terms, what must come first, and who met whom."""

from dataclasses import dataclass
from typing import Literal

from crosswire.model.incidents import Place, When
from crosswire.model.spans import Span

Mode = Literal["said", "planned", "hypothetical", "denied", "negated"]
AnswerKind = Literal["accepts", "rejects", "will consider", "demands clarity", "no answer"]
# In days: low and high of each unit.
LENGTHS = {"hour": (1 / 24, 1 / 24), "day": (1.0, 1.0), "week": (7.0, 7.0), "month": (28.0, 31.0), "year": (365.0, 366.0)}


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something proposed is to last; "at least 30 days" is 30 to None."""

    low: int | None
    high: int | None
    unit: Literal["hour", "day", "week", "month", "year"]
    span: Span


def measure_duration(duration: Duration) -> tuple[float, float]:
    """The shortest and the longest that a length may be, in days."""
    low, high = LENGTHS[duration.unit]
    return (duration.low or 0) * low, float("inf") if duration.high is None else duration.high * high


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of a proposal, a condition or a meeting, with the terms as that article has them.

    `mode` tells what is said to be so from what is planned, hypothetical, denied or negated; `said_by` are the words for who says so,
    `days` those that the words of `date` mean. `claimed_by` are the words for who says that it was broken, where the article does not say
    so itself, `denied_by` those for who denies it. What an article does not tell stays None.
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
    claimed_by: Span | None = None
    denied_by: Span | None = None
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
    the days on which it is put or begins, `status` the latest that it has come to by any account. That it was broken is a claim wherever
    somebody says so or denies it: "said to be broken", `claimed_by` those who say so, `denied_by` those who deny it. `purpose`,
    `geography`, `enforcement` and `mediator` are what the ETH/PRIO ceasefire data set asks of a ceasefire.
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
    claimed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
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
