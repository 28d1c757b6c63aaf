"""A story's names and places are words of its articles, shared by half of them; its growth counts each article once."""

from collections.abc import Callable
from dataclasses import replace

from crosswire.group import outline_story
from crosswire.model import Candidate, LocalName, Place, PlaceMention, Sheet, StoryDay

WriteSheet = Callable[..., Sheet]

TEXTS = {
    "a": ("2031-05-07", "Brandt spoke in Varnholm. Ilse Brandt leads the Coast Guard."),
    "b": ("2031-05-06", "The Coast Guard and Ilse Brandt came to Varnholm. Otto Kern waited in Ostrel."),
    "c": (None, "Varnholm heard Brandt."),
}
NAMES = (("person", ("Ilse Brandt", "Brandt")), ("organisation", ("Coast Guard",)), ("person", ("Otto Kern",)))


def tell(write_sheet: WriteSheet, id_: str) -> Sheet:
    published, text = TEXTS[id_]
    sheet = write_sheet(id_, text, published=published)
    names, places = [], []
    for kind, forms in NAMES:
        found = tuple(form for form in forms if form in text)
        if found:
            mentions = tuple(sheet.article.span(text.index(form), text.index(form) + len(form)) for form in found)
            names.append(LocalName(kind, found[0], found, (), mentions))  # type: ignore[arg-type]
    for i, town in enumerate(("Varnholm", "Ostrel")):
        if (at := text.find(town)) >= 0:
            candidate = Candidate(Place(town, "SE", i, 0.0, 0.0, "city"), 9)
            places.append(PlaceMention(sheet.article.span(at, at + len(town)), (candidate,)))
    return replace(sheet, names=tuple(names), places=tuple(places))


def test_names_and_places_are_those_that_half_share(write_sheet: WriteSheet) -> None:
    outline = outline_story([tell(write_sheet, id_) for id_ in TEXTS])
    assert [(span.text, span.article) for span in outline.names] == [("Ilse Brandt", "b"), ("Coast Guard", "b")]
    assert [(span.text, span.article) for span in outline.places] == [("Varnholm", "c")]
    for span in (*outline.names, *outline.places):
        assert TEXTS[span.article][1][span.start : span.end] == span.text


def test_a_story_of_one_article_has_its_names(write_sheet: WriteSheet) -> None:
    outline = outline_story([tell(write_sheet, "b")])
    assert {span.text for span in outline.names} == {"Ilse Brandt", "Coast Guard", "Otto Kern"}
    assert {span.text for span in outline.places} == {"Varnholm", "Ostrel"}


def test_growth_is_told_by_day(write_sheet: WriteSheet) -> None:
    sheets = [tell(write_sheet, id_) for id_ in TEXTS]
    assert outline_story(sheets).growth == (StoryDay("2031-05-06", ("b",)), StoryDay("2031-05-07", ("a",)), StoryDay(None, ("c",)))
    assert outline_story(sheets[::-1]) == outline_story(sheets)
