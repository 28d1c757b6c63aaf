"""Claims that cannot both hold: who did it, against a denial or another's name; and what was hit, civilian or military."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from crosswire.model import Article, Finding, Incident, Sheet, Side, Span, Stance, make_id, share_family
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets

# A claim is about the incident told in its own sentence, else about the last one told so many characters before it at most.
REACH = 400
VIOLENCE = "attack"
Held = tuple[Stance, frozenset[str], frozenset[str]]


class Stances:
    """The claims of a story's articles by incident; each with the names and countries of whom it names and of who holds it."""

    __slots__ = ("_by_incident",)

    def __init__(self, sheets: Iterable[Sheet], incidents: Sequence[Incident]) -> None:
        self._by_incident: dict[str, list[Held]] = {}
        told: dict[str, list[tuple[Incident, Span]]] = {}
        for one in incidents:
            for account in one.accounts:
                told.setdefault(account.article, []).extend((one, span) for span in account.evidence)
        for sheet in sheets:
            for stance in sheet.stances:
                home = _find_home(stance, told.get(sheet.article.id, ()))
                if home is not None and share_family(home.kind, VIOLENCE):
                    held = stance, identify(stance.named, sheet), identify(stance.holder, sheet)
                    self._by_incident.setdefault(home.id, []).append(held)

    def about(self, incident: str, *kinds: str) -> list[Held]:
        """The claims of some kinds about an incident, in the order of the articles and their words."""
        return sorted((held for held in self._by_incident.get(incident, ()) if held[0].kind in kinds), key=lambda held: held[0].span)


def _find_home(stance: Stance, told: Sequence[tuple[Incident, Span]]) -> Incident | None:
    """The one incident told in the claim's sentence, else the last one told shortly before it; None where there are two."""
    here = {incident.id: incident for incident, span in told if span.touches(stance.span)}
    if here:
        return next(iter(here.values())) if len(here) == 1 else None
    before = [(span.end, incident.id, incident) for incident, span in told if 0 <= stance.span.start - span.end <= REACH]
    last = [(incident.id, incident) for end, _, incident in before if end == max(b[0] for b in before)]
    return last[0][1] if last and len({id_ for id_, _ in last}) == 1 else None


def identify(words: Span, sheet: Sheet) -> frozenset[str]:
    """What tells who is meant: the capitalised words, and the country of a place or people named among them."""
    names = {word.strip(".,’'").removesuffix("'s").removesuffix("’s").casefold() for word in words.text.split() if word[:1].isupper()} - {
        "the"
    }
    countries = {m.candidates[0].place.country for m in sheet.places if m.span.touches(words) and m.candidates}
    return frozenset(names | {country for country in countries if country})


def are_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two are one side: of one country, or one's names are all the other's; country codes are in capitals."""
    if (mine := _list_countries(one)) and (theirs := _list_countries(other)):
        return bool(mine & theirs)
    return bool(one) and bool(other) and (one <= other or other <= one)


def are_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two are named and are two sides: of different countries, or without a name in common."""
    if (mine := _list_countries(one)) and (theirs := _list_countries(other)):
        return not mine & theirs
    return bool(one) and bool(other) and not one & other


def _list_countries(side: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in side if word.isupper())


def find_disputes(incident: Incident, stances: Stances, coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """At most one finding each for who did it and for what was hit."""
    accused, denied = stances.about(incident.id, "blames", "claims"), stances.about(incident.id, "denies")
    if actors := _find_actors(accused, denied):
        yield _make(incident, "actor", actors, coverage, articles)
    civilian, military = stances.about(incident.id, "civilian target"), stances.about(incident.id, "military target")
    pairs = [(c, m) for c, m in product(civilian, military) if are_others(c[2], m[2])]
    if pairs:
        held = {"civilian": _each_once(c[0] for c, _ in pairs), "military": _each_once(m[0] for _, m in pairs)}
        yield _make(incident, "target", held, coverage, articles)


def _each_once(stances: Iterable[Stance]) -> list[Stance]:
    return list(dict.fromkeys(stances))


def _find_actors(accused: Sequence[Held], denied: Sequence[Held]) -> dict[str, list[Stance]]:
    """Who is said to have done it, and who denies it; or two who cannot be one. Nothing where nobody contradicts."""
    accused = [held for held in accused if held[1]]
    for (stance, who, _), (_, whom, _) in product(accused, denied):
        if are_same(who, whom):
            against = [s for s, other, _ in denied if are_same(other, who)]
            return {stance.named.text: [s for s, other, _ in accused if are_same(other, who)], f"not {stance.named.text}": against}
    for (one, who, mine), (other, whom, theirs) in product(accused, accused):
        if one.span < other.span and are_others(who, whom) and are_others(mine, theirs):
            return {said.named.text: [s for s, w, _ in accused if are_same(w, them)] for said, them in ((one, who), (other, whom))}
    return {}


def _make(
    incident: Incident, field: str, held: Mapping[str, Sequence[Stance]], coverage: Coverage, articles: Mapping[str, Article]
) -> Finding:
    sides = tuple(_make_side(value, stances) for value, stances in sorted(held.items()))
    claims: dict[str, list[Span]] = {}
    for span in (span for side in sides for span in side.evidence):
        claims.setdefault(span.article, []).append(span)
    said = "; ".join(_say(stance, articles) for _, stances in sorted(held.items()) for stance in list(stances)[:2])
    return Finding(
        id=make_id("finding", incident.id, "disputed", field),
        kind="disputed",
        relation=None,
        about=incident.id,
        field=field,
        sides=sides,
        odd=(),
        independent=coverage.count(claims),
        why=f"Claims that cannot both hold: {said}. Neither is preferred.",
    )


def _make_side(value: str, stances: Sequence[Stance]) -> Side:
    spans = sorted({stance.named if stance.kind not in ("claims", "denies") else stance.span for stance in stances})
    return Side(value, tuple(sorted({span.article for span in spans})), tuple(spans))


def _say(stance: Stance, articles: Mapping[str, Article]) -> str:
    claim = {
        "blames": f"it was {stance.named.text}",
        "claims": "it was they themselves",
        "denies": "it was not they",
        "civilian target": f"what was hit was civilian ({stance.named.text})",
        "military target": f"what was hit was military ({stance.named.text})",
    }[stance.kind]
    return f"by {stance.holder.text} {claim} ({list_outlets([stance.span.article], articles)})"
