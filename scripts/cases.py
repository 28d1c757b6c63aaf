"""Short cases written for this project, each with the whole of what is to be found in it, and how many are read rightly."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crosswire.model import Article, Page, QuoteMention, Sheet
from crosswire.pipeline import read_page
from crosswire.settings import Settings

from datasets import ROOT

CASES = ROOT / "tests" / "cases"
# What is compared whether a case names it or not: a case that names no speaker wants none.
ALWAYS = ("span", "speaker")

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One text, the trap it sets, and the quotations it holds, each with the fields that are to be right."""

    trap: str
    text: str
    quotes: tuple[Fields, ...]


def read_cases() -> Iterator[Case]:
    """The cases on quotations, file by file."""
    for path in sorted((CASES / "quotes").glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield Case(told["trap"], told["text"], tuple(told["quotes"]))


def measure_cases() -> dict[str, float]:
    """The share of the cases in which every quotation is found as it should be, and nothing else."""
    right = [not list_faults(case) for case in read_cases()]
    return {"quotes": sum(right) / len(right)}


def list_faults(case: Case) -> list[str]:
    """What is wrong in what is read from a case, one line a quotation."""
    sheet = _read(case.text)
    found = [_describe(sheet, quote) for quote in sheet.quotes]
    if len(found) != len(case.quotes):
        return [f"wanted {len(case.quotes)} quotations, found {[quote['span'] for quote in found]}"]
    return [fault for wanted, quote in zip(case.quotes, found, strict=True) for fault in _compare(wanted, quote)]


def _compare(wanted: Fields, found: Fields) -> Iterator[str]:
    for field in dict.fromkeys((*ALWAYS, *wanted)):
        if found[field] != wanted.get(field):
            yield f"{field}: wanted {wanted.get(field)!r}, found {found[field]!r}"


def _read(text: str) -> Sheet:
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article("case", "case.txt", None, None, None, "en", "2024-05-16", "metadata", text, digest)
    return read_page(Page(article), {}, Settings(), lambda stage: None)[0]


def _describe(sheet: Sheet, quote: QuoteMention) -> Fields:
    words = {name: span.text if (span := getattr(quote, name)) else None for name in ("span", "content", "speaker_words", "cue")}
    return words | {
        "kind": quote.kind,
        "speaker": None if quote.speaker is None else sheet.names[quote.speaker].name,
        "told_to": quote.told_to,
        "said_in": quote.said_in,
        "manner": quote.manner,
        "said_on": quote.said_on.span.text if quote.said_on else None,
        "continues": quote.continues,
    }
