"""Where an article has something from another outlet's report, and which of its words those are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosswire.model import Article, Quote, Sheet, Span, read_words
from crosswire.weigh.credits import find_sentences, is_furniture
from crosswire.weigh.press import Press, squeeze

WORD = r"[A-Z](?:[\w&’'-]|\.(?=\w)){0,40}"
NAME = rf"({WORD}(?: (?:of|and|the|for|{WORD})){{0,5}})"
HEARD = r"(?i:(?:told|according to|(?:reported|quoted|cited) by|(?:interview|gave) (?:with|to)|statement to))"
TELLING = r"(?:has |had |first )?(?:reported|reports?|revealed|says?|said|quoted|cited|claimed|interview|investigation)"


@cache
def _compile() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Credits that name an outlet after them, and before them: the words it is called by, and its name."""
    noun = "|".join(sorted(read_words("weigh", "outlet_nouns")))
    before = rf"(?:[Tt]he |[Aa] )?(?:(?:[\w-]+ ){{0,3}}({noun}) )?"
    after = rf"(?: ({noun}))?"
    return re.compile(rf"\b{HEARD} {before}{NAME}"), re.compile(rf"\b(?:({noun}) )?{NAME}{after} {TELLING}\b")


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
        found = [(outlet, match) for outlet, match in self._list_credits(sheet) if outlet != own and not is_furniture(sheet, match)]
        yield from find_sentences(sheet, found)

    def _list_credits(self, sheet: Sheet) -> Iterator[tuple[str, re.Match[str]]]:
        heard, telling = _compile()
        for match in heard.finditer(sheet.article.text):
            words = match[2].split()
            if outlet := self._choose([words[:cut] for cut in range(len(words), 0, -1)], called=bool(match[1])):
                yield outlet, match
        for match in telling.finditer(sheet.article.text):
            words = match[2].split()
            if outlet := self._choose([words[cut:] for cut in range(len(words))], called=bool(match[1] or match[3])):
                yield outlet, match

    def _choose(self, names: Sequence[Sequence[str]], called: bool) -> str | None:
        """The first name that an outlet is known by; where the words call it one ("the newspaper …"), the longest."""
        told = [" ".join(name).removesuffix("’s").removesuffix("'s") for name in names]
        unknown = told[0] if called and not self._press.find_agency(told[0]) else None
        return next(filter(None, map(self.find, told)), None) or unknown
