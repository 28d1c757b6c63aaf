"""`crosswire show` tells of a story what it is about and how it grew."""

from dataclasses import replace

from rich.console import Console
from tests.records import make_positions_record, make_record

from crosswire.model import StoryDay
from crosswire.report.screens import draw_part


def test_a_story_shows_its_names_places_and_days() -> None:
    record = make_record()
    article = record.articles[0]
    name, place = article.span(0, 4), article.span(5, 9)
    growth = (StoryDay("2031-05-06", ("gull", "heron")), StoryDay(None, ("ibis",)))
    story = replace(record.stories[0], names=(name,), places=(place,), growth=growth)
    console = Console(width=200, record=True)
    console.print(draw_part(replace(record, stories=(story,)), "story"))
    told = console.export_text()
    assert f"Names: {name.text.strip()}" in told and f"Places: {place.text.strip()}" in told
    assert "2031-05-06: 2" in told and "not dated: 1" in told


def test_a_breach_is_shown_as_a_claim() -> None:
    record = make_positions_record()
    told = replace(record.proposals[0], status="said to be broken", claimed_by=("n0000000001",), denied_by=("the port council",))
    console = Console(width=300, record=True)
    console.print(draw_part(replace(record, proposals=(told,)), "proposals"))
    assert "said to be broken; claimed by Ida Renk; denied by the port council" in " ".join(console.export_text().split())
