"""The house style, as far as a machine can check it. Each rule lists what breaks it, so that a failure says where."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "crosswire"
STAGES = ("read", "clean", "annotate", "extract", "group", "align", "weigh", "report")
STAGES_MAY_KNOW = ("model", "errors", "settings")
SOURCES = sorted(PACKAGE.rglob("*.py"))
PRODUCT = [*SOURCES, *sorted((ROOT / "scripts").glob("*.py"))]
CODE = [*PRODUCT, *sorted((ROOT / "tests").rglob("*.py"))]
DATA = sorted(path for path in PACKAGE.glob("*/data/**/*") if path.is_file() and path.suffix not in (".py", ".pyc"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES = packages_distributions()

MODULE_LINES = 400
FUNCTION_LINES = 40
TYPICAL_LINES = 10
PARAMETERS = 5
OPTIONS = 9  # of a command, whose parameters are what a user may type

FORBIDDEN_MODULES = re.compile(r"(^|_)(util|utils|helper|helpers|manager|managers|misc|common|stuff)(_|$)")
FORBIDDEN_CLASSES = re.compile(r"(Manager|Helper|Util|Utils)$")
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|tmp|farm)/")
DATA_SOURCE = re.compile(r"\b(sources?|compiled|written for|from|after)\b|\(\w[\w.]*\.(org|int|gov|uk)\b", re.IGNORECASE)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def show(path: Path, node: Function | ast.ClassDef | ast.stmt | ast.expr | None = None) -> str:
    place = str(path.relative_to(ROOT))
    return place if node is None else f"{place}:{node.lineno} {getattr(node, 'name', '')}".rstrip()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def find_functions(paths: list[Path]) -> Iterator[tuple[Path, Function]]:
    for path in paths:
        for node in ast.walk(parse(path)):
            if isinstance(node, Function):
                yield path, node


def count_lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def count_parameters(function: Function) -> int:
    names = [a.arg for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def find_imports(path: Path) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [f"crosswire.{alias.name}" for alias in node.names] if node.module == "crosswire" else [node.module or "."]
            yield from ((node, name) for name in names)


def list_texts() -> list[Path]:
    """Every text file of the project that is tracked or could be."""
    listed = subprocess.run(["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        return [*CODE, *DATA, *ROOT.glob("*.*")]
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def read_lock() -> dict[str, str]:
    return {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", LOCK, re.MULTILINE)}


def test_there_is_something_to_check() -> None:
    assert len(SOURCES) > 20
    assert DATA


def test_modules_are_short() -> None:
    assert [show(p) for p in CODE if len(p.read_text(encoding="utf-8").splitlines()) > MODULE_LINES] == []


def test_functions_are_short() -> None:
    assert [show(p, f) for p, f in find_functions(CODE) if count_lines(f) > FUNCTION_LINES] == []


def test_most_functions_are_very_short() -> None:
    assert statistics.median(count_lines(f) for _, f in find_functions(SOURCES)) < TYPICAL_LINES


def test_functions_take_few_parameters() -> None:
    most = {p: OPTIONS if p.stem == "cli" or "cli" in p.parent.parts else PARAMETERS for p in PRODUCT}
    assert [show(p, f) for p, f in find_functions(PRODUCT) if count_parameters(f) > most[p]] == []


def test_modules_are_named_for_what_they_hold() -> None:
    assert [show(p) for p in CODE if FORBIDDEN_MODULES.search(p.stem)] == []


def test_classes_are_nouns_of_the_field() -> None:
    classes = [(p, n) for p in CODE for n in ast.walk(parse(p)) if isinstance(n, ast.ClassDef)]
    assert [show(p, c) for p, c in classes if FORBIDDEN_CLASSES.search(c.name)] == []


def test_public_modules_say_what_they_are() -> None:
    public = [p for p in PRODUCT if not p.stem.startswith("_") or p.stem in ("__init__", "__main__")]
    assert [show(p) for p in public if not ast.get_docstring(parse(p))] == []


def test_stages_know_only_the_model() -> None:
    wrong = []
    for stage in STAGES:
        allowed = tuple(f"crosswire.{name}" for name in (stage, *STAGES_MAY_KNOW))
        for path in sorted((PACKAGE / stage).rglob("*.py")):
            own = [(n, name) for n, name in find_imports(path) if name.split(".")[0] == "crosswire"]
            wrong += [f"{show(path, n)} {name}" for n, name in own if not any(f"{name}.".startswith(f"{a}.") for a in allowed)]
    assert wrong == []


def test_imports_are_absolute() -> None:
    relative = [(p, n) for p in CODE for n in ast.walk(parse(p)) if isinstance(n, ast.ImportFrom) and n.level]
    assert [show(p, n) for p, n in relative] == []


def name_packages(module: str) -> set[str]:
    """The packages that a module may come from; none for the standard library and the project itself."""
    top = module.partition(".")[0]
    return {canonicalize_name(name) for name in PACKAGES.get(top, [top])} - {"crosswire", *sys.stdlib_module_names}


def test_imports_and_dependencies_agree() -> None:
    """What is imported is declared, not brought along by chance; what is declared is imported, or named as the home of data."""
    extras = PROJECT["project"]["optional-dependencies"]
    texts = [*PROJECT["project"]["dependencies"], *(text for name, group in extras.items() if name != "dev" for text in group)]
    declared = {canonicalize_name(Requirement(text).name) for text in texts}
    used = {name: packages for p in SOURCES for _, name in find_imports(p) if (packages := name_packages(name))}
    words = (n.value for p in SOURCES for n in ast.walk(parse(p)) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    named = {canonicalize_name(word) for word in words}
    assert sorted(name for name, packages in used.items() if not packages & declared) == [], "imported, not declared"
    assert sorted(declared - set().union(*used.values()) - named) == [], "declared, not used"


def test_only_settings_reads_the_environment() -> None:
    names = {"environ", "environb", "getenv"}
    used = [(p, n) for p in SOURCES for n in ast.walk(parse(p)) if isinstance(n, ast.Attribute | ast.Name)]
    found = [(p, n) for p, n in used if (n.attr if isinstance(n, ast.Attribute) else n.id) in names]
    assert [show(p, n) for p, n in found if p != PACKAGE / "settings.py"] == []


@pytest.mark.parametrize("path", DATA, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_data_files_name_their_source(path: Path) -> None:
    if path.suffix not in (".txt", ".toml", ".csv"):
        assert path.name in (ROOT / "NOTICE").read_text(encoding="utf-8"), "a file that holds no comment is named in NOTICE"
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[: next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))]
    assert DATA_SOURCE.search(" ".join(head)), "the comment at its head says where it comes from"


def test_no_path_of_a_machine() -> None:
    texts = ((p, p.read_text(encoding="utf-8", errors="ignore")) for p in list_texts())
    assert [show(p) for p, text in texts if MACHINE_PATH.search(text)] == []


def test_lock_pins_everything_by_hash() -> None:
    blocks = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", LOCK, flags=re.MULTILINE).strip())
    assert [b.splitlines()[0] for b in blocks if not re.match(r"[\w.-]+==[\w.]+ ", b) or "--hash=sha256:" not in b] == []


def test_lock_names_no_host() -> None:
    assert re.findall(r"\S*(?:://|www\.|--index|--find-links|\.org|\.com)\S*", LOCK) == []


def test_lock_meets_the_project() -> None:
    groups = [PROJECT["project"]["dependencies"], PROJECT["project"]["optional-dependencies"]["dev"], PROJECT["build-system"]["requires"]]
    wanted = [Requirement(text) for group in groups for text in group]
    pins = read_lock()
    wrong = [str(r) for r in wanted if not r.specifier.contains(pins.get(canonicalize_name(r.name), "0"))]
    assert wrong == [], "run `make lock`"
