"""The patterns of furniture, read once from their data file and compiled, one expression a kind and place."""

import re
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

Where = Literal["any", "edge", "head"]
Part = Literal["line", "start", "end", "bracket"]

# How a pattern says that letter case counts in a part of it, and how long a line of furniture is where its rule does not say.
CASED, LONGEST = "(?-i:", 240


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of furniture: where it may stand, what it looks like, and whether it shows that the head is not over.

    `lower` is matched with text in lower case, which is faster; `cased` holds the patterns that look at letter case.
    `needs` are words one of which a line must hold, `longest` is its greatest length in characters.
    """

    kind: str
    where: Where
    sign: bool
    needs: tuple[str, ...]
    longest: int
    lower: re.Pattern[str] | None
    cased: re.Pattern[str] | None

    def match(self, plain: str, lower: str) -> re.Match[str] | None:
        """The match at the beginning of a text, given also in lower case, or None."""
        if len(plain) > self.longest or (self.needs and not any(word in lower for word in self.needs)):
            return None
        found = self.lower.match(lower) if self.lower else None
        return found or (self.cased.match(plain) if self.cased else None)

    def search(self, plain: str, at: int) -> re.Match[str] | None:
        """The first match from an offset on, or None."""
        lower = plain.lower()
        if self.needs and not any(word in lower[at:] for word in self.needs):
            return None
        found = self.lower.search(lower, at) if self.lower else None
        return found or (self.cased.search(plain, at) if self.cased else None)


@cache
def load_data(name: str) -> dict[str, Any]:
    """A data file of this folder."""
    return tomllib.loads(resources.files("crosswire.clean").joinpath("data", name).read_text("utf-8"))


@cache
def load_rules(part: Part, where: Where = "any") -> tuple[Rule, ...]:
    """The rules for a part of a line in one place, in the order of the file."""
    data = load_data("furniture.toml")
    fragments = expand_fragments(data["fragments"])
    chosen = (rule for rule in data["rule"] if (rule.get("on", "line"), rule.get("where", "any")) == (part, where))
    return tuple(_compile(rule, part, fragments) for rule in chosen)


def expand_fragments(fragments: dict[str, str]) -> dict[str, str]:
    """Fragments with the earlier ones put in where they are named."""
    expanded: dict[str, str] = {}
    for name, pattern in fragments.items():
        expanded[name] = fill_fragments(pattern, expanded)
    return expanded


def fill_fragments(pattern: str, fragments: dict[str, str]) -> str:
    """A pattern with "<name>" replaced by the fragment of that name."""
    for name, fragment in fragments.items():
        pattern = pattern.replace(f"<{name}>", fragment)
    return pattern


def join_patterns(patterns: list[str], fragments: dict[str, str]) -> str:
    """One alternation of several patterns."""
    return "|".join(f"(?:{fill_fragments(pattern, fragments)})" for pattern in patterns)


def _compile(rule: dict[str, Any], part: Part, fragments: dict[str, str]) -> Rule:
    filled = [fill_fragments(pattern, fragments) for pattern in rule["patterns"]]
    lower = _join([pattern for pattern in filled if CASED not in pattern], part, 0)
    cased = _join([pattern for pattern in filled if CASED in pattern], part, re.IGNORECASE)
    needs = tuple(rule.get("needs", ()))
    longest = rule.get("longest", LONGEST) if part == "line" else sys.maxsize
    return Rule(rule["kind"], rule.get("where", "any"), rule.get("sign", False), needs, longest, lower, cased)


def _join(patterns: list[str], part: Part, flags: int) -> re.Pattern[str] | None:
    ending = {"line": r"[\s.:!]*\Z", "bracket": r"\.?\Z", "start": "", "end": r"\s*\Z"}[part]
    return re.compile(f"(?:{'|'.join(patterns)}){ending}", flags) if patterns else None
