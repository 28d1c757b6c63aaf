"""Word lists in the stages' data files."""

from functools import cache
from importlib.resources import files


@cache
def read_words(stage: str, name: str) -> frozenset[str]:
    """The lines of `crosswire/<stage>/data/<name>.txt`, comments left out."""
    return frozenset(line[0] for line in read_rows(stage, name))


@cache
def read_rows(stage: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of `crosswire/<stage>/data/<name>.txt`, comments left out, cut at tabs."""
    text = files(f"crosswire.{stage}").joinpath(f"data/{name}.txt").read_text(encoding="utf-8")
    return tuple(
        tuple(cell.strip() for cell in line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#")
    )
