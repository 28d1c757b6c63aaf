"""Which countries an article names, by their names, their peoples and bodies called after these."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from crosswire.annotate.places import Places

COUNTRY_LABELS = frozenset({"GPE", "NORP", "LOC"})
ARTICLES = frozenset({"the", "a"})


def find_countries(doc: "Doc", gazetteer: "Places") -> tuple[tuple[int, int, str], ...]:
    """Where the content names a country or its people: first and last offset (exclusive) and the country (ISO 3166 code), in order.

    A people may also stand first in a body's name ("Peruvian Navy").
    """
    words: dict[str, str | None] = {}
    found = []
    for ent in doc.ents:
        first = ent[1:] if ent[0].lower_ in ARTICLES else ent
        body = ent.label_ == "ORG" and len(first) > 1
        if (not body and ent.label_ not in COUNTRY_LABELS) or _is_seat(ent):
            continue
        named = first[:1] if body else ent
        word = named.text.removeprefix("the ")
        if word not in words:
            words[word] = gazetteer.country_of(word) if not body or gazetteer.look_up_people(word) else None
        if (country := words[word]) is not None:
            found.append((named.start_char, named.end_char, country))
    return tuple(found)


def _is_seat(ent: "Span") -> bool:
    """Whether a country is only where a body has its seat ("Peru-based")."""
    return ent.doc[ent.end : ent.end + 2].text.lower() == "-based"


def count_countries(named: Iterable[tuple[int, int, str]]) -> tuple[tuple[str, int], ...]:
    """How often each country is named, most often first."""
    counts = Counter(country for _, _, country in named)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
