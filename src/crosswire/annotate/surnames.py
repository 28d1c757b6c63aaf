"""Places told from people of the article who bear their name: "Dana Horton" is no town of Horton."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.model import Article, LocalName, PlaceMention

# What leads up to a place and hardly to a person; "near Horton" may be beside her.
LOCATING = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Oo]utside|(?:city|town|village|district|province|state) of)\s+$")
REACH = 20
# A city of so many people is meant by its name even where somebody bears it.
LARGE = 500_000


def leave_out_people(article: "Article", places: "Sequence[PlaceMention]", names: "Sequence[LocalName]") -> "tuple[PlaceMention, ...]":
    """The places without those of one word that is a first name or surname of somebody whom the article names in full.

    They stay where the article says once that something is in, at or from them, or names the land that they lie in behind them.
    """
    starts = {place.span.start for place in places}
    borne = {word for name in names if _is_full(name, starts) for word in (name.name.split()[0], name.name.split()[-1])}
    local = {place.span.text for place in places if place.span.text in borne and _is_placed(article.text, place, starts)}
    return tuple(place for place in places if place.span.text not in borne or place.span.text in local)


def _is_full(name: "LocalName", starts: set[int]) -> bool:
    """Whether a name is a person's first name and surname; words that hold a place are hardly a person's ("Perus Cusco")."""
    held = any(not starts.isdisjoint(range(mention.start, mention.end)) for mention in name.mentions if " " in mention.text)
    return name.kind == "person" and " " in name.name and not held


def _is_placed(text: str, place: "PlaceMention", starts: set[int]) -> bool:
    behind = text[place.span.end : place.span.end + 2] == ", " and place.span.end + 2 in starts
    large = any(candidate.population >= LARGE for candidate in place.candidates[:1])
    return large or behind or LOCATING.search(text, max(0, place.span.start - REACH), place.span.start) is not None
