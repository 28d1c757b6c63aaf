"""The record cut into the parts that the page shows: a story at a time, then what belongs to none."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from crosswire.model import Article, Condition, Finding, Incident, Meeting, Origin, Proposal, Quote, Story, Utterance
from crosswire.report.lookups import Lookup
from crosswire.report.orders import order_incidents
from crosswire.report.page.voices import Voice, collect_voices
from crosswire.report.summaries import count_origins, list_grave, rank_differences

_HEADINGS = {
    "differences": "What differs",
    "incidents": "Incidents",
    "map": "Where",
    "sayings": "Who said what",
    "timeline": "When",
    "positions": "Proposals, conditions and meetings",
    "origins": "Shared words",
    "articles": "The reports",
}
_T = TypeVar("_T", Article, Origin, Quote, Utterance, Incident, Finding, Proposal, Condition, Meeting)


@dataclass(frozen=True, slots=True)
class Part:
    """One story on the page; `story` is None for what belongs to no story.

    `incidents` are all of it, `shared` those that two or more reports tell, and `columns` the reports that tell those.
    """

    story: Story | None
    anchor: str
    articles: tuple[Article, ...]
    independent: int
    findings: tuple[Finding, ...]
    differences: tuple[Finding, ...]
    incidents: tuple[Incident, ...]
    shared: tuple[Incident, ...]
    columns: tuple[Article, ...]
    voices: tuple[Voice, ...]
    origins: tuple[Origin, ...]
    proposals: tuple[Proposal, ...]
    conditions: tuple[Condition, ...]
    meetings: tuple[Meeting, ...]

    @property
    def alone(self) -> tuple[Incident, ...]:
        """The incidents that one report alone tells."""
        return tuple(incident for incident in self.incidents if incident not in self.shared)

    def sections(self) -> list[tuple[str, str]]:
        """The sections that have something to show, as the names of their templates and their headings."""
        there = {
            "differences": self.differences,
            "incidents": self.incidents,
            "map": self.incidents,
            "sayings": self.voices,
            "timeline": self.incidents or self.meetings,
            "positions": self.proposals or self.conditions or self.meetings,
            "origins": self.origins,
            "articles": self.articles,
        }
        return [(name, heading) for name, heading in _HEADINGS.items() if there[name]]

    def holds_any(self) -> bool:
        """Whether anything at all belongs here."""
        return any((self.articles, self.findings, self.incidents, self.voices, self.proposals, self.conditions, self.meetings))


def make_parts(lookup: Lookup) -> list[Part]:
    """The page's stories in the record's order, then what belongs to none, where there is such."""
    record, grave = lookup.record, list_grave(lookup.record)
    articles, origins = _by_story(record.articles, lookup), _by_story(record.origins, lookup)
    utterances, findings = _by_story(record.utterances, lookup), _by_story(record.findings, lookup)
    quotes = _by_story([quote for quote in record.quotes if not lookup.things.keys() & set(quote.utterances)], lookup)
    incidents, meetings = _by_story(record.incidents, lookup), _by_story(record.meetings, lookup)
    proposals, conditions = _by_story(record.proposals, lookup), _by_story(record.conditions, lookup)
    parts: list[Part] = []
    for story in (*record.stories, None):
        key = story.id if story else None
        shared = [incident for incident in incidents[key] if len({account.article for account in incident.accounts}) > 1]
        part = Part(
            story=story,
            anchor=story.id if story else "no-story",
            articles=tuple(articles[key]),
            independent=count_origins(articles[key], origins[key]),
            findings=tuple(findings[key]),
            differences=tuple(rank_differences(findings[key], grave)),
            incidents=tuple(order_incidents(incidents[key])),
            shared=tuple(order_incidents(shared)),
            columns=_columns(articles[key], shared, lookup),
            voices=tuple(collect_voices(utterances[key], quotes[key], lookup)),
            origins=tuple(origins[key]),
            proposals=tuple(proposals[key]),
            conditions=tuple(conditions[key]),
            meetings=tuple(meetings[key]),
        )
        if story or part.holds_any():
            parts.append(part)
    return parts


def _by_story(things: Iterable[_T], lookup: Lookup) -> dict[str | None, list[_T]]:
    sorted_in: dict[str | None, list[_T]] = defaultdict(list)
    for thing in things:
        story = lookup.stories.get(thing.id) if isinstance(thing, Article) else lookup.story_of(thing)
        sorted_in[story.id if story else None].append(thing)
    return sorted_in


def _columns(articles: list[Article], incidents: list[Incident], lookup: Lookup) -> tuple[Article, ...]:
    """The articles that tell an incident, those of the story first."""
    tell = {account.article for incident in incidents for account in incident.accounts}
    own = [article for article in articles if article.id in tell]
    tell -= {article.id for article in own}
    return (*own, *(article for article in lookup.record.articles if article.id in tell))
