"""A page's text as one string: every word of its body in order, and the blocks it falls into."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from crosswire.errors import InputError
from crosswire.model import Mark
from crosswire.read.lists import load_words

# White space as HTML collapses it; a no-break space is a character like any other.
SPACES = re.compile(r"[ \t\n\r\f]+")
# Pages of articles have up to some 20,000; the time that extraction takes grows with the square.
MOST_ELEMENTS = 100_000
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text without a break in it: offsets in the page's text, the element it begins in, how many characters are links."""

    start: int
    end: int
    element: Any
    linked: int

    def lies_in(self, *tags: str) -> bool:
        """Whether the block lies in an element of one of these names."""
        return any(element.tag in tags for element in self.ancestors())

    def ancestors(self) -> Iterator[Any]:
        """The elements around the block, innermost first."""
        yield self.element
        yield from self.element.iterancestors()


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page's body, furniture included, and its blocks in order; `tree` is the parsed page."""

    text: str
    blocks: tuple[Block, ...]
    tree: Any
    cut: bool = False

    def words(self, block: Block) -> str:
        """The text of a block."""
        return self.text[block.start : block.end]


@dataclass(slots=True)
class _Writer:
    """Text under construction: words are added, breaks wait until more words come."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0
    gap: int = 0
    space: bool = False
    start: int = 0
    linked: int = 0
    element: Any = None

    def write(self, text: str, element: Any, linked: bool) -> None:
        """Adds inline text; white space between words becomes one space."""
        words = SPACES.sub(" ", text)
        if self.element is None:
            words = words.lstrip(" ")
        if not words:
            return
        if self.element is None:
            self._append("\n" * self.gap if self.blocks else "")
            self.start, self.element, self.linked, self.gap, self.space = self.length, element, 0, 0, False
        body = words.strip(" ")
        if (self.space or words[0] == " ") and body:
            self._append(" ")
            self.space = False
        self._append(body)
        self.linked += len(body) if linked else 0
        self.space = self.space or words[-1] == " "

    def write_lines(self, text: str, element: Any, linked: bool) -> None:
        """Adds preformatted text: each of its lines is a block."""
        for number, line in enumerate(re.split(r"\r\n|\r|\n", text)):
            if number:
                self.end_block(1)
            self.write(line, element, linked)

    def end_block(self, gap: int) -> None:
        """Ends the block at hand; the widest gap asked for between two blocks is the one written."""
        if self.element is not None:
            self.blocks.append(Block(self.start, self.length, self.element, self.linked))
            self.element = None
        self.gap = max(self.gap, gap)

    def _append(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)


def read_page(markup: str) -> PageText:
    """The text of a whole page. Raises InputError where there is no element in it, or too many."""
    # Elements nested deeper than 2048 are cut off by the parser, which says so; without `huge_tree` it is 256.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=False)
    try:
        tree = document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise InputError("holds no web page: give the page's whole HTML.") from error
    if sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise InputError(f"holds more than {MOST_ELEMENTS:,} elements: save the article's own page, or its text as .txt.")
    body = tree.find("body")
    cut = any("xcessive depth" in entry.message for entry in parser.error_log)
    return _collect(tree if body is None else body, tree, cut)


def read_fragment(markup: str) -> PageText:
    """The text of a piece of HTML, as JSON formats hold it. Raises InputError where there is none."""
    return read_page(f"<html><body>{markup}</body></html>")


def find_captions(page: PageText) -> tuple[Mark, ...]:
    """The captions of a page's pictures, by their elements."""
    return tuple(Mark(block.start, block.end, "caption") for block in page.blocks if is_caption(block))


def is_caption(block: Block) -> bool:
    """Whether a block is a picture's caption: in a figcaption, or of a class that says so."""
    wanted = load_words("tags.toml", "captions")
    for element in block.ancestors():
        if element.tag == "figcaption":
            return True
        if element.tag not in ("body", "article", "main", "section") and any(name.casefold() in wanted for name in class_names(element)):
            return True
    return False


def is_post(block: Block) -> bool:
    """Whether a block lies in an embedded post, by the class its platform's embedding code writes."""
    wanted = tuple(sorted(load_words("tags.toml", "posts")))
    return any(name.startswith(wanted) for element in block.ancestors() for name in class_names(element))


def class_names(element: Any) -> list[str]:
    """The class names of an element."""
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _collect(body: Any, tree: Any, cut: bool) -> PageText:
    """Walks the body without recursion: an element's text at its start, its tail at its end."""
    writer, depth, pre, links = _Writer(), 0, 0, 0
    for event, element in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        skipped = tag in load_words("tags.toml", "skip")
        step = 1 if event == "start" else -1 if event == "end" else 0
        if step < 0:
            depth, pre, links = depth - skipped, pre - (tag == "pre"), links - (tag == "a")
        if step and not depth and (gap := _find_gap(tag)):
            writer.end_block(gap)
        if step > 0:
            depth, pre, links = depth + skipped, pre + (tag == "pre"), links + (tag == "a")
        text = element.text if step > 0 else element.tail if element is not body else None
        if text and not depth:
            home = element if step > 0 else element.getparent()
            (writer.write_lines if pre else writer.write)(text, home, links > 0)
    writer.end_block(0)
    return PageText("".join(writer.pieces), tuple(writer.blocks), tree, cut)


def _find_gap(tag: str) -> int:
    """Line feeds around an element: two for a paragraph, one for a line, none for inline ones."""
    if tag in load_words("tags.toml", "paragraph"):
        return 2
    return 1 if tag in load_words("tags.toml", "line") else 0
