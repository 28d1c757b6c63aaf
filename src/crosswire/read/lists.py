"""The stage's lists of words, read once from its data files."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """A TOML file of `data`."""
    return tomllib.loads(files("crosswire.read").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def load_words(table: str, key: str) -> frozenset[str]:
    """One list of a TOML file of `data`, for looking up."""
    return frozenset(load_table(table)[key])


@cache
def load_lines(name: str) -> tuple[str, ...]:
    """The lines of a text file of `data`, comments left out."""
    text = files("crosswire.read").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
