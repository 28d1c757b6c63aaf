"""Who follows whom, drawn as a tree: each story's origins, and under each the reports that have something from it."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from crosswire.model import Origin, Record, Story
from crosswire.report.characters import show_line
from crosswire.report.lookups import Lookup, make_lookup

KINDS = ("same text", "shared passage", "same agency", "same statement")


def draw_origins(record: Record) -> RenderableType:
    """A tree for each story of two reports and more; the last branch holds the reports that share nothing with another."""
    lookup = make_lookup(record)
    origins: dict[str, list[Origin]] = {}
    for origin in sorted(record.origins, key=lambda origin: (KINDS.index(origin.kind), -len(origin.articles), origin.id)):
        if story := lookup.story_of(origin):
            origins.setdefault(story.id, []).append(origin)
    several = [story for story in record.stories if len(story.articles) > 1]
    return Group(*(_draw_story(story, origins.get(story.id, []), lookup) for story in several), *([] if several else [_SINGLE]))


_SINGLE = Text("No story has two reports.")


def _draw_story(story: Story, origins: list[Origin], lookup: Lookup) -> Tree:
    tree = Tree(Text(f"{story.id}  {show_line(story.title)}", style="bold"))
    for origin in origins:
        branch = tree.add(Text(f"{origin.id}  {_head(origin, lookup)}"))
        for line, follows in _list_reports(origin, lookup):
            (branch.children[-1] if follows else branch).add(Text(line))
    alone = [article for article in story.articles if all(article not in origin.articles for origin in origins)]
    if alone:
        branch = tree.add(Text("on their own"))
        for article in alone:
            branch.add(Text(_name(article, lookup)))
    return tree


def _head(origin: Origin, lookup: Lookup) -> str:
    """The origin's kind and name, and how many outlets it stands behind: "five outlets, one origin" at a glance."""
    outlets = len({lookup.outlet(article) for article in origin.articles})
    name = f" {show_line(origin.name)}" if origin.name else ""
    return f"{origin.kind}{name}: {outlets} {'outlet' if outlets == 1 else 'outlets'}, one origin"


def _list_reports(origin: Origin, lookup: Lookup) -> Iterator[tuple[str, bool]]:
    """Each report and whether it follows the one above it: only where it is known which had the words first."""
    if origin.first:
        yield f"{_name(origin.first, lookup)}  first seen", False
    rest = [article for article in origin.articles if article != origin.first]
    for article in sorted(rest, key=lambda article: (lookup.articles[article].published or "", article)):
        yield _name(article, lookup), origin.first is not None


def _name(article: str, lookup: Lookup) -> str:
    day = lookup.articles[article].published
    return f"{show_line(article)}  {show_line(lookup.outlet(article))}" + (f"  {day}" if day else "")
