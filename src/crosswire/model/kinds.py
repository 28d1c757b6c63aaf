"""The published code list of incident kinds."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

ANY = "any"
FALLBACK = "incident"


@cache
def read_kinds() -> dict[str, dict[str, Any]]:
    """The code list: each kind with its family, its terms in ACLED and PLOVER, and the words that name it."""
    return tomllib.loads(files("crosswire.model").joinpath("data/incident_kinds.toml").read_text(encoding="utf-8"))


def share_family(one: str, other: str) -> bool:
    """Whether two kinds can be one incident in other words."""
    families = read_kinds()[one]["family"], read_kinds()[other]["family"]
    return ANY in families or families[0] == families[1]


def is_violence(kind: str) -> bool:
    """Whether a kind is of those that people do to people, of which a war tells many alike."""
    return bool(read_kinds()[kind]["family"] == "violence")
