"""The words that attribute something to somebody, and what each of them governs."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def read_cues(frame: str) -> frozenset[str]:
    """The lemmas (of `phrases`: a verb and its preposition) that govern a clause, an infinitive, a noun or a phrase."""
    text = files("crosswire.extract").joinpath("data/report_cues.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[frame])
