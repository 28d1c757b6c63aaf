"""Weighs the accounts: who is independent of whom, and what agrees, differs or stands alone."""

from crosswire.weigh.origins import unite_origins
from crosswire.weigh.press import Press
from crosswire.weigh.stories import Weighed, weigh_story
from crosswire.weigh.terms import read_terms

__all__ = ["Press", "Weighed", "read_terms", "unite_origins", "weigh_story"]
