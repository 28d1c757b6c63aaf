"""The grammatical gender an article itself gives a person: by form of address, by role, or by the pronouns it uses for them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.subjects import SUBJECTS
from crosswire.model import LocalName, read_rows

if TYPE_CHECKING:
    from spacy.tokens import Token

    from crosswire.model import Reading

PRONOUNS = {"he": "male", "him": "male", "she": "female", "her": "female"}
# One pronoun may mean somebody else; so many that agree do not.
LEAST_VOTES = 2
# A form of address before a name is no longer than this, in characters.
LONGEST_ADDRESS = 12


@cache
def read_gendered() -> dict[str, str]:
    """Words that give gender ("mrs", "spokesman"), each with male or female."""
    return {row[0]: row[1] for row in read_rows("extract", "gendered")}


def find_genders(reading: "Reading", names: Sequence[LocalName], by_token: Mapping[int, int]) -> dict[int, str]:
    """The gender of each name (by position) that the text gives one and no other; nothing is guessed from first names."""
    votes = _count_votes(reading, by_token)
    found: dict[int, str] = {}
    for index, name in enumerate(names):
        if name.kind == "person":
            words = {word for role in name.roles for word in role.lower().split()}
            words |= {_word_before(reading, mention.start) for mention in name.mentions}
            genders = {read_gendered()[word] for word in words if word in read_gendered()} or votes.get(index, set())
            if len(genders) == 1:
                found[index] = next(iter(genders))
    return found


def _word_before(reading: "Reading", offset: int) -> str:
    head = reading.article.text[max(0, offset - LONGEST_ADDRESS) : offset].split()
    return head[-1].lower().rstrip(".") if head else ""


def _count_votes(reading: "Reading", by_token: Mapping[int, int]) -> dict[int, set[str]]:
    """The genders of the pronouns that take up the subject of a reporting clause ("Ruiz said she …"), where there are enough of them."""
    votes: dict[int, list[str]] = {}
    for token in reading.doc:
        if token.dep_ in SUBJECTS and token.lower_ in PRONOUNS and token.head.dep_ == "ccomp":
            for index in _list_named_subjects(token.head.head, token, by_token):
                votes.setdefault(index, []).append(PRONOUNS[token.lower_])
    return {index: set(genders) for index, genders in votes.items() if len(genders) >= LEAST_VOTES}


def _list_named_subjects(verb: "Token", pronoun: "Token", by_token: Mapping[int, int]) -> Iterator[int]:
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.i < pronoun.i and child.i in by_token:
            yield by_token[child.i]
