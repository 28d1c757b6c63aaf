"""One article with its grammar."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crosswire.annotate.capitals import lower_capitals
from crosswire.annotate.contexts import support_places
from crosswire.annotate.countries import count_countries, find_countries
from crosswire.annotate.dates import find_dates
from crosswire.annotate.names import find_names
from crosswire.annotate.paragraphs import blank_out, find_paragraphs
from crosswire.annotate.pipelines import parse_text
from crosswire.annotate.places import Places, find_places
from crosswire.annotate.settlements import relabel_settlements
from crosswire.model import Article, NotContent, Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The mark of a note right behind a word: "killing 31.[1]", "on 1 May.[iv]".
NOTE_MARK = re.compile(r"(?<=\S)\[(?:\d{1,3}|[ivxl]{1,7}|[a-z])\](?=[\s\[.,;:)]|$)")


def annotate_article(article: Article, not_content: Sequence[NotContent], nlp: "Callable[[str], Doc]", gazetteer: Places) -> Reading:
    """The article parsed once, with what is not content turned into blanks, so that every offset stays the article's own.

    A text in capitals is parsed in small letters, and the marks of notes are left out.
    """
    marks = (match.span() for match in NOTE_MARK.finditer(article.text))
    text = lower_capitals(blank_out(article.text, [*((mark.start, mark.end) for mark in not_content), *marks]))
    doc = parse_text(text, nlp)
    relabel_settlements(doc, lambda name: bool(gazetteer.look_up(name)))
    dates = find_dates(article, text, doc)
    dated = {offset for date in dates for offset in range(date.span.start, date.span.end)}
    nations = find_countries(doc, gazetteer)
    countries = count_countries(nations)
    found = find_places(article, doc, gazetteer, [country for country, _ in countries])
    undated = [place for place in found if dated.isdisjoint(range(place.span.start, place.span.end))]
    places = support_places(undated, text, gazetteer.look_up, [country for country, _ in countries])
    return Reading(
        article=article,
        not_content=tuple(not_content),
        paragraphs=find_paragraphs(text),
        doc=doc,
        starts=tuple(token.idx for token in doc),
        names=find_names(article, doc, [place.span for place in places if place.candidates]),
        places=places,
        dates=dates,
        countries=countries,
        nations=nations,
    )
