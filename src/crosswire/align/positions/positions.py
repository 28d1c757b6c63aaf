"""All positions of one story."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crosswire.align.names import Key
from crosswire.align.placenames import call, list_names
from crosswire.align.places import choose_seat, weigh_countries
from crosswire.align.positions import conditions, meetings, proposals
from crosswire.align.positions.parties import Parties
from crosswire.model import Answer, Condition, Meeting, Name, Party, Proposal, Quote, Sheet, number_alike


@dataclass(frozen=True, slots=True)
class Joined:
    """A story's proposals, conditions and meetings."""

    proposals: tuple[Proposal, ...]
    conditions: tuple[Condition, ...]
    meetings: tuple[Meeting, ...]

    def list_sides(self) -> set[str]:
        """All that stand for a side: names' ids, and words."""
        sides = {
            side
            for p in self.proposals
            for side in (p.by, p.to, p.mediator, *p.claimed_by, *p.denied_by, *(answer.by for answer in p.answers))
        }
        sides |= {condition.by for condition in self.conditions} | {party for meeting in self.meetings for party in meeting.parties}
        return {side for side in sides if side is not None}


def merge_positions(
    sheets: Sequence[Sheet], published: Mapping[str, date], names: tuple[Sequence[Name], Mapping[Key, str]], quotes: Sequence[Quote]
) -> Joined:
    """The positions of a story's articles; `names` are its names and the id of each name of a sheet."""
    parties = Parties(
        *names,
        ((sheet.article.id, party) for sheet in sheets for party in _list_parties(sheet)),
        ((sheet.article.id, office) for sheet in sheets for office in sheet.offices),
    )
    days = {sheet.article.id: published.get(sheet.article.id) for sheet in sheets}
    called = list_names(sheets, weigh_countries(sheets))
    told = list(proposals.list_told([(sheet.article, sheet.proposals, days[sheet.article.id]) for sheet in sheets]))
    asked = [conditions.Told(sheet.article, i, mention) for sheet in sheets for i, mention in enumerate(sheet.conditions)]
    met = [
        meetings.Told(
            sheet.article,
            mention,
            call(choose_seat(mention.place), called) if mention.place is not None else None,
            mention.date.expression.resolve(days[sheet.article.id]) if mention.date is not None else None,
            mention.moved_from.expression.resolve(days[sheet.article.id]) if mention.moved_from is not None else None,
            part,
        )
        for sheet in sheets
        for mention, part in zip(sheet.meetings, number_alike([one.evidence for one in sheet.meetings]), strict=True)
    ]
    return Joined(
        proposals.merge_proposals(told, _list_answers(sheets, parties, quotes), parties, quotes),
        conditions.merge_conditions(asked, parties, quotes),
        meetings.merge_meetings(met, parties, quotes),
    )


def _list_parties(sheet: Sheet) -> Iterator[Party]:
    """All words for sides in one article's positions."""
    sides = [side for p in sheet.proposals for side in (p.by, p.to, p.mediator, p.teller)]
    sides += [answer.by for answer in sheet.answers] + [condition.by for condition in sheet.conditions]
    sides += [party for meeting in sheet.meetings for party in meeting.parties]
    yield from (side for side in sides if side is not None)


def _list_answers(sheets: Sequence[Sheet], parties: Parties, quotes: Sequence[Quote]) -> list[proposals.Spoken]:
    """Every sheet's answers as the record holds them."""
    return [
        proposals.Spoken(
            sheet.article.id,
            mention.proposal,
            Answer(
                kind=mention.kind,
                by=parties.show(sheet.article.id, mention.by),
                article=sheet.article.id,
                span=mention.evidence,
                quote=proposals.find_quote([mention.evidence], quotes),
                mode=mention.mode,
                why=mention.why,
            ),
        )
        for sheet in sheets
        for mention in sheet.answers
    ]
