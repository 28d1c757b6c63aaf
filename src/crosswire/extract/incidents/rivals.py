"""Rival tolls: another figure for what was told, that somebody gives in a clause with no event of its own."""

from typing import TYPE_CHECKING

from crosswire.extract.incidents.actors import find_source
from crosswire.extract.incidents.frames import Frame, is_new
from crosswire.extract.incidents.numbers import Count
from crosswire.extract.subjects import is_speech
from crosswire.model import read_words

if TYPE_CHECKING:
    from crosswire.extract.incidents.tellings import Telling

# Somebody's claim is of the last thing told within so many sentences.
REACH = 4
# So many times as many are no other toll of the same.
TENFOLD = 10
# So many people harmed without a word of what happened are a statistic.
MASS = 10_000


def is_rival(frame: Frame, telling: "Telling", alone: bool) -> bool:
    """Whether a clause with no event, place or day gives another toll of what was told.

    A lower one right after it ("the government speaks of three"); one that somebody claims soon after one with a place ("the army said
    eight of its men had died"), or at any distance where the article has told nothing else; any, where that was told without a place
    either (minutes of a live report).
    """
    own = frame.triggers or frame.place is not None or frame.date is not None or frame.apart or is_new(frame)
    if own or any(harm.besides for harm in frame.harms):
        return False
    pairs = [(h.count, o.count) for h in frame.harms for o in telling.harms if h.field == o.field and h.count and o.count]
    sentences = frame.number - telling.frames[-1].number
    if sentences <= 1 and pairs and all((one.high or MASS) < (other.low or 0) for one, other in pairs):
        return True
    if not _pair_tolls(frame, telling):
        return False
    if alone and telling.place is None:
        return True
    return _is_claimed(frame) and (alone or (telling.place is not None and sentences <= REACH))


def _is_claimed(frame: Frame) -> bool:
    """Whether somebody is told to give a figure: "the army says", "it says", "put its losses at eight dead", "by his count"."""
    counting = read_words("extract", "counting_words")
    by_count = any(t.lemma_ in counting and t.head.lower_ in ("by", "to") for t in frame.sentence)
    told = any(is_speech(above) and not any(c.dep_ == "nsubjpass" for c in above.children) for t in frame.tokens for above in t.ancestors)
    return told or by_count or find_source(frame) is not None or any(token.lemma_ == "put" for token in frame.sentence)


def _pair_tolls(frame: Frame, telling: "Telling") -> list[tuple[Count, Count]]:
    """The figures of a clause with those of a telling for the same field; none where one is many times the other."""
    firm = [harm for harm in telling.harms if harm.firm]
    pairs = [(h.count, o.count) for h in frame.harms for o in firm if h.field == o.field and h.count and o.count]
    return [] if any(_is_tenfold(one, other) for one, other in pairs) else pairs


def _is_tenfold(one: Count, other: Count) -> bool:
    low, high = sorted((one.low or one.high or 0, other.low or other.high or 0))
    return high >= TENFOLD * low
