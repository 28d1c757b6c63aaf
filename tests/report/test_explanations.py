"""Why: for any id, the reason and the words in their context."""

import pytest
from rich.console import Console
from tests.records import TEXTS, make_article, make_record

from crosswire.errors import RecordError
from crosswire.model import Record, Story
from crosswire.report.explanations import CONTEXT, explain
from crosswire.report.screens import draw_explanation, draw_part

RECORD = make_record()
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
        ("n0000000001", ["Ida Renk (person)", "One full name.", "q0000000001"]),
        ("o0000000001", ["shared passage", "Both have the same eleven words.", "reel"]),
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
