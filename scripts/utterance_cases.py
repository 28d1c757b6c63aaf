"""Written cases of one thing said in several outlets: what they hold, what crosswire makes of them, and how often that is right."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from datasets import ROOT

CASES = ROOT / "tests" / "cases" / "utterances"
PUBLISHED = "2031-05-06"

Found = set[tuple[str, ...]]


@dataclass(frozen=True)
class Case:
    """Articles of one story, and what must be found in them; articles are named by letters.

    `said` are the articles that carry each thing said by two or more; `altered` those whose words for one depart; `odd` those that
    depart from two others, `speakers` the sides of a finding `who differs` and `who_odd` its odd articles.
    """

    name: str
    articles: dict[str, str]
    published: dict[str, str] = field(default_factory=dict)
    said: tuple[tuple[str, ...], ...] = ()
    altered: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    speakers: tuple[tuple[str, ...], ...] = ()
    who_odd: tuple[str, ...] = ()
    follows: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What crosswire made of a case, in the same terms."""

    said: Found
    altered: Found
    odd: Found
    speakers: Found
    who_odd: Found
    follows: Found


def read_cases(folder: Path = CASES) -> list[Case]:
    """All cases in the folder's files, in the order of their names."""
    return [_make_case(table) for path in sorted(folder.glob("*.toml")) for table in tomllib.loads(path.read_text("utf-8"))["case"]]


def _make_case(table: dict[str, Any]) -> Case:
    lists = {key: tuple(tuple(v) if isinstance(v, list) else v for v in value) for key, value in table.items() if isinstance(value, list)}
    return Case(**(table | lists))


def answer_case(case: Case) -> Answer:
    """The case's articles read, aligned and weighed as one story."""
    from crosswire.align import align_story
    from crosswire.group import find_copies
    from crosswire.model import number_editions
    from crosswire.pipeline import find_twins
    from crosswire.weigh import weigh_story

    sheets = [_read_sheet(case, letter) for letter in sorted(case.articles)]
    articles = number_editions([sheet.article for sheet in sheets])
    sheets = [replace(sheet, article=article) for sheet, article in zip(sheets, articles, strict=True)]
    copies = find_copies(sheets)
    days = {sheet.article.id: sheet.article.day for sheet in sheets if sheet.article.day}
    weighed = weigh_story(sheets, align_story(sheets, days, find_twins(copies)), copies)
    carriers = [carrier for utterance in weighed.utterances for carrier in utterance.carriers]
    homes = {carrier.quote: carrier.span.article for carrier in carriers}
    altered = [finding for finding in weighed.findings if finding.kind == "altered quotation"]
    who = [finding for finding in weighed.findings if finding.kind == "who differs"]
    return Answer(
        said={pair for u in weighed.utterances for pair in _pair(carrier.span.article for carrier in u.carriers)},
        altered={(carrier.span.article,) for carrier in carriers if carrier.wording == "altered"},
        odd={(article,) for finding in altered for article in finding.odd},
        speakers={tuple(sorted("".join(sorted(side.articles)) for side in finding.sides)) for finding in who},
        who_odd={(article,) for finding in who for article in finding.odd},
        follows={(c.span.article, homes[c.follows]) for c in carriers if c.follows},
    )


def expect(case: Case) -> Answer:
    """What a case asks for, in the terms of an answer."""
    return Answer(
        said={pair for group in case.said for pair in _pair(group)},
        altered={(article,) for article in case.altered},
        odd={(article,) for article in case.odd},
        speakers={tuple(sorted("".join(sorted(side)) for side in case.speakers))} if case.speakers else set(),
        who_odd={(article,) for article in case.who_odd},
        follows=set(case.follows.items()),
    )


def _pair(articles: Iterable[str]) -> Found:
    return set(combinations(sorted(set(articles)), 2))


def _read_sheet(case: Case, letter: str) -> Any:
    """One article of a case, read as a run reads it."""
    from crosswire.clean import find_repeated_lines
    from crosswire.model import Article, Page
    from crosswire.pipeline import read_page
    from crosswire.settings import Settings

    text = case.articles[letter]
    facts = {"source": f"{letter}.txt", "outlet": f"The {letter.upper()}", "title": None, "byline": None, "language": "en", "url": None}
    facts |= {"published": case.published.get(letter, PUBLISHED), "published_from": "metadata"}
    article = Article(id=letter, text=text, sha256=_hash(text), **facts)  # type: ignore[arg-type]
    page = Page(article)
    sheet, problem = read_page(page, find_repeated_lines([page]), Settings(), lambda stage: None)
    if problem is not None:
        raise ValueError(f"article {letter} of case {case.name!r}: {problem.problem}")
    return sheet


def _hash(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode()).hexdigest()


FIGURES: dict[str, Callable[[Answer], Found]] = {
    "said": lambda answer: answer.said,
    "altered": lambda answer: answer.altered,
    "odd": lambda answer: answer.odd,
    "who_differs": lambda answer: answer.speakers,
}


def measure_answers(pairs: Sequence[tuple[Answer, Answer]]) -> dict[str, float]:
    """Precision and recall of each thing asked, over all cases: `pairs` are what was wanted and what was found."""
    reached = {}
    for name, read in FIGURES.items():
        hits = sum(len(read(wanted) & read(found)) for wanted, found in pairs)
        reached[f"utterances.{name}.precision"] = hits / max(1, sum(len(read(found)) for _, found in pairs))
        reached[f"utterances.{name}.recall"] = hits / max(1, sum(len(read(wanted)) for wanted, _ in pairs))
    return reached
