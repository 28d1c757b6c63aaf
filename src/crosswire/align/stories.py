"""Everything the articles of one story tell, laid side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosswire.align.contentions import Contest, merge_contests
from crosswire.align.facts import Fact, merge_facts
from crosswire.align.incidents import merge_incidents
from crosswire.align.names import Key, merge_names
from crosswire.align.offices import Office, merge_offices
from crosswire.align.positions import merge_positions
from crosswire.align.quantities import Quantity, merge_quantities
from crosswire.align.utterances import merge_utterances
from crosswire.align.wordings import Contrast
from crosswire.model import Condition, Incident, Meeting, Name, Proposal, Quote, Sheet, Utterance, found_id, number_alike


@dataclass(frozen=True, slots=True)
class Alignment:
    """One story's things; `contrasts` say which quotes' words for an utterance differ from which others'."""

    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    utterances: tuple[Utterance, ...]
    contrasts: tuple[Contrast, ...]
    incidents: tuple[Incident, ...]
    proposals: tuple[Proposal, ...] = ()
    conditions: tuple[Condition, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    offices: tuple[Office, ...] = ()
    facts: tuple[Fact, ...] = ()
    contests: tuple[Contest, ...] = ()
    quantities: tuple[Quantity, ...] = ()


def align_story(sheets: Sequence[Sheet], published: Mapping[str, date], twins: Mapping[str, str]) -> Alignment:
    """The names, quotations, utterances, incidents and positions of one story's articles.

    `published` gives the day of each article that has one, `twins` for each article printed from another's text the one that
    stands for both.
    """
    sheets = sorted(sheets, key=lambda sheet: sheet.article.id)
    names, ids = merge_names(sheets)
    quotes = [quote for sheet in sheets for quote in _make_quotes(sheet, ids, published.get(sheet.article.id))]
    utterances, contrasts = merge_utterances(quotes, {sheet.article.id: sheet.article for sheet in sheets}, twins)
    positions = merge_positions(sheets, published, (names, ids), quotes)
    speaking = positions.list_sides() | {quote.speaker for quote in quotes} | {utterance.speaker for utterance in utterances}
    kept = tuple(name for name in names if name.kind == "person" or name.id in speaking)
    return Alignment(
        names=kept,
        quotes=tuple(_link(quotes, utterances)),
        utterances=utterances,
        contrasts=contrasts,
        incidents=merge_incidents(sheets, published, (names, ids)),
        proposals=positions.proposals,
        conditions=positions.conditions,
        meetings=positions.meetings,
        offices=merge_offices(sheets, names, ids),
        facts=merge_facts(sheets, ids),
        contests=merge_contests(sheets, ids),
        quantities=merge_quantities(sheets, twins),
    )


def _link(quotes: Sequence[Quote], utterances: Sequence[Utterance]) -> list[Quote]:
    """The quotes with the utterances they carry."""
    carried: dict[str, set[str]] = {}
    for utterance in utterances:
        for carrier in utterance.carriers:
            carried.setdefault(carrier.quote, set()).add(utterance.id)
    return [replace(quote, utterances=tuple(sorted(carried.get(quote.id, ())))) for quote in quotes]


def _make_quotes(sheet: Sheet, names: Mapping[Key, str], published: date | None) -> list[Quote]:
    parts = number_alike([mention.span for mention in sheet.quotes])
    spans = [(mention.span.start, mention.span.end, *([part] if part else [])) for mention, part in zip(sheet.quotes, parts, strict=True)]
    ids = [found_id("quote", sheet.article, *founding) for founding in spans]
    return [_make_quote(sheet, i, ids, names, published) for i in range(len(ids))]


def _make_quote(sheet: Sheet, position: int, ids: Sequence[str], names: Mapping[Key, str], published: date | None) -> Quote:
    mention = sheet.quotes[position]
    said = mention.said_on.expression.resolve(published) if mention.said_on else None
    return Quote(
        id=ids[position],
        article=sheet.article.id,
        span=mention.span,
        content=mention.content,
        continues=None if mention.continues is None else ids[mention.continues],
        kind=mention.kind,
        speaker=None if mention.speaker is None else names.get((sheet.article.id, mention.speaker)),
        speaker_words=mention.speaker_words,
        cue=mention.cue,
        told_to=mention.told_to,
        said_in=mention.said_in,
        said_on=said.start if said is not None and said.precision == "day" else None,
        utterances=(),
        why=mention.why,
        manner=mention.manner,
    )
