"""Lays the articles of one story side by side: one name, one utterance, one incident for all who tell of it, whatever their story."""

from crosswire.align.mentions import join_mentions
from crosswire.align.stories import Alignment, align_story

__all__ = ["Alignment", "align_story", "join_mentions"]
