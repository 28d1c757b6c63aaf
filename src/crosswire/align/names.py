"""Names of one story: what each article calls somebody, under one name for all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crosswire.align.founders import found_ids, order_key
from crosswire.align.spellings import fold_name, same_person, same_word
from crosswire.model import Article, LocalName, Name, Sheet, Span

Key = tuple[str, int]


@dataclass(slots=True)
class Merged:
    """One name being put together: (article id, position in its sheet's names) of every local name in it."""

    kind: str
    folded: tuple[str, ...]
    members: list[tuple[Sheet, int]] = field(default_factory=list)
    why: str = "one article's name"


def merge_names(sheets: Sequence[Sheet]) -> tuple[tuple[Name, ...], dict[Key, str]]:
    """The story's names, and for each (article id, position in the sheet's names) the id of the name it became.

    Full names meet when surname and first name are spellings of the same words; a surname alone joins the one full
    name of the story that has it, and stays apart where two do. Bodies and places meet under the same words.
    """
    merged: list[Merged] = []
    for sheet, position in _in_order(sheets, full=True):
        _add_full(merged, sheet, position)
    for sheet, position in _in_order(sheets, full=False):
        _add_short(merged, sheet, position)
    named = [(_close(one), one) for one in merged]
    ids = {(sheet.article.id, position): name.id for name, one in named for sheet, position in one.members}
    return tuple(sorted((name for name, _ in named), key=lambda name: name.id)), ids


def _in_order(sheets: Sequence[Sheet], full: bool) -> list[tuple[Sheet, int]]:
    pairs = [(sheet, i) for sheet in sheets for i, name in enumerate(sheet.names) if _is_full(name) == full and name.mentions]
    return sorted(pairs, key=lambda pair: (-len(fold_name(pair[0].names[pair[1]].name)), order_key(pair[0].article, pair[0].names[pair[1]].mentions[0])))


def _is_full(name: LocalName) -> bool:
    return name.kind == "person" and len(fold_name(name.name)) > 1


def _add_full(merged: list[Merged], sheet: Sheet, position: int) -> None:
    folded = fold_name(sheet.names[position].name)
    home = next((one for one in merged if one.folded == folded), None) or next((one for one in merged if same_person(one.folded, folded)), None)
    if home is None:
        home = Merged("person", folded)
        merged.append(home)
    elif home.folded != folded:
        home.why = f"“{' '.join(folded)}” and “{' '.join(home.folded)}” are spellings of one first name and surname"
    home.members.append((sheet, position))


def _add_short(merged: list[Merged], sheet: Sheet, position: int) -> None:
    local = sheet.names[position]
    folded = fold_name(local.name)
    if local.kind == "person" and folded:
        owners = [one for one in merged if one.kind == "person" and len(one.folded) > 1 and same_word(one.folded[-1], folded[-1])]
        if len(owners) == 1:
            owners[0].members.append((sheet, position))
            owners[0].why += f"; “{local.name}” alone is the one surname like it in the story" if local.name not in owners[0].why else ""
            return
    home = next((one for one in merged if one.kind == local.kind and one.folded == folded and folded), None)
    if home is None:
        home = Merged(local.kind, folded)
        merged.append(home)
    home.members.append((sheet, position))


def _close(one: Merged) -> Name:
    locals_ = [(sheet.article, sheet.names[position]) for sheet, position in one.members]
    id_, was = found_ids("name", ((article, span, 0) for article, local in locals_ for span in local.mentions))
    return Name(
        id=id_,
        kind=one.kind,  # type: ignore[arg-type]
        name=_choose(local for _, local in locals_),
        forms=tuple(sorted({form for _, local in locals_ for form in local.forms})),
        roles=tuple(sorted({role for _, local in locals_ for role in local.roles})),
        evidence=_list_firsts(locals_),
        why=one.why if len(locals_) > 1 and one.why != "one article's name" else f"the same words in {len({a.id for a, _ in locals_})} article(s)",
        was=was,
    )


def _choose(names: Iterable[LocalName]) -> str:
    """The fullest form, among equally full ones the one most articles use."""
    counts = Counter(name.name for name in names)
    return max(counts, key=lambda form: (min(len(form.split()), 2), counts[form], len(form), form))


def _list_firsts(locals_: Sequence[tuple[Article, LocalName]]) -> tuple[Span, ...]:
    return tuple(sorted(min(local.mentions) for _, local in locals_))
