"""What a reader knows an article by."""

from collections.abc import Iterable, Mapping

from crosswire.model import Article

LISTED = 5


def name_outlet(article: Article) -> str:
    """The outlet's name, else the article's id."""
    return article.outlet or article.id


def list_outlets(ids: Iterable[str], articles: Mapping[str, Article]) -> str:
    """The outlets of some articles in the order given, each once; of many the first few and how many more."""
    names = list(dict.fromkeys(name_outlet(articles[id_]) for id_ in ids))
    return ", ".join(names[:LISTED]) + (f" and {len(names) - LISTED} more" if len(names) > LISTED else "")
