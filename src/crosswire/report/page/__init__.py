"""The record as a page and as printed briefs: templates, styles, one script, and what they are given."""
