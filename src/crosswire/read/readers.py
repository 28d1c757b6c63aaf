"""All inputs to articles, in an order that does not depend on theirs."""

from collections.abc import Sequence
from pathlib import Path

from crosswire.errors import InputError
from crosswire.model import Page, Problem
from crosswire.read.drafts import Input
from crosswire.read.formats import read_input
from crosswire.read.inputs import find_inputs
from crosswire.read.settle import Settled, settle
from crosswire.read.twins import drop_repeats, find_same_texts, part_ids
from crosswire.settings import Settings


def read_inputs(paths: Sequence[Path], settings: Settings | None = None) -> tuple[list[Page], list[Problem]]:
    """The articles of files and folders by id, each once, and what could not be read or is doubtful; never raises for an input."""
    inputs, problems = find_inputs(paths)
    settled: list[Settled] = []
    for item in inputs:
        read, doubts = _read_one(item, settings or Settings())
        settled.extend(read)
        problems.extend(doubts)
    kept, repeats = drop_repeats(settled)
    parted, clashes = part_ids(kept)
    # In the order of sources, so that "the same as" names the first.
    same = find_same_texts(sorted(parted, key=lambda one: (one.article.source, one.article.id)))
    pages = sorted((Page(item.article, item.marks) for item in parted), key=lambda page: page.article.id)
    return pages, sorted({*problems, *repeats, *clashes, *same})


def _read_one(item: Input, settings: Settings) -> tuple[list[Settled], list[Problem]]:
    settled: list[Settled] = []
    problems: list[Problem] = []
    for found in read_input(item):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            article = settle(found, settings.max_text)
        except InputError as error:
            problems.append(Problem(found.source, str(error)))
            continue
        settled.append(article)
        problems.extend(Problem(found.source, note) for note in article.notes)
    return settled, problems
