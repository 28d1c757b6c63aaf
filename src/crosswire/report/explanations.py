"""Why the record says something: the reason, and the words in their context, as data to be drawn anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from crosswire.errors import RecordError
from crosswire.model import (
    Article,
    Condition,
    Finding,
    Incident,
    Meeting,
    Name,
    Origin,
    Proposal,
    Quote,
    Record,
    Span,
    Story,
    Utterance,
)
from crosswire.report.evidence import Thing, Use, list_uses, uses_of
from crosswire.report.lookups import Lookup, list_sides, make_lookup
from crosswire.report.rules import state_rule
from crosswire.report.titles import name_kind, title_thing

CONTEXT = 80  # characters shown either side of the words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words in their context; `role` says what they show. All text is as it stands in the article."""

    span: Span
    outlet: str
    role: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """Another thing to look at: its id, and what it is in one line."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasons and the evidence for one id of a record, the rule that was followed, and what hangs together with it."""

    id: str
    kind: str
    title: str
    reasons: tuple[str, ...]
    rule: str | None
    excerpts: tuple[Excerpt, ...]
    related: tuple[Pointer, ...]


def explain(record: Record, id: str) -> Explanation:
    """Why a thing or an article stands in the record as it does; a RecordError where no such id is there."""
    lookup = make_lookup(record)
    thing = lookup.resolve(id)
    if thing is not None:
        return explain_thing(thing, lookup)
    if id in lookup.articles:
        return _explain_article(lookup.articles[id], lookup)
    raise RecordError(f"the record has nothing with the id {id!r}: `crosswire show` lists the ids, and so does the page.")


def explain_thing(thing: Thing, lookup: Lookup) -> Explanation:
    """The reason of a thing, its words by outlet, and the things it hangs together with."""
    excerpts = tuple(_excerpt(use, lookup) for use in _each_once(uses_of(thing)))
    related = dict.fromkeys([*_related(thing, lookup), *(finding.id for finding in lookup.about.get(thing.id, ()))])
    return Explanation(
        id=thing.id,
        kind=name_kind(thing),
        title=title_thing(thing, lookup),
        reasons=tuple(_reasons(thing, lookup)),
        rule=state_rule(thing),
        excerpts=excerpts,
        related=tuple(_point(other, lookup) for other in related),
    )


def _explain_article(article: Article, lookup: Lookup) -> Explanation:
    """What was read of an article, what of it is not content, and everything that rests on its words."""
    record = lookup.record
    marks = (mark for mark in record.not_content if mark.article == article.id)
    skipped = [Use(Span(mark.article, mark.start, mark.end, mark.text), article.id, f"not content: {mark.kind}") for mark in marks]
    resting = dict.fromkeys(use.thing for use in list_uses(record) if use.span.article == article.id and use.thing in lookup.things)
    story = [lookup.stories[article.id].id] if article.id in lookup.stories else []
    return Explanation(
        id=article.id,
        kind="article",
        title=article.title or article.source,
        reasons=tuple(state_article(article)),
        rule=None,
        excerpts=tuple(_excerpt(use, lookup) for use in skipped),
        related=tuple(_point(thing, lookup) for thing in [*story, *resting]),
    )


def state_article(article: Article) -> Iterator[str]:
    """What was read of an article, and when and by whom it was published, a sentence each."""
    yield f"It was read from {article.source}, {len(article.text)} characters long, sha256 {article.sha256}."
    yield f"Its outlet is {article.outlet}." if article.outlet else "It does not say which outlet published it."
    yield f"Its language is {article.language}." if article.language else "Its language could not be told."
    published = {
        "metadata": "as its metadata says",
        "text": "as its text says",
        "story": "inferred from the other reports of its story",
        None: "from where is not said",
    }[article.published_from]
    yield f"It was published on {article.published}, {published}." if article.published else "It does not say when it was published."
    if article.published_why:
        yield article.published_why


def _reasons(thing: Thing, lookup: Lookup) -> Iterator[str]:
    if thing.why:
        yield thing.why
    if isinstance(thing, Proposal | Condition | Meeting):
        count = len({telling.article for telling in thing.accounts})
        yield f"{count} {'report tells' if count == 1 else 'reports tell'} of it."
    if isinstance(thing, Finding):
        yield f"{thing.independent} independent {'origin speaks' if thing.independent == 1 else 'origins speak'} to it."
    if isinstance(thing, Utterance):
        yield from _wording_reasons(thing, lookup)
    if isinstance(thing, Incident):
        if thing.parts:
            yield f"It is a series; {len(thing.parts)} of what it holds {'is' if len(thing.parts) == 1 else 'are'} told by themselves."
        for account in thing.accounts:
            if account.why:
                yield f"{lookup.outlet(account.article)} ({account.article}): {account.why}"


def _wording_reasons(utterance: Utterance, lookup: Lookup) -> Iterator[str]:
    """What each carrier has in other words, what changes the meaning first, and whose wording it follows."""
    for carrier in utterance.carriers:
        for difference in carrier.differences:
            outlets = lookup.outlet(carrier.span.article), lookup.outlet(difference.other.article)
            yield f"{outlets[0]} has “{difference.span.text}” where {outlets[1]} has “{difference.other.text}” ({difference.change})."
        if carrier.follows and carrier.why:
            yield f"{lookup.outlet(carrier.span.article)} follows {carrier.follows}: {carrier.why}"


def _related(thing: Thing, lookup: Lookup) -> Iterator[str]:
    match thing:
        case Story() | Origin():
            yield from thing.articles
        case Quote():
            yield from filter(None, [thing.speaker, thing.continues, *thing.utterances])
        case Utterance():
            yield from filter(None, [thing.speaker, *(carrier.quote for carrier in thing.carriers)])
        case Finding():
            yield from filter(None, [thing.about, *thing.origins])
        case Name():
            yield from lookup.voiced.get(thing.id, ())
        case Incident():
            yield from thing.parts
            yield from (account.article for account in thing.accounts)
        case Proposal() | Condition() | Meeting():
            yield from (side for side in list_sides(thing) if side in lookup.names)
            yield from (telling.article for telling in thing.accounts)


def _point(id: str, lookup: Lookup) -> Pointer:
    if id in lookup.things:
        return Pointer(id, title_thing(lookup.things[id], lookup))
    article = lookup.articles.get(id)
    return Pointer(id, id if article is None else f"{lookup.outlet(id)}: {article.title or article.source}")


def _each_once(uses: Iterator[Use]) -> Iterator[Use]:
    """Each stretch of words once, under the last and so most telling role that it has."""
    roles = {(use.span.article, use.span.start, use.span.end): use for use in uses}
    yield from roles.values()


def _excerpt(use: Use, lookup: Lookup) -> Excerpt:
    span = use.span
    text = lookup.articles[span.article].text if span.article in lookup.articles else ""
    return Excerpt(span, lookup.outlet(span.article), use.role, _before(text, span.start), _after(text, span.end))


def _before(text: str, start: int) -> str:
    """Up to 80 characters before the words, from the beginning of a word on where there is a space."""
    first = max(0, start - CONTEXT)
    if first == 0:
        return text[:start]
    return text[first:start].partition(" ")[2] or text[first:start]


def _after(text: str, end: int) -> str:
    """Up to 80 characters after the words, to the end of a word where there is a space."""
    last = end + CONTEXT
    if last >= len(text):
        return text[end:]
    return text[end:last].rpartition(" ")[0] or text[end:last]
