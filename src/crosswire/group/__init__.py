"""Articles into stories, copies of one text, and days of publication that the story tells."""

from crosswire.group.copies import Copy, CopyKind, find_copies
from crosswire.group.features import Features, find_features
from crosswire.group.outlines import Outline, outline_story
from crosswire.group.published import infer_published
from crosswire.group.stories import Group, group_stories

__all__ = [
    "Copy",
    "CopyKind",
    "Features",
    "Group",
    "Outline",
    "find_copies",
    "find_features",
    "group_stories",
    "infer_published",
    "outline_story",
]
