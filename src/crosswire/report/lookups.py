"""What belongs to what in a record: looked up once, asked often."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.model import Article, Condition, Finding, Meeting, Name, Proposal, Quote, Record, Story
from crosswire.report.evidence import Position, Thing, uses_of


@dataclass(frozen=True, slots=True)
class Lookup:
    """A record's things by id, the story of each, the findings about each, and the quotes and positions of each name."""

    record: Record
    articles: dict[str, Article]
    places: dict[str, int]
    stories: dict[str, Story]
    names: dict[str, Name]
    quotes: dict[str, Quote]
    things: dict[str, Thing]
    about: dict[str, tuple[Finding, ...]]
    voiced: dict[str, tuple[str, ...]]

    def outlet(self, article: str) -> str:
        """Who published an article: its outlet, else the article's id, by which the record names it too."""
        found = self.articles.get(article)
        return (found.outlet if found else None) or article

    def label(self, article: str) -> str:
        """An article as a reader tells it from the others of its story: its outlet, with its day or id where that outlet has several."""
        outlet, story = self.outlet(article), self.stories.get(article)
        twins = [other for other in story.articles if other != article and self.outlet(other) == outlet] if story else []
        if not twins or article not in self.articles:
            return outlet
        days = {(self.articles[other].published or "")[:10] for other in twins if other in self.articles}
        day = (self.articles[article].published or "")[:10]
        return f"{outlet} ({day if day and day not in days else article})"

    def labels(self, articles: Iterable[str]) -> str:
        """Several articles by their labels, in their order."""
        return ", ".join(dict.fromkeys(self.label(article) for article in articles))

    def story_of(self, thing: Thing) -> Story | None:
        """The story that a thing belongs to: that of most of the articles it rests on, of the first of them among equals."""
        if isinstance(thing, Story):
            return thing
        if isinstance(thing, Finding) and thing.about in self.things:
            return self.story_of(self.things[thing.about])
        if isinstance(thing, Finding):
            articles = [article for side in thing.sides for article in side.articles]
        else:
            articles = [use.span.article for use in uses_of(thing)]
        stories = {article: self.stories[article] for article in articles if article in self.stories}
        counts = Counter(story.id for story in stories.values())
        return max(stories.values(), key=lambda story: counts[story.id], default=None)

    def speaker(self, speaker: str | None) -> str | None:
        """The name behind a speaker's id, or None where nobody is named."""
        if speaker is None:
            return None
        return self.names[speaker].name if speaker in self.names else speaker

    def resolve(self, old: str) -> Thing | None:
        """The thing with this id, or the one that a thing of this id has become part of."""
        if old in self.things:
            return self.things[old]
        return next((thing for thing in self.things.values() if old in getattr(thing, "was", ())), None)


def make_lookup(record: Record) -> Lookup:
    """The record's things by id."""
    about: dict[str, list[Finding]] = defaultdict(list)
    for finding in record.findings:
        if finding.about is not None:
            about[finding.about].append(finding)
    voiced: dict[str, list[str]] = defaultdict(list)
    sided: tuple[Quote | Position, ...] = (*record.quotes, *record.proposals, *record.conditions, *record.meetings)
    for thing in sided:
        for side in dict.fromkeys(list_sides(thing)):
            voiced[side].append(thing.id)
    return Lookup(
        record=record,
        articles={article.id: article for article in record.articles},
        places={article.id: place for place, article in enumerate(record.articles)},
        # An article belongs to the first story that lists it.
        stories={article: story for story in reversed(record.stories) for article in story.articles},
        names={name.id: name for name in record.names},
        quotes={quote.id: quote for quote in record.quotes},
        things={thing.id: thing for thing in record.things()},
        about={thing: tuple(findings) for thing, findings in about.items()},
        voiced={name: tuple(things) for name, things in voiced.items()},
    )


def list_sides(thing: Quote | Position) -> tuple[str, ...]:
    """Whose it is: who says it, puts it, is to take it, claims or denies a breach, or meets; names' ids, or the articles' words."""
    match thing:
        case Quote():
            sides: tuple[str | None, ...] = (thing.speaker,)
        case Proposal():
            sides = (thing.by, thing.to, *thing.claimed_by, *thing.denied_by)
        case Condition():
            sides = (thing.by,)
        case Meeting():
            sides = thing.parties
    return tuple(side for side in sides if side is not None)
