"""Weighs the accounts: who is independent of whom, and what agrees, differs or stands alone."""

from crosswire.weigh.press import Press
from crosswire.weigh.stories import Weighed, weigh_story

__all__ = ["Press", "Weighed", "weigh_story"]
