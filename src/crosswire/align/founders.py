"""Which mention founds a thing: the first told by the article published first, so that later articles change no id."""

from collections.abc import Iterable

from crosswire.model import Article, Span, make_id

Key = tuple[str, str, int, int]


def order_key(article: Article, span: Span) -> Key:
    """Dated before undated, earlier before later, then by the text's hash and the place in it."""
    given = article.published if article.published_from != "story" else None
    return (given or "9999", article.sha256, span.start, span.end)


def found_ids(kind: str, mentions: Iterable[tuple[Article, Span, int]]) -> tuple[str, tuple[str, ...]]:
    """The id of a thing, from its founding mention, and the ids that the other articles' first mentions of it would have founded.

    A mention is its article, its words and a number that tells apart things told in the same words.
    """
    firsts: dict[str, tuple[Key, int, str]] = {}
    for article, span, part in mentions:
        made = make_id(kind, article.sha256, span.start, span.end, *([part] if part else []))
        entry = (order_key(article, span), part, made)
        firsts[article.id] = min(firsts.get(article.id, entry), entry)
    ordered = [made for _, _, made in sorted(firsts.values())]
    return ordered[0], tuple(sorted({made for made in ordered[1:] if made != ordered[0]}))
