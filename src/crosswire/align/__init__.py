"""Lays the articles of one story side by side: one name, one utterance, one incident for all who tell of it."""

from crosswire.align.stories import Alignment, align_story

__all__ = ["Alignment", "align_story"]
