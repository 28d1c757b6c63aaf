"""Positions in one article: what is proposed or agreed, answered, made a condition, and who meets."""

from crosswire.extract.positions.positions import Positions, find_positions

__all__ = ["Positions", "find_positions"]
