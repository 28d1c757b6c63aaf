"""Everything on a page that is not the article, put together."""

from collections.abc import Iterable, Mapping, Sequence

from crosswire.clean.furniture import find_parts, find_zones, match_edges, match_everywhere
from crosswire.clean.heads import find_head_end, find_head_lines
from crosswire.clean.lines import Line, split_lines
from crosswire.clean.posts import find_posts
from crosswire.clean.repeats import find_doubled, find_repeated
from crosswire.clean.residue import find_residue
from crosswire.clean.shared import SharedLines, find_shared
from crosswire.clean.taglines import find_head_taglines, find_mastheads, find_tail_taglines
from crosswire.model import Article, Mark, NotContent, Page, merge_marks


def clean_page(page: Page, repeated: SharedLines) -> tuple[NotContent, ...]:
    """The words on a page that are not the article, each with its kind, in order and without overlap; the text stays as it is.

    `repeated` are the lines its outlet's articles share (`find_repeated_lines`); the page's own marks are kept.
    """
    article = page.article
    marks = merge_marks([*_find_marks(article, repeated), *_inside(page.marks, len(article.text))])
    return tuple(NotContent(article.id, mark.start, mark.end, article.text[mark.start : mark.end], mark.kind) for mark in marks)


def _find_marks(article: Article, repeated: SharedLines) -> Iterable[Mark]:
    lines = split_lines(article.text)
    posts = tuple(find_posts(article.text))
    kinds, head = _find_lines(article, lines, _find_covered(lines, posts), repeated)
    yield from posts
    yield from (Mark(lines[at].start, lines[at].end, kind) for at, kind in kinds.items())
    yield from find_parts([line for at, line in enumerate(lines) if at not in kinds], head)
    yield from find_residue(article.text, lines)
    yield from find_doubled(lines)


def _find_lines(article: Article, lines: Sequence[Line], posts: set[int], repeated: SharedLines) -> tuple[dict[int, str], int]:
    """The kind of every line that is furniture as a whole, by position, and the position where the head ends."""
    rules = {at: rule for at, rule in match_everywhere(lines).items() if at not in posts}
    kinds: dict[int, str] = {at: rule.kind for at, rule in rules.items()}
    kinds.update(dict.fromkeys(posts, "embedded post"))
    heads = find_head_lines(lines, rules)
    _add(kinds, heads)
    signs = heads | {at: rule.kind for at, rule in rules.items() if rule.sign}
    _add(kinds, dict.fromkeys(find_head_taglines(lines, signs, article.title, kinds), "tagline"))
    _add(kinds, dict.fromkeys(list(find_mastheads(article.text, lines, signs, kinds)), "tagline"))
    _add(kinds, dict.fromkeys(find_shared(article, lines, kinds, repeated), "repeated"))
    _add(kinds, dict.fromkeys(list(find_tail_taglines(lines, kinds)), "tagline"))
    zones = find_zones(lines, kinds)
    _add(kinds, {at: rule.kind for at, rule in match_edges(lines, kinds, zones).items()})
    _add(kinds, dict.fromkeys(find_repeated(lines), "repeated"))
    return kinds, max(zones.head, find_head_end(lines, signs))


def _add(kinds: dict[int, str], more: Mapping[int, str]) -> None:
    kinds.update({at: kind for at, kind in more.items() if at not in kinds})


def _find_covered(lines: Sequence[Line], posts: Sequence[Mark]) -> set[int]:
    if not posts:
        return set()
    places = {place for mark in posts for place in (mark.start, mark.end)}
    near = ((at, line) for at, line in enumerate(lines) if line.start in places)
    return {at for at, line in near if any(mark.start <= line.start and line.end <= mark.end for mark in posts)}


def _inside(marks: Iterable[Mark], length: int) -> Iterable[Mark]:
    return (Mark(max(mark.start, 0), min(mark.end, length), mark.kind) for mark in marks)
