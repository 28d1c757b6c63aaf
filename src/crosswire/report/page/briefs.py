"""One printable page a story: what an editor with four minutes takes in. Whatever is left out is counted on it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib import resources

from markupsafe import Markup

from crosswire.model import Carrier, Condition, Finding, Incident, Meeting, Proposal, Span, Story, Utterance
from crosswire.report.evidence import Position, name_duration
from crosswire.report.figures import FIELDS, list_figures, state_figure, state_moment, state_range
from crosswire.report.lookups import Lookup
from crosswire.report.orders import order_incidents
from crosswire.report.page.pages import hash_text, make_environment
from crosswire.report.page.parts import Part, make_parts
from crosswire.report.page.sheets import Entry, Passage, Phrase, Section, clip_phrases, clip_text, fit_sections, make_passage, make_section
from crosswire.report.summaries import count_origins
from crosswire.report.titles import RELATIONS, name_kind, state_status, title_finding, title_incident, title_meeting, title_thing

NAME = re.compile(r"s[0-9a-f]{10}\.html")  # of a brief's file

_OUTLETS = 4  # named for one value before the rest is only counted
_OUTLET, _STATED = 40, 40  # characters of an outlet's name and of a stated value
_TERM = 90  # characters of what is proposed
_UNNAMED = "Speaker not settled"
_LAST = "\U0010ffff"  # sorts behind every day
_WORDINGS = 3  # of one altered quotation
_QUOTED = 150  # characters of a quotation's wording
_BEFORE = 40  # characters shown before the first word that differs


def make_briefs(lookup: Lookup) -> dict[str, bytes]:
    """A brief a story in UTF-8, by its file's name."""
    said: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in lookup.record.utterances:
        story = lookup.story_of(utterance)
        said[story.id if story else ""].append(utterance)
    parts = [(part, part.story) for part in make_parts(lookup) if part.story]
    return {name_brief(story): make_brief(part, story, said[story.id], lookup) for part, story in parts}


def name_brief(story: Story) -> str:
    """The file's name: the story's id, or a hash of it where a record made elsewhere has ids of another form."""
    name = f"{story.id}.html"
    return name if NAME.fullmatch(name) else f"s{sha256(story.id.encode(errors='replace')).hexdigest()[:10]}.html"


def make_brief(part: Part, story: Story, utterances: Sequence[Utterance], lookup: Lookup) -> bytes:
    """One story on one sheet of A4, in UTF-8."""
    relations = {finding.relation for finding in part.differences}
    text = (
        make_environment()
        .get_template("brief.html")
        .render(
            part=part,
            story=story,
            sections=fit_sections(list_sections(part, utterances, lookup)),
            relations={relation: said for relation, said in RELATIONS.items() if relation in relations},
            count=_count,
            style=_style(),
            hash_of=hash_text,
        )
    )
    return text.encode("utf-8", errors="replace")


def list_sections(part: Part, utterances: Sequence[Utterance], lookup: Lookup) -> Iterator[Section]:
    """Everything there is to tell, in the order it is read."""
    told = sorted(order_incidents(part.incidents), key=lambda incident: -len(_tellers(incident)))
    differences = [finding for finding in part.differences if finding.kind != "altered quotation"]
    altered = sorted((said for said in utterances if said.wording == "altered"), key=lambda said: (not said.odd, *_rank_carried(said)))
    carried = sorted((said for said in utterances if said.wording != "altered" and len(_carriers(said)) > 1), key=_rank_carried)
    positions: list[Position] = sorted((*part.proposals, *part.conditions, *part.meetings), key=_rank_position)
    yield make_section("Incidents", (_show_incident(incident, part, lookup) for incident in told), 4)
    yield make_section("What differs", (_show_difference(finding, lookup) for finding in differences), 6)
    yield make_section("Altered quotations", (_show_altered(said, lookup) for said in altered), 3)
    yield make_section("Most carried words", (_show_carried(said, lookup) for said in carried), 3)
    yield make_section("Proposals, conditions, meetings", (_show_position(position, lookup) for position in positions), 3)
    yield make_section("Not settled", _list_open(part, lookup), 8, columns=2)
    yield make_section("Sources", _list_sources(part, lookup), 20, columns=2)


def _tellers(incident: Incident) -> list[str]:
    return list(dict.fromkeys(account.article for account in incident.accounts))


def _carriers(utterance: Utterance) -> list[str]:
    return list(dict.fromkeys(carrier.span.article for carrier in utterance.carriers))


def _rank_carried(utterance: Utterance) -> tuple[int, int, str]:
    """The more reports, then the more words."""
    return -len(_carriers(utterance)), -max(len(carrier.span.text) for carrier in utterance.carriers), utterance.id


def _rank_position(position: Position) -> int:
    return -len(position.accounts)


def _show_incident(incident: Incident, part: Part, lookup: Lookup) -> Entry:
    """Its figures over all accounts, and beside each what every outlet states."""
    tellers = _tellers(incident)
    origins = count_origins([lookup.articles[article] for article in tellers if article in lookup.articles], part.origins)
    note = _count(len(tellers), "report") + (f" from {_count(origins, 'origin')}" if len(tellers) > 1 else "")
    passages = tuple(_show_figures(incident, field, lookup) for field in FIELDS if getattr(incident, field))
    silent = (make_passage([Phrase(_name_outlets(tellers, lookup), "who")], 1, "no figure"),)
    return Entry(title_incident(incident), note, incident.id, incident.id, passages or silent)


def _show_figures(incident: Incident, field: str, lookup: Lookup) -> Passage:
    stated: dict[str, tuple[float, float, list[str]]] = {}
    for account in incident.accounts:
        for name, figure in list_figures(account):
            if name == field:
                low, high = figure.low or 0, float("inf") if figure.high is None else figure.high
                stated.setdefault(state_figure(figure), (low, high, []))[2].append(account.article)
    ordered = sorted(stated.items(), key=lambda item: (*item[1][:2], item[0]))
    phrases = _join_values([(value, articles, False) for value, (_, _, articles) in ordered], lookup)
    return make_passage(phrases, 3, field, state_range(getattr(incident, field)))


def _show_difference(finding: Finding, lookup: Lookup) -> Entry:
    """Its sides: each value with who gives it."""
    sides = [(side.value, side.articles, not set(side.articles).isdisjoint(finding.odd)) for side in finding.sides]
    about = lookup.things.get(finding.about or "")
    passage = make_passage(_join_values(sides, lookup), 3)
    return Entry(title_finding(finding), title_thing(about, lookup) if about else "", finding.id, finding.id, (passage,))


def _join_values(values: Iterable[tuple[str, Sequence[str], bool]], lookup: Lookup) -> Iterator[Phrase]:
    """Each value with its outlets: 15+ The Gull; 20 The Lamp, stands alone."""
    for number, (value, articles, odd) in enumerate(values):
        if number:
            yield Phrase("; ")
        yield Phrase(clip_text(value, _STATED)[0], "value")
        yield Phrase(" " + _name_outlets(articles, lookup), "who")
        if odd:
            yield Phrase("stands alone", "odd")


def _show_altered(utterance: Utterance, lookup: Lookup) -> Entry:
    """The wording that most reports have, then those with words that no other has, odd ones first."""
    wordings: dict[str, list[Carrier]] = defaultdict(list)
    for carrier in utterance.carriers:
        wordings[" ".join(carrier.span.text.split()).strip(" ,.;").casefold()].append(carrier)
    usual = min(wordings.values(), key=_rank_usual)
    others = sorted(
        (carriers for carriers in wordings.values() if carriers is not usual), key=lambda carriers: _rank_odd(carriers, utterance)
    )
    shown = tuple(_show_wording(carriers, utterance, lookup) for carriers in [usual, *others][:_WORDINGS])
    note = _count(len(_carriers(utterance)), "report")
    if len(wordings) > _WORDINGS:
        note += f", {_count(len(wordings) - _WORDINGS, 'more wording')} on the page"
    return Entry(lookup.speaker(utterance.speaker) or _UNNAMED, note, utterance.id, utterance.id, shown)


def _rank_usual(carriers: Sequence[Carrier]) -> tuple[int, int, str]:
    return ("same", "trimmed", "altered").index(carriers[0].wording), -len(carriers), carriers[0].quote


def _rank_odd(carriers: Sequence[Carrier], utterance: Utterance) -> tuple[bool, bool, int, str]:
    return carriers[0].wording != "altered", carriers[0].quote not in utterance.odd, -len(carriers), carriers[0].quote


def _show_wording(carriers: Sequence[Carrier], utterance: Utterance, lookup: Lookup) -> Passage:
    phrases = [Phrase(" " + _name_outlets([carrier.span.article for carrier in carriers], lookup), "who")]
    if any(carrier.quote in utterance.odd for carrier in carriers):
        phrases.append(Phrase("stands alone", "odd"))
    return make_passage(phrases, 3, quoted=_mark_words(carriers[0].span, carriers[0].altered))


def _mark_words(span: Span, altered: Sequence[Span]) -> tuple[Phrase, ...]:
    """The words, those that differ marked; from shortly before the first of these where it stands far in."""
    text, phrases = span.text, []
    marks = sorted((max(0, mark.start - span.start), mark.end - span.start) for mark in altered)
    here = 0
    if marks and marks[0][1] > _QUOTED:
        here = text.find(" ", max(0, marks[0][0] - _BEFORE), marks[0][0]) + 1 or marks[0][0]
        phrases.append(Phrase("\N{HORIZONTAL ELLIPSIS}"))
    for start, end in marks:
        phrases += [Phrase(text[here:start]), Phrase(text[max(here, start) : end], "differs")]
        here = max(here, end)
    return clip_phrases([*phrases, Phrase(text[here:])], _QUOTED)


def _show_carried(utterance: Utterance, lookup: Lookup) -> Entry:
    """Its longest wording, and the outlets that carry it."""
    longest = max(utterance.carriers, key=lambda carrier: (len(carrier.span.text), carrier.quote))
    articles = _carriers(utterance)
    passage = make_passage([Phrase(" " + _name_outlets(articles, lookup), "who")], 3, quoted=_mark_words(longest.span, ()))
    note = f"{_count(len(articles), 'report')}"
    return Entry(lookup.speaker(utterance.speaker) or _UNNAMED, note, utterance.id, utterance.id, (passage,))


def _show_position(position: Position, lookup: Lookup) -> Entry:
    """Who puts it or meets, its terms, and the outlets that tell of it."""
    articles = list(dict.fromkeys(telling.article for telling in position.accounts))
    terms = Phrase("; ".join(filter(None, _list_terms(position, lookup))))
    passage = make_passage([terms, Phrase(f" ({_name_outlets(articles, lookup)})", "who")], 3)
    note = _count(len(articles), "report")
    return Entry(_title_position(position, lookup), note, position.id, position.id, (passage,))


def _title_position(position: Position, lookup: Lookup) -> str:
    if isinstance(position, Meeting):
        return title_meeting(position)
    return f"{name_kind(position)} of {lookup.speaker(position.by) or 'an unnamed side'}"


def _list_terms(position: Position, lookup: Lookup) -> Iterator[str | None]:
    match position:
        case Proposal():
            yield clip_text(position.what, _TERM)[0]
            yield f"to {clip_text(lookup.speaker(position.to) or '', _OUTLET)[0]}" if position.to else None
            yield clip_text(position.scope or "", _OUTLET)[0]
            yield name_duration(position.duration) if position.duration else None
            yield state_status(position, lookup)
        case Condition():
            yield clip_text(position.what, _TERM)[0]
        case Meeting():
            yield from (clip_text(lookup.speaker(party) or party, _OUTLET)[0] for party in position.parties)


def _list_open(part: Part, lookup: Lookup) -> Iterator[Entry]:
    """What the words settle nowhere: how many of how many."""
    articles = {article.id for article in part.articles}
    quotes = [quote for quote in lookup.record.quotes if quote.article in articles]
    ranges = [span for incident in part.incidents for field in FIELDS if (span := getattr(incident, field)) is not None]
    for title, open_ones, total in (
        ("Quotes without a speaker", sum(quote.speaker is None for quote in quotes), len(quotes)),
        ("Incidents without a place", sum(incident.place is None for incident in part.incidents), len(part.incidents)),
        ("Incidents without a day", sum(incident.date is None for incident in part.incidents), len(part.incidents)),
        ("Figures without a majority of origins", sum(span.best is None for span in ranges), len(ranges)),
        ("Reports without a day", sum(article.published is None for article in part.articles), len(part.articles)),
    ):
        if open_ones:
            yield Entry(title, f"{open_ones} of {total}")


def _list_sources(part: Part, lookup: Lookup) -> Iterator[Entry]:
    """Outlet, day and id of every report, the oldest first."""
    for article in sorted(part.articles, key=lambda article: (article.published or _LAST, lookup.outlet(article.id), article.id)):
        day = state_moment(article.published)[:10] if article.published else "no day"
        yield Entry(lookup.outlet(article.id), day, f"article-{lookup.places[article.id]}", article.id)


def _name_outlets(articles: Iterable[str], lookup: Lookup) -> str:
    """The first few outlets, and how many more."""
    labels = [clip_text(label, _OUTLET)[0] for label in dict.fromkeys(lookup.label(article) for article in articles)]
    more = f" and {len(labels) - _OUTLETS} more" if len(labels) > _OUTLETS else ""
    return ", ".join(labels[:_OUTLETS]) + more


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@cache
def _style() -> Markup:
    styles = resources.files("crosswire.report.page").joinpath("styles")
    files = (styles.joinpath("tokens.css"), styles.joinpath("print", "brief.css"))
    return Markup("".join(file.read_text(encoding="utf-8") for file in files))  # our own, not text from an article
