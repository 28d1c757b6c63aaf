"""Words that only a name and a colon attribute: a headline ("Ruiz: Bridge will hold") and the turns of a transcript."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crosswire.extract.quotes.attributions import Attribution, is_name
from crosswire.extract.quotes.casts import Cast
from crosswire.extract.quotes.marks import Marked
from crosswire.extract.quotes.reports import Report
from crosswire.model import read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

# A headline is the first paragraph, and no longer than this; the name before its colon, than that; in tokens.
LONGEST_HEADLINE, LONGEST_NAME = 30, 5
# What is said after the colon has so many words at least.
LEAST_SAID = 3
# A turn of a transcript: a name of two letters or more ("Q:" names nobody), then its words. One turn alone may be anything.
TURN = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,4}):\s+(?=[A-Z“\"‘'])")
LEAST_TURNS = 3


def find_headline(reading: "Reading", cast: Cast, quoted: set[int]) -> Iterator[Report]:
    """What the headline attributes to the name before its colon."""
    words = [t for t in reading.tokens(*reading.paragraphs[0]) if not t.is_space] if reading.paragraphs else []
    colon = next((n for n, token in enumerate(words[: LONGEST_NAME + 1]) if token.text == ":"), 0)
    said = words[colon + 1 :]
    if not colon or len(words) > LONGEST_HEADLINE or not _is_speaker(words[:colon], cast) or any(t.i in quoted for t in said[:1]):
        return
    if sum(t.is_alpha for t in said) >= LEAST_SAID and any(t.pos_ in ("VERB", "AUX") for t in said):
        while said[-1].is_punct:
            said.pop()
        attribution = Attribution(words[colon], words[colon], words[colon - 1], "the name before the headline’s colon")
        yield Report(attribution, ((said[0].idx, said[-1].idx + len(said[-1])),))


def _is_speaker(words: "list[Token]", cast: Cast) -> bool:
    """Whether words name somebody who may speak: a person, a body, or people by their office or trade."""
    speaking = read_words("extract", "group_nouns") | read_words("extract", "person_nouns")
    known = words[-1].ent_type_ in ("PERSON", "ORG") or words[-1].i in cast.by_token
    return (is_name(words) and known) or (words[-1].lemma_ in speaking and all(t.text[0].isupper() for t in words))


def find_turns(reading: "Reading", marked: tuple[Marked, ...]) -> Iterator[Marked]:
    """The turns of a transcript as stretches of marked words whose marks are missing."""
    text, opened = reading.article.text, {m.opened for m in marked}
    turns = [(match, end) for start, end in reading.paragraphs if (match := TURN.match(text, start, end))]
    if len(turns) < LEAST_TURNS or len({match["name"] for match, _ in turns}) == len(turns):
        return
    for match, end in turns:
        last = match.end() + len(text[match.end() : end].rstrip())
        if match.end() not in opened and last > match.end():
            yield Marked(match.end(), match.end(), last, last)
