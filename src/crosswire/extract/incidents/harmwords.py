"""The words for what is done to people."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def read_harm_words() -> dict[str, dict[str, frozenset[str]]]:
    """The harm words of the data file, by field and by the grammar they come in."""
    raw = tomllib.loads(files("crosswire.extract").joinpath("data/harm_words.toml").read_text(encoding="utf-8"))
    return {field: {key: frozenset(words) for key, words in lists.items()} for field, lists in raw.items()}


@cache
def list_participles() -> frozenset[str]:
    """All words for those to whom something was done: "dead", "wounded"."""
    return frozenset(word for lists in read_harm_words().values() for word in lists["adjectives"])
