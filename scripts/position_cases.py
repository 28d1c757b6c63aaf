"""Short cases of several outlets' words on talks, offices and stated facts: what must be found, what must not, and how often both hold.

A case is `name`, `trap` (whether it sets one), `texts` (`id`, `outlet`, `published`, `text`), `find` and `not_find`. An item of these has a
`kind` (proposal, condition, meeting or finding) and the fields that are to be right:

- `words`: part of the words it rests on; `articles`: exactly the articles that tell it; `answers`: words of kind and by whom, each;
- `values` of a finding: for an article part of the value of its side; `finding` its kind, `about` part of the name of what it is about;
- any other field of the item in the record: part of its value, exactly that for a status, mode, relation, field or duration.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from crosswire.align import align_story
from crosswire.clean import find_repeated_lines
from crosswire.model import Article, Condition, Meeting, Page, Proposal, Record
from crosswire.pipeline import read_page
from crosswire.settings import Settings
from crosswire.weigh import weigh_story

from cases import CASES

# A Thursday.
PUBLISHED = "2024-05-16"
EXACT = frozenset({"status", "mode", "relation", "field", "duration", "finding", "type"})

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PositionCase:
    """Texts of one story, what is to be found in them and what is not."""

    name: str
    trap: bool
    texts: tuple[Mapping[str, str], ...]
    find: tuple[Item, ...]
    not_find: tuple[Item, ...]


def read_position_cases() -> Iterator[PositionCase]:
    """The cases on positions, file by file."""
    for path in sorted((CASES / "positions").glob("*.toml")):
        for told in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            texts, find, not_find = (tuple(told.get(part, ())) for part in ("texts", "find", "not_find"))
            yield PositionCase(told["name"], told.get("trap", False), texts, find, not_find)


def measure_position_cases() -> dict[str, float]:
    """The share of the cases in which all is found that must be and nothing that must not."""
    right = [not list_faults(case) for case in read_position_cases()]
    return {"positions": sum(right) / len(right)}


def list_faults(case: PositionCase) -> list[str]:
    """What is wrong in what is made of a case, one line a thing."""
    found = list(list_items(read_case(case)))
    faults, left = [], list(found)
    for wanted in case.find:
        hit = next((item for item in left if fits(wanted, item)), None)
        if hit is None:
            faults.append(f"missing: {dict(wanted)}; found {[item for item in found if item['kind'] == wanted['kind']]}")
        else:
            left.remove(hit)
    return faults + [f"wrong: {dict(item)}" for unwanted in case.not_find for item in found if fits(unwanted, item)]


def read_case(case: PositionCase) -> Record:
    """The record of a case's texts, all of one story."""
    pages = [Page(_make_article(text)) for text in case.texts]
    repeated = find_repeated_lines(pages)
    sheets = [read_page(page, repeated, Settings(), lambda stage: None)[0] for page in pages]
    days = {sheet.article.id: sheet.article.day for sheet in sheets if sheet.article.day}
    aligned = align_story(sheets, days, {})
    weighed = weigh_story(sheets, aligned, ())
    return Record(
        articles=tuple(sheet.article for sheet in sheets),
        names=aligned.names,
        quotes=aligned.quotes,
        proposals=aligned.proposals,
        conditions=aligned.conditions,
        meetings=aligned.meetings,
        findings=weighed.findings,
    )


def _make_article(text: Mapping[str, str]) -> Article:
    words = text["text"].strip()
    facts = (text["id"], f"{text['id']}.txt", text.get("outlet"), None, None, "en", text.get("published", PUBLISHED), "metadata", words)
    return Article(*facts, hashlib.sha256(words.encode()).hexdigest())  # type: ignore[arg-type]


def list_items(record: Record) -> Iterator[dict[str, Any]]:
    """The proposals, conditions, meetings and findings of a record, in the terms of the cases."""
    names = {name.id: name.name for name in record.names}
    things: tuple[Proposal | Condition | Meeting, ...] = (*record.proposals, *record.conditions, *record.meetings)
    for thing in things:
        yield _describe(type(thing).__name__.lower(), asdict(thing), names)
    about = {p.id: p.what for p in record.proposals} | {c.id: c.what for c in record.conditions} | names
    for finding in record.findings:
        yield {
            "kind": "finding",
            "finding": finding.kind,
            "relation": finding.relation,
            "field": finding.field,
            "about": about.get(finding.about or "", ""),
            "odd": list(finding.odd),
            "values": {article: side.value for side in finding.sides for article in side.articles},
            "articles": sorted(article for side in finding.sides for article in side.articles),
            "words": [span.text for side in finding.sides for span in side.evidence],
            "why": finding.why,
        }


def _describe(kind: str, told: dict[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    item = {field: _plain(value, names) for field, value in told.items() if field not in ("id", "accounts", "answers", "was")}
    item["kind"] = kind
    item["articles"] = sorted({account["article"] for account in told["accounts"]})
    item["words"] = [span["text"] for account in told["accounts"] for span in account["evidence"]]
    item["modes"] = sorted({account["mode"] for account in told["accounts"]})
    item["answers"] = [f"{answer['kind']} {_plain(answer['by'], names) or ''}".strip() for answer in told.get("answers", ())]
    return item


def _plain(value: Any, names: Mapping[str, str]) -> Any:
    """A value of the record in one line: a name for an id, "30 day", "30- day", a place's name, a day or "from/to"."""
    match value:
        case {"low": low, "high": high, "unit": unit}:
            return f"{low if low is not None else ''}{'' if low == high else '-'}{high if high is not None and low != high else ''} {unit}"
        case {"name": name, "country": _}:
            return name
        case {"start": start, "end": end, "precision": _}:
            return start if start == end else f"{start}/{end}"
        case {"text": text}:
            return text
        case str():
            return names.get(value, value)
        case list() | tuple():
            return [_plain(one, names) for one in value]
    return value


def fits(wanted: Item, item: Item) -> bool:
    """Whether an item has all that is wanted of it."""
    return all(_fits_field(field, value, item.get(field)) for field, value in wanted.items())


def _fits_field(field: str, wanted: Any, found: Any) -> bool:
    if field == "articles":
        return bool(sorted(wanted) == found)
    if field == "answers":
        return all(any(set(part.casefold().split()) <= set(str(value).casefold().split()) for value in found or ()) for part in wanted)
    if isinstance(wanted, Mapping):
        return all(_holds(part, (found or {}).get(key)) for key, part in wanted.items())
    if field in EXACT or field == "kind" or wanted == "":
        return bool((found or "") == wanted)
    return all(_holds(part, found) for part in ([wanted] if isinstance(wanted, str) else wanted))


def _holds(part: str, found: Any) -> bool:
    """Whether what was found, or one of several, has these words."""
    values: Sequence[Any] = found if isinstance(found, list | tuple) else [found]
    return any(part.casefold() in str(value).casefold() for value in values if value is not None)
