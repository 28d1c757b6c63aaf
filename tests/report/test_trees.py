"""Who follows whom, as a tree."""

from dataclasses import replace

from rich.console import Console
from tests.records import make_record

from crosswire.model import Record
from crosswire.report.trees import draw_origins


def draw(record: Record) -> list[str]:
    console = Console(width=100, force_terminal=False)
    with console.capture() as capture:
        console.print(draw_origins(record))
    return [line.rstrip() for line in capture.get().splitlines()]


def test_reports_of_one_origin_stand_side_by_side_where_times_do_not_tell() -> None:
    assert draw(make_record()) == [
        "s0000000001  Ferry station struck",
        "├── o0000000001  shared passage: 2 outlets, one origin",
        "│   ├── reel  The Reel",
        "│   └── gull  The Gull  2031-05-06",
        "└── on their own",
        "    └── lamp  The Lamp",
    ]


def test_the_first_leads_the_others() -> None:
    record = make_record()
    origins = tuple(replace(origin, first="gull", name="Ida\nRenk", kind="same statement") for origin in record.origins)
    assert draw(replace(record, origins=origins))[1:4] == [
        "├── o0000000001  same statement Ida Renk: 2 outlets, one origin",
        "│   └── gull  The Gull  2031-05-06  first seen",
        "│       └── reel  The Reel",
    ]


def test_a_record_without_a_story_of_two_says_so() -> None:
    assert draw(Record()) == ["No story has two reports."]
