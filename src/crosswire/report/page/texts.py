"""An article's text cut for the page: every used stretch marked and linked to what rests on it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from crosswire.model import Article, NotContent
from crosswire.report.characters import show_line
from crosswire.report.evidence import Use, list_uses
from crosswire.report.lookups import Lookup
from crosswire.report.page.segments import Close, Open, Run, Stretch, nest_stretches
from crosswire.report.titles import name_kind

# Of several things that rest on the same words, the one that the words themselves link to.
_RANKS = ("incident", "proposal", "condition", "meeting", "quote", "utterance", "finding", "name", "origin")
# Words up to this long are a link themselves; longer ones have their links behind them.
_LINKED = 80


@dataclass(frozen=True, slots=True)
class Target:
    """A thing that rests on some words, and what they show of it."""

    id: str
    kind: str
    label: str
    role: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text that things rest on, or that is no part of the article."""

    start: int
    end: int
    anchor: str
    targets: tuple[Target, ...] = ()
    not_content: str | None = None

    @property
    def linked(self) -> bool:
        """Whether the words are themselves the link to the first target."""
        return bool(self.targets) and self.end - self.start <= _LINKED and self.targets[0].kind != "origin"


@dataclass(frozen=True, slots=True)
class Piece:
    """What the page writes next: the beginning or end of a marked stretch (the last, if it was split), or words.

    `marked` is the stretch, with words the one whose link they are.
    """

    type: Literal["open", "close", "words"]
    marked: Marked | None = None
    last: bool = False
    text: str = ""


def anchor_words(place: int, start: int, end: int) -> str:
    """The anchor of some words on the page; `place` is the article's position in the record."""
    return f"words-{place}-{start}-{end}"


def collect_marked(lookup: Lookup) -> dict[str, list[Marked]]:
    """All marked stretches by article, in the order of their words."""
    things: dict[tuple[str, int, int], list[Use]] = defaultdict(list)
    for use in list_uses(lookup.record):
        if use.thing in lookup.things:
            things[use.span.article, use.span.start, use.span.end].append(use)
    marked: dict[str, list[Marked]] = defaultdict(list)
    for (article, start, end), uses in sorted(things.items(), key=lambda item: item[0]):
        anchor = anchor_words(lookup.places[article], start, end)
        marked[article].append(Marked(start, end, anchor, _targets(uses, lookup)))
    for number, mark in enumerate(lookup.record.not_content):
        marked[mark.article].append(_grey(mark, number))
    return marked


def cut_text(article: Article, marked: list[Marked]) -> Iterator[Piece]:
    """The text of one article, piece by piece, stretches nested or split."""
    stretches = [Stretch(mark.start, mark.end, key) for key, mark in enumerate(marked)]
    for event in nest_stretches(stretches, len(article.text)):
        match event:
            case Open(key):
                yield Piece("open", marked[key])
            case Run(start, end, inside):
                yield Piece("words", _link(inside, marked), text=article.text[start:end])
            case Close(key, last):
                yield Piece("close", marked[key], last)


def _link(inside: tuple[int, ...], marked: list[Marked]) -> Marked | None:
    """The innermost stretch around some words that anything rests on, where it is a link."""
    used = [marked[key] for key in inside if marked[key].targets]
    return used[-1] if used and used[-1].linked else None


def _grey(mark: NotContent, number: int) -> Marked:
    return Marked(mark.start, mark.end, f"not-content-{number}", not_content=mark.kind)


def _targets(uses: Iterable[Use], lookup: Lookup) -> tuple[Target, ...]:
    roles: Mapping[str, str] = {use.thing: use.role for use in uses}
    targets = [_target(thing, role, lookup) for thing, role in roles.items()]
    return tuple(sorted(targets, key=lambda target: (_RANKS.index(target.kind), target.id)))


def _target(id: str, role: str, lookup: Lookup) -> Target:
    thing = lookup.things[id]
    kind = name_kind(thing)
    label = {"utterance": "said", "finding": getattr(thing, "kind", kind)}.get(kind, kind)
    return Target(id, kind, label, show_line(role, 100))
