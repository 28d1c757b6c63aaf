"""The stage's tables, read from their data files."""

from importlib.resources import files


def read_table(name: str) -> list[list[str]]:
    """The rows of `data/<name>.csv` in order, without its header comment and its line of column names; columns are parted by ";"."""
    text = files("crosswire.annotate").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    return [line.split(";") for line in text.splitlines() if line and not line.startswith("#")][1:]
