"""Reads out of one article the facts it states in passing: who holds which office, how long, how old, how many in all."""

from crosswire.extract.claims.offices import find_offices

__all__ = ["find_offices"]
