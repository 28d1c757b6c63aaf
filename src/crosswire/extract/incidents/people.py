"""How many people a phrase counts, and of which group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from crosswire.extract.incidents.harmwords import list_participles
from crosswire.extract.incidents.numbers import Count, parse_number, read_count, read_quantities
from crosswire.model import read_rows, read_words

if TYPE_CHECKING:
    from spacy.tokens import Token

# The ages listed behind one, and how far on.
AGE, REACH = re.compile(r"(?:(?:,| and|, and| or) \w+){0,3} years?\b"), 40
# What stands before a noun without an article, as in headlines ("Porto teen killed").
MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "punct"})
NOBODY = frozenset({"nobody", "none"})
ATTACKERS, CHILDREN = "attackers", "children"
# Convention on the Rights of the Child (1989), article 1.
ADULT, AGED = 18, frozenset({"day", "month", "week", "year"})


@dataclass(frozen=True, slots=True)
class Headcount:
    """People counted by one phrase: the count, the group its noun names (or None), and whether they were told of before ("he")."""

    count: Count
    group: str | None
    known: bool = False


@cache
def read_person_nouns() -> dict[str, str | None]:
    """Nouns that count people, each with the subgroup it names or None."""
    return {row[0]: row[1] if len(row) > 1 else None for row in read_rows("extract", "person_nouns")}


def count_people(token: "Token", harmed: bool = False) -> tuple[Headcount, ...]:
    """The people that a phrase with this head counts, its coordinated parts one by one ("a woman and two children").

    `harmed` says that they are whom a verb of killing or wounding has for its object: then any noun with a number counts people
    ("nine shoppers"), if it names no animal.
    """
    parts = [token] if token.lower_ == "all" else [token, *_coordinated(token)]  # "all but four" is one count
    if any(word.lower_ == "namely" for word in token.lefts) or any(w.lower_ == "namely" for c in token.lefts for w in c.children):
        parts = parts[-1:]  # the parse makes one list of "namely six women and three men, and twelve persons were hurt"
    shared = parts[-1].tag_ == "NNS" and _is_noun_for_people(parts[-1])
    counted = [_count_part(part, harmed, shared and part.tag_ == "NN") for part in parts]
    found = [headcount for headcount in counted if headcount is not None]
    return tuple(found) if len(found) == len(parts) else tuple(found[:1]) if counted[0] is not None else ()


def _coordinated(token: "Token") -> "list[Token]":
    """What is linked to a phrase by a conjunction; a parse may make of it a second subject of the verb."""
    people = (c for c in token.children if c.dep_ == "conj" and (c.pos_ in ("NOUN", "NUM", "PROPN", "PRON") or _is_told_by_age(c)))
    direct = [c for c in people if not (_is_told_apart(c) or _is_age(c))]
    if not direct and token.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ == "and" and c.i > token.i for c in token.children):
        direct = [c for c in token.head.lefts if c.dep_ == token.dep_ and c.i > token.i][:1]
    return [part for child in direct for part in (child, *_coordinated(child))]


def _is_age(number: "Token") -> bool:
    """Whether a number is one of ages: "a couple, 57 and 59 years old"."""
    following = number.doc.text[number.idx + len(number) : number.idx + len(number) + REACH]
    return number.pos_ == "NUM" and AGE.match(following) is not None


def _is_told_apart(token: "Token") -> bool:
    """Whether what was done to coordinated people is told right behind them: the second of "7 people dead and 42 people injured"."""
    return any(c.dep_ in ("amod", "acl") and c.i == token.i + 1 and c.lower_ in list_participles() for c in token.rights)


def _is_thing(token: "Token") -> bool:
    """Whether a noun is an animal's, a vehicle's or a weapon's, which can be killed or shot too."""
    return token.lemma_ in _read_things()


@cache
def _read_things() -> frozenset[str]:
    weapons = (row[0].split()[-1] for row in read_rows("extract", "weapons"))
    return frozenset((*weapons, *read_words("extract", "animals"), *read_words("extract", "vehicles")))


def _is_noun_for_people(token: "Token") -> bool:
    return not read_person_nouns().keys().isdisjoint((token.lemma_.lower(), token.lower_))


def _count_part(token: "Token", harmed: bool = False, shared: bool = False) -> Headcount | None:
    """The people that one part counts; `shared` says that its noun is that of the last part: "30 army and 39 rebel fighters"."""
    if token.lower_ == "all":
        return _count_but(token)
    if token.lemma_ == "total" and (counted := _find_summed(token)) is not None:
        return _count_part(counted, harmed)
    if token.pos_ == "PRON" and (persons := read_quantities()["persons"].get(token.lower_)):
        return Headcount(Count(persons, persons, token, token), None, known=True)
    if any(child.lower_ == "else" for child in token.children):
        return None  # "no one else" counts nobody of those told before
    if token.lower_ in NOBODY or (token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "no"):
        return Headcount(Count(0, 0, token, token), None)
    if _is_one_more(token):
        return Headcount(Count(1, 1, token, token), None, known=True)
    if _is_numeral(token):
        return _count_numeral(token)
    if (
        token.lower_ in ("more", "others", "other")
        and (number := next((c for c in token.children if c.dep_ == "nummod"), None)) is not None
    ):
        return _count_numeral(number)
    if (counted := _find_counted(token)) is not None:
        return _count_part(counted, harmed)
    if _is_told_by_age(token) and token.lower_ == "old":
        return Headcount(Count(1, 1, token, token), find_group(token), any(c.lower_ == "the" for c in token.children))
    person = _is_noun_for_people(token)
    # "40 army and militia fighters", "four women workers": the number of the first
    named = [g for c in token.lefts if c.dep_ == "nmod" or (c.dep_ == "compound" and c.tag_ == "NNS") for g in c.children]
    numbers = [c for c in (*named, *token.children) if c.dep_ in ("nummod", "amod") and parse_number([c.text]) is not None]
    number = next((c for c in reversed(numbers) if c.i < token.i), next(iter(numbers), None))  # the nearest: "at 4 p.m. one man"
    if number is None and token.i > 1 and token.nbor(-1).dep_ == "conj" and token.nbor(-2).lower_ == "and":
        number = _end_of_range(token.nbor(-1))
    victims = harmed and token.pos_ == "NOUN" and token.tag_ == "NNS" and not _is_thing(token)
    if number is not None and (person or victims or shared or token.pos_ == "PROPN" or token.ent_type_ == "NORP"):
        count = read_count(number)
        return Headcount(Count(count.low, count.high, count.first, token), find_group(token)) if count else None
    if token.ent_type_ == "PERSON":
        return Headcount(Count(1, 1, token, token), None)
    return _count_bare(token) if person else None


def _find_counted(token: "Token") -> "Token | None":
    """The people that a word stands for: those of "a total of 14 miners", those before "most of them children"."""
    inner = next((g for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"), None)
    if token.lemma_ == "total":
        return inner or next((c for c in token.rights if c.dep_ == "appos"), None)
    if inner is None:
        return None
    before = next((t for t in reversed(token.doc[token.sent.start : token.i]) if not t.is_punct), None)
    return before if token.lower_ == "most" and inner.lower_ in ("them", "whom") and before is not None and before.tag_ == "NNS" else None


def _end_of_range(number: "Token") -> "Token | None":
    """The second number of "between 19 and 27", which the parse may keep from the noun behind it."""
    ranged = number.i > 2 and number.nbor(-3).lower_ == "between"
    return number if ranged and parse_number([number.text]) is not None else None


def _count_but(every: "Token") -> Headcount | None:
    """ "All but two of the 30 passengers": 28, "carrying 19 people … all but one of those on board": 18; without both numbers None."""
    words = every.doc[every.i : every.sent.end]
    if len(words) < 3 or words[1].lower_ != "but" or parse_number([words[2].text]) is None:
        return None
    start = every.sent.start
    if start > 0 and any(t.lower_ == "them" for t in words[3:8]):
        start = every.doc[start - 1].sent.start
    before = [t for t in every.doc[start : every.i] if t.dep_ == "nummod" and t.head.lemma_ in read_person_nouns()]
    among = [t for t in words[3:8] if parse_number([t.text]) is not None] or before[-1:]
    spared, whole = read_count(words[2]), next(iter(among), None)
    count = read_count(whole) if whole is not None else None
    if spared is None or count is None or spared.low is None or count.low is None or count.low != count.high:
        return None
    return Headcount(Count(count.low - spared.low, count.low - spared.low, every, words[2]), None)


def _find_summed(total: "Token") -> "Token | None":
    """What "a total of" sums up; of households and the people in them the people ("15 families, or 68 persons")."""
    phrases = (c for c in total.children if c.dep_ == "prep" and c.lower_ == "of")
    counted = next((g for c in phrases for g in c.children if g.dep_ == "pobj"), None)
    if counted is None or not any(c.lower_ == "or" for c in counted.children):
        return counted
    return next((c for c in counted.children if c.dep_ == "conj" and is_person(c)), counted)


def _is_one_more(token: "Token") -> bool:
    """ "A third was wounded": one person; not "a third of the passengers"."""
    counted = token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.ent_type_ == "ORDINAL"
    return counted and token.pos_ in ("ADJ", "NOUN") and [c.lower_ for c in token.children] == ["a"]


def _is_numeral(token: "Token") -> bool:
    return (
        parse_number([token.text]) is not None
        and token.lower_ not in ("a", "an", "and")
        and token.pos_ in ("NUM", "NOUN", "PRON", "PROPN", "ADJ")
    )


def _count_numeral(token: "Token") -> Headcount | None:
    """A number that stands for people by itself; one that goes with a measure ("20 per cent", "41 of 58 drones") does not."""
    if any(c.dep_ in ("prep", "quantmod") and c.lower_ in ("percent", "%", "per") for c in token.children):
        return None
    if any(_is_thing(g) for c in token.children if c.lower_ == "of" for g in c.children):
        return None
    count = read_count(token)
    return Headcount(count, _group_of(token), known=_is_share(token)) if count else None


def _is_share(number: "Token") -> bool:
    """Whether a number is some of those told of before: "four of the wounded", "two of them"."""
    of = next((c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    whole = next((g for g in of.children if g.dep_ == "pobj"), None) if of is not None else None
    if whole is None or whole.lower_ == "them":
        return whole is not None
    told = whole.lower_ in read_words("extract", "told_nouns") or whole.lemma_ in read_words("extract", "told_nouns")
    return told and any(c.lower_ in ("the", "those", "these") for c in whole.children)


def _group_of(token: "Token") -> str | None:
    """The group in "four of them children" or "10 of the soldiers"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((find_group(c) for c in child.children if c.dep_ == "pobj"), None)
    return None


def count_crowd(people: "Sequence[Token]") -> int:
    """How many a crowd without a number is at least ("dozens"); 0 where there is none."""
    least = {word: int(number) for word, number in read_rows("extract", "crowd_words")}
    return max((least.get(head.lower_, 0) for head in people), default=0)


def is_person(token: "Token") -> bool:
    """Whether a word stands for people by itself: a noun for a person, a name, a pronoun."""
    nouns = read_person_nouns()
    pronoun = token.pos_ == "PRON" and token.lower_ in read_quantities()["persons"]
    named = token.ent_type_ == "PERSON" or _is_told_by_age(token)
    return pronoun or token.lemma_.lower() in nouns or token.lower_ in nouns or named


def _is_told_by_age(token: "Token") -> bool:
    """ "A 20-year-old", by itself and not before the noun for somebody."""
    if token.lower_ not in ("old", "olds") or token.i < token.sent.start + 2 or token.dep_ in ("amod", "acomp", "compound"):
        return False
    return token.nbor(-1).text == "-" and token.nbor(-2).lemma_ in AGED


def find_group(token: "Token") -> str | None:
    """The subgroup a noun names ("schoolgirl" is of the children, as is a "13-year-old"), or None."""
    nouns = read_person_nouns()
    if _is_told_by_age(token) and token.i > token.sent.start + 3:
        age = parse_number([token.nbor(-4).text]) if token.nbor(-2).lemma_ == "year" else 0
        return CHILDREN if age is not None and age < ADULT else None
    return nouns.get(token.lemma_.lower()) or nouns.get(token.lower_)


def _count_bare(token: "Token") -> Headcount | None:
    """A person without a numeral: "a woman" is one, "no civilians" none, "a family of four" four, "the residents" no number."""
    determiner = next((c.lower_ for c in token.children if c.dep_ in ("det", "nummod")), None)
    if determiner == "no":
        return Headcount(Count(0, 0, token, token), find_group(token))
    family = next((g for c in token.children if c.lower_ == "of" for g in c.children if _is_numeral(g)), None)
    if family is not None and token.lemma_ in ("family", "group"):
        return _count_numeral(family)
    quantities = read_quantities()
    if token.lemma_ in quantities["pairs"] and token.lower_ != token.lemma_ + "s":
        return Headcount(Count(2, 2, token, token), None)
    if token.tag_ not in ("NN", "NNP") or token.lemma_ in ("family", "crew", "staff", "personnel", "people"):
        return None
    bare = determiner is None and all(c.dep_ in MODIFIERS and c.ent_type_ != "ORDINAL" for c in token.lefts)
    known = determiner in ("the", "that", "this") or bare
    single = known or determiner in quantities["singles"] or (determiner is None and any(c.dep_ == "poss" for c in token.children))
    known = known or any(c.ent_type_ == "ORDINAL" for c in token.children)  # "a third nurse" goes on with those told before
    return Headcount(Count(1, 1, token, token), find_group(token), known) if single else None


def sum_counts(parts: tuple[Headcount, ...]) -> Count | None:
    """The sum of coordinated parts; open where a part is open. A range ("between four and six") is one part, read at either end."""
    if not parts:
        return None
    parts = tuple({(part.count.first.i, part.count.low, part.count.high): part for part in parts}.values())
    lows, highs = [p.count.low for p in parts], [p.count.high for p in parts]
    low = None if None in lows else sum(n for n in lows if n is not None)
    high = None if None in highs else sum(n for n in highs if n is not None)
    first = min((p.count.first for p in parts), key=lambda t: t.i)
    last = max((p.count.last for p in parts), key=lambda t: t.i)
    return Count(low, high, first, last)
