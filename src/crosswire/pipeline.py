"""The way of the data through the house: the only place that wires the stages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from crosswire.align import Alignment, align_story
from crosswire.annotate import Gazetteer, annotate_article, find_language, load_pipeline
from crosswire.clean import SharedLines, clean_page, find_repeated_lines
from crosswire.errors import NothingReadError
from crosswire.extract import extract_sheet
from crosswire.group import Group, find_copies, group_stories, infer_published
from crosswire.model import Page, Problem, Record, Sheet, Story, make_id
from crosswire.read import read_inputs
from crosswire.settings import Settings
from crosswire.weigh import Weighed, weigh_story

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str, int, int], None]
PARSED = ("en",)
# Articles handed to a worker at a time: enough to keep it busy, few enough to show progress.
CHUNK = 8


@dataclass(frozen=True, slots=True)
class Told:
    """One story with everything its articles tell."""

    group: Group
    sheets: tuple[Sheet, ...]
    aligned: Alignment
    weighed: Weighed


def run(paths: Sequence[Path], settings: Settings, progress: Progress) -> Record:
    """The record of all articles in some files and folders; a NothingReadError where there are none."""
    pages, problems = read_inputs(paths, settings)
    progress("read", len(pages), len(pages))
    if not pages:
        raise NothingReadError(_say_nothing(problems))
    sheets = list(_read_sheets(pages, settings, progress))
    problems += [_no_pipeline(sheet) for sheet in sheets if _is_foreign(sheet)]
    groups = group_stories(sheets)
    copies = find_copies(sheets, groups)
    progress("group", len(groups), len(groups))
    sheets = [_date(sheet, days) for group in groups for days in [infer_published(_members(group, sheets))] for sheet in _members(group, sheets)]
    stories = []
    for done, group in enumerate(groups, 1):
        members = _members(group, sheets)
        aligned = align_story(members, {sheet.article.id: sheet.article.day for sheet in members if sheet.article.day})
        progress("align", done, len(groups))
        inside = [copy for copy in copies if set(copy.articles) <= set(group.articles)]
        weighed = weigh_story(members, aligned.quotes, (aligned.utterances, aligned.incidents), aligned.contrasts, inside)
        progress("weigh", done, len(groups))
        stories.append(Told(group, tuple(members), aligned, weighed))
    return _assemble(sheets, problems, stories)


def _read_sheets(pages: Sequence[Page], settings: Settings, progress: Progress) -> Iterator[Sheet]:
    """Every page cleaned, annotated and extracted, in order, in this process or in `workers` others."""
    repeated = find_repeated_lines(pages)
    if settings.workers == 1 or len(pages) <= CHUNK:
        for done, page in enumerate(pages, 1):
            yield read_page(page, repeated, settings, lambda stage, done=done: progress(stage, done, len(pages)))
        return
    load_tools(settings.model)  # compiles the gazetteer once, before the workers want it
    with ProcessPoolExecutor(settings.workers, mp_context=get_context("spawn")) as pool:
        tasks = ((page, repeated, settings) for page in pages)
        for done, sheet in enumerate(pool.map(_read_task, tasks, chunksize=CHUNK), 1):
            progress("extract", done, len(pages))
            yield sheet


def _read_task(task: tuple[Page, SharedLines, Settings]) -> Sheet:
    return read_page(*task, lambda stage: None)


@lru_cache(maxsize=1)
def load_tools(model: str) -> "tuple[Language, Gazetteer]":
    """The language pipeline and the gazetteer, loaded once in each process."""
    return load_pipeline(model), Gazetteer.open()


def read_page(page: Page, repeated: SharedLines, settings: Settings, done: Callable[[str], None]) -> Sheet:
    """Everything one page says. An article in a language without a pipeline is kept and grouped, but nothing is extracted from it."""
    not_content = clean_page(page, repeated)
    article = page.article
    language = (article.language or "").lower().partition("-")[0] or find_language(article.text)
    article = replace(article, language=language)
    done("clean")
    if language not in (*PARSED, None):
        return Sheet(article, not_content)
    nlp, gazetteer = load_tools(settings.model)
    reading = annotate_article(article, not_content, nlp, gazetteer)
    done("annotate")
    sheet = extract_sheet(reading)
    done("extract")
    return sheet


def _is_foreign(sheet: Sheet) -> bool:
    return sheet.article.language not in (*PARSED, None)


def _no_pipeline(sheet: Sheet) -> Problem:
    language = sheet.article.language
    text = f"crosswire has no language pipeline for {language!r}: the article is kept, grouped and shown, but no quotes or incidents are read from it."
    return Problem(sheet.article.source, text)


def _say_nothing(problems: Sequence[Problem]) -> str:
    found = "".join(f"\n  {problem.source}: {problem.problem}" for problem in problems)
    return f"No article could be read from any input: give files or folders of .txt, .md, .html, .json, .jsonl or .csv.{found}"


def _members(group: Group, sheets: Sequence[Sheet]) -> list[Sheet]:
    wanted = set(group.articles)
    return [sheet for sheet in sheets if sheet.article.id in wanted]


def _date(sheet: Sheet, days: Mapping[str, tuple[date, str]]) -> Sheet:
    if sheet.article.id not in days:
        return sheet
    day, _ = days[sheet.article.id]
    return replace(sheet, article=replace(sheet.article, published=day.isoformat(), published_from="story"))


def _assemble(sheets: Sequence[Sheet], problems: Sequence[Problem], stories: Sequence[Told]) -> Record:
    ordered = sorted(sheets, key=lambda sheet: sheet.article.id)
    return Record(
        articles=tuple(sheet.article for sheet in ordered),
        problems=tuple(sorted(set(problems))),
        not_content=tuple(mark for sheet in ordered for mark in sheet.not_content),
        stories=tuple(sorted((_make_story(told) for told in stories), key=lambda story: (story.articles, story.id))),
        origins=tuple(sorted((o for told in stories for o in told.weighed.origins), key=lambda o: o.id)),
        names=tuple(sorted((n for told in stories for n in told.aligned.names), key=lambda n: (n.kind, n.name, n.id))),
        quotes=tuple(sorted((q for told in stories for q in told.aligned.quotes), key=lambda q: q.span)),
        utterances=tuple(sorted((u for told in stories for u in told.weighed.utterances), key=lambda u: u.id)),
        incidents=tuple(sorted((i for told in stories for i in told.weighed.incidents), key=lambda i: i.id)),
        findings=tuple(sorted((f for told in stories for f in told.weighed.findings), key=lambda f: f.id)),
    )


def _make_story(told: Told) -> Story:
    days = sorted(day.isoformat() for sheet in told.sheets if (day := sheet.article.day))
    founder = min((sheet.article.published or "9999", sheet.article.sha256) for sheet in told.sheets)
    return Story(
        id=make_id("story", founder[1]),
        title=told.group.title,
        articles=told.group.articles,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        why=told.group.why,
    )
