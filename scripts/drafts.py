"""A record of many made-up articles, for the size and the speed of the page: its shape is that of real ones, and no pipeline makes it.

Words are drawn from the bundled sample, the same on every run. How much of each kind an article holds follows a record of 383 real
articles (3,500 characters, seven quotes, four names), but for incidents and findings, which are as many as in reports of a conflict.
"""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from crosswire.model import (
    Account,
    Article,
    Carrier,
    Figure,
    Finding,
    Incident,
    Name,
    NotContent,
    Origin,
    Place,
    Quote,
    Range,
    Record,
    Side,
    Span,
    Story,
    Utterance,
    When,
    make_id,
)
from crosswire.sample import sample_folder

REPORTS = 4  # of each story
LENGTH = 3_500  # characters of a report
PEOPLE, OTHERS = 5, 11  # names of a story: who speaks, and who or what else is named
SHARED, ALONE = 5, 4  # utterances of a story, and quotes that one report alone has
CARRIED = 3  # shared utterances in each report
TELLERS = (4, 3, 1)  # reports that tell each of a story's incidents
FIELDS = ("killed", "injured")
KINDS = ("strike", "shelling", "explosion")
FIRST_DAY = date(2031, 1, 1)
WHY = "Made up for the size of the page: the place, the day and the figures fit."

Offsets = tuple[int, int]


@dataclass
class Draft:
    """One report while it is written, with the offsets of what stands in it."""

    story: int
    number: int
    text: str = ""
    furniture: list[Offsets] = field(default_factory=list)
    named: list[tuple[int, Offsets]] = field(default_factory=list)
    said: list[tuple[int | None, int, Offsets, Offsets, Offsets]] = field(default_factory=list)
    told: dict[int, dict[str, Offsets]] = field(default_factory=dict)
    passage: Offsets = (0, 0)

    def write(self, words: str) -> Offsets:
        """Adds words at the end, and says where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)


@dataclass
class Scene:
    """What the reports of one story are about."""

    number: int
    title: str
    names: list[str]
    lines: list[str]
    passage: str
    tolls: list[dict[str, int]]
    lat: float
    lon: float

    @property
    def day(self) -> date:
        return FIRST_DAY + timedelta(days=3 * self.number)


@dataclass
class Writer:
    """Draws scenes and writes their reports from a vocabulary."""

    words: list[str]
    random: Random

    def sentence(self, least: int = 12, most: int = 24) -> str:
        """A sentence of drawn words."""
        drawn = self.random.choices(self.words, k=self.random.randint(least, most))
        return " ".join(drawn).capitalize()

    def name(self) -> str:
        """Two words that stand for a name."""
        return " ".join(word.capitalize() for word in self.random.choices([word for word in self.words if len(word) > 4], k=2))

    def scene(self, number: int) -> Scene:
        """One story's names, sentences and tolls."""
        tolls = [{"killed": self.random.randint(1, 9), "injured": self.random.randint(10, 60)} for _ in TELLERS]
        names = [self.name() for _ in range(PEOPLE + OTHERS)]
        lines = [self.sentence(8, 20) for _ in range(SHARED)]
        lat, lon = round(self.random.uniform(-25, -13), 3), round(self.random.uniform(44, 50), 3)
        return Scene(number, self.sentence(5, 9), names, lines, self.sentence(24, 30), tolls, lat, lon)

    def report(self, scene: Scene, number: int) -> Draft:
        """One report of a scene."""
        draft = Draft(scene.number, number)
        draft.furniture.append(draft.write(f"The {scene.names[-1]} Post | Published on {scene.day}"))
        draft.write("\n\n")
        for place, tellers in enumerate(TELLERS):
            if number < tellers:
                self._tell(draft, scene, place)
        if number < 2:
            draft.passage = draft.write(scene.passage)
            draft.write(".\n\n")
        shared = [(number + step) % SHARED for step in range(CARRIED)]
        for line in (*shared, *[None] * ALONE):
            self._quote(draft, scene, line)
        while len(draft.text) < LENGTH:
            self._mention(draft, scene)
        draft.furniture.append(draft.write("Share this story with a friend"))
        return draft

    def _tell(self, draft: Draft, scene: Scene, place: int) -> None:
        """A sentence on one incident; the second report has another number of injured."""
        toll = scene.tolls[place]
        start = len(draft.text)
        told = {"day": draft.write(f"On {scene.day:%A}")}
        draft.write(f" a {KINDS[place]} hit ")
        told["place"] = draft.write(scene.names[PEOPLE + place])
        draft.write(", killing ")
        told["killed"] = draft.write(str(toll["killed"]))
        draft.write(" people and injuring ")
        told["injured"] = draft.write(f"at least {toll['injured'] + draft.number % 2}")
        told["whole"] = start, len(draft.text)
        draft.told[place] = told
        draft.write(f". {self.sentence()}.\n\n")

    def _quote(self, draft: Draft, scene: Scene, line: int | None) -> None:
        speaker = (line if line is not None else self.random.randrange(PEOPLE)) % PEOPLE
        draft.write("“")
        words = draft.write(scene.lines[line] if line is not None else self.sentence(8, 20))
        draft.write(",” ")
        who = draft.write(scene.names[speaker])
        draft.write(" ")
        cue = draft.write("said")
        draft.named.append((speaker, who))
        draft.said.append((line, speaker, words, who, cue))
        draft.write(f". {self.sentence()}.\n\n")

    def _mention(self, draft: Draft, scene: Scene) -> None:
        draft.write(f"{self.sentence()} ")
        name = self.random.randrange(PEOPLE, PEOPLE + OTHERS)
        draft.named.append((name, draft.write(scene.names[name])))
        draft.write(f" {self.sentence()}.\n\n")


@dataclass
class Desk:
    """Makes the things of one story from its scene and its drafts."""

    scene: Scene
    drafts: list[Draft]
    articles: list[Article]

    def span(self, draft: Draft, offsets: Offsets) -> Span:
        """The words at these offsets of a draft."""
        return self.articles[draft.number].span(*offsets)

    def id(self, kind: str, *founding: object) -> str:
        """An id in the form of the record's."""
        return make_id(kind, self.articles[0].sha256, *founding)

    def make_names(self) -> list[Name]:
        """Each name with every place where it stands."""
        found = {
            place: [self.span(d, at) for d in self.drafts for name, at in d.named if name == place] for place in range(PEOPLE + OTHERS)
        }
        roles = (self.scene.lines[0].split()[0],)
        return [
            Name(self.id("name", place), "person" if place < PEOPLE else "organisation", name, (name,), roles, tuple(found[place]), WHY)
            for place, name in enumerate(self.scene.names)
            if found[place]
        ]

    def make_quotes(self) -> list[Quote]:
        """Every quotation of every report."""
        made = []
        for draft in self.drafts:
            for place, (line, speaker, words, who, cue) in enumerate(draft.said):
                span, said = self.span(draft, words), (self.span(draft, who), self.span(draft, cue))
                content = self.span(draft, (words[0] - 1, words[1] + 2))
                id, by = self.id("quote", draft.number, place), self.id("name", speaker)
                shared = (self.id("utterance", line),) if line is not None else ()
                made.append(Quote(id, span.article, span, content, None, "direct", by, *said, None, None, None, shared, WHY))
        return made

    def make_utterances(self, quotes: list[Quote]) -> list[Utterance]:
        """The shared sentences; in the first of them the last carrier has a word of its own."""
        made = []
        for line in range(SHARED):
            id = self.id("utterance", line)
            carriers = [Carrier(quote.id, quote.span, "same") for quote in quotes if id in quote.utterances]
            if line == 0:
                start = carriers[-1].span.start
                article = next(article for article in self.articles if article.id == carriers[-1].span.article)
                carriers[-1] = replace(carriers[-1], wording="altered", altered=(article.span(start, start + 6),))
            odd = (carriers[-1].quote,) if line == 0 else ()
            made.append(Utterance(id, self.id("name", line), tuple(carriers), "altered" if odd else "same", odd, WHY))
        return made

    def make_incidents(self) -> list[Incident]:
        """Each incident with an account of every report that tells it."""
        scene, made = self.scene, []
        for place in range(len(TELLERS)):
            accounts = tuple(self._account(draft, place) for draft in self.drafts if place in draft.told)
            killed, low = scene.tolls[place]["killed"], scene.tolls[place]["injured"]
            where = Place(scene.names[PEOPLE + place], "MG", None, scene.lat + place / 4, scene.lon + place / 4, "city")
            when = When(scene.day.isoformat(), scene.day.isoformat(), "day")
            tolls = (Range(killed, killed, killed), Range(low, None, None), None, None, None)
            made.append(Incident(self.id("incident", place), KINDS[place], where, when, None, None, None, *tolls, accounts, WHY))
        return made

    def _account(self, draft: Draft, place: int) -> Account:
        told, toll = draft.told[place], self.scene.tolls[place]
        least = toll["injured"] + draft.number % 2
        return Account(
            article=self.articles[draft.number].id,
            evidence=(self.span(draft, told["whole"]),),
            killed=Figure(toll["killed"], toll["killed"], self.span(draft, told["killed"])),
            injured=Figure(least, None, self.span(draft, told["injured"])),
            place=self.span(draft, told["place"]),
            date=self.span(draft, told["day"]),
            why=WHY,
        )

    def make_findings(self, incidents: list[Incident], utterances: list[Utterance]) -> list[Finding]:
        """What the figures of each incident come to, and the words that one report alone has."""
        made = [self._find_altered(utterance) for utterance in utterances if utterance.odd]
        for incident in incidents:
            for name in FIELDS:
                stated: dict[str, list[Span]] = {}
                for account in incident.accounts:
                    figure = account.killed if name == "killed" else account.injured
                    if figure is not None:
                        stated.setdefault(f"{figure.low}" + ("+" if figure.high is None else ""), []).append(figure.span)
                sides = tuple(Side(value, tuple(span.article for span in spans), tuple(spans)) for value, spans in stated.items())
                alone, id = len(incident.accounts) == 1, self.id("finding", incident.id, name)
                kind = "single source" if alone else "agrees" if len(sides) == 1 else "differs"
                relation = "compatible" if kind == "differs" else None
                made.append(Finding(id, kind, relation, incident.id, name, sides, (), len(incident.accounts), WHY))  # type: ignore[arg-type]
        return made

    def _find_altered(self, utterance: Utterance) -> Finding:
        kept, altered = utterance.carriers[0].span, utterance.carriers[-1].altered[0]
        sides = (Side(kept.text, (kept.article,), (kept,)), Side(altered.text, (altered.article,), (altered,)))
        id, odd = self.id("finding", utterance.id), (altered.article,)
        return Finding(id, "altered quotation", None, utterance.id, "wording", sides, odd, len(utterance.carriers), WHY)


def make_many(count: int = 400) -> Record:
    """A record of so many articles, `REPORTS` to a story."""
    with sample_folder() as folder:
        texts = " ".join(path.read_text(encoding="ascii", errors="ignore") for path in sorted(folder.glob("*.txt")))
    writer = Writer(sorted(set(re.findall(r"\b[a-z]{2,}\b", texts))), Random(1))
    parts = [make_part(writer, number) for number in range(count // REPORTS)]
    kept = ("articles", "not_content", "stories", "origins", "names", "quotes", "utterances", "incidents", "findings")
    things = {name: tuple(thing for part in parts for thing in getattr(part, name)) for name in kept}
    return Record(**things)  # type: ignore[arg-type]  # each field holds what the same field of the parts holds


def make_part(writer: Writer, number: int) -> Record:
    """One story as a record of its own."""
    scene = writer.scene(number)
    drafts = [writer.report(scene, place) for place in range(REPORTS)]
    desk = Desk(scene, drafts, [_make_article(scene, draft) for draft in drafts])
    ids = tuple(article.id for article in desk.articles)
    marks = [(desk.span(draft, at), kind) for draft in drafts for at, kind in zip(draft.furniture, ("date", "widget"), strict=True)]
    passages = tuple(desk.span(draft, draft.passage) for draft in drafts[:2])
    quotes, incidents = desk.make_quotes(), desk.make_incidents()
    utterances = desk.make_utterances(quotes)
    day = scene.day.isoformat()
    return Record(
        articles=tuple(desk.articles),
        not_content=tuple(NotContent(span.article, span.start, span.end, span.text, kind) for span, kind in marks),
        stories=(Story(desk.id("story"), scene.title, ids, day, day, WHY),),
        origins=(Origin(desk.id("origin"), "shared passage", None, ids[:2], passages, WHY),),
        names=tuple(desk.make_names()),
        quotes=tuple(quotes),
        utterances=tuple(utterances),
        incidents=tuple(incidents),
        findings=tuple(desk.make_findings(incidents, utterances)),
    )


def _make_article(scene: Scene, draft: Draft) -> Article:
    id = f"{scene.number:03}-{draft.number}"
    outlet = f"The {scene.names[-1 - draft.number]} Post"
    hashed = hashlib.sha256(draft.text.encode()).hexdigest()
    return Article(id, f"{id}.txt", outlet, scene.title, None, "en", scene.day.isoformat(), "text", draft.text, hashed)
