"""Whether an article says that a speaker's words are a translation."""

import re
from collections.abc import Mapping
from functools import cache

from crosswire.align.sentences import Sentence
from crosswire.align.units import Unit
from crosswire.model import Article, read_words

# So many characters either side of the words are looked at, and no further than the paragraph.
AROUND = 120


@cache
def _pattern() -> re.Pattern[str]:
    named = "|".join(sorted(read_words("align", "languages")))
    return re.compile(rf"\b(?:in|from) (?:{named})\b|\b(?:translat\w+|interpreter)\b")


def is_translated(sentence: Sentence, articles: Mapping[str, Article]) -> bool:
    """Whether an article that carries a sentence says beside it that it was said in another language than English."""
    return any(_says_so(unit, articles[unit.quote.article].text) for unit in sentence.units)


def _says_so(unit: Unit, text: str) -> bool:
    content = unit.quote.content
    before = text[max(0, content.start - AROUND) : content.start].rpartition("\n")[2]
    after = text[content.end : content.end + AROUND].partition("\n")[0]
    return any(_pattern().search(words) for words in (before, after))
