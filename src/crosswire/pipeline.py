"""The way of the data through the house: the only place that wires the stages."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from crosswire.align import Alignment, align_story, join_mentions
from crosswire.annotate import Gazetteer, annotate_article, find_language, load_pipeline
from crosswire.cache import open_cache
from crosswire.clean import SharedLines, clean_page, find_repeated_lines
from crosswire.errors import NothingReadError
from crosswire.extract import extract_sheet, load_tagger
from crosswire.group import Copy, Features, Group, find_copies, find_features, group_stories, infer_published, outline_story
from crosswire.model import Article, Page, Partition, Problem, Record, Sheet, Story, found_story, number_editions
from crosswire.read import read_inputs
from crosswire.settings import Settings
from crosswire.weigh import Press, Weighed, read_terms, unite_origins, weigh_story

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str, int, int], None]
Outcome = tuple[Sheet, Problem | None]
Shared = Mapping[str, Sequence[Copy]]
PARSED = ("en",)
FEW = 8  # articles that workers would not be ready for before they are read here


@dataclass(frozen=True, slots=True)
class Told:
    """One story with everything its articles tell."""

    group: Group
    sheets: tuple[Sheet, ...]
    aligned: Alignment
    weighed: Weighed


def run(paths: Sequence[Path], settings: Settings, progress: Progress) -> Record:
    """The record of all articles in some files and folders; a NothingReadError where there are none."""
    find_cache(settings)  # a folder that cannot be made is said before anything is read
    read_terms(settings.offices)  # a table that cannot be read is said before hours of reading
    if settings.gazetteer:
        open_gazetteer(settings.gazetteer)  # nor a file of towns
    pages, problems = read_inputs(paths, settings)
    progress("read", len(pages), len(pages))
    if not pages:
        raise NothingReadError(_say_nothing(problems))
    read = _read_here if settings.workers == 1 or len(pages) <= FEW else _read_in_workers
    outcomes, features = read(pages, settings, progress)
    sheets = [sheet for sheet, _ in outcomes]
    problems += [problem for _, problem in outcomes if problem is not None]
    groups = group_stories(sheets, features)
    copies = find_copies(sheets, groups)
    progress("group", len(groups), len(groups))
    sheets = _date_and_number(sheets, groups)
    return _assemble(sheets, problems, list(_tell_stories(sheets, groups, copies, settings, progress)))


def _tell_stories(
    sheets: Sequence[Sheet], groups: Sequence[Group], copies: Sequence[Copy], settings: Settings, progress: Progress
) -> Iterator[Told]:
    """Every story aligned and weighed, in the order of the groups."""
    press = Press(settings.outlets)
    by_id = {sheet.article.id: sheet for sheet in sheets}
    shared = find_shared(copies)
    for i, (group, aligned) in enumerate(zip(groups, _align_stories(by_id, groups, shared, progress), strict=True)):
        members = [by_id[article] for article in group.articles]
        told = {account.article for incident in aligned.incidents for account in incident.accounts} - set(group.articles)
        # What does not add up in an article of another story is found in that.
        guests = [replace(by_id[article], reckonings=()) for article in sorted(told)]
        inside = list_inside(shared, {*group.articles, *told})
        weighed = weigh_story([*members, *guests], aligned, inside, press, read_terms(settings.offices))
        progress("weigh", i + 1, len(groups))
        yield Told(group, tuple(members), aligned, weighed)


def _align_stories(by_id: Mapping[str, Sheet], groups: Sequence[Group], shared: Shared, progress: Progress) -> list[Alignment]:
    """The articles of each story laid side by side, then the incidents that reports of several tell."""
    aligned = []
    for i, group in enumerate(groups):
        members = [by_id[article] for article in group.articles]
        days = {sheet.article.id: sheet.article.day for sheet in members if sheet.article.day}
        aligned.append(align_story(members, days, find_twins(list_inside(shared, group.articles))))
        progress("align", i + 1, len(groups))
    joined = join_mentions([one.incidents for one in aligned], {id_: sheet.article for id_, sheet in by_id.items()})
    return [replace(one, incidents=incidents) for one, incidents in zip(aligned, joined, strict=True)]


def find_shared(copies: Sequence[Copy]) -> Shared:
    """The copies of each article, with those it shares words with."""
    shared: dict[str, list[Copy]] = {}
    for copy in copies:
        shared.setdefault(copy.articles[0], []).append(copy)
    return shared


def list_inside(shared: Shared, articles: Collection[str]) -> list[Copy]:
    """The copies of which both articles are among some."""
    found = (copy for article in sorted(articles) for copy in shared.get(article, ()))
    return [copy for copy in found if copy.articles[1] in articles]


def find_twins(copies: Sequence[Copy]) -> dict[str, str]:
    """For each article printed from another's text the one that stands for all of that text."""
    same = [copy.articles for copy in copies if copy.kind == "same text"]
    partition = Partition(sorted({article for pair in same for article in pair}))
    for one, other in same:
        partition.join(one, other)
    return {article: partition.find(article) for pair in same for article in pair}


def _read_here(pages: Sequence[Page], settings: Settings, progress: Progress) -> tuple[list[Outcome], None]:
    """Every page cleaned, annotated and extracted, in order, in this process."""
    repeated = find_repeated_lines(pages)
    reports = (partial(_report, progress, done, len(pages)) for done in range(1, len(pages) + 1))
    return [read_page(page, repeated, settings, report) for page, report in zip(pages, reports, strict=True)], None


def _report(progress: Progress, done: int, total: int, stage: str) -> None:
    progress(stage, done, total)


def _read_in_workers(pages: Sequence[Page], settings: Settings, progress: Progress) -> tuple[list[Outcome], list[Features]]:
    """The same in several processes, with what grouping needs of each page; the longest first, so that all end together."""
    open_gazetteer(settings.gazetteer)  # compiled once, before the workers want it
    tasks = sorted(enumerate(pages), key=lambda task: (-len(task[1].article.text), task[0]))
    outcomes: dict[int, tuple[Outcome, Features]] = {}
    with ProcessPoolExecutor(settings.workers, get_context("spawn"), _start_worker, (find_repeated_lines(pages), settings)) as pool:
        for (number, _), outcome in zip(tasks, pool.map(_read_task, (page for _, page in tasks)), strict=True):
            outcomes[number] = outcome
            progress("extract", len(outcomes), len(pages))
    ordered = [outcomes[number] for number in range(len(pages))]
    return [outcome for outcome, _ in ordered], [features for _, features in ordered]


_given: list[tuple[SharedLines, Settings]] = []  # what a worker reads every page with; sent once, not with each page


def _start_worker(repeated: SharedLines, settings: Settings) -> None:
    _given[:] = [(repeated, settings)]


def _read_task(page: Page) -> tuple[Outcome, Features]:
    outcome = read_page(page, *_given[0], lambda stage: None)
    return outcome, find_features(outcome[0])


find_cache = lru_cache(maxsize=1)(open_cache)


@lru_cache(maxsize=1)
def load_tools(model: str, towns: str = "") -> "tuple[Language, Gazetteer]":
    """The language pipeline and the gazetteer, loaded once in each process; `towns` is the user's file of further ones."""
    return load_pipeline(model), open_gazetteer(towns)


@lru_cache(maxsize=1)
def open_gazetteer(towns: str) -> Gazetteer:
    """The gazetteer, with a file of further towns where one is named."""
    return Gazetteer.open(dump=Path(towns) if towns else None)


def read_page(page: Page, repeated: SharedLines, settings: Settings, done: Callable[[str], None]) -> Outcome:
    """Everything one page says, from the cache where it was read before.

    An article in a language without a pipeline, or on which a stage fails, is kept and grouped with a problem, but nothing is
    extracted from it.
    """
    not_content = clean_page(page, repeated)
    article = page.article
    language = (article.language or "").lower().partition("-")[0] or find_language(article.text)
    article = replace(article, language=language)
    done("clean")
    if language not in (*PARSED, None):
        return Sheet(article, not_content), _say_foreign(article)
    kept = find_cache(settings)
    if kept and (known := kept.find(article, not_content)):
        return known, None
    nlp, gazetteer = load_tools(settings.model, settings.gazetteer)
    tagger = load_tagger(settings.tagger) if settings.tagger else None
    try:
        reading = annotate_article(article, not_content, nlp, gazetteer)
        done("annotate")
        sheet = extract_sheet(reading, tagger)
    except Exception as error:  # one article must not stop the run, whatever it makes a stage stumble over
        return Sheet(article, not_content), _say_failed(article, error)
    done("extract")
    if kept:
        kept.keep(sheet)
    return sheet, None


def _say_foreign(article: Article) -> Problem:
    told = f"is in a language ({article.language}) that crosswire has no pipeline for"
    return Problem(article.source, f"{told}: the article is kept, grouped and shown, but no quotes or incidents are read from it.")


def _say_failed(article: Article, error: Exception) -> Problem:
    told = f"could not be parsed ({type(error).__name__}: {error})"
    return Problem(article.source, f"{told}: the article is kept and shown, but nothing is read from it. Please report this as a bug.")


def _say_nothing(problems: Sequence[Problem]) -> str:
    found = "".join(f"\n  {problem.source}: {problem.problem}" for problem in problems)
    return f"No article could be read from any input: give files or folders of .txt, .md, .html, .json, .jsonl or .csv.{found}"


def _date_and_number(sheets: Sequence[Sheet], groups: Sequence[Group]) -> list[Sheet]:
    """The sheets, their articles dated by their story where they give no day themselves, and told apart where two have one text."""
    by_id = {sheet.article.id: sheet for sheet in sheets}
    known = sorted({sheet.article.day for sheet in sheets if sheet.article.day})
    stories = ([by_id[article] for article in group.articles] for group in groups)
    days = {id_: day for story in stories for id_, day in infer_published(story, known).items()}
    articles = number_editions([_date(sheet.article, days.get(sheet.article.id)) for sheet in sheets])
    return [replace(sheet, article=article) for sheet, article in zip(sheets, articles, strict=True)]


def _date(article: Article, inferred: tuple[date, str] | None) -> Article:
    if inferred is None:
        return article
    day, why = inferred
    return replace(article, published=day.isoformat(), published_from="story", published_why=why)


def _assemble(sheets: Sequence[Sheet], problems: Sequence[Problem], stories: Sequence[Told]) -> Record:
    ordered = sorted(sheets, key=lambda sheet: sheet.article.id)
    return Record(
        articles=tuple(sheet.article for sheet in ordered),
        problems=tuple(sorted(set(problems))),
        not_content=tuple(mark for sheet in ordered for mark in sheet.not_content),
        stories=tuple(sorted((_make_story(told) for told in stories), key=lambda story: (story.articles, story.id))),
        origins=unite_origins((o for told in stories for o in told.weighed.origins), {one.article.id: one.article for one in ordered}),
        names=tuple(sorted((n for told in stories for n in told.aligned.names), key=lambda n: (n.kind, n.name, n.id))),
        quotes=tuple(sorted((q for told in stories for q in told.aligned.quotes), key=lambda q: q.span)),
        utterances=tuple(sorted((u for told in stories for u in told.weighed.utterances), key=lambda u: u.id)),
        incidents=tuple(sorted((i for told in stories for i in told.weighed.incidents), key=lambda i: i.id)),
        proposals=tuple(sorted((p for told in stories for p in told.aligned.proposals), key=lambda p: p.id)),
        conditions=tuple(sorted((c for told in stories for c in told.aligned.conditions), key=lambda c: c.id)),
        meetings=tuple(sorted((m for told in stories for m in told.aligned.meetings), key=lambda m: m.id)),
        findings=tuple(sorted((f for told in stories for f in told.weighed.findings), key=lambda f: f.id)),
    )


def _make_story(told: Told) -> Story:
    days = sorted(day.isoformat() for sheet in told.sheets if (day := sheet.article.day))
    id_, was = found_story(sheet.article for sheet in told.sheets)
    outline = outline_story(told.sheets)
    return Story(
        id=id_,
        title=told.group.title,
        articles=told.group.articles,
        start=days[0] if days else None,
        end=days[-1] if days else None,
        why=told.group.why,
        was=was,
        names=outline.names,
        places=outline.places,
        growth=outline.growth,
    )
