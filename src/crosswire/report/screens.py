"""The record in a terminal: tables and explanations drawn with Rich, all text from articles made harmless."""

from collections.abc import Callable, Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosswire.model import Problem, Quote, Record, Span, Telling
from crosswire.report.characters import show_line
from crosswire.report.evidence import name_duration
from crosswire.report.explanations import Excerpt, Explanation
from crosswire.report.figures import FIELDS, list_figures, state_figure, state_range
from crosswire.report.lookups import Lookup, make_lookup
from crosswire.report.orders import order_findings, order_incidents
from crosswire.report.speakers import find_speakers
from crosswire.report.summaries import Summary
from crosswire.report.titles import state_status, title_finding, title_incident, title_meeting, title_thing

_SHOWN = 20  # problems listed before the rest is only counted
_WORDS = 160  # characters of a quotation in a table
_ROLE = 48  # characters that say what an excerpt shows

Rows = Iterator[tuple[str, ...]]


def draw_summary(summary: Summary, problems: tuple[Problem, ...]) -> RenderableType:
    """The counts, what was left open, and the problems."""
    grid = Table.grid(padding=(0, 2))
    for label, count in summary.lines():
        grid.add_row(Text(label), Text(str(count)))
    for label, count, total in summary.abstentions():
        grid.add_row(Text(label), Text(f"{count} of {total}"))
    listed = [Text(f"  {show_line(problem.source)}: {show_line(problem.problem)}") for problem in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        listed.append(Text(f"  and {len(problems) - _SHOWN} more, on the page and in the record"))
    return Group(grid, *([Text("Problems:")] if listed else []), *listed)


def draw_part(record: Record, part: str) -> RenderableType:
    """One part of a record as a table: "story", "quotes", "incidents", "proposals", "conditions", "meetings" or "findings"."""
    columns, rows = _PARTS[part]
    return _table(columns, rows(make_lookup(record)))


def draw_speaker(record: Record, asked: str) -> RenderableType:
    """The quotes of one speaker, asked for by id, name or form; a RecordError that names the nearest where there is none."""
    lookup = make_lookup(record)
    speakers = find_speakers(lookup, asked)
    return _table(_PARTS["quotes"][0], _list_quotes([quote for quote in record.quotes if quote.speaker in speakers], lookup))


def draw_explanation(explanation: Explanation) -> RenderableType:
    """The reasons, then each outlet's words in their context, then what to look at next."""
    head = f"{show_line(explanation.id)} {show_line(explanation.kind)}: {show_line(explanation.title)}"
    parts: list[RenderableType] = [Text(head, style="bold"), *(Text(show_line(reason)) for reason in explanation.reasons)]
    if explanation.rule:
        parts.append(Text(f"The rule: {explanation.rule}"))
    outlet = None
    for excerpt in explanation.excerpts:
        source = f"{show_line(excerpt.outlet)} ({show_line(excerpt.span.article)})"
        if source != outlet:
            parts += [Text(""), Text(source, style="bold")]
        outlet = source
        parts.append(_draw_excerpt(excerpt))
    if explanation.related:
        parts += [Text(""), Text("See also", style="bold")]
        parts += [Text(f"  {show_line(pointer.id)}  {show_line(pointer.title)}") for pointer in explanation.related]
    return Group(*parts)


def _draw_excerpt(excerpt: Excerpt) -> RenderableType:
    """The words between angle marks, so that they show without colour too."""
    span = excerpt.span
    before, after = _edge(excerpt.before), _edge(excerpt.after)
    words = (f"\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}{show_line(span.text)}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}", "bold")
    text = Text.assemble(f"{show_line(excerpt.role, _ROLE)} [{span.start}-{span.end}]: ", before, words, after)
    return Padding(text, (0, 0, 0, 2))


def _edge(text: str) -> str:
    """Context on one line, with the space kept that sets it off from the words."""
    head = " " if text[:1].isspace() else ""
    tail = " " if len(text) > 1 and text[-1:].isspace() else ""
    return f"{head}{show_line(text)}{tail}"


def _table(columns: Iterable[str], rows: Rows) -> Table:
    table = Table(show_lines=True)
    for number, column in enumerate(columns):
        # An id must stay whole: a reader copies it into `crosswire why`.
        table.add_column(column, no_wrap=number == 0, overflow="fold")
    for row in rows:
        table.add_row(*(Text("\n".join(show_line(line) for line in cell.split("\n"))) for cell in row))
    return table


def _story_rows(lookup: Lookup) -> Rows:
    for story in lookup.record.stories:
        days = "\n".join(f"{one.day or 'not dated'}: {len(one.articles)}" for one in story.growth)
        about = [f"{kind}: {_list_words(spans)}" for kind, spans in (("Names", story.names), ("Places", story.places)) if spans]
        articles = "\n".join(f"{article}  {show_line(lookup.outlet(article))}" for article in story.articles)
        yield story.id, "\n".join([story.title, *about]), days or "not dated", articles


def _list_words(spans: Iterable[Span]) -> str:
    return ", ".join(show_line(span.text) for span in spans)


def _quote_rows(lookup: Lookup) -> Rows:
    return _list_quotes(lookup.record.quotes, lookup)


def _list_quotes(quotes: Iterable[Quote], lookup: Lookup) -> Rows:
    for quote in quotes:
        speaker = lookup.speaker(quote.speaker) or "not settled"
        yield quote.id, speaker, show_line(quote.span.text, _WORDS), quote.kind, lookup.label(quote.article)


def _incident_rows(lookup: Lookup) -> Rows:
    for incident in order_incidents(lookup.record.incidents):
        ranges = [(field, getattr(incident, field)) for field in FIELDS]
        stated = "\n".join(f"{field} {state_range(span)}" for field, span in ranges if span is not None)
        accounts = "\n".join(
            f"{show_line(lookup.label(account.article))}: "
            + (", ".join(f"{field} {show_line(state_figure(figure))}" for field, figure in list_figures(account)) or "no figure")
            for account in incident.accounts
        )
        yield incident.id, title_incident(incident), stated or "no figure", accounts


def _finding_rows(lookup: Lookup) -> Rows:
    for finding in order_findings(lookup.record.findings, lookup):
        sides = "\n".join(f"{show_line(side.value, _WORDS)}: {show_line(lookup.labels(side.articles))}" for side in finding.sides)
        about = f"{title_thing(lookup.things[finding.about], lookup)} ({finding.about})" if finding.about in lookup.things else ""
        yield finding.id, "\n".join(filter(None, [title_finding(finding), about])), sides, finding.why


def _proposal_rows(lookup: Lookup) -> Rows:
    for proposal in lookup.record.proposals:
        terms = [
            ("by", lookup.speaker(proposal.by)),
            ("to", lookup.speaker(proposal.to)),
            ("scope", proposal.scope),
            ("means", proposal.means),
        ]
        terms += [("for", name_duration(proposal.duration) if proposal.duration else None), ("status", state_status(proposal, lookup))]
        answers = [f"{lookup.speaker(a.by) or 'not settled'} {a.kind} ({lookup.label(a.article)})" for a in proposal.answers]
        said = "\n".join([*(f"{name} {show_line(value, _WORDS)}" for name, value in terms if value), *answers])
        yield proposal.id, show_line(proposal.what, _WORDS), said, _tell(proposal.accounts, lookup)


def _condition_rows(lookup: Lookup) -> Rows:
    for condition in lookup.record.conditions:
        by = lookup.speaker(condition.by) or "not settled"
        yield condition.id, show_line(condition.what, _WORDS), by, _tell(condition.accounts, lookup)


def _meeting_rows(lookup: Lookup) -> Rows:
    for meeting in lookup.record.meetings:
        sides = "\n".join(show_line(lookup.speaker(party) or party) for party in meeting.parties)
        yield meeting.id, title_meeting(meeting), sides or "not said", _tell(meeting.accounts, lookup)


def _tell(accounts: Iterable[Telling], lookup: Lookup) -> str:
    """Each outlet's words, with how it tells them where not as plain fact."""
    return "\n".join(
        f"{show_line(lookup.label(account.article))}{'' if account.mode == 'said' else f' ({account.mode})'}: "
        + " | ".join(show_line(span.text, _WORDS) for span in account.evidence)
        for account in accounts
    )


_PARTS: dict[str, tuple[tuple[str, ...], Callable[[Lookup], Rows]]] = {
    "story": (("Id", "Story", "Published", "Reports"), _story_rows),
    "quotes": (("Id", "Speaker", "Words", "Kind", "Outlet"), _quote_rows),
    "incidents": (("Id", "Incident", "Over all", "By outlet"), _incident_rows),
    "proposals": (("Id", "Proposal", "Terms and answers", "By outlet"), _proposal_rows),
    "conditions": (("Id", "What must happen first", "By", "By outlet"), _condition_rows),
    "meetings": (("Id", "Meeting", "Who", "By outlet"), _meeting_rows),
    "findings": (("Id", "Finding", "Sides", "Why"), _finding_rows),
}
