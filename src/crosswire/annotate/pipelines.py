"""The language pipeline: tagging, parse and names from a packaged spaCy model."""

import importlib
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from crosswire.annotate.paragraphs import find_paragraphs
from crosswire.errors import SettingsError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LEMMATISED = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


class ParagraphStarts:
    """Begins a sentence at every paragraph, before the parser sees the text."""

    def __call__(self, doc: "Doc") -> "Doc":
        starts = {start for start, _ in find_paragraphs(doc.text)}
        for token in doc:
            if token.idx in starts:
                token.is_sent_start = True
        return doc


class CachedLemmas:
    """The pipeline's own lemmatizer, asked once for each word and tag; on its own it costs half as much as the parse."""

    def __init__(self, lemmatizer: Any) -> None:
        self.lemmatizer = lemmatizer
        self.known: dict[tuple[str, str], str] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        for token in doc:
            if token.pos_ in LEMMATISED:
                key = (token.lower_, token.tag_)
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
        raise SettingsError(f"no language pipeline {name!r} is installed ({error}): pip install it, or set `model` to one that is") from error
    Language.component("paragraph_starts", func=ParagraphStarts())
    nlp.add_pipe("paragraph_starts", first=True)
    if "lemmatizer" in nlp.pipe_names:
        Language.component("cached_lemmas", func=CachedLemmas(nlp.get_pipe("lemmatizer")))
        nlp.replace_pipe("lemmatizer", "cached_lemmas")
    return nlp
