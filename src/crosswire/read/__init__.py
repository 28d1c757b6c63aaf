"""Files, folders, web pages, JSON and tables to articles with their text untouched, or to problems."""

from crosswire.read.readers import read_inputs

__all__ = ["read_inputs"]
