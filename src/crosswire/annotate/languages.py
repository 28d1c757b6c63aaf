"""Which language an article is in."""

import py3langid

# Fewer letters than this tell no language apart, and no more are needed.
LEAST_LETTERS, MOST_LETTERS = 40, 4_000


def find_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it has too few letters to tell."""
    head = text[:MOST_LETTERS]
    if sum(character.isalpha() for character in head) < LEAST_LETTERS:
        return None
    return str(py3langid.classify(head)[0])
