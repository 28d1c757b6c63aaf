"""The record as one self-contained page that asks nothing of any network."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crosswire.model import GRAVE, Finding, Span
from crosswire.report import figures, titles
from crosswire.report.characters import show_controls, show_line
from crosswire.report.drawings.diagrams import draw_origins
from crosswire.report.drawings.maps import draw_map
from crosswire.report.drawings.timelines import draw_events, draw_reporting
from crosswire.report.evidence import Thing, list_terms, name_duration, name_quote
from crosswire.report.lookups import Lookup
from crosswire.report.orders import order_findings
from crosswire.report.page.comparisons import compare_accounts
from crosswire.report.page.parts import Part, make_parts
from crosswire.report.page.payloads import dump_explanations, dump_texts
from crosswire.report.page.texts import anchor_words
from crosswire.report.page.voices import place_quotes
from crosswire.report.page.wordings import align_wordings
from crosswire.report.summaries import DIFFERENCES, list_grave, rank_differences, summarise

TOP = 8  # differences shown at the head of the page


def make_page(lookup: Lookup) -> bytes:
    """index.html in UTF-8."""
    record, parts = lookup.record, make_parts(lookup)
    top = rank_differences(record.findings, list_grave(record))[:TOP]
    text = (
        make_environment()
        .get_template("page.html")
        .render(
            _helpers(lookup),
            record=record,
            summary=summarise(record),
            parts=parts,
            top=top,
            relations={name: said for name, said in titles.RELATIONS.items() if any(finding.relation == name for finding in top)},
            filters=_filters(parts, lookup),
            explanations=dump_explanations(lookup),
            texts=dump_texts(lookup),
            style=join_files("styles", "tokens.css", "base.css"),
            script=join_files("scripts"),
        )
    )
    return text.encode("utf-8", errors="replace")


@cache
def join_files(folder: str, *first: str) -> Markup:
    """Our own files of one folder as one text: those named first, then the others by name."""
    held = {file.name: file for file in resources.files("crosswire.report.page").joinpath(folder).iterdir() if file.is_file()}
    names = [*first, *sorted(held.keys() - set(first))]
    return Markup("".join(held[name].read_text(encoding="utf-8") for name in names))  # ours, not text from an article


def hash_text(text: str) -> str:
    """The hash of a style or script as a Content-Security-Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _filters(parts: list[Part], lookup: Lookup) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What findings can be filtered by: the key in the page's address, its heading, and the values with what is shown."""
    findings = lookup.record.findings
    outlets = {show_line(lookup.outlet(article)) for finding in findings for side in finding.sides for article in side.articles}
    numbers = _number_outlets(lookup)
    stories = [(part.anchor, part.story.title if part.story else "Outside any story") for part in parts if part.findings]
    return [
        ("kind", "Kind", [(kind, kind) for kind in sorted({finding.kind for finding in findings})]),
        ("field", "Field", [(field, field) for field in sorted({finding.field for finding in findings if finding.field})]),
        ("outlet", "Outlet", [(str(numbers[outlet]), outlet) for outlet in sorted(outlets)]),
        ("story", "Story", stories),
    ]


def _number_outlets(lookup: Lookup) -> dict[str, int]:
    return {name: number for number, name in enumerate(sorted({show_line(lookup.outlet(article)) for article in lookup.articles}))}


def _helpers(lookup: Lookup) -> dict[str, object]:
    """What the templates may ask."""
    numbers = _number_outlets(lookup)

    def anchor(span: Span) -> str:
        return anchor_words(lookup.places[span.article], span.start, span.end)

    def title(thing: Thing) -> str:
        return titles.title_thing(thing, lookup)

    def place_of(article: str) -> str:
        return f"article-{lookup.places[article]}"

    def outlets(finding: Finding) -> str:
        spoken = {show_line(lookup.outlet(article)) for side in finding.sides for article in side.articles}
        return " ".join(str(number) for number in sorted(numbers[outlet] for outlet in spoken if outlet in numbers))

    return {
        "lookup": lookup,
        "anchor": anchor,
        "title": title,
        "place_of": place_of,
        "outlets": outlets,
        "figures": figures,
        "name_quote": name_quote,
        "name_duration": name_duration,
        "list_terms": list_terms,
        "differing": DIFFERENCES,
        "grave_changes": GRAVE,
        "hash_of": hash_text,
        "compare": lambda incident, columns: compare_accounts(incident, columns, lookup),
        "align": align_wordings,
        "quote_places": place_quotes(lookup),
        "draw_map": draw_map,
        "draw_events": draw_events,
        "draw_reporting": draw_reporting,
        "draw_origins": draw_origins,
        "ordered": lambda part: order_findings(part.findings, lookup),
    }


@cache
def make_environment() -> Environment:
    """The templates of this package; whatever they write is escaped, and its control characters shown."""
    environment = Environment(
        loader=PackageLoader("crosswire.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_show,  # whatever a template writes goes through it
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"line": show_line, "moment": figures.state_moment, "once": _each_once}
    environment.tests["web_address"] = lambda url: url.startswith(("https://", "http://"))
    return environment


def _show(value: object) -> object:
    """A value as the page may hold it; mark-up has been through here when it was made."""
    return show_controls(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _each_once(forms: Iterable[str]) -> list[str]:
    """The forms in their order, one of those that differ in capitals alone."""
    return list({form.casefold(): form for form in reversed(tuple(forms))}.values())[::-1]
