"""The agencies and outlets that are known: under which names they are credited, where they publish, and to whom they belong."""

import re
from collections.abc import Sequence
from functools import cached_property

from crosswire.model import Article, read_rows, read_words
from crosswire.settings import Outlet

# What a name is called by after it, as against a body that has "Agency" in its own name.
CALLED = re.compile(r"(?: (?:[Nn]ews|[Pp]ress) [Aa]gency| agency)$")
HOST = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)+)(?:[/:].*)?")
ENDING = re.compile(r"..?|com|org|net|gov|edu")  # a part of a host name that many share
SHORTEST = 3  # letters of an outlet's name that a text may be searched for


class Press:
    """The agencies and outlets that crosswire brings, and those that the user names beside them."""

    def __init__(self, named: Sequence[Outlet] = ()) -> None:
        self._named = tuple(named)

    @cached_property
    def _agencies(self) -> dict[str, str]:
        """Each form of an agency with its name."""
        told = [(one.name, *one.forms) for one in self._named if one.agency]
        return {form: row[0] for row in (*read_rows("weigh", "agencies"), *told) for form in row}

    @cached_property
    def _outlets(self) -> dict[str, str]:
        """Each form and domain of an outlet that is no agency, squeezed, with its name."""
        rows: list[tuple[str, ...]] = [row[:2] for row in read_rows("weigh", "outlets")]
        rows += [(one.name, *one.forms, *one.domains) for one in self._named if not one.agency]
        agencies = {squeeze(form) for form in self._agencies}
        named = ((squeeze(form), row[0]) for row in rows for form in row if len(form) >= SHORTEST)
        return {form: name for form, name in named if form not in agencies}

    @cached_property
    def _groups(self) -> dict[str, str]:
        rows = {row[0]: row[2] for row in read_rows("weigh", "outlets") if len(row) > 2}
        return rows | {one.name: one.group for one in self._named if one.group}

    def find_agency(self, name: str | None) -> str | None:
        """The agency that a name means: one of the list, or a name that ends like an agency's; None for anything else.

        A form of the list that is as often something else ("Petra") counts where it is called an agency.
        """
        bare = re.sub(r"^[Tt]he ", "", " ".join((name or "").split()))
        called = CALLED.sub("", bare) if not bare.casefold().endswith(" press agency") else re.sub(r"(?i) agency$", "", bare)
        if bare in self.forms or called != bare:
            return self._agencies.get(bare) or self._agencies.get(called) or called
        return bare if _ends_like_one(bare) else None

    def find_listed(self, form: str) -> str:
        """The agency that a form of the list stands for; any other form stands for itself."""
        return self._agencies.get(form, form)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every form that agencies of the list are credited under, longest first, but for the doubtful ones."""
        return self._list_forms(doubtful=False)

    @cached_property
    def doubtful_forms(self) -> tuple[str, ...]:
        """The forms that are as often something else."""
        return self._list_forms(doubtful=True)

    def _list_forms(self, doubtful: bool) -> tuple[str, ...]:
        unsure = read_words("weigh", "doubtful_agencies")
        return tuple(sorted((form for form in self._agencies if (form in unsure) == doubtful), key=lambda form: (-len(form), form)))

    def find_outlet(self, name: str) -> str | None:
        """The outlet that a name or a domain means, None where none is known."""
        return self._outlets.get(squeeze(name))

    def name_outlet(self, article: Article) -> str | None:
        """The name of the outlet that published an article; where it is not known, the name or domain that it gives itself."""
        told = article.outlet or article.url
        return None if told is None else self.find_outlet(told) or article.outlet

    def find_group(self, name: str) -> str | None:
        """The group that an outlet or agency belongs to, None where that is not known."""
        return self._groups.get(name) or self._groups.get(self.find_outlet(name) or "")


def squeeze(name: str) -> str:
    """A name or a domain without what does not tell it apart: "The Port Post", "www.portpost.example" and "portpost.example" are one."""
    if host := HOST.fullmatch(name):
        parts = host[1].split(".")[:-1]
        name = next((part for part in reversed(parts) if not ENDING.fullmatch(part)), parts[-1])
    return re.sub(r"[\W_]", "", re.sub(r"^the\b", "", name.casefold()))


def _ends_like_one(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and name[0].isupper() and words[-1].casefold() in read_words("weigh", "agency_words")


BUNDLED = Press()
