"""Who holds which office, as an article says by a title beside a name."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from crosswire.extract.claims.titles import Title, find_title, read_title
from crosswire.model import LocalName, OfficeMention, QuoteMention, Reading, Span, read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "PART", "ADV", "X", "ADP", "VERB"})
MARKS = frozenset('"“”‘‹›«»')
STOPS = frozenset(",.;:—–()")
CLOSERS = frozenset(",.;:—–)?!")
# The words right before a name that may be a title, the hyphens and marks within it counted in.
TITLE = 6
# A role has no more words than this before or after the name.
LONGEST = 9


def find_offices(reading: Reading, names: Sequence[LocalName], quotes: Sequence[QuoteMention]) -> tuple[OfficeMention, ...]:
    """The offices that an article gives to people, in the order of the text; each with how the bearer stands to it.

    Only offices that one person at a time holds are read. What stands in a quotation is its speaker's to say.
    """
    nations = {i: f"={code}" for start, end, code in reading.nations for i in (t.i for t in reading.tokens(start, end))}
    quoted = sorted((quote.span.start, quote.span.end) for quote in quotes if quote.kind != "indirect")
    found = set()
    for position, name in enumerate(names):
        for mention in name.mentions if name.kind == "person" else ():
            for title, span in _read_titles(reading, mention, nations):
                standing = _settle(reading, title, span, quoted)
                found.add(OfficeMention(span, title.office, title.scope, position, standing))
    return tuple(sorted(found, key=lambda one: (one.span, one.office)))


def _read_titles(reading: Reading, mention: Span, nations: dict[int, str]) -> Iterator[tuple[Title, Span]]:
    tokens = reading.tokens(mention.start, mention.end)
    if not tokens:
        return
    doc, start, end = reading.doc, _skip_ranks(reading.doc, tokens[0].i), tokens[-1].i + 1
    readers = (_read_before, _read_named, _read_beside, _read_after, _read_equated)
    for title in (read(doc, start, end, nations) for read in readers):
        if title is not None:
            first = min(mention.start, title.words[0].idx)
            last = max(mention.end, title.words[-1].idx + len(title.words[-1]))
            yield title, reading.span(first, last)


def _skip_ranks(doc: "Doc", start: int) -> int:
    """Where a name begins with the rank before it ("the minister, General Ana Ruiz")."""
    first = start
    while first > 0 and doc[first - 1].lower_.rstrip(".") in read_words("extract", "ranks"):
        first -= 1
    return first if first > 0 and doc[first - 1].text == "," else start


def _read_before(doc: "Doc", start: int, end: int, nations: dict[int, str]) -> Title | None:
    """The title right before a name ("US President Ana Ruiz"), with the place that may follow ("Gov. Ana Ruiz of Texas")."""
    near = [token for token in doc[max(0, start - TITLE) : start] if token.text not in MARKS and token.text != "-"]
    found = find_title(near)
    if found is None or found[1] != len(near) or any(token.is_space for token in near[found[0] :]):
        return None
    title = near[found[0] :]
    first = title[0].i
    while first > 0 and start - first < LONGEST and _belongs(doc[first - 1], end):
        first -= 1
    before = [token for token in doc[first : title[0].i] if token.text not in MARKS and token.text != "-"]
    if (first > 0 and doc[first - 1].lower_ in ("a", "an", "any", "another")) or _is_joined(doc, first):
        return None
    return read_title(before, title, _follow_of(doc, end), nations)


def _belongs(token: "Token", end: int) -> bool:
    """Whether a token may modify a name that ends before `end`: it hangs on a later word of the same phrase."""
    if token.text in MARKS or token.text == "-" or token.tag_ == "POS":
        return True
    return token.pos_ in MODIFIERS and not token.is_space and token.i < token.head.i < end


def _is_joined(doc: "Doc", first: int) -> bool:
    """Whether the title shares its modifiers with one before it ("president and foreign minister")."""
    return first > 0 and doc[first - 1].lower_ in ("and", "or", "&")


def _follow_of(doc: "Doc", end: int) -> "list[Token]":
    """The name after "of": "of Texas", "of the European Commission"."""
    if end + 1 >= len(doc) or doc[end].lower_ != "of":
        return []
    rest = doc[end + 1 : end + 1 + LONGEST]
    start = 1 if rest[0].lower_ == "the" else 0
    return list(takewhile(lambda token: token.pos_ == "PROPN" and not token.is_space, rest[start:]))


def _read_named(doc: "Doc", start: int, end: int, nations: dict[int, str]) -> Title | None:
    """A title with whose it is right before a name ("President of Peru Ana Ruiz")."""
    first = start
    while first > 0 and start - first < TITLE and doc[first - 1].pos_ == "PROPN" and not doc[first - 1].is_space:
        first -= 1
    if first == start or first < 2 or doc[first - 1].lower_ not in ("of", "the"):
        return None
    of = first - 1 if doc[first - 1].lower_ == "of" else first - 2
    near = list(doc[max(0, of - TITLE) : of])
    found = find_title(near) if doc[of].lower_ == "of" else None
    if found is None or found[1] != len(near) or (found[0] and near[found[0] - 1].lower_ in ("a", "an", "any")):
        return None
    before = [near[found[0] - 1]] if found[0] and near[found[0] - 1].pos_ in ("ADJ", "ADV") else []
    return read_title(before, near[found[0] :], doc[first:start], nations)


def _read_equated(doc: "Doc", start: int, end: int, nations: dict[int, str]) -> Title | None:
    """The title that somebody is said to be ("Ana Ruiz is the president of Peru")."""
    if end + 2 >= len(doc) or doc[end].lower_ != "is" or doc[end + 1].lower_ != "the":
        return None
    words = list(takewhile(_is_apposed, doc[end + 1 : end + 1 + LONGEST + 6]))
    conditional = any(t.lower_ in ("if", "whether", "that", "not") for t in doc[doc[start].sent.start : end])
    stop = words[-1].i + 1 if words else len(doc)
    return None if conditional or stop >= len(doc) or doc[stop].text not in CLOSERS else _read_phrase(words, nations)


def _read_beside(doc: "Doc", start: int, end: int, nations: dict[int, str]) -> Title | None:
    """The title to which a name is set in apposition ("the Peruvian president, Ana Ruiz,")."""
    tokens = doc[start:end]
    root = next((token for token in tokens if token.head not in tokens), tokens[-1])
    head = root.head
    if root.dep_ != "appos" or head.i >= tokens[0].i or tokens[0].nbor(-1).text != "," or tokens[0].i - head.i > LONGEST:
        return None
    words = [t for t in head.doc[head.left_edge.i : tokens[0].i - 1] if not t.is_space]
    return _read_phrase(words, nations)


def _read_after(doc: "Doc", start: int, end: int, nations: dict[int, str]) -> Title | None:
    """The apposition after a name up to the next mark ("Ana Ruiz, president of Peru,")."""
    if end + 1 >= len(doc) or doc[end].text not in (",", "("):
        return None
    words = list(takewhile(_is_apposed, doc[end + 1 : end + 1 + LONGEST + 6]))
    stop = words[-1].i + 1 if words else len(doc)
    if stop >= len(doc) or doc[stop].text not in CLOSERS:
        return None
    return _read_phrase(words, nations)


def _is_apposed(token: "Token") -> bool:
    return token.text not in STOPS and not token.is_space and (token.pos_ not in ("VERB", "AUX", "SCONJ") or token.tag_ == "VBN")


def _read_phrase(words: "Sequence[Token]", nations: dict[int, str]) -> Title | None:
    """A noun phrase that is a title alone: modifiers, the title, and for whom after "of", "for" or "at"; "a governor" is anybody."""
    if words and words[0].pos_ == "DET":
        if words[0].lower_ != "the":
            return None
        words = words[1:]
    cut = next((i for i, t in enumerate(words) if t.lower_ in ("of", "for", "at") and find_title(words[:i])), len(words))
    whole = find_title(words)
    if whole is not None and whole[1] > cut:
        cut = whole[1]
    found = find_title(words[:cut])
    after = words[cut + 1 :]
    if (
        found is None
        or found[1] != cut
        or any(t.pos_ in ("PRON", "CCONJ", "VERB") or t.text in MARKS for t in (*words[: found[0]], *after))
    ):
        return None
    return read_title(words[: found[0]], words[found[0] : found[1]], after, nations)


def _settle(reading: Reading, title: Title, span: Span, quoted: Sequence[tuple[int, int]]) -> str:
    """How the bearer stands to the office: as the title's own words say, else "said", "doubted" or "past" for what surrounds it."""
    text = reading.article.text
    if title.standing != "held":
        return title.standing
    if any(start <= span.start and span.end <= end for start, end in quoted):
        return "said"
    first, last = title.words[0].idx, title.words[-1].idx + len(title.words[-1])
    if MARKS & set(text[max(0, first - 1) : last + 2]):
        return "doubted"
    return "past" if _is_past(reading, title.words[0]) else "held"


def _is_past(reading: Reading, token: "Token") -> bool:
    """Whether the sentence tells of another time: another year is named in it, or a time long ago."""
    day = reading.article.day
    for word in token.sent:
        if word.shape_ == "dddd" and word.text[:2] in ("18", "19", "20") and (day is None or int(word.text) != day.year):
            return True
        if word.lower_ in read_words("extract", "long_ago"):
            return True
    return False
