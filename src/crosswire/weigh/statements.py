"""What several outlets have from one mouth: one occasion on which somebody spoke, one official count of an incident."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crosswire.model import Account, Incident, Name, Partition, Quote, Span, Utterance, read_words
from crosswire.weigh.claims import Told, list_readings

# What does not tell one body from another of its kind.
BARE = frozenset({"a", "an", "the", "local", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of two or more articles that rest on one speaker: who, which words, and why they are held for one statement."""

    speaker: str
    spans: tuple[Span, ...]
    why: str


def find_statements(
    utterances: Sequence[Utterance], quotes: Sequence[Quote], incidents: Sequence[Incident], names: Sequence[Name]
) -> Iterator[Statement]:
    """The statements that two or more articles carry, and the counts that they have from one body."""
    by_id = {name.id: name.name for name in names}
    occasions = list(_find_occasions(utterances, quotes, by_id))
    yield from occasions
    speakers = _Speakers(quotes)
    for incident in incidents:
        for count in _find_counts(incident, speakers, by_id):
            if not any(_is_within(count, occasion) for occasion in occasions):
                yield count


def _is_within(count: Statement, occasion: Statement) -> bool:
    """Whether all words of a count were said on one occasion."""
    return count.speaker == occasion.speaker and all(
        any(other.article == span.article and other.start <= span.start and span.end <= other.end for other in occasion.spans)
        for span in count.spans
    )


def _find_occasions(utterances: Sequence[Utterance], quotes: Sequence[Quote], names: Mapping[str, str]) -> Iterator[Statement]:
    """Quotations of one speaker that carry one thing said, or were said in one thing (a post, a briefing) on one day."""
    spoken = {quote.id: quote for quote in quotes if quote.speaker in names}
    partition = Partition(sorted(spoken))
    for one, other in _list_same(utterances, spoken):
        partition.join(one, other)
    for members in partition.groups():
        told = [spoken[id_] for id_ in members]
        if count := _count_several(quote.article for quote in told):
            speaker = names[told[0].speaker or ""]
            why = f"{count} articles carry what {speaker} said{_tell_where(told)}"
            yield Statement(speaker, tuple(quote.content for quote in told), why)


def _list_same(utterances: Sequence[Utterance], spoken: Mapping[str, Quote]) -> Iterator[tuple[str, str]]:
    """Pairs of quotes that come from one occasion."""
    for utterance in utterances:
        carriers = [c.quote for c in utterance.carriers if c.quote in spoken and spoken[c.quote].speaker == utterance.speaker]
        yield from pairwise(carriers)
    occasions: dict[tuple[str, str, str], list[str]] = {}
    for quote in spoken.values():
        if quote.continues and quote.continues in spoken:
            yield quote.continues, quote.id
        if quote.said_in and quote.said_on:
            occasions.setdefault((quote.speaker or "", quote.said_in.split()[-1].casefold(), quote.said_on), []).append(quote.id)
    for same in occasions.values():
        yield from pairwise(same)


def _tell_where(quotes: Sequence[Quote]) -> str:
    places = sorted({quote.said_in for quote in quotes if quote.said_in})
    days = sorted({quote.said_on for quote in quotes if quote.said_on})
    return (f" ({places[0]})" if places else "") + (f" on {days[0]}" if len(days) == 1 else "")


class _Speakers:
    """Who is said to say what stands somewhere in an article."""

    __slots__ = ("_quotes",)

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes: dict[str, list[Quote]] = {}
        for quote in quotes:
            self._quotes.setdefault(quote.article, []).append(quote)

    def find(self, span: Span) -> str | None:
        """The speaker of the shortest quotation that some words lie in."""
        around = [q for q in self._quotes.get(span.article, ()) if q.content.start <= span.start and span.end <= q.content.end]
        return min(around, key=lambda quote: quote.content.end - quote.content.start).speaker if around else None


def _find_counts(incident: Incident, speakers: _Speakers, names: Mapping[str, str]) -> Iterator[Statement]:
    """Figures of one incident that several articles state alike and give to one body."""
    accounts = {account.article: account for account in incident.accounts}
    for reading in list_readings(incident):
        for group in reading.groups:
            bodies = _name_bodies(group.told, accounts, speakers, names)
            for body in sorted(set(bodies.values())):
                told = [(article, figure.span) for article, figure in group.told if bodies.get(article) == body]
                if count := _count_several(article for article, _ in told):
                    spans = tuple(span for _, span in told)
                    yield Statement(body, spans, f"{count} articles give {body} for {group.value} {reading.field}")


def _name_bodies(
    told: Sequence[tuple[str, Told]], accounts: Mapping[str, Account], speakers: _Speakers, names: Mapping[str, str]
) -> dict[str, str]:
    """The body that each article has a figure from, under one name where one calls it more shortly than another."""
    words: dict[str, frozenset[str]] = {}
    found: dict[str, str] = {}
    for article, figure in told:
        if speaker := names.get(speakers.find(figure.span) or ""):
            found[article], words[speaker] = speaker, frozenset(speaker.casefold().split()) - BARE
        elif body := _read_attribution(accounts[article], figure.span):
            found[article], words[body] = body, _read_body(body)
    return {article: _lengthen(body, words) for article, body in found.items() if words[body]}


def _read_attribution(account: Account, figure: Span) -> str | None:
    """To whom an account's sentence gives a figure: only where both stand in one piece of its evidence."""
    source = account.attributed_to
    pieces = (span for span in account.evidence if span.start <= figure.start and figure.end <= span.end)
    return source if source and any(source in span.text for span in pieces) else None


def _read_body(name: str) -> frozenset[str]:
    """The words by which a body is known; none for what names nobody in particular ("officials", "a witness")."""
    ends = name.replace("’s ", " ").replace("'s ", " ").split()
    words = frozenset(word.strip(".,'’").casefold() for word in ends) - BARE
    named = any(word[:1].isupper() for word in ends[1:]) or ends[-1].casefold() in read_words("weigh", "counting_bodies")
    return words if named and words.isdisjoint(read_words("weigh", "many_mouths")) else frozenset()


def _lengthen(body: str, words: Mapping[str, frozenset[str]]) -> str:
    """The one fuller name that holds all words of a name; the name itself where none does or several might."""
    fuller = [other for other in words if words[body] <= words[other]]
    longest = [one for one in fuller if not any(words[one] < words[other] for other in fuller)]
    return min(longest) if len({words[one] for one in longest}) == 1 else body


def _count_several(articles: Iterator[str]) -> int:
    """How many articles there are, 0 for one alone."""
    count = len(set(articles))
    return count if count > 1 else 0
