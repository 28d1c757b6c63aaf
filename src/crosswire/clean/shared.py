"""Lines that different articles of one outlet share: what its pages carry whatever they report."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from functools import cache

from crosswire.clean.furniture import find_zones
from crosswire.clean.lines import WORD, Line, fold, split_lines
from crosswire.clean.rules import load_data
from crosswire.model import Article, Page

SharedLines = Mapping[tuple[str, str], int]

FEWEST_LETTERS, FEWEST_ARTICLES, SURE_ARTICLES, FIGURES_ARTICLES = 12, 2, 3, 5
# Articles that share more of their text than this are versions of one another and count once.
VERSION_SHARE = 0.5
# Enough articles to judge a line by; a bound on the pairs that are laid side by side.
JUDGED_ARTICLES = 6
SHORT_WORDS = 8
QUOTING = frozenset('"“”„«»')


def find_repeated_lines(pages: Sequence[Page]) -> SharedLines:
    """For each outlet and folded line, in how many articles of otherwise different text it stands; two at least."""
    texts = {page.article.sha256: _fold_lines(page.article) for page in pages if page.article.outlet}
    outlets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for page in pages:
        for line in texts.get(page.article.sha256, {}) if page.article.outlet else ():
            outlets[page.article.outlet or "", line].add(page.article.sha256)
    counted = ((key, _count_different(sorted(where), texts)) for key, where in sorted(outlets.items()) if len(where) > 1)
    return {key: count for key, count in counted if count >= FEWEST_ARTICLES}


def _fold_lines(article: Article) -> dict[str, int]:
    lines = (fold(line.text) for line in split_lines(article.text))
    return {line: len(line) for line in lines if len(line) >= FEWEST_LETTERS}


def _count_different(where: Sequence[str], texts: Mapping[str, Mapping[str, int]]) -> int:
    kept: list[str] = []
    for sha256 in where[:JUDGED_ARTICLES]:
        if not any(_is_version(texts[sha256], texts[other]) for other in kept):
            kept.append(sha256)
    return len(kept)


def _is_version(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    common = sum(length for line, length in one.items() if line in other)
    return common > VERSION_SHARE * min(sum(one.values()), sum(other.values()))


def find_shared(article: Article, lines: Sequence[Line], done: Container[int], repeated: SharedLines) -> set[int]:
    """The positions of lines that the outlet's other articles carry too and that are no report of anything."""
    if not article.outlet or not repeated:
        return set()
    counts = {at: repeated.get((article.outlet, fold(line.text)), 0) for at, line in enumerate(lines) if at not in done}
    shared = {at: count for at, count in counts.items() if count}
    zones = find_zones(lines, {*shared, *(at for at in range(len(lines)) if at in done)})
    return {at for at, count in shared.items() if not _is_title(article, lines, at) and _is_furniture(lines[at], count, at in zones)}


def _is_title(article: Article, lines: Sequence[Line], at: int) -> bool:
    return fold(lines[at].text) == fold(article.title) if article.title else at == 0


def _is_furniture(line: Line, count: int, edge: bool) -> bool:
    """Outlets repeat their background paragraphs too: inside the body, and for what reads as a report, more has to be shown."""
    if QUOTING & set(line.text):
        return False
    figures = any(word[0].isdecimal() for word in WORD.findall(line.text))
    sure = count >= (FIGURES_ARTICLES if figures else SURE_ARTICLES)
    plain_talk = _speaks_to_reader(line) or (line.words <= SHORT_WORDS and not figures)
    return (plain_talk or sure) if edge else (plain_talk and sure)


def _speaks_to_reader(line: Line) -> bool:
    return any(word.casefold() in _reader_words() for word in WORD.findall(line.text))


@cache
def _reader_words() -> frozenset[str]:
    return frozenset(load_data("furniture.toml")["shared"]["reader"])
