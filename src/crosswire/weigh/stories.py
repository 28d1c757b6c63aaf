"""The origins and findings of one story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from crosswire.model import (
    Article,
    Condition,
    Finding,
    Incident,
    Meeting,
    Origin,
    Proposal,
    Sheet,
    Side,
    Utterance,
    make_id,
)
from crosswire.weigh.amounts import Measured, find_quantity_findings
from crosswire.weigh.claims import FIELDS, list_claims, list_readings
from crosswire.weigh.contentions import Contended, find_contest_findings
from crosswire.weigh.corroboration import tell_origins
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.disputes import Stances, find_disputes
from crosswire.weigh.drift import trace_wordings
from crosswire.weigh.facts import find_fact_findings
from crosswire.weigh.figures import find_best, find_figure_findings
from crosswire.weigh.offices import Held, Register, find_office_findings
from crosswire.weigh.origins import Copied, Things, find_origins
from crosswire.weigh.outlets import name_outlet
from crosswire.weigh.positions import Position, find_position_findings, list_position_spans
from crosswire.weigh.press import BUNDLED, Press
from crosswire.weigh.quantities import Stated, find_reckoning_findings, find_statement_findings
from crosswire.weigh.speakers import find_speaker_findings
from crosswire.weigh.terms import Term
from crosswire.weigh.wordings import Contrasting, find_odd, make_wording_finding


class Departing(Contrasting, Protocol):
    """A contrast with the id of its utterance."""

    @property
    def utterance(self) -> str: ...


class Aligned(Things, Protocol):
    """The things of one story, each with all its accounts."""

    @property
    def contrasts(self) -> Sequence[Departing]: ...

    @property
    def offices(self) -> Sequence[Held]: ...

    @property
    def facts(self) -> Sequence[Stated]: ...

    @property
    def contests(self) -> Sequence[Contended]: ...

    @property
    def quantities(self) -> Sequence[Measured]: ...

    @property
    def proposals(self) -> tuple[Proposal, ...]: ...

    @property
    def conditions(self) -> tuple[Condition, ...]: ...

    @property
    def meetings(self) -> tuple[Meeting, ...]: ...


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing adds to a story: origins, findings, and its utterances and incidents with `odd` and `best` filled in."""

    origins: tuple[Origin, ...]
    utterances: tuple[Utterance, ...]
    incidents: tuple[Incident, ...]
    findings: tuple[Finding, ...]


def weigh_story(
    sheets: Sequence[Sheet], aligned: Aligned, copies: Sequence[Copied], press: Press = BUNDLED, terms: Sequence[Term] = ()
) -> Weighed:
    """The origins behind a story's articles and what its accounts show; `terms` say who held which office when.

    The sheets are those of the story and those of others that tell one of its incidents.
    """
    articles = {sheet.article.id: sheet.article for sheet in sheets}
    positions: tuple[Position, ...] = (*aligned.proposals, *aligned.conditions, *aligned.meetings)
    claims = list_claims(aligned.quotes, aligned.incidents, list_position_spans(positions))
    origins = find_origins(sheets, aligned, claims, copies, press)
    coverage = Coverage(origins)
    contrasts: dict[str, list[Departing]] = {}
    for contrast in aligned.contrasts:
        contrasts.setdefault(contrast.utterance, []).append(contrast)
    quotes = {quote.id: quote for quote in aligned.quotes}
    traced = (trace_wordings(utterance, quotes, coverage, articles) for utterance in aligned.utterances)
    utterances = tuple(replace(u, odd=find_odd(u, contrasts.get(u.id, ()), coverage)) for u in traced)
    incidents = tuple(_fill_best(incident, coverage) for incident in aligned.incidents)
    findings = [make_wording_finding(u, coverage, articles) for u in utterances if u.odd]
    findings += find_speaker_findings(utterances, aligned.quotes, aligned.names, coverage, articles)
    findings += find_office_findings(aligned.offices, Register({name.id: name for name in aligned.names}, articles, coverage, terms))
    findings += find_statement_findings(aligned.facts, aligned.names, coverage, articles)
    findings += find_quantity_findings(aligned.quantities, coverage, articles)
    findings += find_contest_findings(_leave_breaches(aligned), coverage, articles)
    findings += find_reckoning_findings(sheets)
    findings += [f for incident in incidents for f in find_incident_findings(incident, coverage, articles)]
    findings += [f for position in positions for f in find_position_findings(position, coverage, articles)]
    stances = Stances(sheets, incidents)
    findings += [f for incident in incidents for f in find_disputes(incident, stances, coverage, articles)]
    told = (tell_origins(finding, coverage, articles) for finding in sorted(findings, key=lambda finding: finding.id))
    return Weighed(origins, utterances, incidents, tuple(told))


def _leave_breaches(aligned: Aligned) -> Sequence[Contended]:
    """The contests but those over a breach that the proposal's own finding tells with the same articles."""
    told = [(p, {a.article for a in p.accounts if a.claimed_by or a.denied_by}) for p in aligned.proposals if p.denied_by]
    return [contest for contest in aligned.contests if not any(_is_breach(contest, proposal, ids) for proposal, ids in told)]


def _is_breach(contest: Contended, proposal: Proposal, articles: set[str]) -> bool:
    spans = [span for account in proposal.accounts for span in account.evidence]
    within = {one.span.article for one in (*contest.claimed, *contest.denied)} <= articles
    return within and all(any(one.span.touches(span) for span in spans) for one in contest.claimed)


def _fill_best(incident: Incident, coverage: Coverage) -> Incident:
    for reading in list_readings(incident):
        if reading.field in FIELDS:
            told = replace(getattr(incident, reading.field), best=find_best(reading.groups, coverage))
            incident = replace(incident, **{reading.field: told})
    return incident


def find_incident_findings(incident: Incident, coverage: Coverage, articles: Mapping[str, Article]) -> Iterable[Finding]:
    """What an incident's accounts show: that one article alone tells it, or how their figures stand to each other."""
    if len(incident.accounts) == 1:
        yield _make_single(incident, coverage, name_outlet(articles[incident.accounts[0].article]))
    else:
        yield from find_figure_findings(incident, coverage, articles)
        yield from find_fact_findings(incident, coverage, articles)


def _make_single(incident: Incident, coverage: Coverage, outlet: str) -> Finding:
    account = incident.accounts[0]
    return Finding(
        id=make_id("finding", incident.id, "told", ""),
        kind="single source",
        relation=None,
        about=incident.id,
        field=None,
        sides=(Side(incident.kind, (account.article,), account.evidence),),
        odd=(),
        independent=coverage.count({account.article: account.evidence}),
        why=f"Only {outlet} tells this incident.",
    )
