"""Small reports of made-up events, written from templates, and the record built from them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import crosswire
from crosswire.report.jsons import dump_record, make_schema

OPENINGS = (
    "A missile hit a block of flats in {town} on {day}, killing {killed} people and injuring {injured}, officials said.",
    "On {day}, a missile struck an apartment building in {town}. At least {killed} people were killed and {injured} were injured.",
    "{killed} people were killed and {injured} wounded when a missile hit a house in {town} on {day}, rescuers said.",
)
MIDDLES = (
    "“We will rebuild every wall of this street before the snow comes,” Mayor Ida Renkelsen said.",
    "Mayor Ida Renkelsen told reporters: “We will rebuild every wall of this street before the snow comes.”",
    "“We will rebuild every wall of this street before the snow comes,” Renkelsen said. She thanked the crews.",
)
CLOSINGS = (
    "Firefighters searched the ruins until the evening, and schools in the district stayed shut.",
    "Trams did not run. A hall at the stadium was opened for families who had lost their homes.",
    "In {other}, a drone hit a warehouse on {day}, injuring three people.",
)
FURNITURE = ("Share this article", "5 min read", "Sign up to our newsletter")
TOWNS = ("Lublin", "Turku", "Gdynia", "Tartu")


@dataclass(frozen=True)
class Report:
    """One report: which templates it is written from, and what it says."""

    id: str
    published: str = "2031-05-06"
    town: str = "Lublin"
    other: str = "Tartu"
    killed: int = 35
    injured: int = 60
    styles: tuple[int, int, int] = (0, 0, 0)
    furniture: str = ""
    outlet: str | None = None

    @property
    def text(self) -> str:
        """The report as an outlet prints it."""
        lines = (OPENINGS[self.styles[0]], MIDDLES[self.styles[1]], CLOSINGS[self.styles[2]])
        facts = {"town": self.town, "other": self.other, "killed": self.killed, "injured": self.injured, "day": "Monday"}
        body = [line.format(**facts) for line in lines]
        own = f"Our correspondent {self.id.title()} Vance was in {self.town} all day and spoke with those who live there."
        return "\n".join([*([self.furniture] if self.furniture else []), *body, own])

    def write(self, folder: Path) -> Path:
        """The report as a file of JSON."""
        path = folder / f"{self.id}.json"
        facts = {"id": self.id, "outlet": self.outlet or f"The {self.id.title()}", "published": self.published, "text": self.text}
        path.write_text(json.dumps(facts), encoding="utf-8")
        return path

    def with_(self, **facts: Any) -> "Report":
        """The report with some facts changed."""
        return replace(self, **facts)


def build(reports: Iterable[Report], folder: Path, **options: Any) -> dict[str, Any]:
    """The record of some reports as it stands in record.json, valid by its schema."""
    folder.mkdir(parents=True, exist_ok=True)
    return check(crosswire.build([report.write(folder) for report in reports], **options))


def check(record: Any) -> dict[str, Any]:
    """A record as a document, once it is valid by its schema."""
    document: dict[str, Any] = json.loads(dump_record(record))
    Draft202012Validator(make_schema()).validate(document)
    return document


def walk_spans(node: object) -> list[dict[str, Any]]:
    """Every span in a document."""
    if isinstance(node, dict):
        own = [node] if {"article", "start", "end", "text"} <= set(node) else []
        return own + [span for value in node.values() for span in walk_spans(value)]
    return [span for value in node for span in walk_spans(value)] if isinstance(node, list) else []


def index(things: Sequence[dict[str, Any]], *keys: str) -> dict[Any, dict[str, Any]]:
    """Things by some of their fields."""
    return {tuple(thing[key] for key in keys) if len(keys) > 1 else thing[keys[0]]: thing for thing in things}
