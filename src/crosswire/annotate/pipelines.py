"""The language pipeline: tagging, parse and names from a packaged spaCy model."""

import calendar
import importlib
import re
import warnings
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from crosswire.annotate.abbreviations import AbbreviationNorms
from crosswire.annotate.paragraphs import find_paragraphs
from crosswire.errors import SettingsError
from crosswire.model import find_dateline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

LEMMATISED = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
# "Floods hit the delta Agency Sunday 3 Mar 2024 Officials said ...": a day behind which a text's first sentence begins, where nothing in
# lower case leads up to it but a word for publishing.
MONTH = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in calendar.month_name if name) + ")"
OPENING_DAY = re.compile(
    rf"(?:^|\b[A-Z]\w*,? |(?:publication|(?:publish|updat|post)ed(?: at| on)?) )"
    rf"(?:\d{{1,2}} {MONTH}\.?,? \d{{4}}|{MONTH}\.? \d{{1,2}},? ?\d{{4}}|\d\d[./-]\d\d[./-]\d{{4}})"
    r"(?: (?:at )?\d{1,2}:?\d\d(?: [AP]M)?)? (?=[\"“‘'A-Z\d])"
)
OPENING = 250
# A sentence longer than this is cut at its next full stop, and at any word where none comes.
LONG_SENTENCE, LONGEST_SENTENCE = 200, 500
STOPS = frozenset(".!?;")
TAKEN_FOR = frozenset({"JJ", "NN", "NNP", "NNS"})
ORDINAL = re.compile(r".*(?:st|(?<!thousa)nd|rd|th)")
# Half of a character outside the basic plane, as broken JSON escapes leave it: the parser refuses it.
SURROGATE = re.compile("[\ud800-\udfff]")
# Texts are parsed in pieces of this many characters at most: memory grows with a piece's length, and the parser refuses a million.
LONGEST_PIECE = 50_000
# The tokeniser takes a time that grows with the square of what stands between two spaces.
ENDLESS_WORD = re.compile(r"\S{300}")


class SentenceStarts:
    """Begins a sentence at every paragraph and after a dateline, before the parser sees the text, and lets none grow without end."""

    def __call__(self, doc: "Doc") -> "Doc":
        text = doc.text
        starts = {start for paragraph in find_paragraphs(text) for start in _list_starts(text, *paragraph)}
        opening = OPENING_DAY.search(text, 0, OPENING)
        heading = range(opening.start() + 1, opening.end()) if opening is not None and opening.end() in starts else range(0)
        last = 0
        for token in doc:
            length = token.i - last
            full = length >= LONGEST_SENTENCE or (length >= LONG_SENTENCE and doc[token.i - 1].text in STOPS)
            if token.idx in starts or full:
                token.is_sent_start = True
                last = token.i
            elif token.idx in heading or _goes_on(token) or (length == 1 and doc[last].like_num and doc[last].is_sent_start):
                token.is_sent_start = False
        return doc


def _goes_on(token: "Token") -> bool:
    """Whether a word is no beginning: in small letters, right after another word or a comma ("Eleven | workers")."""
    before = token.nbor(-1).text if token.i > 0 else ""
    return token.text[0].islower() and (before == "," or before[-1:].isalnum())


def _list_starts(text: str, start: int, end: int) -> Iterator[int]:
    yield start
    dateline = find_dateline(text, start, end)
    if dateline is not None:
        yield dateline.end
    if start == 0 and (opening := OPENING_DAY.search(text, 0, min(end, OPENING))) is not None:
        yield opening.end()


class CardinalTags:
    """Tags number words as numbers: at the head of a sentence the tagger takes them for names or adjectives ("Eleven workers died")."""

    def __call__(self, doc: "Doc") -> "Doc":
        for token in doc:
            if (
                token.tag_ in TAKEN_FOR
                and token.is_sent_start
                and token.is_alpha
                and token.like_num
                and not ORDINAL.fullmatch(token.lower_)
            ):
                token.tag_, token.pos_ = "CD", "NUM"
                if token.dep_ in ("amod", "compound"):
                    token.dep_ = "nummod"
        return doc


class CachedLemmas:
    """The pipeline's own lemmatizer, asked once for each word, tag and part of speech; on its own it costs half as much as the parse.

    It has no table for auxiliaries, which are as they stand ("was"); so the part of speech belongs to the key, or the first "had" of a run
    would decide on all others.
    """

    def __init__(self, lemmatizer: Any) -> None:
        self.lemmatizer = lemmatizer
        self.known: dict[tuple[str, str, str], str] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        for token in doc:
            if token.pos_ in LEMMATISED:
                key = (token.lower_, token.tag_, token.pos_)
                if key not in self.known:
                    self.known[key] = self.lemmatizer.lemmatize(token)[0].lower()
                token.lemma_ = self.known[key]
            else:
                token.lemma_ = token.lower_
        return doc


@lru_cache(maxsize=2)
def load_pipeline(name: str) -> "Language":
    """The pipeline in the installed package of this name, ready to parse articles; a SettingsError where there is none."""
    from spacy.language import Language

    try:
        with warnings.catch_warnings():
            # The packaged weights name an earlier minor version; the golden records hold what they give under this one.
            warnings.filterwarnings("ignore", message=r".*\[W095\]")
            nlp: Language = importlib.import_module(name).load()
    except (ImportError, OSError, AttributeError) as error:
        advice = "pip install it, or set `model` to one that is"
        raise SettingsError(f"no language pipeline {name!r} is installed ({error}): {advice}") from error
    Language.component("sentence_starts", func=SentenceStarts())
    nlp.add_pipe("sentence_starts", first=True)
    Language.component("abbreviation_norms", func=AbbreviationNorms())
    nlp.add_pipe("abbreviation_norms", first=True)
    Language.component("cardinal_tags", func=CardinalTags())
    nlp.add_pipe("cardinal_tags", after="attribute_ruler" if "attribute_ruler" in nlp.pipe_names else "parser")
    if "lemmatizer" in nlp.pipe_names:
        Language.component("cached_lemmas", func=CachedLemmas(nlp.get_pipe("lemmatizer")))
        nlp.replace_pipe("lemmatizer", "cached_lemmas")
    return nlp


def parse_text(text: str, nlp: "Callable[[str], Doc]") -> "Doc":
    """The parse of a text of any length, its offsets those of the text; halves of characters are parsed as unknown ones."""
    text = SURROGATE.sub("\ufffd", text)
    pieces = list(_cut(text))
    if len(pieces) < 2:
        return nlp(text)
    from spacy.tokens import Doc

    whole: Doc | None = Doc.from_docs([nlp(text[start:end]) for start, end in pieces], ensure_whitespace=False)
    assert whole is not None  # there are two pieces at least
    return whole


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Pieces that end with a paragraph where they can, else with a word, else anywhere; a word without end is cut by its length."""
    start = 0
    for stop in (*(word.end() for word in ENDLESS_WORD.finditer(text)), len(text)):
        while stop - start > LONGEST_PIECE:
            end = _find_end(text, start)
            yield start, end
            start = end
        if stop > start:
            yield start, stop
            start = stop


def _find_end(text: str, start: int) -> int:
    stop = start + LONGEST_PIECE
    end = max(text.rfind("\n", start, stop), text.rfind("\r", start, stop)) + 1
    if end <= start:
        end = text.rfind(" ", start, stop) + 1
    return end if end > start else stop
