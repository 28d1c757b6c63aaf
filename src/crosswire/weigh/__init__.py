"""Weighs the accounts: who is independent of whom, and what agrees, differs or stands alone."""

from crosswire.weigh.stories import Weighed, weigh_story

__all__ = ["Weighed", "weigh_story"]
