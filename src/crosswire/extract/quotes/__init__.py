"""Quotations in one article: what was said, by whom, to whom and how."""

from crosswire.extract.quotes.quotes import find_quotes

__all__ = ["find_quotes"]
