"""Marks what stands on a page and is not the article; the text itself stays as it was read."""

from crosswire.clean.pages import clean_page
from crosswire.clean.shared import SharedLines, find_repeated_lines

__all__ = ["SharedLines", "clean_page", "find_repeated_lines"]
