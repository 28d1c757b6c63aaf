"""Which mention founds a thing: the first told by the article published first, so that later articles change no id."""

from collections.abc import Iterable

from crosswire.model import Article, Span, make_id

Key = tuple[str, str, int, int]


def order_key(article: Article, span: Span) -> Key:
    """Dated before undated, earlier before later, then by the text's hash and the place in it."""
    given = article.published if article.published_from != "story" else None
    return (given or "9999", article.sha256, span.start, span.end)


def found_ids(kind: str, mentions: Iterable[tuple[Article, Span]]) -> tuple[str, tuple[str, ...]]:
    """The id of a thing, from its founding mention, and the ids that the other articles' first mentions of it would have founded."""
    firsts: dict[str, tuple[Key, str]] = {}
    for article, span in mentions:
        key = order_key(article, span)
        made = make_id(kind, article.sha256, span.start, span.end)
        firsts[article.id] = min(firsts.get(article.id, (key, made)), (key, made))
    ordered = [made for _, made in sorted(firsts.values())]
    return ordered[0], tuple(sorted({made for made in ordered[1:] if made != ordered[0]}))
