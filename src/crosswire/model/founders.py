"""Which mention founds a thing: the one published first, so that articles published later change no id."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from crosswire.model.articles import Article
from crosswire.model.ids import make_id
from crosswire.model.spans import Span

Founding = tuple[Article, Span, int]
Order = tuple[str, str, int]


def order_articles(article: Article) -> Order:
    """Undated before dated, earlier before later, then by the text's hash.

    Undated ones stand first because a dated article that is added later must not come before them. A day that only the
    story tells does not count, for the story grows.
    """
    given = article.published if article.published and article.published_from != "story" else None
    return (_read_moment(given) if given else "", article.sha256, article.edition)


def order_mentions(article: Article, span: Span) -> tuple[Order, int, int]:
    """The articles in the order of `order_articles`, then by the place in the text."""
    return (order_articles(article), span.start, span.end)


def _read_moment(published: str) -> str:
    moment = datetime.fromisoformat(published)
    offset = moment.utcoffset()
    try:
        return (moment.replace(tzinfo=None) - offset if offset else moment.replace(tzinfo=None)).isoformat()
    except OverflowError:  # the first and the last day there are
        return moment.replace(tzinfo=None).isoformat()


def found_ids(kind: str, mentions: Iterable[Founding]) -> tuple[str, tuple[str, ...]]:
    """The id of a thing, from its founding mention, and the ids that its other mentions would have founded without it.

    A mention is its article, its words and a number that tells apart things told in the same words (`number_alike`).
    """
    ordered = sorted(mentions, key=lambda mention: (order_mentions(mention[0], mention[1]), mention[2]))
    ids = [_found(kind, *mention) for mention in ordered]
    return ids[0], tuple(sorted(set(ids) - {ids[0]}))


def _found(kind: str, article: Article, span: Span, part: int) -> str:
    return found_id(kind, article, span.start, span.end, *([part] if part else []))


def found_id(kind: str, article: Article, *founding: object) -> str:
    """The id of a thing that one article founds; `founding` is offsets, or whatever else sets it apart there."""
    return make_id(kind, article.sha256, *([f"edition {article.edition}"] if article.edition else []), *founding)


def found_story(articles: Iterable[Article]) -> tuple[str, tuple[str, ...]]:
    """The id of a story, from its first article, and the ids that its other articles would have founded without it."""
    ids = [found_id("story", article) for article in sorted(articles, key=order_articles)]
    return ids[0], tuple(sorted(set(ids) - {ids[0]}))


def number_editions(articles: Sequence[Article]) -> list[Article]:
    """The articles in the order given, each with how many of its very text come before it, first published first."""
    editions: dict[str, int] = {}
    seen: Counter[str] = Counter()
    for article in sorted(articles, key=lambda article: (order_articles(article), article.id)):
        editions[article.id] = seen[article.sha256]
        seen[article.sha256] += 1
    return [replace(article, edition=editions[article.id]) for article in articles]


def number_alike(spans: Sequence[Span]) -> list[int]:
    """For each span how many before it are the same."""
    seen: Counter[Span] = Counter()
    numbers = []
    for span in spans:
        numbers.append(seen[span])
        seen[span] += 1
    return numbers
