"""Who is named by the words of an attribution, and which words name them."""

from typing import TYPE_CHECKING

from crosswire.extract.quotes.attributions import Attribution
from crosswire.extract.quotes.casts import Cast
from crosswire.extract.quotes.resolutions import Resolution
from crosswire.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

OPENING = frozenset("([“„«\"‘'")


def resolve_speaker(cast: Cast, attribution: Attribution | None) -> Resolution | None:
    """Who an attribution's subject is, with the reason; None where it has none."""
    if attribution is None or attribution.subject is None:
        return None
    resolution = cast.resolve(attribution.subject)
    return Resolution(resolution.name, f"{attribution.how}: {resolution.why}")


def find_speaker_words(reading: "Reading", attribution: Attribution | None) -> Span | None:
    """The words for the speaker: the subject with all that belongs to it."""
    if attribution is None or attribution.subject is None:
        return None
    words = _cut([t for t in attribution.subject.subtree if not t.is_space], attribution)
    return reading.span(words[0].idx, words[-1].idx + len(words[-1]))


def _cut(words: "list[Token]", attribution: Attribution) -> "list[Token]":
    """A subject's words without what the parse hangs on it by mistake: marks at its start, a possessive ending, what a colon parts."""
    head = attribution.subject
    first = next((n for n, t in enumerate(words) if t == head or not (t.is_punct and t.text not in OPENING)), 0)
    last = next((n for n, t in enumerate(words) if t.text == ":" and head is not None and t.i > head.i), len(words))
    words = words[first:last]
    # The comma that closes an apposition before the verb belongs to it ("Ana Ruiz, the mayor, said"), one behind it does not.
    while len(words) > 1 and (words[-1].tag_ == "POS" or (words[-1].text == "," and words[-1].i > attribution.verb.i)):
        words = words[:-1]
    return words


def find_cue_words(reading: "Reading", attribution: Attribution | None) -> Span | None:
    """The reporting verb or phrase."""
    if attribution is None:
        return None
    return reading.span(attribution.first.idx, attribution.last.idx + len(attribution.last))
