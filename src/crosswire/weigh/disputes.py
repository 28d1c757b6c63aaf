"""Claims that cannot both hold: who did it, against a denial or another's name; and what was hit, civilian or military."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from crosswire.model import Article, Finding, Incident, Sheet, Side, Span, Stance, make_id, share_family
from crosswire.weigh.coverage import Coverage
from crosswire.weigh.outlets import list_outlets

# A claim belongs to the incident told in its own sentence, else to the last one told no more than so many characters before it.
REACH = 400
VIOLENCE = "attack"
Held = tuple[Stance, frozenset[str]]


class Stances:
    """The claims of a story's articles, by the incident they are about; each with the names and countries of whom it names."""

    __slots__ = ("_by_incident",)

    def __init__(self, sheets: Iterable[Sheet], incidents: Sequence[Incident]) -> None:
        self._by_incident: dict[str, list[Held]] = {}
        for sheet in sheets:
            told = [(i, span) for i in incidents for account in i.accounts if account.article == sheet.article.id for span in account.evidence]
            for stance in sheet.stances:
                home = _find_home(stance, told)
                if home is not None and share_family(home.kind, VIOLENCE):
                    self._by_incident.setdefault(home.id, []).append((stance, identify(stance.named, sheet)))

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
    names = {word.strip(".,’'").removesuffix("'s").removesuffix("’s").casefold() for word in words.text.split() if word[:1].isupper()}
    countries = {m.candidates[0].place.country for m in sheet.places if m.span.touches(words) and m.candidates}
    return frozenset(names | {country for country in countries if country})


def find_disputes(incident: Incident, stances: Stances, coverage: Coverage, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """At most one finding each for who did it and for what was hit."""
    accused, denied = stances.about(incident.id, "blames", "claims"), stances.about(incident.id, "denies")
    if actors := _find_actors(accused, denied):
        yield _make(incident, "actor", actors, coverage, articles)
    civilian, military = stances.about(incident.id, "civilian target"), stances.about(incident.id, "military target")
    for one, other in product(civilian, military):
        if one[0].holder.text.casefold() != other[0].holder.text.casefold():
            held = {"civilian": [c[0] for c in civilian], "military": [m[0] for m in military]}
            yield _make(incident, "target", held, coverage, articles)
            return


def _find_actors(accused: Sequence[Held], denied: Sequence[Held]) -> dict[str, list[Stance]]:
    """Who is said to have done it, and who denies it; or two who cannot be one. Nothing where nobody contradicts."""
    accused = [(stance, who) for stance, who in accused if who]
    for (stance, who), (denial, whom) in product(accused, denied):
        if who & whom:
            same = [s for s, other in accused if other & who]
            return {stance.named.text: same, f"not {stance.named.text}": [d for d, other in denied if other & whom] or [denial]}
    for (one, who), (other, whom) in product(accused, accused):
        if one.span < other.span and not who & whom and one.holder.text != other.holder.text:
            return {one.named.text: [s for s, w in accused if w & who], other.named.text: [s for s, w in accused if w & whom]}
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
