"""Incidents as one article tells them: one mention for each thing that happened."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from crosswire.extract.incidents.actors import find_actor, find_source, find_target
from crosswire.extract.incidents.clauses import is_narrow, is_site, root_of
from crosswire.extract.incidents.fields import find_field_day, find_field_place
from crosswire.extract.incidents.frames import Frame, find_frames
from crosswire.extract.incidents.harms import FIELDS, Harm, find_harms
from crosswire.extract.incidents.homes import (
    find_beside,
    find_holder,
    find_home,
    find_lead_day,
    find_main_town,
    find_meant,
    find_only_place,
    is_stray,
    is_unknown,
    put_into_division,
)
from crosswire.extract.incidents.joins import join_frames
from crosswire.extract.incidents.munitions import list_munitions
from crosswire.extract.incidents.named import list_named
from crosswire.extract.incidents.nearness import is_near
from crosswire.extract.incidents.numbers import Count
from crosswire.extract.incidents.tellings import Telling, are_days_apart, is_wide, lies_in
from crosswire.model import DateMention, Figure, IncidentMention, PlaceMention, Span, Subgroup, Superseded, is_vast, meet

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from crosswire.model import Reading

# A sentence of fewer words is a stray day or the name of an agency, and parts no two that go on with each other.
LEAST_WORDS = 3
# An incident told from a sentence up to this one on, and without a day, is that of the headline and the lead.
LEADING = 6
SEVERAL = 2  # towns
BEHIND = 2  # sentences


def find_incidents(reading: "Reading") -> tuple[IncidentMention, ...]:
    """The incidents of one article in order of telling.

    A clause counts where it tells a figure of people killed or injured, or names an event as fact at a town in an
    article that tells of people harmed or is about such an event, or counts weapons used on a day (`tellings`).
    """
    sentences = [sentence for sentence in reading.doc.sents if _is_sentence(sentence)]
    frames = [frame for number, sentence in enumerate(sentences) for frame in find_frames(reading, sentence, number)]
    tellings = join_frames(reading, frames)
    alone = len({telling.place.span.text for telling in tellings if telling.place is not None and is_narrow(telling.place)}) < SEVERAL
    described = (
        _describe(reading, telling, tellings[1:] if not number else None, telling.summing and not alone)
        for number, telling in enumerate(tellings)
    )
    munitions = (list_munitions(reading, _list_words(telling, tellings)) for telling in tellings)
    return tuple(replace(mention, munitions=counted) for mention, counted in zip(described, munitions, strict=True))


def _list_words(telling: Telling, tellings: Sequence[Telling]) -> "list[Token]":
    """The words that tell an incident, and the sentences right before and behind it that tell none."""
    words: dict[int, Token] = {}
    others = [frame for other in tellings if other is not telling for frame in other.frames]
    taken = {frame.sentence.start for frame in (*others, *telling.frames)}
    for frame in telling.frames:
        alone = all(other.sentence.start != frame.sentence.start for other in others)
        words |= {token.i: token for token in (frame.sentence if alone else frame.tokens)}
        for sentence in _list_beside(frame.sentence):
            words |= {token.i: token for token in sentence} if sentence.start not in taken else {}
    return [words[i] for i in sorted(words)]


def _list_beside(sentence: "Words") -> "Iterator[Words]":
    """The sentence before one, and the two behind it."""
    doc = sentence.doc
    if sentence.start > 0:
        yield doc[sentence.start - 1].sent
    end = sentence.end
    for _ in range(BEHIND):
        if end < len(doc):
            yield doc[end].sent
            end = doc[end].sent.end


def _is_sentence(words: "Words") -> bool:
    """Whether words are enough for a sentence, or tell a figure: "Eight dead."."""
    if sum(token.is_alpha for token in words) >= LEAST_WORDS:
        return True
    return any(harm.count is not None for harm in find_harms(words))


def _describe(reading: "Reading", telling: Telling, others: Sequence[Telling] | None, series: bool) -> IncidentMention:
    """What a telling says: the first of its article where `others` are those after it, a `series` of things told as one where the article
    tells of several towns.
    """
    frames = telling.frames
    beside = find_beside(reading, [frame.sentence for frame in frames])
    place = (beside or telling.place) if series and _is_vast(telling.place) else _choose_place(reading, telling)
    place = place if others is None else _place_first(reading, telling, place, None if series else others)
    place = _mark_near(reading, place, frames) if place is not None else None
    date = telling.date if others is None else _date_first(reading, telling)
    harms = _prefer_text(reading, telling.harms)
    figures = {field: _choose(reading, harms, field) for field in FIELDS}
    return IncidentMention(
        kind=telling.kind,
        evidence=tuple(dict.fromkeys(_evidence(reading, frame) for frame in frames)),
        place=place,
        date=date,
        killed=figures["killed"],
        injured=figures["injured"],
        missing=figures["missing"],
        detained=figures["detained"],
        displaced=figures["displaced"],
        of_whom=_list_subgroups(reading, harms),
        superseded=tuple(old for field in FIELDS for old in _list_superseded(reading, harms, field)),
        victims=list_named(reading, harms),
        weapon=next((frame.weapon for frame in frames if frame.weapon), None),
        target=next((target for frame in frames if (target := find_target(frame))), None),
        actor=next((actor for frame in frames if (actor := find_actor(frame))), None),
        attributed_to=next((source for frame in frames if (source := find_source(frame))), None),
        updated=any(harm.total for harm in harms),
        why=_explain(telling, place),
    )


def _place_first(reading: "Reading", telling: Telling, place: PlaceMention | None, others: Sequence[Telling] | None) -> PlaceMention | None:
    """Where what an article tells first was: where a bulletin says so, else the town that it names most, if no narrower place is told; not
    for a series, which has no `others`.
    """
    if telling.place is None:
        place = find_field_place(reading) or place
    village = telling.place is not None and not telling.place.candidates and not is_site(reading, telling.place)
    if others is None or telling.frames[0].apart or village or not (place is None or is_wide(place)):
        return place
    apart = [frame for other in others for frame in other.frames if are_days_apart(reading, frame, telling)]
    taken = {frame.place.span.start for frame in apart if frame.place is not None}
    town = find_main_town(reading, [frame.sentence for frame in telling.frames], taken)
    return town if town is not None and (place is None or lies_in(town, place)) else place


def _mark_near(reading: "Reading", place: PlaceMention, frames: Sequence[Frame]) -> PlaceMention:
    """The place, marked where its words and those of every clause that puts the event there say that it was near a town."""
    told = [place, *(frame.place for frame in frames if frame.place is not None and frame.place.candidates == place.candidates)]
    roots = [root_of(reading, named) for named in told]
    near = is_narrow(place) and bool(place.candidates) and all(root is not None and is_near(root) for root in roots)
    return replace(place, near=True) if near else place


def _date_first(reading: "Reading", telling: Telling) -> DateMention | None:
    """The day of what an article tells first: its own, that which a bulletin says, or that of the lead."""
    leading = not telling.frames[0].apart and telling.frames[0].number <= LEADING
    aside = [frame.sentence for frame in telling.frames]
    return telling.date or find_field_day(reading) or (find_lead_day(reading, aside) if leading else None)


def _prefer_text(reading: "Reading", harms: Sequence[Harm]) -> list[Harm]:
    """The harms, those of the headline last where the text tells the same figure: headlines drop "at least"."""
    low, high = reading.paragraphs[0]
    headed = len(reading.paragraphs) > 1 and not reading.article.text[low:high].rstrip().endswith((".", "!", "?"))
    heading = [harm for harm in harms if headed and harm.anchor.idx < high and not harm.total]
    told = [harm for harm in harms if harm not in heading]
    yielding = [harm for harm in heading if any(other.field == harm.field and _fit(harm, other) for other in told)]
    return [*(harm for harm in harms if harm not in yielding), *yielding]


def _fit(one: Harm, other: Harm) -> bool:
    return one.count is not None and other.count is not None and meet(one.count, other.count) and not (other.known or other.shot)


def _choose_place(reading: "Reading", telling: Telling) -> PlaceMention | None:
    """The narrowest place told; of a site alone the town that the report is at home in, and its name without one.

    Where nothing narrower than a country is told, or nothing at all, the town that the event is laid beside, or the only division of which
    places are named around it.
    """
    told, sentences = telling.place, [frame.sentence for frame in telling.frames]
    if told is None and (meant := find_meant(reading, sentences)) is not None:
        return meant
    home = find_home(reading, sentences)
    if told is None and home is not None:
        return home
    if told is None or _is_vast(told):
        return _find_inner(reading, told, sentences) or told
    if is_wide(told) and (beside := find_beside(reading, sentences)) is not None:
        return beside
    if not is_site(reading, told) and not (home and told.candidates and is_stray(reading, told, home)):
        return told if not is_unknown(reading, told) else find_holder(reading, told) or put_into_division(reading, told, sentences)
    named = PlaceMention(told.span, ())
    return home or find_holder(reading, told) or find_beside(reading, sentences) or put_into_division(reading, named, sentences)


def _is_vast(place: PlaceMention | None) -> bool:
    return place is not None and bool(place.candidates) and is_vast(place.candidates[0].place)


def _find_inner(reading: "Reading", wide: PlaceMention | None, sentences: "Sequence[Words]") -> PlaceMention | None:
    """What narrower place sentences name without saying that the event was there, in the same country."""
    beside = find_beside(reading, sentences)
    if beside is not None and not beside.candidates:
        return put_into_division(reading, beside, sentences)
    inner = beside or find_only_place(reading, sentences)
    return inner if inner is not None and (wide is None or _may_hold(wide, inner)) else None


def _may_hold(wide: PlaceMention, inner: PlaceMention) -> bool:
    return wide.candidates[0].place.country in (None, inner.candidates[0].place.country)


def _explain(telling: Telling, where: PlaceMention | None) -> str:
    count = len(telling.frames)
    place = f"placed by “{where.span.text}”" if where else "no place told"
    date = f"dated by “{telling.date.span.text}”" if telling.date else "no day told"
    return f"{telling.kind} told in {count} clause{'s' if count > 1 else ''}, {place}, {date}"


def _evidence(reading: "Reading", frame: Frame) -> Span:
    """The words of the clause; the whole sentence where it tells one incident only."""
    words = [t for t in frame.sentence if not t.is_space] if frame.alone else [t for t in frame.tokens if not t.is_punct] or frame.tokens
    return reading.span(words[0].idx, words[-1].idx + len(words[-1]))


def _pick(harms: Sequence[Harm], field: str) -> Harm | None:
    """The harm whose figure stands: the last running total told ("the toll rose to 12"), else the first figure stated.

    People told of before count where no figure is; people shot are hurt where nobody is told to have died.
    """
    stated = [harm for harm in harms if harm.field == field and harm.count is not None]
    totals = [harm for harm in stated if harm.rising]
    if totals:
        return totals[-1]
    if any(harm.field == "killed" and harm.count and harm.count.high != 0 for harm in harms):
        stated = [harm for harm in stated if not harm.shot]
    crowd = max((harm.crowd for harm in harms if harm.field == field), default=0)
    # "wounding dozens …; twelve officers were hurt"
    stated = [harm for harm in stated if not (_is_below(harm, crowd) and _is_of_group(harm))]
    first = min(stated, key=lambda harm: (harm.former, harm.known or harm.shot, harm.known), default=None)
    return _find_bounded(first, stated) if first is not None else None


def _find_bounded(first: Harm, stated: Sequence[Harm]) -> Harm:
    """The first figure, or the one told later as "at least" as many: headlines leave that out."""
    if first.count is None or first.count.low != first.count.high or first.anchor.sent[-1].text.strip() == ".":
        return first
    return next((h for h in stated if h.count is not None and h.count.low == first.count.low and h.count.high is None), first)


def _is_below(harm: Harm, crowd: int) -> bool:
    return harm.count is not None and harm.count.high is not None and harm.count.high < crowd


def _is_of_group(harm: Harm) -> bool:
    """Whether a figure counts one group alone."""
    return harm.count is not None and any((part.count.low, part.count.high) == (harm.count.low, harm.count.high) for part in harm.parts)


def _choose(reading: "Reading", harms: Sequence[Harm], field: str) -> Figure | None:
    chosen = _pick(harms, field)
    return Figure(chosen.count.low, chosen.count.high, _span(reading, chosen.count)) if chosen and chosen.count else None


def _list_superseded(reading: "Reading", harms: Sequence[Harm], field: str) -> list[Superseded]:
    """The figures that a running total of the same article replaces, and those it calls earlier ones.

    Beside a running total in one sentence a figure is what it rose by.
    """
    chosen = _pick(harms, field)
    if chosen is None or chosen.count is None:
        return []
    others = [harm for harm in harms if harm.field == field and (harm.former or (chosen.rising and harm.anchor.sent != chosen.anchor.sent))]
    counts = [harm.count for harm in others if harm.count is not None]
    replaced = {(count.low, count.high): count for count in reversed(counts) if not meet(count, chosen.count)}
    return [Superseded(field, count.low, count.high, _span(reading, count)) for _, count in sorted(replaced.items(), key=str)]


def _list_subgroups(reading: "Reading", harms: Sequence[Harm]) -> tuple[Subgroup, ...]:
    """The subgroups of all figures, the first count told of each group and field."""
    found: dict[tuple[str, str], Subgroup] = {}
    for harm in harms:
        for part in harm.parts:
            group = Subgroup(part.group, harm.field, part.count.low, part.count.high, _span(reading, part.count))
            found.setdefault((part.group, harm.field), group)
    return tuple(found[key] for key in sorted(found))


def _span(reading: "Reading", count: Count) -> Span:
    return reading.span(count.first.idx, count.last.idx + len(count.last))
