"""The grammatical gender an article itself gives a person, by form of address or role."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from crosswire.model import LocalName, read_rows

if TYPE_CHECKING:
    from crosswire.model import Reading


@cache
def read_gendered() -> dict[str, str]:
    """Words that give gender ("mrs", "spokesman"), each with male or female."""
    return {word: gender for word, gender in read_rows("extract", "gendered")}


def find_genders(reading: "Reading", names: Sequence[LocalName]) -> dict[int, str]:
    """The gender of each name (by position) that the text gives one and no other; nothing is guessed from first names."""
    found: dict[int, str] = {}
    for index, name in enumerate(names):
        words = {word for role in name.roles for word in role.lower().split()}
        words |= {_word_before(reading, mention.start) for mention in name.mentions}
        genders = {read_gendered()[word] for word in words if word in read_gendered()}
        if name.kind == "person" and len(genders) == 1:
            found[index] = genders.pop()
    return found


def _word_before(reading: "Reading", offset: int) -> str:
    head = reading.article.text[max(0, offset - 12) : offset].split()
    return head[-1].lower().rstrip(".") if head else ""
