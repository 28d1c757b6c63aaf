"""Where an article credits a news agency, and which of its words rest on it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from crosswire.model import Quote, Sheet, Span
from crosswire.weigh.press import Press

# A credit this near the beginning or the end of the text, in characters, covers the whole article.
HEAD, TAIL = 600, 120
RIGHTS = 400  # characters before the end in which an agency may reserve its rights in the text
SENTENCE_END = re.compile(r"(?<![A-Z]\.)(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(]*[A-Z0-9])|\n+")


def find_credits(sheet: Sheet, quotes: Sequence[Quote], claims: Sequence[Span], press: Press) -> Iterator[tuple[str, Span]]:
    """Each agency an article rests on, with the words that do.

    A quotation told to an agency rests on it, and the sentence that credits one. An article that is an agency's as a whole rests on
    it with all it claims: `claims` are those words, which stand for the text.
    """
    for quote in quotes:
        if agency := press.find_agency(quote.told_to):
            yield agency, quote.content
    yield from _find_inline(sheet, press)
    for agency, credit in find_whole(sheet, press):
        yield from ((agency, span) for span in (*credit, *claims))


def _find_inline(sheet: Sheet, press: Press) -> Iterator[tuple[str, Span]]:
    found = [match for match in _compile_inline(press).finditer(sheet.article.text) if not is_furniture(sheet, match)]
    yield from find_sentences(sheet, [(press.find_listed(_read_form(match)), match) for match in found])


def find_sentences(sheet: Sheet, credits: Sequence[tuple[str, re.Match[str]]]) -> Iterator[tuple[str, Span]]:
    """Each source with the sentences in which it is credited, by name."""
    text, end = sheet.article.text, len(sheet.article.text.rstrip())
    breaks = [(gap.start(), gap.end()) for gap in SENTENCE_END.finditer(text)] if credits else []
    sentences = {(source, _find_sentence(match, breaks, end)) for source, match in credits}
    yield from ((source, sheet.article.span(*sentence)) for source, sentence in sorted(sentences))


def find_whole(sheet: Sheet, press: Press) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The agencies that a whole article is credited to, each with the words of the credit where these stand in the text."""
    article = sheet.article
    for name in (article.outlet, article.byline):
        if agency := press.find_agency(re.sub(r"^[Bb]y ", "", name or "")):
            yield agency, ()
    end = len(article.text.rstrip())
    head, tail, rights = _compile_whole(press)
    for match in (*head.finditer(article.text, 0, HEAD), *tail.finditer(article.text, max(0, end - TAIL), end)):
        if not is_furniture(sheet, match):
            yield press.find_listed(_read_form(match)), (article.span(match.start(), match.end()),)
    for match in rights.finditer(article.text, max(0, end - RIGHTS)):  # furniture or not: it says whose the text is
        yield press.find_listed(_read_form(match)), ()


def _read_form(match: re.Match[str]) -> str:
    return next(form for form in match.groups() if form)


def is_furniture(sheet: Sheet, match: re.Match[str]) -> bool:
    """Whether a credit belongs to the page, to a picture say; a byline that is marked is the article's own."""
    return any(n.start < match.end() and match.start() < n.end for n in sheet.not_content if n.kind != "byline")


@cache
def _compile_whole(press: Press) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Credits of whole articles: in brackets after a dateline or on a line of their own; in brackets at the end; and reserved rights."""
    sure, every = _alternate(press.forms), _alternate([*press.forms, *press.doubtful_forms])
    listed = rf"^.{{0,80}}?\(({every})\)\s*[-–—]"
    other = r"^[A-Z][A-Z .’'-]+(?:, ?[^\n()]{1,40})?\(([A-Z][\w&.’' -]{1,40})\)\s*[-–—]"
    rights = rf"(?:Copyright|©|\([Cc]\))(?: ©)?,? ?(?:\d{{4}},? )?(?:by )?(?:[Tt]he )?({sure})\b"
    dated = rf"\b({sure}),? \w+day,? \d{{1,2}} [A-Z]\w{{2,8}} \d{{4}}"  # "Reuters, Monday 5 May 2031" is a byline
    head = rf"{listed}|{other}|{dated}|^(?:By |Source: ?)?({sure})\s*$"
    return re.compile(head, re.MULTILINE), re.compile(rf"\(({every})\)\s*$"), re.compile(rights)


@cache
def _compile_inline(press: Press) -> re.Pattern[str]:
    """Credits of a sentence: "told AFP", "AFP reported"; a doubtful name only where it is called an agency."""
    named = rf"(?:{_alternate(press.forms)}|(?:{_alternate(press.doubtful_forms)})(?= news agency))"
    heard = rf"\b(?i:told|according to|reported by|quoted by|cited by) (?:the )?({named})\b"
    return re.compile(rf"{heard}|\b({named})(?: news agency)? (?:reported|reports|said|quoted|cited)\b")


def _alternate(forms: Sequence[str]) -> str:
    return "|".join(re.escape(form) for form in forms)


def _find_sentence(match: re.Match[str], breaks: Sequence[tuple[int, int]], end: int) -> tuple[int, int]:
    """The sentence around some words: `breaks` are the gaps between sentences, `end` where the last one ends."""
    after = bisect_right(breaks, match.start(), key=lambda gap: gap[0])
    last = bisect_left(breaks, match.end(), key=lambda gap: gap[0])
    return breaks[after - 1][1] if after else 0, breaks[last][0] if last < len(breaks) else end
