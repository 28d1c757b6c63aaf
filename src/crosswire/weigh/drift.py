"""How a wording travelled: whose quotation another's follows, where words and times tell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosswire.model import Article, Carrier, Quote, Utterance, order_articles
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import name_outlet


def trace_wordings(utterance: Utterance, quotes: Mapping[str, Quote], coverage: Coverage, articles: Mapping[str, Article]) -> Utterance:
    """The utterance, each carrier that follows another's wording pointing at it, with the reason.

    A carrier follows another that was published before it where it lies in words that both articles share, has the very words that
    the other alone altered, or is said to have been told to the other's outlet. Where two may be the one it follows, and neither
    was first, nothing is said.
    """
    traced = (_trace(carrier, utterance.carriers, quotes, coverage, articles) for carrier in utterance.carriers)
    return replace(utterance, carriers=tuple(traced))


def _trace(
    carrier: Carrier, carriers: Sequence[Carrier], quotes: Mapping[str, Quote], coverage: Coverage, articles: Mapping[str, Article]
) -> Carrier:
    own = articles[carrier.span.article]
    sources: dict[str, tuple[Carrier, str]] = {}
    for other in carriers:
        before = articles[other.span.article]
        if is_earlier(before, own) and (reason := _relate(quotes[carrier.quote], carrier, other, before, coverage)):
            sources.setdefault(before.id, (other, reason))
    first = [id_ for id_ in sources if all(is_earlier(articles[id_], articles[one]) for one in sources if one != id_)]
    if not first:
        return carrier
    source, reason = sources[first[0]]
    return replace(carrier, follows=source.quote, why=f"{name_outlet(articles[first[0]])} had it earlier, and {reason}.")


def _relate(quote: Quote, carrier: Carrier, other: Carrier, before: Article, coverage: Coverage) -> str | None:
    """What ties a carrier to an earlier one, in words; None where nothing does."""
    if coverage.shares(carrier.span, other.span):
        return "the words lie in a passage that both share"
    if carrier.altered and [span.text for span in carrier.altered] == [span.text for span in other.altered]:
        return "both have the same altered words"
    if quote.told_to and before.outlet and _bare(quote.told_to) == _bare(before.outlet):
        return f"it is said to have been told to {before.outlet}"
    return None


def is_earlier(one: Article, other: Article) -> bool:
    """Whether one article was published before another, by what both say themselves: on an earlier day, or at an earlier time."""
    if not (one.day and other.day) or "story" in (one.published_from, other.published_from):
        return False
    if _says_time(one) and _says_time(other):
        return order_articles(one)[0] < order_articles(other)[0]
    return one.day < other.day


def _says_time(article: Article) -> bool:
    """Whether a time of day is given; midnight stands for none."""
    return "T" in (article.published or "") and "T00:00" not in (article.published or "")


def _bare(outlet: str) -> str:
    return outlet.casefold().removeprefix("the ").strip()
