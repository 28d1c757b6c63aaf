"""Findings about who said something: the same words that articles give to different speakers."""

from collections.abc import Iterator, Mapping, Sequence

from crosswire.model import Article, Carrier, Finding, Name, Quote, Side, Span, Utterance, make_id
from crosswire.weigh.coverage import SOURCED, Coverage
from crosswire.weigh.outlets import list_outlets

Told = Mapping[str, Sequence[Carrier]]


def find_speaker_findings(
    utterances: Sequence[Utterance], quotes: Sequence[Quote], names: Sequence[Name], coverage: Coverage, articles: Mapping[str, Article]
) -> Iterator[Finding]:
    """One finding for each utterance that articles give to people or bodies who cannot be one.

    Only words beside which a speaker is named speak to it. A person and an organisation may both be right, for one speaks for the
    other; two names that share a word may be one.
    """
    by_quote = {quote.id: quote for quote in quotes}
    by_name = {name.id: name for name in names}
    for utterance in utterances:
        told = _list_told(utterance, by_quote, by_name)
        if _is_contested([by_name[name] for name in told]):
            yield _make_finding(utterance, told, by_name, coverage, articles)


def _list_told(utterance: Utterance, quotes: Mapping[str, Quote], names: Mapping[str, Name]) -> dict[str, list[Carrier]]:
    """The carriers by the speaker whom their articles name beside the words; an article that names two speaks for neither."""
    named: dict[str, dict[str, list[Carrier]]] = {}
    for carrier in utterance.carriers:
        name = names.get(quotes[carrier.quote].speaker or "")
        if name is not None and _is_named(quotes[carrier.quote], name):
            named.setdefault(carrier.span.article, {}).setdefault(name.id, []).append(carrier)
    told: dict[str, list[Carrier]] = {}
    for speakers in named.values():
        if len(speakers) == 1:
            for speaker, carriers in speakers.items():
                told.setdefault(speaker, []).extend(carriers)
    return told


def _is_named(quote: Quote, name: Name) -> bool:
    """Whether the words beside the quotation are a name: "the minister" and "she" may be anybody's reading."""
    return quote.speaker_words is not None and bool(_read_words(quote.speaker_words.text) & _list_words(name))


def _is_contested(names: Sequence[Name]) -> bool:
    if len(names) < 2 or len({name.kind for name in names}) > 1 or not all(name.name.split()[-1][:1].isupper() for name in names):
        return False
    return not frozenset.intersection(*map(_list_words, names)) and not _is_shortened(names)


def _is_shortened(names: Sequence[Name]) -> bool:
    """Whether a name is the capitals of another ("UN" for "United Nations")."""
    capitals = {"".join(word[0] for word in name.name.split() if word[0].isupper()) for name in names if " " in name.name}
    return any(name.name.replace(".", "") in capitals for name in names)


def _list_words(name: Name) -> frozenset[str]:
    """The capitalised words of all forms of a name."""
    return frozenset(word for form in (name.name, *name.forms) for word in _read_words(form))


def _read_words(form: str) -> frozenset[str]:
    return frozenset(word.strip(".,'’s").casefold() for word in form.split() if word[:1].isupper())


def _make_finding(
    utterance: Utterance, told: Told, names: Mapping[str, Name], coverage: Coverage, articles: Mapping[str, Article]
) -> Finding:
    counts = {name: coverage.count(_list_claims(carriers), SOURCED) for name, carriers in told.items()}
    ranked = sorted(told, key=lambda name: (-counts[name], names[name].name, name))
    alone = ranked[1:] if counts[ranked[0]] > 1 == counts[ranked[1]] else []
    sides = tuple(_make_side(names[name].name, told[name]) for name in ranked)
    given = ", by ".join(f"{list_outlets(side.articles, articles)} to {side.value}" for side in sides)
    return Finding(
        id=make_id("finding", utterance.id, "who differs", "speaker"),
        kind="who differs",
        relation=None,
        about=utterance.id,
        field="speaker",
        sides=sides,
        odd=tuple(sorted({carrier.span.article for name in alone for carrier in told[name]})),
        independent=coverage.count(_list_claims([carrier for carriers in told.values() for carrier in carriers]), SOURCED),
        why=f"The same words are given by {given}.",
    )


def _list_claims(carriers: Sequence[Carrier]) -> dict[str, list[Span]]:
    claims: dict[str, list[Span]] = {}
    for carrier in carriers:
        claims.setdefault(carrier.span.article, []).append(carrier.span)
    return claims


def _make_side(value: str, carriers: Sequence[Carrier]) -> Side:
    return Side(value, tuple(sorted({carrier.span.article for carrier in carriers})), tuple(sorted(carrier.span for carrier in carriers)))
