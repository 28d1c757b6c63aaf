"""Ids that are one article's alone, and articles that are the same as another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crosswire.model import Problem
from crosswire.read.settle import Settled

FEWEST_DIGITS = 6


def drop_repeats(settled: Sequence[Settled]) -> tuple[list[Settled], list[Problem]]:
    """The articles in order, one that has both the given id and the text of an earlier one left out with a problem."""
    kept: dict[tuple[str, ...], Settled] = {}
    problems: list[Problem] = []
    for item in settled:
        article = item.article
        key = (article.id, article.sha256) if item.given else (article.id, article.sha256, article.source)
        first = kept.setdefault(key, item)
        if first is not item:
            said = f"is the same article as {first.article.source} (one id, {article.id}, and one text): read once. Leave one of them out."
            problems.append(Problem(article.source, said))
    return list(kept.values()), problems


def part_ids(settled: Sequence[Settled]) -> tuple[list[Settled], list[Problem]]:
    """The articles with ids of their own: where two share one, both get digits of their text's sha256 behind it."""
    by_id: dict[str, list[Settled]] = defaultdict(list)
    for item in settled:
        by_id[item.article.id].append(item)
    taken = {id_ for id_, items in by_id.items() if len(items) == 1}
    parted: list[Settled] = []
    problems: list[Problem] = []
    for id_, items in sorted(by_id.items()):
        renamed = _rename(items, taken) if len(items) > 1 else items
        taken.update(item.article.id for item in renamed)
        parted.extend(renamed)
        problems.extend(_tell_parted(id_, renamed) if len(items) > 1 else ())
    return parted, problems


def find_same_texts(settled: Sequence[Settled]) -> Iterator[Problem]:
    """A problem for each article whose text is that of an earlier one, character by character."""
    first: dict[str, Settled] = {}
    for item in settled:
        earlier = first.setdefault(item.article.sha256, item)
        if earlier is not item:
            same = earlier.article.source
            said = f"has the same text as {same}: both are kept and count as one origin. Leave one out if it is a mistake."
            yield Problem(item.article.source, said)


def _rename(items: Sequence[Settled], taken: set[str]) -> list[Settled]:
    """New ids, as many digits as tell all apart; articles of one text are told apart by a number behind them."""
    texts = {item.article.sha256 for item in items}
    digits = next(n for n in range(FEWEST_DIGITS, 65) if len({text[:n] for text in texts}) == len(texts) and not _clashes(items, n, taken))
    seen: dict[str, int] = defaultdict(int)
    renamed = []
    for item in items:
        new = f"{item.article.id}-{item.article.sha256[:digits]}"
        seen[new] += 1
        renamed.append(replace(item, article=replace(item.article, id=new if seen[new] == 1 else f"{new}-{seen[new]}")))
    return renamed


def _clashes(items: Sequence[Settled], digits: int, taken: set[str]) -> bool:
    # With all digits nothing is left to try; a text cannot name its own hash as another's id by chance.
    return digits < 64 and any(f"{item.article.id}-{item.article.sha256[:digits]}" in taken for item in items)


def _tell_parted(id_: str, items: Sequence[Settled]) -> Iterator[Problem]:
    names = ", ".join(f"{item.article.source} is {item.article.id}" for item in items)
    for item in items:
        yield Problem(item.article.source, f"has the id {id_} of another article: now {names}. Give each its own id to choose it.")
