"""The contents that PolNeAR's annotators marked, cut and joined as shared/measure/score_quotes.py does."""

import re
from collections.abc import Iterable
from pathlib import Path

Stretch = tuple[int, int]

EDGES = frozenset("“”„〝〞\"'‘’`,.;:!?…")
# "_1a2b.ann": the annotator behind a text's name.
ANNOTATOR = re.compile(r"_[0-9a-f]{4}\.ann$")


def read_contents(shared: Path, split: str) -> dict[str, list[Stretch]]:
    """For each text the fragments of all contents that its first annotator marked."""
    folder, found = shared / "data" / "polnear" / split, dict[str, list[Stretch]]()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = ANNOTATOR.sub("", path.name)
        if name not in found:
            text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
            found[name] = list(_read_fragments(path.read_bytes().decode("utf-8"), text))
    return found


def trim(text: str, stretch: Stretch) -> Stretch:
    """A stretch without white space, quotation marks and stops at its ends."""
    start, end = stretch
    while start < end and (text[start].isspace() or text[start] in EDGES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in EDGES):
        end -= 1
    return start, end


def _read_fragments(notes: str, text: str) -> Iterable[Stretch]:
    lines = [line.split("\t") for line in notes.split("\n")]
    marked = {line[0]: line[1].partition(" ")[2] for line in lines if re.fullmatch(r"T\d+", line[0])}
    for line in lines:
        if re.fullmatch(r"E\d+", line[0]):
            roles = [role.split(":") for role in line[1].split()]
            named = [marked[word] for role, word in roles if role.rstrip("0123456789") == "Content"]
            fragments = [tuple(map(int, part.split())) for words in named for part in words.split(";")]
            yield from _join(text, sorted((start, end) for start, end in fragments))


def _join(text: str, fragments: list[Stretch]) -> Iterable[Stretch]:
    """Fragments with nothing but white space between them as one."""
    joined: list[Stretch] = []
    for start, end in fragments:
        if joined and (start <= joined[-1][1] or not text[joined[-1][1] : start].strip()):
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
