"""Gives an article's content its grammar: sentences, parse, names, places, dates."""

from crosswire.annotate.articles import annotate_article
from crosswire.annotate.gazetteer import Gazetteer
from crosswire.annotate.languages import find_language
from crosswire.annotate.pipelines import load_pipeline

__all__ = ["Gazetteer", "annotate_article", "find_language", "load_pipeline"]
