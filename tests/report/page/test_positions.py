"""Proposals, conditions and meetings on the page: who, to whom, what, how long, each in the outlets' words."""

import re
from dataclasses import replace

import pytest
from tests.records import make_positions_record

from crosswire.model import Record
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page


def read_section(record: Record) -> str:
    """What the page says of positions, without its mark-up."""
    return " ".join(re.sub(r"<[^>]+>", " ", find_section(record)).split())


def find_section(record: Record) -> str:
    text = make_page(make_lookup(record)).decode("utf-8")
    begin = text.index('<div class="scroll" role="region" tabindex="0" aria-labelledby="s0000000001-proposals">')
    return text[begin : text.index("</section>", begin)]


def test_each_stands_with_its_parts_and_the_words_of_every_outlet() -> None:
    text = read_section(make_positions_record())
    said = [
        "stop the ferries Ida Renk (person) the port council the whole port at least 30 days proposed",
        "The Gull Ida Renk proposed to stop the ferries for at least 30 days. The Lamp She offered the port council a stop of the ferries.",
        "duration single source why",
        "the guns fall silent not said The Gull if the guns fall silent The Lamp only once the guns are silent why",
        "Port Ambling, ZZ 2031-05-09 Ida Renk (person) , the port council planned The Gull She meets",
    ]
    assert [words for words in said if words not in text] == []


def test_values_link_to_their_words_and_things_to_their_places() -> None:
    record = make_positions_record()
    section, places = find_section(record), {article.id: place for place, article in enumerate(record.articles)}
    positions = (*record.proposals, *record.conditions, *record.meetings)
    spans = [span for position in positions for telling in position.accounts for span in telling.evidence]
    spans += [proposal.duration.span for proposal in record.proposals if proposal.duration]
    assert [span.text for span in spans if f'href="#words-{places[span.article]}-{span.start}-{span.end}"' not in section] == []
    assert [position.id for position in positions if f'<tr id="{position.id}">' not in section] == []
    assert [position.id for position in positions if f'href="#why-{position.id}"' not in section] == []
    assert 'href="#f0000000004"' in section and 'href="#n0000000001"' in section


def test_a_duration_in_other_words_is_given_both_ways() -> None:
    record = make_positions_record()
    proposal = record.proposals[0]
    assert proposal.duration is not None
    longer = replace(proposal, duration=replace(proposal.duration, low=4, high=5, unit="week"))
    assert "4–5 weeks at least 30 days" in read_section(replace(record, proposals=(longer,)))


@pytest.mark.parametrize("part", ["conditions", "meetings"])
def test_what_a_story_does_not_have_has_no_table(part: str) -> None:
    section = find_section(replace(make_positions_record(), **{part: ()}))
    assert f's0000000001-{part}"' not in section and section.count("<table") == 2


def test_what_is_not_said_is_named_as_such() -> None:
    record = make_positions_record()
    bare = replace(record.proposals[0], by=None, to=None, scope=None, duration=None, status="")
    meeting = replace(record.meetings[0], place=None, date=None, parties=())
    text = read_section(replace(record, proposals=(bare,), conditions=(), meetings=(meeting,)))
    assert text.count("not said") == 8


def test_a_breach_stands_with_whose_claim_it_is() -> None:
    record = make_positions_record()
    told = replace(record.proposals[0], status="said to be broken", claimed_by=("n0000000001",), denied_by=("the port council",))
    text = read_section(replace(record, proposals=(told,)))
    assert "said to be broken ; claimed by Ida Renk (person) ; denied by the port council" in text
