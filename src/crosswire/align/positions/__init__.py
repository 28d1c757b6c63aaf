"""Positions of one story: each proposal, condition and meeting once, with every article's telling."""

from crosswire.align.positions.positions import Joined, merge_positions

__all__ = ["Joined", "merge_positions"]
