"""Positions read out of one article."""

import pytest
from tests.readings import extract_text

from crosswire.model import ConditionMention, MeetingMention, ProposalMention, Sheet


def read_proposal(text: str) -> ProposalMention:
    (proposal,) = extract_text(text).proposals
    return proposal


@pytest.mark.parametrize(
    ("words", "low", "high", "unit"),
    [
        ("a 30-day ceasefire on ports", 30, 30, "day"),
        ("a month-long ceasefire on ports", 1, 1, "month"),
        ("a ceasefire on ports for at least 30 days", 30, None, "day"),
        ("a ceasefire on ports for more than two weeks", 3, None, "week"),
        ("a ceasefire on ports lasting up to 72 hours", None, 72, "hour"),
    ],
)
def test_a_length_has_its_bounds_and_its_unit(words: str, low: int | None, high: int | None, unit: str) -> None:
    duration = read_proposal(f"President Ana Ruiz proposed {words}.").duration
    assert duration is not None
    assert (duration.low, duration.high, duration.unit) == (low, high, unit)


def test_a_length_that_counts_from_an_event_is_none() -> None:
    assert read_proposal("Kenya proposed a halt to tariffs on tea 30 days ago.").duration is None


def test_terms_are_told_apart() -> None:
    proposal = read_proposal("Kenya offered Ghana a six-week suspension of tariffs on tea, the minister said.")
    assert proposal.by is not None and proposal.to is not None
    assert (proposal.by.span.text, proposal.to.span.text, proposal.act) == ("Kenya", "Ghana", "cessation")
    assert proposal.scope is not None and proposal.scope.text == "tariffs on tea"


def test_means_are_no_scope() -> None:
    proposal = read_proposal("Chile offered to cease strikes using long-range drones on harbours.")
    assert proposal.means is not None and proposal.means.text == "long-range drones"
    assert "drone" not in proposal.keys and "harbour" in proposal.keys


def test_what_is_denied_planned_or_negated_says_so() -> None:
    assert read_proposal("Kenya denied that it had offered a 10-day truce.").mode == "denied"
    assert extract_text("Kenya has no plans to offer a 10-day truce.").proposals == ()
    assert extract_text("Kenya may accept a truce.").proposals == ()


def test_what_becomes_of_the_one_thing_told_belongs_to_it() -> None:
    sheet = extract_text("Kenya declared a 10-day truce on Monday. The truce collapsed within hours.")
    assert [(p.status, p.same_as) for p in sheet.proposals] == [("declared", None), ("broken", 0)]


def test_the_rejecting_side_is_not_whose_it_is() -> None:
    sheet = extract_text("The union rejected a 10-day truce proposed by the port authority.")
    assert [p.by.span.text for p in sheet.proposals if p.by] == ["port authority"]
    assert [(a.kind, a.by and a.by.span.text, a.proposal) for a in sheet.answers] == [("rejects", "union", 0)]


def list_conditions(sheet: Sheet) -> list[str]:
    return [condition.what.text for condition in sheet.conditions]


def test_conditions_are_what_must_be_first() -> None:
    (one,) = extract_text("Any talks would require the ministry to repeal the decree, envoy Ana Ruiz said.").conditions
    assert isinstance(one, ConditionMention) and one.by is not None and "Ana Ruiz" in one.by.span.text
    assert "repeal the decree" in one.what.text
    assert list_conditions(extract_text("Kenya will not sign the deal unless the levy is dropped.")) == ["the levy is dropped"]
    assert list_conditions(extract_text("The mediator may leave if the parties fail to agree.")) == []


def read_meeting(text: str) -> MeetingMention:
    (meeting,) = extract_text(text).meetings
    return meeting


def test_a_meeting_has_place_day_and_sides() -> None:
    meeting = read_meeting("Negotiators from Kenya and Ghana will meet in Geneva on Friday.")
    assert meeting.place is not None and meeting.place.span.text == "Geneva"
    assert (meeting.status, meeting.mode, [p.span.text for p in meeting.parties]) == ("planned", "planned", ["Kenya", "Ghana"])


def test_a_moved_meeting_keeps_the_day_before() -> None:
    meeting = read_meeting("The talks between Kenya and Ghana in Geneva were moved from Thursday to Friday.")
    assert meeting.date is not None and meeting.moved_from is not None
    assert (meeting.date.span.text, meeting.moved_from.span.text) == ("Friday", "Thursday")


def test_a_match_a_heading_and_an_earlier_version_tell_nothing() -> None:
    assert extract_text("Kenya meet Ghana in Accra on Tuesday.").meetings == ()
    assert extract_text("Kenya Proposes Ceasefire On Tea Tariffs For Sixty Days\n\nIt rained.").proposals == ()
    assert extract_text("An earlier version of this article said Kenya proposed a 20-day truce.").proposals == ()
