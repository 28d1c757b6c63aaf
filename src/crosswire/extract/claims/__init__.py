"""Reads out of one article the facts it states in passing: who holds which office, how long, how old, how far, how much."""

from crosswire.extract.claims.contentions import find_contentions
from crosswire.extract.claims.facts import find_facts
from crosswire.extract.claims.offices import find_offices
from crosswire.extract.claims.quantities import find_quantities
from crosswire.extract.claims.reckonings import find_reckonings

__all__ = ["find_contentions", "find_facts", "find_offices", "find_quantities", "find_reckonings"]
