"""Quotations in one article: what was said, by whom, to whom and how."""

from crosswire.extract.quotes.casts import Cast
from crosswire.extract.quotes.quotes import find_quotes
from crosswire.extract.quotes.taggers import Tagger, load_tagger

__all__ = ["Cast", "Tagger", "find_quotes", "load_tagger"]
