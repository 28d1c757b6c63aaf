"""Conditions of one story: one side asking for one thing first is one condition."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.align.positions.clusters import Match, join_tellings
from crosswire.align.positions.parties import Parties
from crosswire.align.positions.proposals import find_quote
from crosswire.model import Article, Condition, ConditionMention, Quote, Telling, found_ids

# Two tellings are one where they share so many words that count, and this part of the shorter one's; less where one side asks for both.
LEAST, SHARED, SHARED_BY_ONE = 2, 0.5, 0.4


@dataclass(frozen=True, slots=True)
class Told:
    """One mention with its article and its place in the sheet's list."""

    article: Article
    position: int
    mention: ConditionMention


def merge_conditions(told: Sequence[Told], parties: Parties, quotes: Sequence[Quote]) -> tuple[Condition, ...]:
    """The conditions by id, each with one account an article."""
    joined = join_tellings(told, lambda a, b: _compare(a, b, parties), lambda a, b: _are_apart(a, b, parties))
    return tuple(sorted((_make(members, why, parties, quotes) for members, why in joined), key=lambda condition: condition.id))


def _compare(one: Told, other: Told, parties: Parties) -> Match | None:
    if one.article == other.article and other.mention.follows and other.position == one.position + 1:
        return Match(5.0, "the next sentence takes it up")
    shared = sorted(set(one.mention.keys) & set(other.mention.keys))
    by_one = _are_of_one(one, other, parties)
    fewest = min(len(one.mention.keys), len(other.mention.keys))
    enough = len(shared) >= LEAST and len(shared) >= (SHARED_BY_ONE if by_one else SHARED) * fewest
    enough = enough or (by_one and len(shared) >= SHARED * fewest > 0)
    if _are_apart(one, other, parties) or not enough:
        return None
    return Match(1.0 + len(shared) / 100, f"the accounts ask for the same thing first ({', '.join(shared)})")


def _are_of_one(one: Told, other: Told, parties: Parties) -> bool:
    return parties.compare((one.article.id, one.mention.by), (other.article.id, other.mention.by)) is True


def _are_apart(one: Told, other: Told, parties: Parties) -> bool:
    return parties.compare((one.article.id, one.mention.by), (other.article.id, other.mention.by)) is False


def _make(members: Sequence[Told], why: str, parties: Parties, quotes: Sequence[Quote]) -> Condition:
    id_, was = found_ids("condition", ((one.article, one.mention.evidence, 0) for one in members))
    fullest = max(members, key=lambda one: (not one.mention.follows, len(one.mention.keys), one.article.id))
    return Condition(
        id=id_,
        by=parties.choose((one.article.id, one.mention.by) for one in members),
        what=fullest.mention.what.text,
        accounts=tuple(_tell(article, members, quotes) for article in sorted({one.article.id for one in members})),
        why=why,
        was=was,
    )


def _tell(article: str, members: Sequence[Told], quotes: Sequence[Quote]) -> Telling:
    mentions = [one.mention for one in members if one.article.id == article]
    evidence = tuple(sorted({mention.evidence for mention in mentions}))
    by = next((mention.by for mention in mentions if mention.by is not None), None)
    return Telling(
        article=article,
        evidence=evidence,
        mode=mentions[0].mode,
        by=by.span if by else None,
        quote=find_quote(evidence, quotes),
        why="; ".join(dict.fromkeys(mention.why for mention in mentions)),
    )
