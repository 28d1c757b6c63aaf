"""Proposals, conditions and meetings as tables, one row an account; a proposal with what the ETH/PRIO ceasefire data set asks of one."""

from collections.abc import Iterator

from crosswire.model import Proposal, Span, Telling
from crosswire.report.evidence import Position, name_duration
from crosswire.report.lookups import Lookup
from crosswire.report.tables import Cell, Row, Types, write_rows

BETWEEN = "; "
_ACCOUNT = ("mode", "article", "outlet", "published", "quote", "words", "offsets", "why")
PROPOSAL_COLUMNS = (
    *("proposal", "story", "type", "what", "by", "by_name", "to", "to_name", "declaration", "status"),
    *("declared_from", "declared_to", "timing", "duration_low", "duration_high", "duration_unit"),
    *("scope", "means", "purpose", "geography", "mediator", "enforcement", "answers"),
    *(
        "stated_status",
        "stated_by",
        "stated_to",
        "stated_scope",
        "stated_means",
        "stated_duration",
        "stated_date",
        "broken_by",
        "claimed_by",
        "denied_by",
    ),
    *_ACCOUNT,
)
PROPOSAL_TYPES: Types = dict.fromkeys(("duration_low", "duration_high"), "BIGINT")
CONDITION_COLUMNS = ("condition", "story", "what", "by", "by_name", *_ACCOUNT)
MEETING_COLUMNS = (
    *("meeting", "story", "status", "place", "country", "date_from", "date_to", "level", "parties"),
    *("stated_status", "stated_place", "stated_date", "moved_from", "stated_parties", *_ACCOUNT),
)
STATED = ("by", "to", "scope", "means", "date")
# A status that says that it was declared, agreed or held, not only put.
DECLARED = frozenset({"declared", "agreed", "in force", "said to be broken", "expired", "broken"})


def make_proposals(lookup: Lookup) -> bytes:
    """One row an account of a proposal, as CSV."""
    return write_rows(PROPOSAL_COLUMNS, list_proposal_rows(lookup))


def list_proposal_rows(lookup: Lookup) -> Iterator[Row]:
    """One row an account, cells as they are."""
    for proposal in lookup.record.proposals:
        cells = _tell_proposal(proposal, lookup)
        for account in proposal.accounts:
            stated: dict[str, Cell] = {f"stated_{field}": _text(getattr(account, field)) for field in STATED}
            stated |= {"stated_status": account.status}
            stated |= {field: _text(getattr(account, field)) for field in ("broken_by", "claimed_by", "denied_by")}
            stated["stated_duration"] = name_duration(account.duration) if account.duration else None
            yield cells | stated | _tell_account(account, lookup)


def make_conditions(lookup: Lookup) -> bytes:
    """One row an account of a condition, as CSV."""
    return write_rows(CONDITION_COLUMNS, _list_condition_rows(lookup))


def _list_condition_rows(lookup: Lookup) -> Iterator[Row]:
    for condition in lookup.record.conditions:
        cells: dict[str, Cell] = {"condition": condition.id, "story": _story(condition, lookup), "what": condition.what}
        cells |= {"by": condition.by, "by_name": lookup.speaker(condition.by)}
        yield from (cells | _tell_account(account, lookup) for account in condition.accounts)


def make_meetings(lookup: Lookup) -> bytes:
    """One row an account of a meeting, as CSV."""
    return write_rows(MEETING_COLUMNS, _list_meeting_rows(lookup))


def _list_meeting_rows(lookup: Lookup) -> Iterator[Row]:
    for meeting in lookup.record.meetings:
        place, days = meeting.place, meeting.date
        cells: dict[str, Cell] = {"meeting": meeting.id, "story": _story(meeting, lookup), "status": meeting.status, "level": meeting.level}
        cells |= {"place": place.name, "country": place.country} if place else {}
        cells |= {"date_from": days.start, "date_to": days.end} if days else {}
        cells["parties"] = BETWEEN.join(lookup.speaker(party) or party for party in meeting.parties)
        for account in meeting.accounts:
            stated = {"stated_status": account.status, "stated_place": _text(account.place), "stated_date": _text(account.date)}
            stated |= {"moved_from": _text(account.moved_from), "stated_parties": BETWEEN.join(span.text for span in account.parties)}
            yield cells | stated | _tell_account(account, lookup)


def _tell_proposal(proposal: Proposal, lookup: Lookup) -> dict[str, Cell]:
    """What the record holds of a proposal over all accounts; days only where it was declared, agreed or held."""
    days = proposal.date if proposal.status in DECLARED else None
    lasting = proposal.duration
    return {
        "proposal": proposal.id,
        "story": _story(proposal, lookup),
        "type": proposal.type,
        "what": proposal.what,
        "by": proposal.by,
        "by_name": lookup.speaker(proposal.by),
        "to": proposal.to,
        "to_name": lookup.speaker(proposal.to),
        "declaration": _name_declaration(proposal),
        "status": proposal.status,
        "declared_from": days.start if days else None,
        "declared_to": days.end if days else None,
        "timing": "definite" if lasting else None,
        "duration_low": lasting.low if lasting else None,
        "duration_high": lasting.high if lasting else None,
        "duration_unit": lasting.unit if lasting else None,
        "scope": proposal.scope,
        "means": proposal.means,
        "purpose": proposal.purpose,
        "geography": proposal.geography,
        "mediator": lookup.speaker(proposal.mediator),
        "enforcement": proposal.enforcement,
        "answers": BETWEEN.join(f"{lookup.speaker(answer.by) or '?'} {answer.kind}" for answer in proposal.answers),
    }


def _name_declaration(proposal: Proposal) -> str | None:
    """ "bilateral" where two are told to agree, "unilateral" where one declares; blank where neither is told."""
    if proposal.status.startswith("agreed") and proposal.by and proposal.to:
        return "bilateral"
    declared = any(account.status == "declared" for account in proposal.accounts)
    return "unilateral" if declared and proposal.by and not proposal.to else None


def _tell_account(account: Telling, lookup: Lookup) -> dict[str, Cell]:
    article = lookup.articles.get(account.article)
    return {
        "mode": account.mode,
        "article": account.article,
        "outlet": article.outlet if article else None,
        "published": article.published if article else None,
        "quote": account.quote,
        "words": " | ".join(span.text for span in account.evidence),
        "offsets": " | ".join(f"{span.article}:{span.start}-{span.end}" for span in account.evidence),
        "why": account.why,
    }


def _text(span: Span | None) -> str | None:
    return span.text if span is not None else None


def _story(position: Position, lookup: Lookup) -> str | None:
    story = lookup.story_of(position)
    return story.id if story else None
