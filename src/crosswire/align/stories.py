"""Everything the articles of one story tell, laid side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosswire.align.incidents import merge_incidents
from crosswire.align.names import merge_names
from crosswire.align.utterances import Contrast, merge_utterances
from crosswire.model import Incident, Name, Quote, QuoteMention, Sheet, Utterance, make_id


@dataclass(frozen=True, slots=True)
class Alignment:
    """One story's things; `contrasts` pair an utterance's id with quotes whose words for it differ."""

    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    utterances: tuple[Utterance, ...]
    contrasts: tuple[tuple[str, Contrast], ...]
    incidents: tuple[Incident, ...]


def align_story(sheets: Sequence[Sheet], published: Mapping[str, date]) -> Alignment:
    """The names, quotations, utterances and incidents of one story's articles; `published` gives the day of each article that has one."""
    sheets = sorted(sheets, key=lambda sheet: sheet.article.id)
    names, ids = merge_names(sheets)
    quotes = [quote for sheet in sheets for quote in _make_quotes(sheet, ids, published.get(sheet.article.id))]
    utterances, contrasts = merge_utterances(quotes, {sheet.article.id: sheet.article for sheet in sheets})
    carried: dict[str, list[str]] = {}
    for utterance in utterances:
        for carrier in utterance.carriers:
            carried.setdefault(carrier.quote, []).append(utterance.id)
    quotes = [replace(quote, utterances=tuple(sorted(set(carried.get(quote.id, ()))))) for quote in quotes]
    speaking = {quote.speaker for quote in quotes}
    kept = tuple(name for name in names if name.kind == "person" or name.id in speaking)
    return Alignment(kept, tuple(quotes), utterances, contrasts, merge_incidents(sheets, published))


def _make_quotes(sheet: Sheet, names: Mapping[tuple[str, int], str], published: date | None) -> list[Quote]:
    ids = [make_id("quote", sheet.article.sha256, mention.span.start, mention.span.end) for mention in sheet.quotes]
    return [_make_quote(sheet, mention, ids, names, published) for mention in sheet.quotes]


def _make_quote(sheet: Sheet, mention: QuoteMention, ids: Sequence[str], names: Mapping[tuple[str, int], str], published: date | None) -> Quote:
    said = mention.said_on.expression.resolve(published) if mention.said_on else None
    return Quote(
        id=ids[sheet.quotes.index(mention)],
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
    )
