"""Ids that stay: a letter for the kind and ten hex digits of the founding mention."""

import hashlib

LETTERS = {
    "story": "s",
    "origin": "o",
    "name": "n",
    "quote": "q",
    "utterance": "u",
    "incident": "i",
    "proposal": "p",
    "condition": "c",
    "meeting": "m",
    "finding": "f",
}


def make_id(kind: str, sha256: str, *founding: object) -> str:
    """The id of a thing first told by the article with this sha256; `founding` is offsets, or whatever else sets it apart."""
    key = "|".join([kind, sha256, *map(str, founding)])
    return LETTERS[kind] + hashlib.sha256(key.encode()).hexdigest()[:10]
