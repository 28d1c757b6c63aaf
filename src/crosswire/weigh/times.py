"""Which of two articles was published first, by what both say themselves."""

from crosswire.model import Article, order_articles


def is_earlier(one: Article, other: Article) -> bool:
    """Whether one article was published before another: on an earlier day, or at an earlier time."""
    if not (one.day and other.day) or "story" in (one.published_from, other.published_from):
        return False
    if _says_time(one) and _says_time(other):
        return order_articles(one)[0] < order_articles(other)[0]
    return one.day < other.day


def _says_time(article: Article) -> bool:
    """Whether a time of day is given; midnight stands for none."""
    return "T" in (article.published or "") and "T00:00" not in (article.published or "")
