"""Runs the commands that README and docs show, and writes what they print in place of what stands there.

    refresh_docs.py [--check]

A block begins with `<!-- run: crosswire ... -->` or `<!-- run: python -->` and ends with `<!-- end -->`. Commands run in order in a fresh
folder whose `reports/` holds the bundled sample. `{kind}` in a command stands for the id of the first finding of that kind in `record/`.
`| head -N` shows the first N lines, `| head -{N rows}` as many as the first N rows of a table take. A python block keeps its code;
what the code prints follows it.
"""

import argparse
import contextlib
import io
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 100
BLOCK = re.compile(r"<!-- run: (?P<command>.+?) -->\n(?P<body>.*?)<!-- end -->", re.DOTALL)
CODE = re.compile(r"```python\n(?P<code>.*?)```\n", re.DOTALL)
HEAD = re.compile(r"\s*\|\s*head -(?:(?P<lines>\d+)|\{(?P<rows>\d+) rows\})$")
CHOSEN = re.compile(r"\{(?P<kind>[a-z ]+)\}")


def list_documents() -> list[Path]:
    """The pages that are looked through: those at the root, then those in docs."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def refresh(text: str, folder: Path) -> str:
    """A page with what its commands print today, run one after the other in a folder."""
    return BLOCK.sub(lambda block: _refresh_block(block["command"], block["body"], folder), text)


def make_folder(scratch: Path) -> Path:
    """A folder as the pages suppose it: the bundled sample in `reports`."""
    from crosswire.sample import sample_folder

    with sample_folder() as sample:
        shutil.copytree(sample, scratch / "reports")
    return scratch


def _refresh_block(command: str, body: str, folder: Path) -> str:
    begin = f"<!-- run: {command} -->\n"
    with contextlib.chdir(folder):
        if command == "python":
            code = CODE.search(body)
            if code is None:
                raise SystemExit("A block `run: python` has no python code: put it between ```python and ```.")
            return f"{begin}{code[0]}\nprints\n\n```text\n{_run_code(code['code'])}```\n<!-- end -->"
        shown, printed = _run_command(CHOSEN.sub(lambda chosen: _choose(chosen["kind"]), command))
        return f"{begin}```console\n$ {shown}\n{printed}```\n<!-- end -->"


def _choose(kind: str) -> str:
    findings = json.loads(Path("record/record.json").read_text(encoding="utf-8"))["findings"]
    return next(str(finding["id"]) for finding in findings if finding["kind"] == kind)


def _run_command(line: str) -> tuple[str, str]:
    """A command of crosswire as a reader types it, and what it prints, without the spaces at the ends of lines."""
    head = HEAD.search(line)
    typed = HEAD.sub("", line)
    lines = [printed.rstrip() for printed in _invoke(typed).strip("\n").splitlines()]
    if head:
        count = int(head["lines"] or _count_lines(lines, int(head["rows"])))
        typed, lines = f"{typed} | head -{count}", lines[:count]
    return typed, "".join(f"{printed}\n" for printed in lines)


def _count_lines(lines: list[str], rows: int) -> int:
    """How many lines the head and the first rows of a table take."""
    rules = [at for at, line in enumerate(lines, 1) if line.startswith(("├", "└"))]
    return rules[min(rows, len(rules)) - 1]


def _invoke(line: str) -> str:
    from typer.testing import CliRunner

    from crosswire.cli import app

    width = str(WIDTH)
    environment = {"COLUMNS": width, "TERMINAL_WIDTH": width, "TERM": "dumb", "NO_COLOR": "1", "CROSSWIRE_WORKERS": ""}
    result = CliRunner(env=environment).invoke(app, line.split()[1:], prog_name="crosswire")
    if result.exit_code:
        raise SystemExit(f"{line} ended with status {result.exit_code}: {result.output}") from result.exception
    return result.stdout


def _run_code(code: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "<documentation>", "exec"), {"__name__": "__documentation__"})
    return printed.getvalue()


def main(arguments: list[str] | None = None) -> int:
    """Refresh every page, or with --check only name those that are out of date; 1 where one is."""
    parser = argparse.ArgumentParser(description="Run the commands that README and docs show, and write what they print.")
    parser.add_argument("--check", action="store_true", help="change nothing, name the pages that are out of date")
    check = parser.parse_args(arguments).check
    stale = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = make_folder(Path(scratch))
        for page in list_documents():
            text = page.read_text(encoding="utf-8")
            new = refresh(text, folder)
            if new != text:
                stale += 1
                print(f"{page.relative_to(ROOT)} {'is out of date' if check else 'is refreshed'}")
                if not check:
                    page.write_text(new, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
