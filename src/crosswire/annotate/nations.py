"""Countries under their names, abbreviations and the words for their people."""

from dataclasses import dataclass
from functools import cache

from crosswire.annotate.folding import fold
from crosswire.annotate.tables import read_table

INVARIABLE = ("s", "sh", "ch", "ese", "men", "x", "z")


@dataclass(frozen=True, slots=True)
class Nation:
    """One country or territory: ISO 3166-1 alpha-2 code, further names, abbreviations, words for its people."""

    code: str
    names: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@cache
def read_nations() -> tuple[Nation, ...]:
    """All countries and territories of the data file, sorted by code."""
    return tuple(
        Nation(code, *(tuple(filter(None, column.split("|"))) for column in columns)) for code, *columns in read_table("countries")
    )


def find_people(word: str) -> tuple[str, ...]:
    """The countries whose people or adjective a word is ("Ukrainians", "the Dutch"); several share some words ("Korean")."""
    return _people().get(fold(word), ())


@cache
def _people() -> dict[str, tuple[str, ...]]:
    people: dict[str, tuple[str, ...]] = {}
    for nation in read_nations():
        for key in sorted({fold(form) for word in nation.people for form in (word, _plural(word))}):
            people[key] = (*people.get(key, ()), nation.code)
    return people


def _plural(word: str) -> str:
    """The plural of a word for a person: "Dutchmen", "Poles", "the Swiss"."""
    if word.endswith(("man", "woman")) and not word.endswith(("German", "Ottoman")):
        return word[:-2] + "en"
    return word if word.endswith(INVARIABLE) else word + "s"
