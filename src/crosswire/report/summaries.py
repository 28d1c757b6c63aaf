"""A record in numbers, what differs most in it, and how often nothing was said rather than guessed."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from crosswire.model import GRAVE, Article, Finding, Origin, Partition, Record
from crosswire.report.figures import FIELDS

DIFFERENCES = ("differs", "altered quotation", "who differs", "disputed", "does not add up")
_RELATIONS = ("conflict", "update", "compatible", "scope", None)


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a record holds, and how often crosswire abstained."""

    articles: int
    origins: int
    stories: int
    quotes: int
    incidents: int
    differences: int
    problems: int
    quotes_without_speaker: int
    incidents_without_place: int
    incidents_without_day: int

    def lines(self) -> tuple[tuple[str, int], ...]:
        """The counts with their labels, in the order they are read."""
        return (
            ("Articles", self.articles),
            ("Independent origins", self.origins),
            ("Stories", self.stories),
            ("Quotes", self.quotes),
            ("Incidents", self.incidents),
            ("Differences", self.differences),
            ("Problems", self.problems),
        )

    def abstentions(self) -> tuple[tuple[str, int, int], ...]:
        """What was left open: a label, how many, of how many."""
        return (
            ("Quotes without a speaker", self.quotes_without_speaker, self.quotes),
            ("Incidents without a place", self.incidents_without_place, self.incidents),
            ("Incidents without a day", self.incidents_without_day, self.incidents),
        )


def summarise(record: Record) -> Summary:
    """Count what a record holds; embedded posts sign themselves and are counted as quotes like any other."""
    return Summary(
        articles=len(record.articles),
        origins=count_origins(record.articles, record.origins),
        stories=len(record.stories),
        quotes=len(record.quotes),
        incidents=len(record.incidents),
        differences=sum(finding.kind in DIFFERENCES for finding in record.findings),
        problems=len(record.problems),
        quotes_without_speaker=sum(quote.speaker is None for quote in record.quotes),
        incidents_without_place=sum(incident.place is None for incident in record.incidents),
        incidents_without_day=sum(incident.date is None for incident in record.incidents),
    )


def count_origins(articles: Iterable[Article], origins: Iterable[Origin]) -> int:
    """How many origins some articles have where all that share any words, agency or text count as one.

    The least it can be: on a claim whose words they do not share such articles speak for themselves, and count so in a finding. What
    reports have from one speaker makes none of them another's copy: that counts in findings alone.
    """
    known = {article.id for article in articles}
    joined = Partition(known)
    for origin in (origin for origin in origins if origin.kind != "same statement"):
        sharers = [article for article in origin.articles if article in known]
        for article in sharers[1:]:
            joined.join(sharers[0], article)
    return len(joined.groups())


def rank_differences(findings: Iterable[Finding], grave: Set[str] = frozenset()) -> list[Finding]:
    """The findings that show a difference: figures first, conflicts before the rest, then by how many independent origins speak.

    `grave` are the ids of utterances of which one version changes the meaning: those come before other altered quotations.
    """
    return sorted((finding for finding in findings if finding.kind in DIFFERENCES), key=lambda finding: _rank(finding, grave))


def list_grave(record: Record) -> frozenset[str]:
    """The utterances of which some version alone has, or leaves out, a negation, a number or another word that changes the meaning."""
    return frozenset(
        utterance.id
        for utterance in record.utterances
        for carrier in utterance.carriers
        if carrier.altered and any(difference.change in GRAVE for difference in carrier.differences)
    )


def _rank(finding: Finding, grave: Set[str]) -> tuple[bool, int, int, bool, int, str]:
    figure = (finding.field or "").split(":")[0] in FIELDS
    kind = DIFFERENCES.index(finding.kind)
    return not figure, _RELATIONS.index(finding.relation), kind, finding.about not in grave, -finding.independent, finding.id
