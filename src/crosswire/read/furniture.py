"""Which blocks of a page are the article, and which are captions and furniture around it."""

import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import trafilatura

from crosswire.model import Mark, merge_marks
from crosswire.read.blocks import HEADINGS, Block, PageText, class_names, is_caption, is_post

# A longer block is the article's where most of its word triples are in the extraction; a shorter one must be a whole line of it.
SHORT, SHARED = 6, 0.6
# Less than this share of the running text, and the extraction is doubted.
MOST = 0.5
# An article has at least so many words outside links and headings.
FEWEST_WORDS = 12

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What trafilatura holds to be the article: its lines and its word triples, normalised."""

    lines: frozenset[str]
    triples: frozenset[tuple[str, ...]]

    def has(self, text: str) -> bool:
        """Whether a block's text is part of the extraction."""
        words = normalise(text)
        if len(words) < SHORT:
            return " ".join(words) in self.lines
        triples = list(_triples(words))
        return sum(triple in self.triples for triple in triples) >= SHARED * len(triples)


def mark_furniture(page: PageText, markup: str, title: str | None) -> tuple[Mark, ...]:
    """Marks for all that is not the article: "caption" for captions, "widget" for the rest; none for titles and embedded posts."""
    found = find_content(page, markup)
    first, last = min(found, default=0), max(found, default=0)
    kept = found | _find_titles(page, title)
    marks: list[Mark] = []
    inside = False
    for block in page.blocks:
        # A post stands between the article's paragraphs, or right behind the last.
        inside = block.start in kept or (is_post(block) and (inside or first <= block.start <= last))
        if is_caption(block):
            marks.append(Mark(block.start, block.end, "caption"))
        elif not inside:
            marks.append(Mark(block.start, block.end, "widget"))
    return merge_marks(marks)


def find_content(page: PageText, markup: str) -> frozenset[int]:
    """Where the blocks of the article begin: those in trafilatura's extraction, and paragraphs that stand like them.

    The extraction that favours precision is taken, unless it has missed most of the page's running text and the default one has more.
    """
    kept = _match(page, extract(markup, precise=True))
    if _count_running(page, kept) < MOST * _count_running(page, None):
        kept = max(kept, _match(page, extract(markup, precise=False)), key=lambda starts: _count_running(page, starts))
    return kept


def has_article(page: PageText, marks: Sequence[Mark]) -> bool:
    """Whether enough running text is left outside marks, links and headings."""
    marked = {mark.start for mark in marks}
    kept = (block for block in page.blocks if block.start not in marked and not block.lies_in(*HEADINGS))
    return sum(_count_words(page, block) for block in kept) >= FEWEST_WORDS


def extract(markup: str, precise: bool) -> Extraction:
    """The article by trafilatura, comments left out (Barbaresi, ACL 2021 demos); empty where it finds none."""
    try:
        text = trafilatura.extract(markup, include_comments=False, include_tables=True, favor_precision=precise) or ""
    except Exception:  # whatever hostile markup makes the library raise, the page then has no article
        text = ""
    lines = [normalise(line) for line in text.splitlines()]
    triples = frozenset(triple for words in (*lines, [word for line in lines for word in line]) for triple in _triples(words))
    return Extraction(frozenset(" ".join(words) for words in lines if words), triples)


def normalise(text: str) -> list[str]:
    """The words of a text in one case and one form of each character."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def _match(page: PageText, extraction: Extraction) -> frozenset[int]:
    """The blocks in the extraction, and the paragraphs beside them or in another container of the same class."""
    found = [block for block in page.blocks if not is_caption(block) and extraction.has(page.words(block))]
    homes = {home for block in found if _count_words(page, block) >= SHORT and (home := _find_home(block))}
    beside = [block for block in page.blocks if _count_words(page, block) >= SHORT and _find_home(block) in homes and not is_caption(block)]
    return frozenset(block.start for block in [*found, *beside])


def _find_home(block: Block) -> tuple[str, str] | None:
    """The element and class around the block's paragraph, where it is one and its container has a class."""
    paragraph = next((element for element in block.ancestors() if element.tag == "p"), None)
    parent = None if paragraph is None else paragraph.getparent()
    if parent is None or block.lies_in("aside", "footer", "nav", "form"):
        return None
    names = " ".join(sorted(class_names(parent)))
    return (parent.tag, names) if names else None


def _find_titles(page: PageText, title: str | None) -> frozenset[int]:
    """Where the headline begins: the first heading of the title's words or of a part of them, else the only first-level heading."""
    wanted = normalise(title or "")
    headings = [(block, normalise(page.words(block))) for block in page.blocks if block.lies_in(*HEADINGS)]
    first_level = [block for block, _ in headings if block.lies_in("h1")]
    named = [block for block, words in headings if words == wanted] or [block for block, words in headings if _overlap(words, wanted)]
    return frozenset(block.start for block in (named[:1] or (first_level if len(first_level) == 1 else [])))


def _overlap(words: list[str], title: list[str]) -> bool:
    """Whether one is a part of the other, three words at least: titles carry the outlet's name, headings a section's."""
    short, long = sorted((words, title), key=len)
    return len(short) >= 3 and f" {' '.join(short)} " in f" {' '.join(long)} "


def _count_running(page: PageText, starts: frozenset[int] | None) -> int:
    """Words in paragraphs of some length that are mostly no links, of these blocks or of all."""
    blocks = [block for block in page.blocks if (starts is None or block.start in starts) and block.lies_in("p")]
    return sum(count for block in blocks if (count := _count_words(page, block)) > 2 * SHORT)


def _count_words(page: PageText, block: Block) -> int:
    words = len(page.words(block).split())
    return words if block.linked * 2 < block.end - block.start else 0


def _triples(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(words, words[1:], words[2:], strict=False)
