"""Sheets made by hand: what one article tells, as extraction would hand it over."""

from dataclasses import dataclass, field
from typing import Any

from tests.records import make_article

from crosswire.align import Alignment, align_story
from crosswire.model import (
    Article,
    Candidate,
    DateExpression,
    DateMention,
    Figure,
    IncidentMention,
    LocalName,
    Place,
    PlaceMention,
    QuoteMention,
    Sheet,
    Subgroup,
    Superseded,
    VictimMention,
)

# Each town with its latitude, which is its id as well; the last lies eleven kilometres from the first.
TOWNS = {"Arl": 11, "Besk": 12, "Corm": 13, "Nearby": 11.1}


@dataclass
class Teller:
    """Writes one article sentence by sentence and keeps what each of them tells."""

    id: str
    published: str | None = "2031-05-06"
    outlet: str | None = None
    byline: str | None = None
    text: str = ""
    names: list[tuple[str, str, int]] = field(default_factory=list)
    quotes: list[dict[str, Any]] = field(default_factory=list)
    incidents: list[dict[str, Any]] = field(default_factory=list)

    def write(self, words: str) -> "Teller":
        self.text += ("\n" if self.text else "") + words
        return self

    def name(self, words: str, kind: str = "person") -> int:
        """Names somebody; the position in the sheet's names."""
        self.write(f"{words} was there.")
        self.names.append((kind, words, len(self.text) - len(words) - 11))
        return len(self.names) - 1

    def say(self, words: str, speaker: int | None = None, **facts: Any) -> "Teller":
        self.write(f"“{words}”")
        self.quotes.append({"start": len(self.text) - len(words) - 1, "words": words, "speaker": speaker, **facts})
        return self

    def tell(self, words: str, town: str | None = None, day: str | None = None, **facts: Any) -> "Teller":
        """An incident: `killed="35"`, `injured="15+"`,

        `parts=[("children", "injured", "2")]`, `replaces=[("killed", "3")]`, `named={"killed": "his wife"}`,
        `victims=[("killed", 0)]` by the position of the name, `near=True` for what was near its town, which has so many `people`.
        """
        self.write(words)
        self.incidents.append({"start": len(self.text) - len(words), "words": words, "town": town, "day": day, **facts})
        return self

    def close(self) -> Sheet:
        """The sheet with everything told."""
        facts = {"published": self.published, "published_from": self.published and "metadata", "byline": self.byline}
        article = make_article(self.id, self.text, **facts, **({"outlet": self.outlet} if self.outlet else {}))
        incidents = tuple(_make_incident(article, **told) for told in self.incidents)
        return Sheet(
            article=article,
            not_content=(),
            places=tuple(incident.place for incident in incidents if incident.place is not None),
            names=tuple(_make_name(article, *name) for name in self.names),
            quotes=tuple(_make_quote(article, **quote) for quote in self.quotes),
            incidents=incidents,
        )


def align(*tellers: Teller, twins: dict[str, str] | None = None) -> Alignment:
    """All that some articles of one story tell, laid side by side."""
    sheets = [teller.close() for teller in tellers]
    days = {sheet.article.id: day for sheet in sheets if (day := sheet.article.day)}
    return align_story(sheets, days, twins or {})


def _make_name(article: Article, kind: str, words: str, start: int) -> LocalName:
    return LocalName(kind, words, (words,), (), (article.span(start, start + len(words)),))  # type: ignore[arg-type]


def _make_quote(article: Article, start: int, words: str, speaker: int | None, **facts: Any) -> QuoteMention:
    """`kind`, `told_to`, and `named`: the words that name the speaker stand somewhere in the article."""
    span = article.span(start, start + len(words))
    content = article.span(start - 1, start + len(words) + 1)
    named = facts.get("named")
    beside = article.span(at := article.text.index(named), at + len(named)) if named else None
    return QuoteMention(
        span, content, facts.get("kind", "direct"), speaker, beside, None, facts.get("told_to"), None, None, None, "made by hand"
    )


def _make_incident(article: Article, start: int, words: str, town: str | None, day: str | None, **facts: Any) -> IncidentMention:
    span = article.span(start, start + len(words))
    figures = {key: _make_figure(article, facts.get(key), span.start) for key in ("killed", "injured", "missing")}
    for key, told in facts.get("named", {}).items():
        at = article.text.index(told, span.start)
        figures[key] = Figure(int(facts[key]), int(facts[key]), article.span(at, at + len(told)))
    parts = [(group, name, _make_figure(article, value, span.start)) for group, name, value in facts.get("parts", ())]
    old = [(name, _make_figure(article, value, span.start)) for name, value in facts.get("replaces", ())]
    return IncidentMention(
        kind=facts.get("kind", "strike"),
        evidence=(span,),
        place=_make_place(article, town, span.start, facts.get("near", False), facts.get("people", 1000)),
        date=DateMention(span, DateExpression("date", *map(int, day.split("-")))) if day else None,
        **figures,
        detained=None,
        displaced=None,
        of_whom=tuple(Subgroup(group, name, f.low, f.high, f.span) for group, name, f in parts if f),
        superseded=tuple(Superseded(name, f.low, f.high, f.span) for name, f in old if f),
        weapon=facts.get("weapon"),
        target=None,
        actor=facts.get("actor"),
        attributed_to=facts.get("attributed_to"),
        updated=facts.get("updated", False),
        why="made by hand",
        victims=tuple(VictimMention(field, name, span) for field, name in facts.get("victims", ())),
    )


def _make_place(article: Article, town: str | None, start: int, near: bool, people: int) -> PlaceMention | None:
    if town is None:
        return None
    span = article.span(start, start + 1)
    if town == "Land":
        return PlaceMention(span, (Candidate(Place("Land", "XX", 1, 0.0, 0.0, "country"), 10**6),))
    return PlaceMention(span, (Candidate(Place(town, "XX", int(TOWNS[town] * 10), TOWNS[town], 0.0, "city"), people),), near)


def _make_figure(article: Article, value: str | None, start: int) -> Figure | None:
    """A figure as `weigh` shows it: "35", "15+", "≤20", "10–15"; its words are the digits after `start` in the text."""
    if value is None:
        return None
    number = value.strip("+≤").split("–")
    at = max(start, article.text.find(number[0], start))
    low = None if value[0] == "≤" else int(number[0])
    high = None if value[-1] == "+" else int(number[-1])
    return Figure(low, high, article.span(at, at + len(number[0])))
