"""Findings about numbers: which figures of one incident agree, differ, or stand alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from crosswire.model import Account, Article, Figure, Finding, Incident, Relation, Side, Subgroup, is_far, make_id, meet, read_words
from crosswire.model.record import FindingKind
from crosswire.weigh.claims import Group, Reading, Told, list_readings, show
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets, name_outlet
from crosswire.weigh.times import is_earlier

# Groups that are a part of those an incident harms; "civilians" and "workers" may be all.
PARTS = frozenset({"children", "women", "men"})
FIGHTERS = "combatants"
# A word that makes a clause about somebody ("the gunman, who killed 12, …"), when it stands so many words before a figure at most.
RELATIVE, CLOSE = frozenset({"who", "which", "whose", "where", "when"}), 6


def find_best(groups: Sequence[Group], coverage: Coverage) -> int | None:
    """The number that a majority of the independent origins give, None where there is none, or they say "up to" it alone."""
    total = _count([pair for group in groups for pair in group.told], coverage)
    settled = (group for group in groups if 2 * _count(group.told, coverage) > total)
    return next((g.stated[0] for g in settled if g.stated[0] == g.stated[1] and any(f.low is not None for _, f in g.told)), None)


def _count(told: Iterable[tuple[str, Told]], coverage: Coverage) -> int:
    return coverage.count({article: [figure.span] for article, figure in told})


def find_figure_findings(incident: Incident, coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """One finding for each field told: agrees, differs with its relation, or single source where others tell the incident without it.

    That nobody was harmed is no figure that the silent others lack.
    """
    for reading in list_readings(incident):
        if len(reading.told) == 1:
            if len(incident.accounts) > 1 and reading.groups[-1].stated != (0, 0):
                yield _make(reading, coverage, "single source", None, _say_single(reading, articles))
        elif len(reading.groups) == 1:
            group = reading.groups[0]
            said = f"{list_outlets(group.articles, articles)} state {group.value} {reading.field}{_say_source(group, reading, articles)}."
            yield _make(reading, coverage, "agrees", None, said)
        else:
            relation, reason = relate(reading, articles)
            if relation != "update" and _may_count_others(reading):
                continue
            yield _make(reading, coverage, "differs", relation, f"{_say_differs(reading, articles)}: {reason}.")


def relate(reading: Reading, articles: Mapping[str, Article]) -> tuple[Relation, str]:
    """How stated numbers that differ stand to each other, and why."""
    if group := _find_lone_group(reading):
        return "scope", f"the lower one counts {group} alone"
    steps = [(_is_replaced(lower, higher, reading, articles), _do_meet(lower, higher)) for lower, higher in pairwise(reading.groups)]
    if any(replaced for replaced, _ in steps) and all(replaced or fits for replaced, fits in steps):
        return "update", "the later report has the newer figure"
    if part := _find_part_apart(reading):
        return "scope", f"they differ by the {part.low} {part.group} that the higher one counts in"
    if all(meet(one, other) for (_, one), (_, other) in combinations(reading.told, 2)):
        return "compatible", "one number can fit all of them"
    return "conflict", "no number fits all of them"


def _may_count_others(reading: Reading) -> bool:
    """Whether two figures may be of other people: of other groups, or one not half of the other and neither the toll of an incident."""
    whole = {_find_group(article, figure, reading) for article, figure in reading.told}
    if len(whole) > 1 and (None not in whole or FIGHTERS in whole):
        return True
    low, high = reading.groups[0].told[0][1], reading.groups[-1].told[0][1]
    return reading.field not in ("killed", "injured", "missing") and is_far(low, high)


def _find_lone_group(reading: Reading) -> str | None:
    """The children, women or men who are all that the lower of two numbers counts, where the higher counts others too."""
    if len(reading.groups) != 2:
        return None
    lower, higher = ({_find_group(article, figure, reading) for article, figure in group.told} for group in reading.groups)
    group = next(iter(lower))
    return group if len(lower) == 1 and group in PARTS and higher.isdisjoint(PARTS) else None


def _find_group(article: str, figure: Told, reading: Reading) -> str | None:
    """The group that all are of whom an article's figure counts ("10 children were killed")."""
    parts = (part for account in reading.incident.accounts if account.article == article for part in account.of_whom)
    same = (part.group for part in parts if part.field == reading.field and part.span.touches(figure.span))
    return next(same, None) if isinstance(figure, Figure) else None


def _is_replaced(lower: Group, higher: Group, reading: Reading, articles: Mapping[str, Article]) -> bool:
    """Whether one of two numbers replaces the other.

    The higher one is told as replacing it; or as a running total, and no article that gives the lower one came out after; or it came
    out after all that give the lower one. A lower one replaces a higher as a running total ("revised to") that came out later, and of
    the missing always: they are found.
    """
    accounts = [account for account in reading.incident.accounts if account.article in higher.articles]
    if any(old.field == reading.field and lower.stated[0] in (old.low, old.high) for account in accounts for old in account.superseded):
        return True
    if reading.field == "missing" and _is_before(higher, lower, articles):
        return True
    raised, lowered = (any(_is_running(a, reading) for a in group.articles) for group in (higher, lower))
    if raised and not lowered and not _is_before(higher, lower, articles, some=True):
        return True
    return _is_before(lower, higher, articles) or (lowered and not raised and _is_before(higher, lower, articles))


def _is_running(article: str, reading: Reading) -> bool:
    """Whether an article tells the killed as a running total; of the injured beside them that says nothing."""
    told = any(account.updated for account in reading.incident.accounts if account.article == article)
    return told and reading.field == "killed"


def _is_before(one: Group, other: Group, articles: Mapping[str, Article], some: bool = False) -> bool:
    """Whether every article that gives one number came out before every one that gives the other; with `some`, any before any."""
    pairs = [is_earlier(articles[a], articles[b]) for a in one.articles for b in other.articles]
    return any(pairs) if some else all(pairs)


def _do_meet(one: Group, other: Group) -> bool:
    return all(meet(mine, theirs) for _, mine in one.told for _, theirs in other.told)


def _find_part_apart(reading: Reading) -> Subgroup | None:
    """The subgroup by which the only two numbers differ: the higher one says that it counts it in, the lower may leave it out."""
    if len(reading.groups) != 2 or any(figure.low != figure.high for _, figure in reading.told):
        return None
    lower, higher = reading.groups
    parts = [p for a in reading.incident.accounts if a.article in higher.articles for p in a.of_whom if p.field == reading.field]
    return next((part for part in parts if part.low == part.high == higher.stated[0] - lower.stated[0]), None)


def _make(reading: Reading, coverage: Coverage, kind: FindingKind, relation: Relation | None, why: str) -> Finding:
    return Finding(
        id=make_id("finding", reading.incident.id, "told", reading.field),
        kind=kind,
        relation=relation,
        about=reading.incident.id,
        field=reading.field,
        sides=tuple(Side(g.value, g.articles, tuple(figure.span for _, figure in g.told)) for g in reading.groups),
        odd=_find_odd(reading.groups, coverage) if relation in ("conflict", "compatible", "scope") else (),
        independent=_count(reading.told, coverage),
        why=why,
    )


def _find_odd(groups: Sequence[Group], coverage: Coverage) -> tuple[str, ...]:
    """The articles whose number one origin alone gives, where two or more give another."""
    counts = [_count(group.told, coverage) for group in groups]
    alone = [group for group, count in zip(groups, counts, strict=True) if count == 1 and max(counts) > 1]
    return tuple(sorted(article for group in alone for article in group.articles))


def _say_single(reading: Reading, articles: Mapping[str, Article]) -> str:
    ((article, figure),) = reading.told
    outlet, tellers = name_outlet(articles[article]), len({account.article for account in reading.incident.accounts})
    source = _say_source(reading.groups[0], reading, articles)
    return f"Only {outlet} gives {reading.field} ({show(figure)}) of the {tellers} articles that tell this incident{source}."


def _say_differs(reading: Reading, articles: Mapping[str, Article]) -> str:
    parts = [
        f"{list_outlets(g.articles, articles)} {'say' if len(g.told) > 1 else 'says'} {g.value}{_say_source(g, reading, articles)}"
        for g in reading.groups
    ]
    return f"For {reading.field} " + ", ".join(parts)


def _say_source(group: Group, reading: Reading, articles: Mapping[str, Article]) -> str:
    """Who supplied a figure and as of when, in brackets: whoever its sentence names, and the first publication."""
    suppliers = sorted({s for a in reading.incident.accounts if a.article in group.articles and (s := _find_supplier(a, group))})
    published = [articles[a].published for a in group.articles if articles[a].published_from != "story"]
    days = sorted(moment[:16].replace("T", " ").removesuffix(" 00:00") for moment in published if moment)
    said = [f"according to {suppliers[0]}" + (" and others" if len(suppliers) > 1 else "")] if suppliers else []
    said += [f"as of {days[0]}"] if days else []
    return f" ({', '.join(said)})" if said else ""


def _find_supplier(account: Account, group: Group) -> str | None:
    """The account's source where the sentence of its figure names it, and no clause about somebody holds the figure alone."""
    figure = next(figure.span for article, figure in group.told if article == account.article)
    named = account.attributed_to
    sentence = next((span for span in account.evidence if span.touches(figure)), None)
    if sentence is None or not named or named not in sentence.text or not _is_source(named):
        return None
    before = sentence.text[: max(0, figure.start - sentence.start)].casefold().split()
    return None if RELATIVE & set(before[-CLOSE:]) else named


def _is_source(words: str) -> bool:
    """Whether words can be somebody who supplies a figure: a name, or a noun for an office or profession."""
    last = words.rsplit(maxsplit=1)[-1].casefold()
    forms = {last, last.removesuffix("s"), last.removesuffix("es"), f"{last.removesuffix('ies')}y"}
    return words[:1].isupper() or not read_words("weigh", "source_nouns").isdisjoint(forms)
