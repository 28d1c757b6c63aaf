"""Names of one story: what each article calls somebody, under one name for all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.align.spellings import fold_name, is_initial, same_person, same_word, sound_out
from crosswire.model import Article, LocalName, Name, Sheet, found_ids, order_mentions
from crosswire.model.record import NameKind

Key = tuple[str, int]
Folded = tuple[str, ...]
# The names of a story, and which of them each name of an article became.
People = tuple[Sequence[Name], Mapping[Key, str]]


@dataclass(frozen=True, slots=True)
class Local:
    """A name as one article has it: `position` in its sheet's names, and its words in plain letters."""

    article: Article
    name: LocalName
    position: int
    folded: Folded

    @property
    def is_full(self) -> bool:
        """Whether it has a first name, or a letter for it, and a surname."""
        return self.name.kind == "person" and len(self.folded) > 1


@dataclass(slots=True)
class Merged:
    """One name being put together."""

    kind: NameKind
    folded: Folded
    members: list[Local] = field(default_factory=list)
    whys: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Register:
    """The names put together so far, to be found by their words and, full names of people, by the sound of their surname."""

    by_words: dict[tuple[str, Folded], Merged] = field(default_factory=dict)
    by_surname: dict[str, list[Merged]] = field(default_factory=dict)

    def find_full(self, folded: Folded) -> list[Merged]:
        """Whose full name this may be: the one with the very same words, else the first that is a spelling of it; all an initial fits."""
        if same := self.by_words.get(("person", folded)):
            return [same]
        homes = [one for one in self.by_surname.get(sound_out(folded[-1]), ()) if same_person(one.folded, folded)]
        return homes if is_initial(folded[0]) else homes[:1]

    def find_bearers(self, surname: str) -> list[Merged]:
        """Who bears a surname: those of full name who spell it so, else those of full name, else the surname told alone."""
        near = [one for one in self.by_surname.get(sound_out(surname), ()) if same_word(one.folded[-1], surname)]
        full = [one for one in near if len(one.folded) > 1]
        return [one for one in full if one.folded[-1] == surname] or full or near

    def add(self, local: Local, home: Merged | None, why: str = "") -> None:
        """Puts an article's name to its home, or starts one with it."""
        if home is None:
            home = self.by_words.setdefault((local.name.kind, local.folded), Merged(local.name.kind, local.folded))
            if local.name.kind == "person" and len(home.members) == 0:
                self.by_surname.setdefault(sound_out(local.folded[-1]), []).append(home)
        home.members.append(local)
        if why and why not in home.whys:
            home.whys.append(why)


def merge_names(sheets: Sequence[Sheet]) -> tuple[tuple[Name, ...], dict[Key, str]]:
    """The story's names, and for each (article id, position in the sheet's names) the id of the name it became.

    Full names meet when surname and first name are spellings of the same words. A name that fits two people (an initial,
    a surname alone) stays apart. Bodies and places meet under the same words.
    """
    register = Register()
    for local in _in_order(sheets):
        _add(register, local)
    named = [(_close(one), one) for one in register.by_words.values()]
    ids = {(local.article.id, local.position): name.id for name, one in named for local in one.members}
    return tuple(sorted((name for name, _ in named), key=lambda name: name.id)), ids


def _in_order(sheets: Sequence[Sheet]) -> list[Local]:
    """First those with a first name, then those with an initial, then the rest: each joins what is surer."""
    locals_ = [
        Local(sheet.article, name, i, folded)
        for sheet in sheets
        for i, name in enumerate(sheet.names)
        if name.mentions and (folded := fold_name(name.name))
    ]
    return sorted(locals_, key=lambda one: (_rank(one), -len(one.folded), order_mentions(one.article, min(one.name.mentions))))


def _rank(local: Local) -> int:
    return 2 if not local.is_full else 1 if is_initial(local.folded[0]) else 0


def _add(register: Register, local: Local) -> None:
    if local.is_full:
        _add_full(register, local)
    elif local.name.kind == "person":
        _add_surname(register, local)
    else:
        register.add(local, None)


def _add_full(register: Register, local: Local) -> None:
    homes = register.find_full(local.folded)
    if len(homes) != 1:
        register.add(local, None)
    elif homes[0].folded == local.folded:
        register.add(local, homes[0])
    else:
        one, other = " ".join(local.folded), " ".join(homes[0].folded)
        register.add(local, homes[0], f"“{one}” and “{other}” are spellings of one first name and surname")


def _add_surname(register: Register, local: Local) -> None:
    homes = register.find_bearers(local.folded[-1])
    if len(homes) == 1:
        why = "" if homes[0].folded == local.folded else f"“{local.name.name}” alone is the one surname like it in the story"
        register.add(local, homes[0], why)
    else:
        register.add(local, None)


def _close(one: Merged) -> Name:
    firsts = [(local.article, min(local.name.mentions), 0) for local in one.members]
    id_, was = found_ids("name", firsts)
    articles = len({local.article.id for local in one.members})
    return Name(
        id=id_,
        kind=one.kind,
        name=_choose(local.name for local in one.members),
        forms=tuple(sorted({form for local in one.members for form in local.name.forms})),
        roles=tuple(sorted({role for local in one.members for role in local.name.roles})),
        evidence=tuple(sorted(span for _, span, _ in firsts)),
        why="; ".join(one.whys) or f"the same words in {articles} article{'s' if articles > 1 else ''}",
        was=was,
    )


def _choose(names: Iterable[LocalName]) -> str:
    """The fullest form, among equally full ones the one most articles use."""
    counts = Counter(name.name for name in names)
    return max(counts, key=lambda form: (min(len(form.split()), 2), counts[form], len(form), form))
