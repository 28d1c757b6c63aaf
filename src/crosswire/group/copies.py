"""Articles printed from one text, and passages that two articles share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from crosswire.group.contents import Word, read_own_words
from crosswire.group.passages import Codes, Passage, encode_words, find_passages
from crosswire.group.stories import Group
from crosswire.model import Sheet, Span

CopyKind = Literal["same text", "shared passage"]
SAME = 0.7  # share of the shorter's own words that makes two articles one text
EDITED = 0.3  # share from which it is worth looking for a light edit between the shared passages
LONGEST = 20_000  # words; the table behind the comparison grows with the square
KEPT = 4  # words in a row that must stay for an edited text to count as kept there


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """Two articles with words in common that neither took from a speaker.

    `articles` are two ids in order; `spans` are the passages, the words in the first and the same words in the second;
    `share` is how much of the shorter article's own words they hold, from 0 to 1.
    """

    articles: tuple[str, str]
    kind: CopyKind
    spans: tuple[tuple[Span, Span], ...]
    share: float
    why: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two articles that are laid beside each other: its own words, and the same as numbers."""

    sheet: Sheet
    words: Sequence[Word]
    codes: Codes

    def span(self, first: int, length: int) -> Span:
        """The text from one word to another, quotations in between included."""
        return self.sheet.article.span(self.words[first].start, self.words[first + length - 1].end)


def find_copies(sheets: Sequence[Sheet], groups: Sequence[Group] = ()) -> list[Copy]:
    """Every two articles of a story that share twelve words or more in a row, sorted by their ids; without `groups` all are one story.

    Words inside quotation marks are left out, for two outlets may both have them from the speaker; so is what is not content. A passage
    may run over a quotation that stands in it. "same text": passages hold 0.7 of the shorter's words, or 0.7 is kept in the
    same order in stretches of four words and more (a light edit); else "shared passage". A line that three stories carry is the outlet's
    or the agency's standing line and does not count. Where one passage is in more than 64 articles, each is compared with the first
    of them alone.
    """
    ordered = sorted(sheets, key=lambda sheet: (sheet.article.id, sheet.article.sha256))
    story_of = {article: story for story, group in enumerate(groups, 1) for article in group.articles}
    texts = [encode_words([word.text for word in read_own_words(sheet)]) for sheet in ordered]
    found = find_passages(texts, [story_of.get(sheet.article.id, 0) for sheet in ordered])
    sides = {i: Side(ordered[i], read_own_words(ordered[i]), texts[i]) for i in sorted({i for pair in found for i in pair})}
    return sorted(_judge(sides[one], sides[other], passages) for (one, other), passages in found.items())


def _judge(one: Side, other: Side, passages: Sequence[Passage]) -> Copy:
    shorter = min(len(one.words), len(other.words))
    share = _count_words(passages) / shorter
    kept = _find_kept(one.codes, other.codes) if EDITED <= share < SAME else []
    edited = _count_words(kept) / shorter >= SAME
    passages, share = (kept, _count_words(kept) / shorter) if edited else (passages, share)
    kind: CopyKind = "same text" if share >= SAME else "shared passage"
    spans = tuple((one.span(p.first, p.length), other.span(p.second, p.length)) for p in sorted(passages))
    return Copy((one.sheet.article.id, other.sheet.article.id), kind, spans, round(share, 3), _explain(passages, share, edited))


def _find_kept(one: Codes, other: Codes) -> list[Passage]:
    """What two texts keep in the same order, by the longest common subsequence, in stretches of four words and more."""
    if max(len(one), len(other)) > LONGEST:
        return []
    blocks = LCSseq.opcodes(one.tolist(), other.tolist()).as_matching_blocks()
    return [Passage(block.a, block.b, block.size) for block in blocks if block.size >= KEPT]


def _count_words(passages: Sequence[Passage]) -> int:
    """How many words of the article in which they cover less the passages hold; one held twice counts once."""
    firsts = {p.first + i for p in passages for i in range(p.length)}
    seconds = {p.second + i for p in passages for i in range(p.length)}
    return min(len(firsts), len(seconds))


def _explain(passages: Sequence[Passage], share: float, edited: bool) -> str:
    longest = max(p.length for p in passages)
    amount = f"{share:.0%} of the shorter article's own words"
    if edited:
        return f"Lightly edited: {amount} are kept in the same order, quotations left out; up to {longest} in a row."
    told = "one passage" if len(passages) == 1 else f"{len(passages)} passages"
    return f"They share {told} of up to {longest} words in a row, quotations left out: {amount}."
