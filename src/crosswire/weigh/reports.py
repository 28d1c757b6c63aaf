"""Where an article has something from another outlet's report, and which of its words those are."""

import re
from collections.abc import Iterator, Mapping, Sequence

from crosswire.model import Article, Quote, Sheet, Span
from crosswire.weigh.credits import find_sentences, is_furniture
from crosswire.weigh.press import Press, squeeze

WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w))*"
NAME = rf"({WORD}(?: (?:of|and|the|for|{WORD})){{0,5}})"
HEARD = re.compile(rf"\b(?i:(?:told|according to|(?:reported|quoted|cited) by|interview (?:with|to)|statement to)) (?:[Tt]he )?{NAME}")
TELLING = re.compile(rf"\b{NAME} (?:has |had |first )?(?:reported|reports?|revealed|says?|said|quoted|cited|interview|investigation)\b")


class Outlets:
    """The outlets that a story's articles may name: those that are known, and those that published one of its articles."""

    def __init__(self, articles: Sequence[Article], press: Press) -> None:
        self._press = press
        told = {article.id: press.name_outlet(article) for article in articles}
        self.publishers: Mapping[str, str] = {article: name for article, name in told.items() if name}
        self._own = {squeeze(name): name for name in sorted(set(self.publishers.values()))}

    def find(self, name: str | None) -> str | None:
        """The outlet that a name means; None for an agency, and for what is no outlet's name."""
        if not name or self._press.find_agency(name):
            return None
        return self._own.get(squeeze(name)) or self._press.find_outlet(name)

    def find_reports(self, sheet: Sheet, quotes: Sequence[Quote]) -> Iterator[tuple[str, Span]]:
        """Each other outlet that an article credits, with what was told to it and the sentences that credit it."""
        own = self.publishers.get(sheet.article.id)
        for quote in quotes:
            if (outlet := self.find(quote.told_to)) and outlet != own:
                yield outlet, quote.content
        found = [(outlet, match) for outlet, match in self._list_credits(sheet) if outlet != own]
        yield from find_sentences(sheet, found)

    def _list_credits(self, sheet: Sheet) -> Iterator[tuple[str, re.Match[str]]]:
        for pattern, first in ((HEARD, True), (TELLING, False)):
            for match in pattern.finditer(sheet.article.text):
                words = match[1].removesuffix("’s").removesuffix("'s").split()
                cuts = range(len(words), 0, -1)
                names = (" ".join(words[:cut] if first else words[-cut:]) for cut in cuts)
                if (outlet := next(filter(None, map(self.find, names)), None)) and not is_furniture(sheet, match):
                    yield outlet, match
