"""Why: for any id, the reason and the words in their context."""

from typing import Any

import pytest
from rich.console import Console
from tests.records import make_article, make_positions_record

from crosswire.errors import RecordError
from crosswire.model import Duration, Record, Span, Story
from crosswire.report.evidence import name_duration
from crosswire.report.explanations import CONTEXT, explain
from crosswire.report.screens import draw_explanation, draw_part

RECORD = make_positions_record()
TEXTS = {article.id: article.text for article in RECORD.articles}
THINGS = [thing.id for thing in RECORD.things()]


def draw(record: Record, id: str) -> str:
    console = Console(width=400, force_terminal=False)
    with console.capture() as capture:
        console.print(draw_explanation(explain(record, id)))
    return capture.get()


@pytest.mark.parametrize("id", THINGS)
def test_every_thing_has_a_reason_and_words_in_context(id: str) -> None:
    explanation = explain(RECORD, id)
    assert explanation.reasons[0]
    assert bool(explanation.excerpts) == (explanation.kind != "story")
    for excerpt in explanation.excerpts:
        text, span = TEXTS[excerpt.span.article], excerpt.span
        assert text[: span.start].endswith(excerpt.before) and text[span.end :].startswith(excerpt.after)
        assert len(excerpt.before) <= CONTEXT >= len(excerpt.after)


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        (
            "i0000000001",
            ["Place, day and kind are compatible.", "injuring ›at least 15‹, including", "f0000000002", "The verb is one of harm."],
        ),
        ("q0000000002", ["direct quote", "“›The boats will never sail again,‹”", "Ida Renk (person)", "u0000000001"]),
        ("u0000000001", ["The same speaker", "The Gull (gull)", "The Lamp (lamp)", "›never‹", "altered quotation: wording"]),
        ("f0000000002", ["differs (compatible): injured", "15+ [106-117]", "20 lies within at least 15.", "i0000000001"]),
        ("n0000000001", ["Ida Renk (person)", "One full name.", "q0000000001", "p0000000001", "m0000000001"]),
        ("o0000000001", ["shared passage", "Both have the same eleven words.", "reel"]),
        (
            "p0000000001",
            [
                "proposal of Ida Renk: stop the ferries",
                "The same side puts the same thing.",
                "2 reports tell of it.",
                "›She offered the port council a stop of the ferries.‹",
                "duration: at least 30 days",
                "n0000000001",
                "f0000000004",
            ],
        ),
        ("c0000000001", ["condition of an unnamed side: the guns fall silent", "2 reports tell of it.", "›if the guns fall silent‹"]),
        ("m0000000001", ["planned meeting, Port Ambling, ZZ, 2031-05-09", "›They are to talk on Friday‹", "Ida Renk (person)"]),
        ("s0000000001", ["They share a place and a day.", "gull  The Gull: Gull report"]),
        (
            "gull",
            [
                "read from gull.txt",
                "2031-05-06, as its text says",
                "›Share this page‹",
                "not content: widget",
                "s0000000001",
                "i0000000001",
            ],
        ),
        ("lamp", ["does not say when it was published"]),
    ],
)
def test_what_a_reader_sees(id: str, shown: list[str]) -> None:
    drawn = draw(RECORD, id)
    assert [words for words in shown if words not in drawn] == []


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (30, 30, "day", "30 days"),
        (1, 1, "month", "1 month"),
        (30, None, "day", "at least 30 days"),
        (1, None, "year", "at least 1 year"),
        (None, 2, "week", "up to 2 weeks"),
        (2, 3, "hour", "2–3 hours"),
        (None, None, "day", "some days"),
    ],
)
def test_a_duration_is_said_in_short(low: int | None, high: int | None, unit: Any, said: str) -> None:
    assert name_duration(Duration(low, high, unit, Span("gull", 0, 9, "some days"))) == said


def test_a_merged_id_still_answers() -> None:
    assert explain(RECORD, "n0000000009").id == "n0000000001"


def test_an_unknown_id_is_said_with_what_to_do() -> None:
    with pytest.raises(RecordError, match=r"'x1'.*crosswire show"):
        explain(RECORD, "x1")


def test_terminals_get_no_control_and_no_markup() -> None:
    record = Record(
        articles=(make_article("bad", "x", title="\x1b]0;owned\x07[bold]t[/bold]"),),
        stories=(Story("s1", "\x1b[2J[red]story[/red] :smile:", ("bad",), None, None, "\x9b2J[/]"),),
    )
    console = Console(width=200, force_terminal=False)
    with console.capture() as capture:
        console.print(draw_part(record, "story"))
    drawn = draw(record, "s1") + draw(record, "bad") + capture.get()
    assert "\x1b" not in drawn and "\x9b" not in drawn and "\x07" not in drawn
    assert "␛[2J[red]story[/red] :smile:" in drawn and "[bold]t[/bold]" in drawn
