"""README and docs are true: what they show is what runs, what they link to is there, what they list is all there is."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
import typer
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pydantic.fields import FieldInfo

from crosswire.cli import app
from crosswire.model import Record
from crosswire.report.explanations import explain
from crosswire.report.jsons import load_record, make_schema
from crosswire.settings import VARIABLES, Settings
from refresh_docs import BLOCK, CODE, ROOT, list_documents, make_folder, refresh

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
FENCE = re.compile(r"```.*?```", re.DOTALL)
HEADING = re.compile(r"^#+ (?P<text>.+)$", re.MULTILINE)
ROW = re.compile(r"^\| (?P<first>[^|]+) \|", re.MULTILINE)
DOCUMENTS = [page.relative_to(ROOT).as_posix() for page in list_documents()]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def find_anchors(text: str) -> set[str]:
    """The anchors that a page's headings have on a forge."""
    headings = [match["text"].lower() for match in HEADING.finditer(FENCE.sub("", text))]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings}


def find_records(kind: Any) -> Iterator[type]:
    """Every dataclass that a record holds, itself first."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if is_dataclass(kind) and isinstance(kind, type):
        yield kind
        for hint in get_type_hints(kind, include_extras=True).values():
            yield from find_records(hint)
    else:
        for part in get_args(kind):
            yield from find_records(part)


def name_fields(kind: type) -> set[str]:
    """The names that a dataclass's fields have in JSON."""
    hints = get_type_hints(kind, include_extras=True)
    return {_alias(hints[field.name]) or field.name for field in fields(kind)}


def _alias(hint: Any) -> str | None:
    if get_origin(hint) is not Annotated:
        return None
    return next((part.alias for part in get_args(hint)[1:] if isinstance(part, FieldInfo)), None)


KINDS = list(dict.fromkeys(find_records(Record)))


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The folder in which the pages' commands ran, and the pages that show something else."""
    folder = make_folder(tmp_path_factory.mktemp("docs"))
    return folder, [name for name in DOCUMENTS if refresh(read(name), folder) != read(name)]


def test_what_the_pages_show_is_what_runs(ran: tuple[Path, list[str]]) -> None:
    assert ran[1] == [], "run `python scripts/refresh_docs.py`, and read what it changed"


def test_why_answers_for_every_id_of_the_sample(ran: tuple[Path, list[str]]) -> None:
    record = load_record(ran[0] / "record")
    ids = [*(article.id for article in record.articles), *(thing.id for thing in record.things())]
    ids += [old for thing in record.things() for old in getattr(thing, "was", ())]
    explained = [explain(record, id) for id in ids]
    assert len(set(ids)) == len(ids) > 100
    assert [answer.id for answer in explained if not answer.reasons or not all(answer.reasons)] == []


def test_the_readme_runs_a_build_and_asks_why_and_has_ten_lines_of_library() -> None:
    blocks = {block["command"]: block["body"] for block in BLOCK.finditer(read("README.md"))}
    commands = [command.split()[1] for command in blocks if command.startswith("crosswire")]
    assert commands == ["build", "show", "why"]
    code = CODE.search(blocks["python"])
    assert code is not None
    assert len([line for line in code["code"].splitlines() if line.strip()]) <= 10


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    lost = []
    for link in LINK.finditer(FENCE.sub("", read(name))):
        path, _, anchor = link["target"].partition("#")
        if path.startswith(("https://", "http://")):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in find_anchors(target.read_text(encoding="utf-8"))):
            lost.append(link["target"])
    assert lost == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_that_are_named_are_there(name: str) -> None:
    named = re.findall(r"`((?:src|docs|scripts|tests)/[\w./-]+)`", read(name))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_command_and_option_is_described() -> None:
    text = read("README.md") + read("docs/commands.md")
    group: Any = typer.main.get_command(app)
    options = [option for option in ("--version", "--help", "--install-completion", "--show-completion") if option not in text]
    for name, command in group.commands.items():
        assert f"## {name}\n" in text
        options += [option for parameter in command.params for option in parameter.opts if option not in text]
    assert options == []


def test_every_setting_is_described_with_its_default() -> None:
    text = read("docs/commands.md")
    rows = {match["first"].strip("` ") for match in ROW.finditer(text)} - {"setting", "---"}
    settings = [field for field in fields(Settings) if field.name != "outlets"]  # a table of its own
    assert rows == {field.name for field in settings}
    plain = text.replace("`", "")
    assert [field.name for field in settings if f"| {field.name} | {field.default} |" not in plain] == []
    assert [variable for variable in VARIABLES if f"`{variable}`" not in text] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_record_is_described_field_by_field(kind: type) -> None:
    section = re.search(rf"^## {kind.__name__}\n(.*?)(?=^## |\Z)", read("docs/record.md"), re.MULTILINE | re.DOTALL)
    assert section is not None, f"docs/record.md has no section on {kind.__name__}"
    described = {name for row in ROW.finditer(section[1]) for name in re.findall(r"`(\w+)`", row["first"])}
    assert described == name_fields(kind)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_terms_of_the_record_are_described(kind: type) -> None:
    section = re.search(rf"^## {kind.__name__}\n(.*?)(?=^## |\Z)", read("docs/record.md"), re.MULTILINE | re.DOTALL)
    terms = {term for hint in get_type_hints(kind, include_extras=True).values() for term in find_terms(hint)}
    assert section is not None
    assert {term for term in terms if f"`{term}`" not in section[1]} == set()


def find_terms(hint: Any) -> Iterator[str]:
    """The words that a field of a fixed vocabulary may have."""
    for part in get_args(hint):
        if isinstance(part, str):
            yield part
        elif not is_dataclass(part):
            yield from find_terms(part)


def test_every_dependency_has_its_row_and_every_row_its_dependency() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    at_run_time, _, rest = read("docs/dependencies.md").partition("## To develop")
    to_develop = rest.partition("## Considered")[0]
    for requirements, section, columns in [
        (project["dependencies"], at_run_time, 3),
        (project["optional-dependencies"]["dev"], to_develop, 2),
    ]:
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("| ")][1:]
        assert [row for row in rows if len(row) != columns or not all(row)] == []
        named = {canonicalize_name(name) for row in rows for name in re.split(r",\s*", row[0])}
        assert named == {canonicalize_name(Requirement(text).name) for text in requirements}


def test_architecture_names_every_stage_and_every_file_of_the_model() -> None:
    text = read("docs/architecture.md")
    package = ROOT / "src" / "crosswire"
    stages = [path.name for path in package.iterdir() if (path / "__init__.py").exists() and path.name not in ("model", "sample")]
    assert [stage for stage in stages if f"| `{stage}` |" not in text] == []
    modules = [path.name for path in (package / "model").glob("[!_]*.py")]
    assert [module for module in modules if module not in text] == []


def test_the_changelog_begins_with_what_is_not_released() -> None:
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    parts = set(re.findall(r"^### (.+)$", read("CHANGELOG.md"), re.MULTILINE))
    assert parts <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_sample_is_kept_byte_for_byte() -> None:
    assert "src/crosswire/sample/articles/* -text" in read(".gitattributes").splitlines()


def test_the_schema_names_what_the_page_names() -> None:
    definitions = set(json.loads(json.dumps(make_schema()))["$defs"])
    assert definitions == {kind.__name__ for kind in KINDS if kind is not Record}
