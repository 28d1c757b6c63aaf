"""Findings about numbers: which figures of one incident agree, differ, or stand alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosswire.model import Account, Article, Figure, Finding, Incident, Origin, Relation, Side, Subgroup, make_id, meet
from crosswire.weigh.origins import count_independent

FIELDS = ("killed", "injured", "missing", "detained", "displaced")
Told = Figure | Subgroup


@dataclass(frozen=True, slots=True)
class Group:
    """The accounts that state one number."""

    number: int
    told: tuple[tuple[str, Told], ...]

    @property
    def value(self) -> str:
        """The number as most exactly stated."""
        return min((show(figure) for _, figure in self.told), key=lambda text: (len(text), text))


def show(figure: Told) -> str:
    """A figure in short: "20", "15+" for at least 15, "≤20" for up to 20, "10–15"."""
    if figure.low is not None and figure.high is None:
        return f"{figure.low}+"
    if figure.low is None:
        return f"≤{figure.high}"
    return str(figure.low) if figure.low == figure.high else f"{figure.low}–{figure.high}"


def list_fields(incident: Incident) -> Iterator[tuple[str, dict[str, Told]]]:
    """Every field that some account tells, subgroups after the totals, with each article's figure."""
    for field in FIELDS:
        told: dict[str, Told] = {a.article: figure for a in incident.accounts if (figure := getattr(a, field)) is not None}
        if told:
            yield field, told
    groups = sorted({(part.field, part.group) for account in incident.accounts for part in account.of_whom})
    for field, group in groups:
        yield f"{field}: {group}", {a.article: part for a in incident.accounts for part in a.of_whom if (part.field, part.group) == (field, group)}


def group_figures(told: Mapping[str, Told]) -> tuple[Group, ...]:
    """The accounts by the number they state: "35" and "at least 35" state one, "15+" and "20" two."""
    numbers: dict[int, list[tuple[str, Told]]] = {}
    for article in sorted(told):
        figure = told[article]
        number = figure.low if figure.low is not None else figure.high
        numbers.setdefault(number or 0, []).append((article, figure))
    return tuple(Group(number, tuple(numbers[number])) for number in sorted(numbers))


def find_best(told: Mapping[str, Told], origins: Sequence[Origin]) -> int | None:
    """The number that a majority of the independent origins give, None where there is none."""
    total = _count(told.items(), origins)
    return next((group.number for group in group_figures(told) if 2 * _count(group.told, origins) > total), None)


def _count(told: Iterable[tuple[str, Told]], origins: Sequence[Origin]) -> int:
    return count_independent({article: [figure.span] for article, figure in told}, origins)


def find_figure_findings(incident: Incident, origins: Sequence[Origin], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """One finding for each field told: agrees, differs with its relation, or single source where others tell the incident without it."""
    for field, told in list_fields(incident):
        groups = group_figures(told)
        if len(told) == 1:
            if len(incident.accounts) > 1:
                yield _make(incident, field, groups, origins, "single source", None, "", _say_single(told, field, incident, articles))
        elif len(groups) == 1:
            yield _make(incident, field, groups, origins, "agrees", None, "", _say_agrees(groups[0], field, articles))
        else:
            relation, reason = relate(groups, incident.accounts, articles)
            yield _make(incident, field, groups, origins, "differs", relation, reason, _say_differs(groups, field, articles))


def relate(groups: Sequence[Group], accounts: Sequence[Account], articles: Mapping[str, Article]) -> tuple[Relation, str]:
    """How stated numbers that differ stand to each other, and why."""
    if _is_update(groups, accounts, articles):
        return "update", "the higher figure is the later one"
    figures = [figure for group in groups for _, figure in group.told]
    if all(meet(one, other) for one, other in combinations(figures, 2)):
        return "compatible", "one number can fit all of them"
    return "conflict", "no number fits all of them"


def _is_update(groups: Sequence[Group], accounts: Sequence[Account], articles: Mapping[str, Article]) -> bool:
    """Whether each higher number was published after every lower one, or is told as replacing one."""
    for lower, higher in zip(groups, groups[1:], strict=False):
        before = [articles[article].published for article, _ in lower.told]
        after = [articles[article].published for article, _ in higher.told]
        replaced = {old.low for account in accounts if account.article in dict(higher.told) for old in account.superseded}
        days = bool(all(before) and all(after)) and max(day[:10] for day in before if day) < min(day[:10] for day in after if day)
        if not days and lower.number not in replaced:
            return False
    return True


def _make(incident: Incident, field: str, groups: Sequence[Group], origins: Sequence[Origin], kind: str, relation: Relation | None, reason: str, why: str) -> Finding:
    counts = [_count(group.told, origins) for group in groups]
    alone = [group for group, count in zip(groups, counts, strict=True) if count == 1 and any(c >= 2 for c in counts)]
    return Finding(
        id=make_id("finding", incident.id, kind, field),
        kind=kind,  # type: ignore[arg-type]
        relation=relation,
        about=incident.id,
        field=field,
        sides=tuple(Side(g.value, tuple(a for a, _ in g.told), tuple(figure.span for _, figure in g.told)) for g in groups),
        odd=tuple(sorted(a for group in alone for a, _ in group.told)) if kind == "differs" and relation != "update" else (),
        independent=_count([pair for group in groups for pair in group.told], origins),
        why=f"{why}: {reason}." if reason else f"{why}.",
    )


def name_outlet(article: Article) -> str:
    """What a reader knows an article by."""
    return article.outlet or article.id


def _list_outlets(told: Iterable[tuple[str, Told]], articles: Mapping[str, Article]) -> str:
    return ", ".join(name_outlet(articles[article]) for article, _ in told)


def _say_single(told: Mapping[str, Told], field: str, incident: Incident, articles: Mapping[str, Article]) -> str:
    (article, figure), *_ = told.items()
    return f"Only {name_outlet(articles[article])} gives {field} ({show(figure)}) of the {len(incident.accounts)} articles that tell this incident"


def _say_agrees(group: Group, field: str, articles: Mapping[str, Article]) -> str:
    return f"{_list_outlets(group.told, articles)} state {group.value} {field}"


def _say_differs(groups: Sequence[Group], field: str, articles: Mapping[str, Article]) -> str:
    parts = [f"{_list_outlets(group.told, articles)} {'say' if len(group.told) > 1 else 'says'} {group.value}" for group in groups]
    return f"For {field} " + ", ".join(parts)
