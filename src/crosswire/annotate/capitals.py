"""Texts in capitals, as wires sent them, brought to the case that the parser knows; every character keeps its place."""

import re

from crosswire.model import read_words

# So many letters must be there, and so many of them capitals, before a text is one in capitals.
LEAST_LETTERS, CAPITALS = 100, 0.95
# A line of fewer words is a dateline's town or a label.
LINE, LEAST_WORDS = re.compile(r".+"), 4
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}")
# What stands before a word that begins a sentence.
BEGINS = re.compile(r"(?:^|[.!?:][\"”’)]*|\n\s*\n|--)[\s\"“‘(]*$")
BEFORE = 12
# Of so few letters a word is no name that the list of common words would have to know.
SHORT = 2


def lower_capitals(text: str) -> str:
    """A text in capitals with small letters, but for beginnings of sentences, names and initials; of any other text its lines in capitals,
    as headlines and letterheads are.
    """
    kept = {offset for found in INITIALS.finditer(text) for offset in range(*found.span())}
    if not _is_in_capitals(text, LEAST_LETTERS):
        kept |= {offset for line in LINE.finditer(text) if not _is_headline(line[0]) for offset in range(*line.span())}
    return WORD.sub(lambda word: word[0] if word.start() in kept else _lower(text, word), text)


def _is_headline(line: str) -> bool:
    return len(WORD.findall(line)) >= LEAST_WORDS and _is_in_capitals(line, 1)


def _is_in_capitals(text: str, least: int) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= least and sum(map(str.isupper, letters)) >= CAPITALS * len(letters)


def _lower(text: str, word: re.Match[str]) -> str:
    lowered = "".join(character.lower() if len(character.lower()) == 1 else character for character in word[0])
    begins = BEGINS.search(text[max(0, word.start() - BEFORE) : word.start()]) is not None
    if len(lowered) <= SHORT or _is_common(lowered.partition("'")[0]):
        return lowered[0].upper() + lowered[1:] if begins else lowered
    bracketed = text[word.start() - 1 : word.start()] == "(" and text[word.end() : word.end() + 1] == ")"
    if bracketed or not re.search("[aeiouy]", lowered):
        return word[0]
    return lowered[0].upper() + lowered[1:]


def _is_common(word: str) -> bool:
    known = read_words("annotate", "common_words") | read_words("annotate", "parts_of_towns")
    return word in known or word.removesuffix("s") in known
