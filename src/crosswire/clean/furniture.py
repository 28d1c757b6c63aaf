"""Lines that look like a page's furniture, by the rules of the data file."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from crosswire.clean.lines import Line
from crosswire.clean.rules import Rule, Where, load_data, load_rules
from crosswire.model import Mark

LONGEST_END = 160
SENTENCE = re.compile(r"\S[^.!?]*[.!?]+(?=\s|$)|\S[^.!?]*$")
STOPS = frozenset(".!?…\"'”’»")


@dataclass(frozen=True, slots=True)
class Zones:
    """The page's parts by line: the head before `head`, the body up to `tail`, the tail from there."""

    head: int
    tail: int

    def __contains__(self, at: int) -> bool:
        return at < self.head or at >= self.tail


def find_zones(lines: Sequence[Line], found: Container[int]) -> Zones:
    """Where the running text begins and ends, lines known as furniture apart; all is body where there is none."""
    body = [at for at, line in enumerate(lines) if at not in found and line.running]
    return Zones(body[0], body[-1] + 1) if body else Zones(0, len(lines))


def match_rule(line: Line, where: Where) -> Rule | None:
    """The first rule for this place that the whole line fits."""
    return next((rule for rule in load_rules("line", where) if rule.match(line.plain, line.lower)), None)


def match_everywhere(lines: Sequence[Line]) -> dict[int, Rule]:
    """The lines that are furniture wherever they stand, by position: as a whole, or sentence by sentence."""
    matched = ((at, match_rule(line, "any") or _match_sentences(line)) for at, line in enumerate(lines))
    told = {at for at, line in enumerate(lines) if _is_told(line) or (at == 0 and _labelled().match(line.lower))}
    return {at: rule for at, rule in matched if rule and not (rule.kind == "widget" and at in told)}


def _match_sentences(line: Line) -> Rule | None:
    """The rule of a short line's first sentence where every one of its sentences fits a rule ("No comments yet. Be the first ...")."""
    sentences = SENTENCE.findall(line.plain) if len(line.plain) <= LONGEST_END and line.plain.count(" ") > 1 else []
    rules = load_rules("line", "any")
    found = [next((rule for rule in rules if rule.match(sentence, sentence.lower())), None) for sentence in sentences]
    return found[0] if len(found) > 1 and all(found) else None


def _is_told(line: Line) -> bool:
    """Whether a sentence reports somebody's words, which a button or a link to another page does not."""
    return line.running and line.text[-1] in STOPS and _telling().search(line.lower) is not None


@cache
def _labelled() -> re.Pattern[str]:
    """A headline of several words behind its label: "LIVE: Two trains collide"."""
    labels = "|".join(map(re.escape, load_data("furniture.toml")["headline"]["labels"]))
    return re.compile(rf"(?:{labels})\s?[:|] (?:\S+ ){{2,}}\S")


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load_data('furniture.toml')['telling']['verbs'])})\b")


def match_edges(lines: Sequence[Line], found: Mapping[int, object], zones: Zones) -> dict[int, Rule]:
    """The lines that are furniture in the head or the tail; items of a list that a line announces are its content."""
    announced = _find_announced(lines)
    edges = (at for at in range(len(lines)) if at in zones and at not in found and at not in announced)
    matched = ((at, match_rule(lines[at], "edge")) for at in edges)
    return {at: rule for at, rule in matched if rule}


def _find_announced(lines: Sequence[Line]) -> set[int]:
    announced: set[int] = set()
    for at in range(1, len(lines)):
        if lines[at].bulleted and (at - 1 in announced or (lines[at - 1].text[-1] == ":" and not lines[at - 1].bulleted)):
            announced.add(at)
    return announced


def find_parts(lines: Sequence[Line], head: int) -> Iterator[Mark]:
    """The furniture at the start or the end of lines that are otherwise content; `head` is the position where the body begins."""
    for at, line in enumerate(lines):
        end = _find_bracket(line) or _find_end(line)
        if end:
            yield end
        if at <= head:
            yield from _find_starts(line)


def _find_starts(line: Line) -> Iterator[Mark]:
    for rule in load_rules("start", "head"):
        if match := rule.match(line.flat, line.flat.lower()):
            yield Mark(line.start, line.start + match.end(), rule.kind)


def _find_bracket(line: Line) -> Mark | None:
    """A credit in the bracket that closes a line."""
    if line.flat.rstrip(".")[-1:] not in (")", "]"):
        return None
    at = max(line.flat.rfind("("), line.flat.rfind("["))
    inside = line.flat[max(at, 0) :]
    rule = next((rule for rule in load_rules("bracket") if at > 0 and rule.match(inside, inside.lower())), None)
    return Mark(line.start + at, line.end, rule.kind) if rule else None


def _find_end(line: Line) -> Mark | None:
    """A credit in the last characters of a line, of which it never takes all."""
    at = max(1, len(line.flat) - LONGEST_END)
    found = ((rule, rule.search(line.flat, at)) for rule in load_rules("end"))
    return next((Mark(line.start + match.start(), line.end, rule.kind) for rule, match in found if match), None)
