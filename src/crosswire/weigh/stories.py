"""The origins and findings of one story."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.model import Article, Finding, Incident, Origin, Quote, Sheet, Side, Utterance, make_id
from crosswire.weigh.figures import FIELDS, find_best, find_figure_findings, name_outlet
from crosswire.weigh.origins import Copied, count_independent, find_origins
from crosswire.weigh.wordings import Contrasting, find_odd, find_wording_finding


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing adds to a story: origins, findings, and its utterances and incidents with `odd` and `best` filled in."""

    origins: tuple[Origin, ...]
    utterances: tuple[Utterance, ...]
    incidents: tuple[Incident, ...]
    findings: tuple[Finding, ...]


def weigh_story(
    sheets: Sequence[Sheet],
    quotes: Sequence[Quote],
    told: tuple[Sequence[Utterance], Sequence[Incident]],
    contrasts: Iterable[tuple[str, Contrasting]],
    copies: Iterable[Copied],
) -> Weighed:
    """The origins behind a story's articles and what its accounts show: `told` are its utterances and incidents as aligned."""
    articles = {sheet.article.id: sheet.article for sheet in sheets}
    by_id = {quote.id: quote for quote in quotes}
    origins = find_origins(sheets, quotes, list(copies))
    differing: dict[str, list[Contrasting]] = {}
    for utterance, contrast in contrasts:
        differing.setdefault(utterance, []).append(contrast)
    utterances = tuple(replace(u, odd=find_odd(u, differing.get(u.id, ()), by_id, origins)) for u in told[0])
    incidents = tuple(_fill_best(incident, origins) for incident in told[1])
    wordings = (find_wording_finding(u, by_id, origins, articles) for u in utterances)
    findings = [f for f in wordings if f is not None]
    findings += [f for incident in incidents for f in find_incident_findings(incident, origins, articles)]
    return Weighed(origins, utterances, incidents, tuple(sorted(findings, key=lambda finding: finding.id)))


def _fill_best(incident: Incident, origins: Sequence[Origin]) -> Incident:
    for field in FIELDS:
        told = {a.article: figure for a in incident.accounts if (figure := getattr(a, field)) is not None}
        if told:
            incident = replace(incident, **{field: replace(getattr(incident, field), best=find_best(told, origins))})
    return incident


def find_incident_findings(incident: Incident, origins: Sequence[Origin], articles: Mapping[str, Article]) -> Iterable[Finding]:
    """What an incident's accounts show: that one article alone tells it, or how their figures stand to each other."""
    if len(incident.accounts) == 1:
        account = incident.accounts[0]
        yield Finding(
            id=make_id("finding", incident.id, "single source", ""),
            kind="single source",
            relation=None,
            about=incident.id,
            field=None,
            sides=(Side(incident.kind, (account.article,), account.evidence),),
            odd=(),
            independent=count_independent({account.article: account.evidence}, origins),
            why=f"Only {name_outlet(articles[account.article])} tells this incident.",
        )
    else:
        yield from find_figure_findings(incident, origins, articles)
