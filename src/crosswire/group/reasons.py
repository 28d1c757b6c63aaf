"""What a story is called and why its articles are one story, in words a reader can check."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from crosswire.group.clusters import TOGETHER, Cluster
from crosswire.group.contents import get_language, read_opening
from crosswire.group.similarities import Matrix, Similarities
from crosswire.group.terms import read_terms, stem
from crosswire.model import Sheet

MOST = 3  # names, places or words that a reason lists
LONGEST_TITLE = 120


def name_story(sheets: Sequence[Sheet], alike: Matrix) -> str:
    """The title of the article most like the others, else that article's first sentence, cut at a word; `alike` is (articles, articles)."""
    order = sorted(range(len(sheets)), key=lambda i: (-round(float(alike[i].mean()), 4), sheets[i].article.id))
    for i in order:
        if opening := read_opening(sheets[i], 1):
            return _shorten(" ".join(opening[0].split()))
    return "Untitled"


def explain_story(sheets: Sequence[Sheet], alike: Matrix, joined: Sequence[Sheet], words: Sequence[str]) -> str:
    """Why these articles are one story: what they share, when they were published, how alike they are, and who came last."""
    pairs = alike[np.triu_indices(len(sheets), 1)]
    parts = [
        _tell_shared(sheets, words),
        _tell_days(sheets),
        f"their mean similarity is {pairs.mean():.2f}, and {TOGETHER:.2f} makes a story",
    ]
    why = "; ".join(part for part in parts if part)
    late = ", ".join(sheet.article.id for sheet in joined)
    return f"The reports {why}." + (f" Joined as clearly nearest to this story alone: {late}." if late else "")


def explain_loner(nearest: Sheet | None, similarity: float) -> str:
    """Why an article is a story by itself: how near the nearest other one comes."""
    if nearest is None:
        return f"Stands alone: no other article is like it; a story needs a mean similarity of {TOGETHER:.2f}."
    return (
        f"Stands alone: the most similar article, {nearest.article.id}, reaches {similarity:.2f}; a story needs a mean of {TOGETHER:.2f}."
    )


def find_shared_words(similarities: Similarities, cluster: Cluster, sheets: Sequence[Sheet]) -> list[str]:
    """The words that weigh most over a cluster and that at least half of its articles use, as the first of them to use it spells it."""
    rows = similarities.terms.rows[list(cluster.members)]
    weights = np.asarray(rows.sum(axis=0)).ravel()
    users = np.asarray((rows > 0).sum(axis=0)).ravel()
    weights[users * 2 < len(cluster.members)] = 0
    order = sorted(np.flatnonzero(weights), key=lambda column: (-round(float(weights[column]), 6), column))
    terms = [similarities.terms.names[column] for column in order[:MOST]]
    return [_spell(term, sheets) for term in terms]


def _spell(term: str, sheets: Sequence[Sheet]) -> str:
    spellings = (word for sheet in sheets for word in read_terms(sheet) if stem(word, get_language(sheet)) == term)
    return next(spellings, term)


def _tell_shared(sheets: Sequence[Sheet], words: Sequence[str]) -> str:
    names = _find_common(({name.name for name in sheet.names} for sheet in sheets), len(sheets))
    places = _find_common(
        ({p.candidates[0].place.name for p in sheet.places if p.candidates} for sheet in sheets),
        len(sheets),
    )
    places = [place for place in places if place not in names]
    shared = [_list("name", names), _list("place", places)] if names or places else [_list("word", [f"“{word}”" for word in words])]
    told = " and ".join(part for part in shared if part)
    return f"share {told}" if told else ""


def _find_common(each: Iterable[set[str]], articles: int) -> list[str]:
    counts = Counter(name for names in each for name in names)
    return sorted((n for n, count in counts.items() if count >= 2 and count * 2 >= articles), key=lambda n: (-counts[n], n))[:MOST]


def _tell_days(sheets: Sequence[Sheet]) -> str:
    days = [day for sheet in sheets if (day := sheet.article.day)]
    if len(days) < 2:
        return ""
    apart = (max(days) - min(days)).days
    lapse = f"within {apart} day{'s' if apart > 1 else ''}" if apart else f"on {days[0].isoformat()}"
    who = "were" if len(days) == len(sheets) else "were, as far as they are dated,"
    return f"{who} published {lapse}"


def _list(kind: str, items: Sequence[str]) -> str:
    if not items:
        return ""
    listed = items[0] if len(items) == 1 else ", ".join(items[:-1]) + " and " + items[-1]
    return f"the {kind}{'s' if len(items) > 1 else ''} {listed}"


def _shorten(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
