"""The record as one self-contained page that asks nothing of any network and runs no script."""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosswire.model import Article, Finding, Incident, Name, Origin, Quote, Span, Story, Utterance
from crosswire.report import figures, titles
from crosswire.report.characters import show_controls, show_line
from crosswire.report.evidence import Thing, name_quote
from crosswire.report.lookups import Lookup
from crosswire.report.orders import order_incidents, order_others
from crosswire.report.summaries import rank_differences, summarise
from crosswire.report.texts import Marked, Piece, anchor_words, collect_marked, cut_text

TOP = 8  # differences shown at the head of the page

_WORDINGS = ("altered", "trimmed", "same")
_T = TypeVar("_T", Article, Origin, Quote, Utterance, Incident, Finding)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of one story: what several reports carry, altered wordings first, and what one report alone has.

    `name` is None for words without a speaker.
    """

    name: Name | None
    utterances: tuple[Utterance, ...]
    alone: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One story on the page; `story` is None for what belongs to no story. `columns` are the articles that tell an incident."""

    story: Story | None
    anchor: str
    articles: tuple[Article, ...]
    differences: tuple[Finding, ...]
    others: tuple[Finding, ...]
    incidents: tuple[Incident, ...]
    columns: tuple[Article, ...]
    voices: tuple[Voice, ...]
    origins: tuple[Origin, ...]


def make_page(lookup: Lookup) -> bytes:
    """index.html in UTF-8."""
    record, marked, style = lookup.record, collect_marked(lookup), _style()
    top = rank_differences(record.findings)[:TOP]
    text = (
        _environment()
        .get_template("page.html")
        .render(
            _helpers(lookup),
            record=record,
            summary=summarise(record),
            parts=make_parts(lookup),
            top=top,
            relations={name: said for name, said in titles.RELATIONS.items() if any(finding.relation == name for finding in top)},
            quotes=_by_article(record.quotes),
            pieces=lambda article: _pieces(article, marked),
            style=Markup(style),  # our own file, not text from an article
            style_hash=_hash(style),
        )
    )
    return text.encode("utf-8", errors="replace")


def make_parts(lookup: Lookup) -> list[Part]:
    """The page's stories in the record's order, then what belongs to none, where there is such."""
    record = lookup.record
    articles = _by_story(record.articles, lookup)
    origins, utterances = _by_story(record.origins, lookup), _by_story(record.utterances, lookup)
    # Indirect speech is joined with nothing, so that none of it can be called one outlet's alone.
    alone = [quote for quote in record.quotes if quote.kind != "indirect" and not lookup.things.keys() & set(quote.utterances)]
    quotes = _by_story(alone, lookup)
    incidents, findings = _by_story(record.incidents, lookup), _by_story(record.findings, lookup)
    parts: list[Part] = []
    for story in (*record.stories, None):
        key = story.id if story else None
        part = Part(
            story=story,
            anchor=story.id if story else "no-story",
            articles=tuple(articles[key]),
            differences=tuple(rank_differences(tuple(findings[key]))),
            others=tuple(order_others(findings[key], lookup)),
            incidents=tuple(order_incidents(incidents[key])),
            columns=_columns(articles[key], incidents[key], lookup),
            voices=tuple(_voices(utterances[key], quotes[key], lookup)),
            origins=tuple(origins[key]),
        )
        if story or any((part.articles, part.origins, part.voices, part.incidents, part.differences, part.others)):
            parts.append(part)
    return parts


def _by_story(things: Iterable[_T], lookup: Lookup) -> dict[str | None, list[_T]]:
    sorted_in: dict[str | None, list[_T]] = defaultdict(list)
    for thing in things:
        story = lookup.stories.get(thing.id) if isinstance(thing, Article) else lookup.story_of(thing)
        sorted_in[story.id if story else None].append(thing)
    return sorted_in


def _by_article(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    sorted_in: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        sorted_in[quote.article].append(quote)
    return sorted_in


def _columns(articles: list[Article], incidents: list[Incident], lookup: Lookup) -> tuple[Article, ...]:
    """The articles that tell an incident, those of the story first."""
    tell = {account.article for incident in incidents for account in incident.accounts}
    own = [article for article in articles if article.id in tell]
    tell -= {article.id for article in own}
    return (*own, *(article for article in lookup.record.articles if article.id in tell))


def _voices(utterances: list[Utterance], quotes: list[Quote], lookup: Lookup) -> list[Voice]:
    """The speakers by name, those without one last."""
    said: dict[str | None, list[Utterance]] = defaultdict(list)
    for utterance in sorted(utterances, key=lambda said: (_WORDINGS.index(said.wording), -len(said.carriers))):
        said[utterance.speaker if utterance.speaker in lookup.names else None].append(utterance)
    alone: dict[str | None, list[Quote]] = defaultdict(list)
    for quote in quotes:
        alone[quote.speaker if quote.speaker in lookup.names else None].append(quote)
    speakers = dict.fromkeys([*said, *alone])
    voices = [Voice(lookup.names[key] if key else None, tuple(said[key]), tuple(alone[key])) for key in speakers]
    return sorted(voices, key=_rank_voice)


def _rank_voice(voice: Voice) -> tuple[bool, str, str]:
    return (False, voice.name.name.casefold(), voice.name.id) if voice.name else (True, "", "")


def _pieces(article: Article, marked: dict[str, list[Marked]]) -> Iterable[Piece]:
    return cut_text(article, marked.get(article.id, []))


def _helpers(lookup: Lookup) -> dict[str, object]:
    """What the templates may ask."""

    def anchor(span: Span) -> str:
        return anchor_words(lookup.places[span.article], span.start, span.end)

    def title(thing: Thing) -> str:
        return titles.title_thing(thing, lookup)

    def place_of(article: str) -> str:
        return f"article-{lookup.places[article]}"

    return {"lookup": lookup, "anchor": anchor, "title": title, "place_of": place_of, "figures": figures, "name_quote": name_quote}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crosswire.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_show,  # whatever a template writes goes through it
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"line": show_line, "moment": figures.state_moment, "once": _each_once}
    environment.tests["web_address"] = lambda url: url.startswith(("https://", "http://"))
    return environment


def _show(value: object) -> object:
    """A value as the page may hold it; mark-up has been through here when it was made."""
    return show_controls(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _each_once(forms: Iterable[str]) -> list[str]:
    """The forms in their order, one of those that differ in capitals alone."""
    return list({form.casefold(): form for form in reversed(tuple(forms))}.values())[::-1]


@cache
def _style() -> str:
    return resources.files("crosswire.report").joinpath("templates/style.css").read_text(encoding="utf-8")


def _hash(style: str) -> str:
    """The stylesheet's hash as a Content-Security-Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
