"""The command line: `crosswire build`, `show`, `why`, `origins`, `export`, `schema` and `demo`."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.text import Text
from typer.core import TyperGroup

from crosswire.errors import CrosswireError

# Whatever loads the language model or pydantic is imported by the command that needs it: --help and completion stay quick.
if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosswire.model import Record


class Part(StrEnum):
    """The parts of a record that `show` knows."""

    STORY = "story"
    QUOTES = "quotes"
    INCIDENTS = "incidents"
    PROPOSALS = "proposals"
    CONDITIONS = "conditions"
    MEETINGS = "meetings"
    FINDINGS = "findings"


class Exported(StrEnum):
    """The parts of a record that `export` knows."""

    QUOTES = "quotes"
    INCIDENTS = "incidents"
    PROPOSALS = "proposals"
    CONDITIONS = "conditions"
    MEETINGS = "meetings"


class Form(StrEnum):
    """The forms that `export` writes; which part has which is said by the part."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONLD = "jsonld"
    GEOJSON = "geojson"
    GED = "ged"
    ACLED = "acled"
    PLOVER = "plover"


class Commands(TyperGroup):
    """The commands, with every error that crosswire raises on purpose said in one line."""

    def invoke(self, ctx: Any) -> object:
        """Run a command; an error ends it with its message and exit status 1."""
        try:
            return super().invoke(ctx)
        except CrosswireError as error:
            from crosswire.report.characters import show_line

            _stderr().print(Text(f"crosswire: {show_line(str(error))}"), soft_wrap=True)
            raise typer.Exit(1) from error


app = typer.Typer(name="crosswire", cls=Commands, no_args_is_help=True, pretty_exceptions_show_locals=False, rich_markup_mode="rich")

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `crosswire build` wrote.")]


def main() -> None:
    """Run the command line; a character that the terminal lacks is written as an escape rather than ending the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app()


def _print_version(wanted: bool) -> None:
    if wanted:
        from crosswire import __version__

        typer.echo(f"crosswire {__version__}")
        raise typer.Exit


@app.callback(
    epilog="Examples:\n\n"
    "crosswire build reports/ --out record    read a folder into one record\n\n"
    "crosswire show record findings    what agrees, differs or stands alone\n\n"
    "crosswire why record i0123456789    the words that one line rests on\n\n"
    "crosswire demo    try it on a bundled sample"
)
def crosswire(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """Lay many outlets' reports of the same events side by side, and keep one record in which every line shows its words."""


@app.command(
    epilog="Examples:\n\ncrosswire build one.html two.txt --out record\n\ncrosswire build feeds/ more.jsonl.gz --out record --workers 4"
)
def build(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="INPUT...", help="Files and folders of .txt, .md, .html, .htm, .json, .jsonl, .jsonl.gz and .csv."),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", file_okay=False, help="The folder to write the record into.")],
    config: Annotated[Path | None, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Settings as TOML.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="How many processes read articles.")] = None,
    offices: Annotated[
        Path | None, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Who held which office when, as CSV: docs/offices.md.")
    ] = None,
    gazetteer: Annotated[
        Path | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="More towns and villages, as GeoNames gives them: docs/places.md."),
    ] = None,
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", file_okay=False, help="Keep what is read of each article here, for the next run.")
    ] = None,
    brief: Annotated[bool, typer.Option("--brief", help="Write a one-page brief of each story too, into DIR/briefs.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Read reports and write their record: record.json, three tables and a page."""
    _build(inputs, out, brief=brief, quiet=quiet, config=config, workers=workers, offices=offices, gazetteer=gazetteer, cache=cache)


@app.command(epilog="Example:\n\ncrosswire demo --out record")
def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", file_okay=False, help="The folder to write the record into.")] = Path(
        "crosswire-demo"
    ),
) -> None:
    """Build the record of the bundled sample: two fictional events in eleven reports."""
    from crosswire.sample import sample_folder

    with sample_folder() as folder:
        _build([folder], out)


@app.command(epilog="Examples:\n\ncrosswire show record incidents\n\ncrosswire show record quotes --speaker Renk")
def show(
    folder: Folder,
    part: Annotated[Part | None, typer.Argument(help="All parts when left out.")] = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Of quotes, one speaker's: by name, any form of it, or id.")] = None,
) -> None:
    """Print a record as tables."""
    from crosswire.report.screens import draw_part, draw_speaker

    if speaker is not None and part is not Part.QUOTES:
        raise typer.BadParameter("goes with quotes alone: crosswire show DIR quotes --speaker NAME", param_hint="--speaker")
    record = _load(folder)
    if speaker is not None:
        _stdout().print(draw_speaker(record, speaker))
        return
    for wanted in [part] if part else list(Part):
        _stdout().print(draw_part(record, wanted))


@app.command(epilog="Example:\n\ncrosswire why record q0123456789")
def why(
    folder: Folder,
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of anything in the record, articles included.")],
) -> None:
    """Print why the record says something, and each outlet's words for it in their context."""
    from crosswire.report.explanations import explain
    from crosswire.report.screens import draw_explanation

    _stdout().print(draw_explanation(explain(_load(folder), id)))


@app.command(epilog="Example:\n\ncrosswire origins record")
def origins(folder: Folder) -> None:
    """Print who follows whom: the origins behind each story's reports, as a tree."""
    from crosswire.report.trees import draw_origins

    _stdout().print(draw_origins(_load(folder)))


@app.command(
    epilog="Examples:\n\ncrosswire export quotes --as csv record --out quotes.csv\n\n"
    "crosswire export incidents --as ged record --out ged.csv"
)
def export(
    part: Annotated[Exported, typer.Argument(help="What to export.")],
    folder: Folder,
    form: Annotated[Form, typer.Option("--as", help="In which form.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", dir_okay=False, help="The file to write.")],
) -> None:
    """Write one part of a record in a form that other programs read."""
    from crosswire.report.exports import export_part
    from crosswire.report.folders import write_file

    write_file(export_part(_load(folder), part, form), out)


@app.command(epilog="Example:\n\ncrosswire schema > record.schema.json")
def schema() -> None:
    """Print the JSON Schema of record.json."""
    from crosswire.report.jsons import make_schema

    typer.echo(json.dumps(make_schema(), indent=2, ensure_ascii=False))


def _build(
    inputs: "Sequence[Path]",
    out: Path,
    *,
    brief: bool = False,
    quiet: bool = False,
    **settings: Any,
) -> None:
    from crosswire import library
    from crosswire.report.folders import BRIEFS, PAGE, prepare_folder
    from crosswire.report.screens import draw_summary
    from crosswire.report.summaries import summarise
    from crosswire.report.watching import watch

    prepare_folder(out)
    with watch(_stderr(), quiet) as progress:
        record = library.build(inputs, progress=progress, **settings)
        record.save(out, brief=brief)
    if not quiet:
        console = _stdout()
        console.print(draw_summary(summarise(record), record.problems))
        console.print(Text(f"The page: {out / PAGE}"), soft_wrap=True)
        if brief:
            console.print(Text(f"The briefs: {out / BRIEFS}"), soft_wrap=True)


def _load(folder: Path) -> "Record":
    from crosswire.report.jsons import load_record

    return load_record(folder)


def _stdout() -> Console:
    return Console(highlight=False)


def _stderr() -> Console:
    return Console(stderr=True, highlight=False)
