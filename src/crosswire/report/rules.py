"""The rule behind each kind of decision, in the words a reader is given."""

import tomllib
from functools import cache
from importlib import resources

from crosswire.model import Finding
from crosswire.report.evidence import Thing


def state_rule(thing: Thing) -> str:
    """The rule by which a thing of this kind comes into a record."""
    rules = read_rules()
    return rules["findings"][thing.kind] if isinstance(thing, Finding) else rules["things"][type(thing).__name__.lower()]


@cache
def read_rules() -> dict[str, dict[str, str]]:
    """All rules: "things" by kind of thing, "findings" by kind of finding."""
    text = resources.files("crosswire.report").joinpath("data/rules.toml").read_text(encoding="utf-8")
    rules: dict[str, dict[str, str]] = tomllib.loads(text)
    return rules
