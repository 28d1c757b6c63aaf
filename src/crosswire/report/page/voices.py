"""Who speaks in a story: each speaker with what several reports carry, and what one report alone has."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.model import Name, Quote, Span, Utterance
from crosswire.report.lookups import Lookup

_WORDINGS = ("altered", "trimmed", "same")


@dataclass(frozen=True, slots=True)
class Lone:
    """Words that one report alone has: a quotation, or a part of it that makes an utterance of its own."""

    span: Span
    quote: Quote
    utterance: Utterance | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of one story: what several reports carry, altered wordings first, and what one report alone has.

    `name` is None for words without a speaker, `reports` are the articles that carry any of it.
    """

    name: Name | None
    utterances: tuple[Utterance, ...]
    alone: tuple[Lone, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The articles that carry any of it."""
        carried = (carrier.span.article for utterance in self.utterances for carrier in utterance.carriers)
        return frozenset(carried) | {lone.span.article for lone in self.alone}


def collect_voices(utterances: Iterable[Utterance], quotes: Iterable[Quote], lookup: Lookup) -> list[Voice]:
    """The speakers: those with altered words first, then by how many reports carry them, then by name; words without a speaker last.

    `quotes` are those that carry no utterance.
    """
    said: dict[str | None, list[Utterance]] = defaultdict(list)
    alone: dict[str | None, list[Lone]] = defaultdict(list)
    for utterance in utterances:
        speaker = utterance.speaker if utterance.speaker in lookup.names else None
        lone = _find_lone(utterance, lookup)
        if lone is None:
            said[speaker].append(utterance)
        else:
            alone[speaker].append(lone)
    for quote in quotes:
        alone[quote.speaker if quote.speaker in lookup.names else None].append(Lone(quote.span, quote, None))
    voices = (_make_voice(speaker, said[speaker], alone[speaker], lookup) for speaker in dict.fromkeys([*said, *alone]))
    return sorted(voices, key=_rank_voice)


def place_quotes(lookup: Lookup) -> dict[str, tuple[str, Span]]:
    """Where each quotation that carries utterances stands on the page: with the first of its words, in the utterance that they make."""
    places: dict[str, tuple[str, Span]] = {}
    for utterance in lookup.record.utterances:
        for carrier in utterance.carriers:
            place = (utterance.id, carrier.span)
            known = places.setdefault(carrier.quote, place)
            places[carrier.quote] = min(known, place, key=lambda place: (place[1], place[0]))
    return places


def _find_lone(utterance: Utterance, lookup: Lookup) -> Lone | None:
    """The utterance as words of one report, where one quotation alone carries it."""
    if len(utterance.carriers) != 1 or utterance.carriers[0].quote not in lookup.quotes:
        return None
    carrier = utterance.carriers[0]
    return Lone(carrier.span, lookup.quotes[carrier.quote], utterance)


def _make_voice(speaker: str | None, said: Iterable[Utterance], alone: Iterable[Lone], lookup: Lookup) -> Voice:
    utterances = sorted(said, key=lambda utterance: (_WORDINGS.index(utterance.wording), -len(utterance.carriers), utterance.id))
    lones = sorted(alone, key=lambda lone: (lookup.places.get(lone.span.article, len(lookup.places)), lone.span, lone.quote.id))
    return Voice(lookup.names[speaker] if speaker else None, tuple(utterances), tuple(lones))


def _rank_voice(voice: Voice) -> tuple[bool, bool, int, str, str]:
    if voice.name is None:
        return True, True, 0, "", ""
    altered = any(utterance.wording == "altered" for utterance in voice.utterances)
    return False, not altered, -len(voice.reports), voice.name.name.casefold(), voice.name.id
