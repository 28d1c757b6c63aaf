"""One line for anything in a record that has an id."""

from crosswire.model import Condition, Finding, Incident, Meeting, Name, Origin, Proposal, Quote, Story, Utterance
from crosswire.report.characters import show_line
from crosswire.report.evidence import Thing, name_quote
from crosswire.report.figures import state_days, state_place
from crosswire.report.lookups import Lookup

# How the sides of a difference can stand to each other, as a reader is told.
RELATIONS = {
    "conflict": "no value fits all of them",
    "compatible": "one value can fit all of them",
    "update": "the later report has the newer figure",
    "scope": "they count different things",
}


def name_kind(thing: Thing) -> str:
    """What a thing is, in one word."""
    return type(thing).__name__.lower()


def title_thing(thing: Thing, lookup: Lookup) -> str:
    """One line that tells a reader which thing this is."""
    match thing:
        case Story():
            return show_line(thing.title, 200)
        case Origin():
            return f"{thing.kind}: {show_line(thing.name, 100)}" if thing.name else thing.kind
        case Name():
            return f"{show_line(thing.name, 100)} ({thing.kind})"
        case Quote():
            return f"{name_quote(thing)} of {_speaker(thing.speaker, lookup)} in {show_line(lookup.outlet(thing.article), 100)}"
        case Utterance():
            words = show_line(thing.carriers[0].span.text, 60).rstrip(" ,;.") if thing.carriers else ""
            return f"“{words}”, said by {_speaker(thing.speaker, lookup)}"
        case Incident():
            return title_incident(thing)
        case Proposal() | Condition():
            return f"{name_kind(thing)} of {_name_side(thing.by, lookup)}: {show_line(thing.what, 100)}"
        case Meeting():
            return title_meeting(thing)
        case Finding():
            return title_finding(thing)


def title_incident(incident: Incident) -> str:
    """Kind, place and days; what no outlet says is named as such."""
    place = state_place(incident.place) or "no place given"
    return show_line(f"{incident.kind}, {place}, {state_days(incident.date) or 'no day given'}", 200)


def title_meeting(meeting: Meeting) -> str:
    """Whether it is past or planned, its place and days; what no outlet says is named as such."""
    place = state_place(meeting.place) or "no place given"
    return show_line(f"{meeting.status} meeting, {place}, {state_days(meeting.date) or 'no day given'}", 200)


def state_status(proposal: Proposal, lookup: Lookup) -> str:
    """What it has come to, a breach with whose claim it is and who denies it."""
    told = (("claimed by", proposal.claimed_by), ("denied by", proposal.denied_by))
    sides = (f"{label} {', '.join(show_line(lookup.speaker(side) or side, 60) for side in parties)}" for label, parties in told if parties)
    return "; ".join([proposal.status, *sides])


def title_finding(finding: Finding) -> str:
    """What was found, in which field, of which office, fact or act, and how the sides stand to each other."""
    relation = f" ({finding.relation})" if finding.relation else ""
    told = ", ".join(show_line(words, 80) for words in (finding.field, finding.what) if words)
    return f"{finding.kind}{relation}: {told}" if told else f"{finding.kind}{relation}"


def _name_side(side: str | None, lookup: Lookup) -> str:
    return show_line(lookup.speaker(side) or "an unnamed side", 100)


def _speaker(speaker: str | None, lookup: Lookup) -> str:
    return show_line(lookup.speaker(speaker) or "an unnamed speaker", 100)
