"""Which news agency a name means."""

from functools import cache

from crosswire.model import read_rows, read_words


@cache
def _by_form() -> dict[str, str]:
    return {form.casefold(): row[0] for row in read_rows("weigh", "agencies") for form in row}


def find_agency(name: str | None) -> str | None:
    """The agency that a name means: one of the list, or a name that ends like an agency's; None for anything else."""
    if not name:
        return None
    bare = " ".join(name.removeprefix("the ").removeprefix("The ").split())
    endings = read_words("weigh", "agency_words")
    short = next((bare[: -len(e)].strip() for e in sorted(endings, key=len, reverse=True) if bare.casefold().endswith(" " + e) and "agency" in e), bare)
    for form in (bare, short):
        if form.casefold() in _by_form():
            return _by_form()[form.casefold()]
    last = bare.casefold().rpartition(" ")[2]
    return short if last in endings and bare[:1].isupper() and " " in bare else None


@cache
def list_forms() -> tuple[str, ...]:
    """Every form agencies of the list are credited under, longest first."""
    return tuple(sorted({form for row in read_rows("weigh", "agencies") for form in row}, key=lambda form: (-len(form), form)))
