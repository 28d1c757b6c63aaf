"""Offices of one story: what every article says of who holds each."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from crosswire.align.names import Key
from crosswire.align.spellings import fold_name, same_word
from crosswire.model import Article, Name, Sheet, Span, read_words

# From reports so many days apart an office may have changed hands without a word.
APART = 7
# So many times as many places must lie in the country that a story is about.
FAR_MORE = 1.5

Scope = tuple[str, ...]
Told = dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its holders: for each holder's name (by id) the articles that say so and their words.

    `changed` says that it may rightly have changed hands between the reports.
    """

    office: str
    scope: Scope
    holders: Mapping[str, Told]
    changed: bool = False


@dataclass(slots=True)
class Claims:
    """What one article says of who holds what: by office, scope and holder the words for it, and the holders who do not hold it."""

    held: dict[tuple[str, Scope, str], list[Span]] = field(default_factory=dict)
    spent: set[tuple[str, str]] = field(default_factory=set)


def merge_offices(sheets: Sequence[Sheet], names: Sequence[Name], ids: Mapping[Key, str]) -> tuple[Office, ...]:
    """The story's offices, by name and scope.

    A title without a scope is of the office that the story gives its bearer elsewhere; else of the one such office of a country in
    the story, in an article that names that country most and its holder nowhere, unless an article tells the two apart. An article that
    names two holders of an office speaks for neither; nor does one that calls a holder former, acting or yet to come.
    """
    told = {sheet.article.id: _list_claims(sheet, ids) for sheet in sheets}
    scoped = _list_scopes(told)
    _lend_scopes(sheets, told, scoped, ids)
    _lend_country(sheets, told, scoped, ids)
    offices: dict[tuple[str, Scope], dict[str, Told]] = {}
    for sheet in sheets:
        homes: dict[tuple[str, Scope], dict[str, list[Span]]] = {}
        for office, scope, holder, spans in _place(told[sheet.article.id], scoped):
            homes.setdefault((office, scope), {}).setdefault(holder, []).extend(spans)
        for home, holders in homes.items():
            if len(_tell_apart(holders, names)) == 1:
                for holder, spans in holders.items():
                    offices.setdefault(home, {}).setdefault(holder, {})[sheet.article.id] = tuple(sorted(spans))
    articles = {sheet.article.id: sheet.article for sheet in sheets}
    return tuple(_make_office(key, holders, names, articles) for key, holders in sorted(offices.items()))


def _list_claims(sheet: Sheet, ids: Mapping[Key, str]) -> Claims:
    claims = Claims()
    for mention in sheet.offices:
        holder = ids.get((sheet.article.id, mention.name))
        if holder is None:
            continue
        if mention.standing == "held":
            claims.held.setdefault((mention.office, mention.scope, holder), []).append(mention.span)
        elif mention.standing in ("former", "acting", "to come", "doubted"):
            claims.spent.add((mention.office, holder))
    claims.held = {key: spans for key, spans in claims.held.items() if (key[0], key[2]) not in claims.spent}
    return claims


def _list_scopes(told: Mapping[str, Claims]) -> dict[tuple[str, str], set[Scope]]:
    """The scopes that the story's articles give an office of each holder; none where one calls him former, acting or yet to come."""
    scopes: dict[tuple[str, str], set[Scope]] = {}
    for claims in told.values():
        for office, scope, holder in claims.held:
            if scope:
                scopes.setdefault((office, holder), set()).add(scope)
    spent = {key for claims in told.values() for key in claims.spent}
    return {key: found for key, found in scopes.items() if key not in spent}


def _lend_scopes(
    sheets: Sequence[Sheet], told: Mapping[str, Claims], scoped: dict[tuple[str, str], set[Scope]], ids: Mapping[Key, str]
) -> None:
    """Gives holders whom the story names without a scope that of the one such office in it."""
    beside = _list_beside(sheets, ids)
    for office in sorted({office for office, _ in scoped}):
        scopes = {scope for (same, _), found in scoped.items() if same == office for scope in found}
        known = {holder for same, holder in scoped if same == office}
        for sheet in sheets if len(scopes) == 1 else ():
            named = {id_ for i in range(len(sheet.names)) if (id_ := ids.get((sheet.article.id, i)))}
            bare = {holder for same, scope, holder in told[sheet.article.id].held if same == office and not scope} - known
            if len(bare) == 1 and known.isdisjoint(named) and _is_about(sheet, *scopes):
                (holder,) = bare
                if not beside[office, holder]:
                    scoped.setdefault((office, holder), set()).update(scopes)


def _lend_country(
    sheets: Sequence[Sheet], told: Mapping[str, Claims], scoped: dict[tuple[str, str], set[Scope]], ids: Mapping[Key, str]
) -> None:
    """Gives a country's office that the whole story leaves without a scope that of the country it is about, in articles about it."""
    country, beside = _find_country(sheets), _list_beside(sheets, ids)
    told_of = {office for claims in told.values() for office, scope, _ in claims.held if scope}
    open_offices = {office for claims in told.values() for office, _, _ in claims.held} - told_of
    for office in sorted(open_offices & read_words("align", "national_offices")):
        for sheet in sheets if country is not None else ():
            bare = {holder for same, _, holder in told[sheet.article.id].held if same == office}
            if len(bare) == 1 and _find_country([sheet]) == country and not beside[office, min(bare)]:
                scoped.setdefault((office, min(bare)), set()).add((f"={country}",))


def _find_country(sheets: Sequence[Sheet]) -> str | None:
    """The country in which far more of the named places lie than in any other."""
    lying = Counter(place.candidates[0].place.country for sheet in sheets for place in sheet.places if place.candidates)
    (country, count), (_, next_count) = [*lying.most_common(2), (None, 0), (None, 0)][:2]
    return country if count >= FAR_MORE * max(next_count, 1) else None


def _list_beside(sheets: Sequence[Sheet], ids: Mapping[Key, str]) -> dict[tuple[str, str], set[str]]:
    """For each office and bearer the other bearers, former ones apart, of an office of that name in the articles that name him so."""
    beside: dict[tuple[str, str], set[str]] = {}
    for sheet in sheets:
        present = [mention for mention in sheet.offices if mention.standing != "former"]
        bearers = {(mention.office, ids.get((sheet.article.id, mention.name), "")) for mention in present}
        for office, holder in bearers:
            beside.setdefault((office, holder), set()).update(other for same, other in bearers if same == office and other != holder)
    return beside


def _is_about(sheet: Sheet, scope: Scope) -> bool:
    """Whether a country is the one that an article names most; where it names none, the one in which all its towns may lie."""
    if sheet.countries:
        return scope == (f"={sheet.countries[0][0]}",)
    homes = [{f"={candidate.place.country}" for candidate in place.candidates} for place in sheet.places if place.candidates]
    return bool(homes) and len(scope) == 1 and all(scope[0] in home for home in homes)


def _place(claims: Claims, scoped: Mapping[tuple[str, str], set[Scope]]) -> Iterator[tuple[str, Scope, str, list[Span]]]:
    """An article's claims with the scopes of those that leave it out; those whose scope stays open are left out."""
    for (office, scope, holder), spans in sorted(claims.held.items()):
        known = scoped.get((office, holder), set())
        if scope:
            yield office, scope, holder, spans
        elif len(known) == 1:
            yield office, next(iter(known)), holder, spans


def _tell_apart(holders: Mapping[str, object], names: Sequence[Name]) -> list[list[str]]:
    """The holders by person: two names that share a word, or spellings of one, may be one."""
    words = {name.id: {word for form in (name.name, *name.forms) for word in fold_name(form)} for name in names if name.id in holders}
    people: list[list[str]] = []
    for holder in sorted(holders):
        home = next((p for p in people if any(same_word(a, b) for other in p for a in words[holder] for b in words[other])), None)
        if home is None:
            people.append([holder])
        else:
            home.append(holder)
    return people


def _make_office(key: tuple[str, Scope], holders: Mapping[str, Told], names: Sequence[Name], articles: Mapping[str, Article]) -> Office:
    """An office with the holders who may be one person put under the name that most articles have."""
    merged: dict[str, Told] = {}
    for people in _tell_apart(holders, names):
        best = min(people, key=lambda holder: (-len(holders[holder]), holder))
        for holder in people:
            for article, spans in holders[holder].items():
                have = merged.setdefault(best, {}).get(article, ())
                merged[best][article] = tuple(sorted({*have, *spans}))
    return Office(*key, merged, changed=len(merged) > 1 and _may_have_changed(list(merged.values()), articles))


def _may_have_changed(sides: Sequence[Told], articles: Mapping[str, Article]) -> bool:
    """Whether no two sides were reported at one time, and days lie between or an article tells of a change."""
    days = [sorted(day for article in side if (day := articles[article].day)) for side in sides]
    if not all(days):
        # An undated report is of the time of its story, where that is told and short.
        dated = [day for article in articles.values() if (day := article.day)]
        return not dated or (max(dated) - min(dated)).days >= APART
    days.sort()
    gaps = [(after[0] - before[-1]).days for before, after in pairwise(days)]
    if any(gap <= 0 for gap in gaps):
        return False
    return min(gaps) >= APART or any(_tells_change(articles[article].text) for side in sides for article in side)


def _tells_change(text: str) -> bool:
    lower = text.casefold()
    return any(words in lower for words in read_words("align", "changes_of_office"))
