"""Which news agency a name means."""

import re
from functools import cache

from crosswire.model import read_rows, read_words

# What a name is called by after it, as against a body that has "Agency" in its own name.
CALLED = re.compile(r"(?: (?:[Nn]ews|[Pp]ress) [Aa]gency| agency)$")


@cache
def _by_form() -> dict[str, str]:
    return {form: row[0] for row in read_rows("weigh", "agencies") for form in row}


def find_agency(name: str | None) -> str | None:
    """The agency that a name means: one of the list, or a name that ends like an agency's; None for anything else.

    A form of the list that is as often something else ("Petra") counts where it is called an agency.
    """
    bare = re.sub(r"^[Tt]he ", "", " ".join((name or "").split()))
    called = CALLED.sub("", bare) if not bare.casefold().endswith(" press agency") else re.sub(r"(?i) agency$", "", bare)
    if bare in list_forms() or called != bare:
        return _by_form().get(bare) or _by_form().get(called) or called
    return bare if _ends_like_one(bare) else None


def _ends_like_one(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and name[0].isupper() and words[-1].casefold() in read_words("weigh", "agency_words")


def find_listed(form: str) -> str:
    """The agency that a form of the list stands for; any other form stands for itself."""
    return _by_form().get(form, form)


@cache
def list_forms(doubtful: bool = False) -> tuple[str, ...]:
    """Every form that agencies of the list are credited under, longest first, or those that are as often something else."""
    unsure = read_words("weigh", "doubtful_agencies")
    return tuple(sorted((form for form in _by_form() if (form in unsure) == doubtful), key=lambda form: (-len(form), form)))
