"""The record as files, a page and a terminal show it."""
