"""Incidents in one article: what happened, where and when, and to how many."""

from crosswire.extract.incidents.incidents import find_incidents

__all__ = ["find_incidents"]
