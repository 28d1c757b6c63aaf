"""Facts of one story: every article's number for one thing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.align.names import Key
from crosswire.model import FactMention, Sheet

Subject = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be counted or measured, with what each article states of it; `about` is a name's id for an age.

    An article that states two numbers of it (one corrected, or two things under one name) is left out.
    """

    field: str
    subject: Subject
    about: str | None
    told: tuple[FactMention, ...]


def merge_facts(sheets: Sequence[Sheet], ids: Mapping[Key, str]) -> tuple[Fact, ...]:
    """The story's facts, by field and subject; for what lasts a plain name and one that says whose are one where the story tells of one."""
    homes: dict[tuple[str, Subject, str | None], list[FactMention]] = {}
    plain = _find_plain(fact for sheet in sheets for fact in sheet.facts)
    for sheet in sheets:
        for fact in sheet.facts:
            about = None if fact.name is None else ids.get((sheet.article.id, fact.name))
            if fact.name is None or about is not None:
                subject = fact.about[:1] if fact.field in ("duration", "since") and fact.about[0] in plain else fact.about
                homes.setdefault((fact.field, subject, about), []).append(fact)
    found = (Fact(*key, tuple(_take_one(told))) for key, told in sorted(homes.items(), key=lambda pair: (pair[0][:2], pair[0][2] or "")))
    return tuple(fact for fact in found if fact.told)


def _find_plain(facts: Iterable[FactMention]) -> set[str]:
    """What lasts of which the story tells one alone: no two of its words set it apart differently."""
    apart: dict[str, set[Subject]] = {}
    for fact in facts:
        if fact.field in ("duration", "since"):
            apart.setdefault(fact.about[0], set()).add(fact.about[1:])
    return {thing for thing, subjects in apart.items() if len(subjects - {()}) < 2}


def _take_one(told: Iterable[FactMention]) -> list[FactMention]:
    """Each article's mention, where all it has say the same."""
    by_article: dict[str, list[FactMention]] = {}
    for fact in told:
        by_article.setdefault(fact.span.article, []).append(fact)
    same = (facts for facts in by_article.values() if len({(fact.value, fact.unit, fact.date) for fact in facts}) == 1)
    return [min(facts, key=lambda fact: fact.span) for facts in same]
