"""Places named in one article, each with what the gazetteer says it may be."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from crosswire.annotate.folding import fold
from crosswire.annotate.gazetteer import DIVISIONS, is_ordinary, is_own_name
from crosswire.annotate.hyphens import find_hyphened
from crosswire.annotate.senders import find_senders
from crosswire.model import Candidate, PlaceMention, read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from crosswire.model import Article

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# What the recogniser takes towns for.
OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "EVENT"})
# What may end with the town it stands in ("Holy Cross College, Basra").
SEATED_LABELS = frozenset({"ORG", "FAC"})
MOST_WORDS = 3
# Words of so many capitals are a body's initials, unless a place is called just so ("OSLO"); shorter ones the gazetteer knows.
INITIALS = (4, 5)
INDEFINITE = frozenset({"a", "an", "another"})
# In so many of the countries an article names a name is looked up by its sound.
SOUNDING = 2
ARTICLES, BREAKS = frozenset({"the", "a"}), frozenset('()“”"|')
DASHES = frozenset("-–—")
HYPHENS = frozenset("-–’'")
SURE, BESIDE = frozenset({"in", "at", "near", "outside", "across", "throughout"}), "near"
# Smaller places share their names with too many people and companies to be believed against the recogniser.
LEAST_PEOPLE = 5_000
# A town of so many people is known without its country.
WELL_KNOWN = 50_000
# Seas and lands, which have "the" before them; towns seldom do.
SPREAD = frozenset({"area", "waters", "continent"})


class Places(Protocol):
    """What the stage asks of a gazetteer."""

    def look_up(self, name: str) -> tuple[Candidate, ...]: ...

    def look_up_alike(self, name: str, countries: Iterable[str]) -> tuple[Candidate, ...]: ...

    def look_up_people(self, word: str) -> tuple[Candidate, ...]: ...

    def country_of(self, word: str) -> str | None: ...


def find_places(article: "Article", doc: "Doc", gazetteer: Places, countries: Sequence[str]) -> tuple[PlaceMention, ...]:
    """The places named in the parsed content, in order; a name the gazetteer does not know keeps its words and has no candidates.

    Taken are the recogniser's places; what it took for a person or missed, where the grammar says place ("in Basra") and
    the gazetteer knows a town of that name; and all other mentions of a town that the article has named so once.
    `countries` are those the article names (ISO 3166 codes).
    """
    towns = {ent.text for ent in doc.ents if ent.label_ in PLACE_LABELS}
    bands = _list_bands(doc)
    people = {ent[-1].lower_ for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 and ent.text not in towns and not _is_in(ent)}
    taken: set[int] = set()
    sent = find_senders(doc, gazetteer.look_up)
    found: dict[Span, tuple[Candidate, ...]] = {}
    for words, sure in _stretches(doc, [*sorted(sent), *find_hyphened(doc, gazetteer.look_up)]):
        if not taken.isdisjoint(range(words.start, words.end)) or not _may_be_place(words, sure, people):
            continue
        whole, (words, candidates) = words, find_candidates(words, gazetteer, countries)
        if (not candidates and (_is_description(words) or words.text in bands)) or _is_heavenly(words, candidates):
            continue
        if (words.start, words.end) in sent:
            candidates = tuple(c for c in candidates if c.place.precision == "city") or candidates
        if (sure or _is_placed(words, whole.root, candidates, countries)) and not (
            (words.root.pos_ == "ADJ" or words.root.ent_type_ == "NORP") and gazetteer.country_of(words.text)
        ):
            taken.update(range(words.start, words.end))
            found[words] = candidates
    for words, candidates in _sweep(doc, dict(found), people):
        if taken.isdisjoint(range(words.start, words.end)):
            taken.update(range(words.start, words.end))
            found[words] = candidates
    mentions = (PlaceMention(article.span(words.start_char, words.end_char), known) for words, known in found.items())
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _list_bands(doc: "Doc") -> set[str]:
    """Names that the text somewhere gives to a band: "the Basra Lions gang"."""
    named = set()
    for token in doc:
        if token.lower_ in read_words("annotate", "bands"):
            start = token.i
            while start > token.sent.start and doc[start - 1].pos_ == "PROPN":
                start -= 1
            named.add(doc[start : token.i].text)
    return named - {""}


def _is_side(words: "Span") -> bool:
    """Whether words only say which side of what follows: "the Northern Province of Basra"."""
    sided = words[0].lower_ in read_words("annotate", "parts_of_towns") and words[-1].lower_ in read_words("annotate", "region_words")
    return sided and len(words) == 2 and words.doc[words.end : words.end + 1].text == "of"


def _is_in(ent: "Span") -> bool:
    """Whether something is in or near what a name stands for, as it is in no person."""
    return ent.root.dep_ == "pobj" and ent.root.head.lower_ in SURE


def find_candidates(words: "Span", gazetteer: Places, countries: Sequence[str]) -> "tuple[Span, tuple[Candidate, ...]]":
    """What a name may mean; a name that is unknown only for its last words ("Basra Massacre") is cut to the known ones.

    It is not cut to an ordinary word ("West Riverside"), and a street's name is not cut, for it says nothing of where the street is.
    A word for a people stands for the country, where no place is called so. `countries` are those the article names, most often
    first.
    """
    if _is_of_street(words):
        return words.doc[words.start : words.end + 1], ()
    if (owner := _look_up_owner(words, gazetteer, countries)) is not None:
        return owner
    if candidates := _look_up(words, gazetteer, countries):
        return words, _narrow(words, candidates)
    if (longer := _look_up_longer(words, gazetteer, countries)) is not None:
        return longer
    if words[-1].lower_.rstrip(".") in read_words("model", "street_nouns"):
        return words, ()
    if (held := _find_held(words)) is not None:
        return find_candidates(held, gazetteer, countries)
    return _look_up_part(words, gazetteer, countries) or (words, gazetteer.look_up_people(words.text))


def _look_up(words: "Span", gazetteer: Places, countries: Sequence[str]) -> tuple[Candidate, ...]:
    """The places of a name; of one that is known in no such spelling those that sound like it in one of the countries named most."""
    alike = (gazetteer.look_up_alike(words.text, [country]) for country in (() if _is_landform(words) else countries[:SOUNDING]))
    found = next(filter(None, alike), ()) or gazetteer.look_up(words.text)
    if is_ordinary(words.text) and _is_in_capitals(words.sent):
        return tuple(c for c in found if c.population >= WELL_KNOWN)
    if not (words.text.isalpha() and words.text.isupper() and len(words.text) in INITIALS):
        return found
    return tuple(c for c in found if c.place.precision == "country" or c.place.name.casefold() == words.text.casefold())


def _is_of_street(words: "Span") -> bool:
    """Whether a name is that of a street in a town, whose noun stands behind it in small letters: "in Basra street"."""
    following = words.doc[words.end : words.end + 1]
    return words.root.dep_ in ("compound", "nmod") and following.text in read_words("annotate", "town_streets")


def _is_landform(words: "Span") -> bool:
    """Whether a name is that of a river or the like: "the Rhine river"."""
    return any(token.lower_ in read_words("annotate", "land_forms") for token in words.doc[words.end : words.end + 1])


def _is_in_capitals(sentence: "Span") -> bool:
    """Whether a headline is all in capitals; a place that a report is sent from stands alone."""
    letters = [token for token in sentence if token.is_alpha]
    return len(letters) > MOST_WORDS and all(token.is_upper for token in letters)


def _look_up_owner(words: "Span", gazetteer: Places, countries: Sequence[str]) -> "tuple[Span, tuple[Candidate, ...]] | None":
    """A name whose possessive has lost its apostrophe: what a country's names, if anything ("Perus Cusco"), else the owner.

    The next owner may stand behind the name ("Cusco Perus" president).
    """
    if len(words) > 1 and words[-1].text.endswith("s") and gazetteer.country_of(words[-1].text.removesuffix("s")):
        return find_candidates(words[:-1], gazetteer, countries)
    owner = words[0].text
    if not owner.endswith("s") or is_ordinary(owner) or gazetteer.look_up(owner):
        return None
    stem = owner.removesuffix("s")
    if gazetteer.country_of(stem) and len(words) > 1:
        return find_candidates(words[1:], gazetteer, countries)
    large = tuple(candidate for candidate in gazetteer.look_up(stem) if candidate.population >= LEAST_PEOPLE)
    return (words[:1], large) if large and not is_ordinary(stem) else None


def _look_up_longer(words: "Span", gazetteer: Places, countries: Sequence[str]) -> "tuple[Span, tuple[Candidate, ...]] | None":
    """A name of which the recogniser saw only the beginning, with the name behind it."""
    doc = words.doc
    for end in range(words.end + 1, min(words.end + 1 + MOST_WORDS, len(doc) + 1)):
        last = doc[end - 1]
        if last.pos_ != "PROPN" and not last.is_punct and (not last.is_alpha or _is_common(last)):
            return None
        longer = doc[words.start : end]
        candidates = _look_up(longer, gazetteer, countries)
        if candidates and not last.is_punct:
            return longer, _narrow(longer, candidates)
    return None


def _look_up_part(words: "Span", gazetteer: Places, countries: Sequence[str]) -> "tuple[Span, tuple[Candidate, ...]] | None":
    for end in range(words.end - 1, words.start, -1):
        shorter, cut = words.doc[words.start : end], words.doc[end]
        parts = shorter.text.lower() in read_words("annotate", "parts_of_towns")
        if parts or is_ordinary(shorter.text) or not (_is_common(cut) or gazetteer.country_of(cut.text)):
            break
        large = (candidate for candidate in gazetteer.look_up(shorter.text) if candidate.population >= LEAST_PEOPLE)
        candidates = tuple(c for c in large if c.place.country in countries or _is_well_known(shorter.text, c))
        if candidates:
            return shorter, _narrow(shorter, candidates)
    inner = words.doc[words.start + 1 : words.end]
    if len(inner) and words[0].lower_ in read_words("annotate", "parts_of_towns"):
        found = gazetteer.look_up(inner.text)
        candidates = tuple(c for c in found if c.place.country in countries) if all(map(_is_common, inner)) else found
        return (inner, candidates) if candidates else None
    return None


def _is_well_known(name: str, candidate: Candidate) -> bool:
    """Whether a place called so itself is one that needs no country beside it."""
    return is_own_name(name, candidate.place) and (candidate.population >= WELL_KNOWN or candidate.place.precision != "city")


def _is_heavenly(words: "Span", candidates: tuple[Candidate, ...]) -> bool:
    """Whether a name is a planet's or the like; that of a town has its state behind it ("Mars, Pennsylvania")."""
    behind = words.doc[words.end : words.end + 2]
    beside = len(behind) == 2 and behind[0].text == "," and behind[1].pos_ == "PROPN"
    return bool(candidates) and words.text.lower() in read_words("annotate", "heavenly_bodies") and not beside


def _is_description(words: "Span") -> bool:
    """Whether unknown words are a noun in small letters that a name follows: "de facto capital" of Cusco."""
    last, doc = words[-1], words.doc
    return last.pos_ == "NOUN" and last.is_lower and words.end < len(doc) and doc[words.end].lower_ == "of"


def _find_held(words: "Span") -> "Span | None":
    """The name behind "of" in words that begin with a noun in small letters: "de facto capital of Cusco"."""
    of = next((token.i for token in words if token.lower_ == "of"), None)
    noun = of is not None and any(token.pos_ == "NOUN" and token.is_lower for token in words.doc[words.start : of])
    return words.doc[of + 1 : words.end] if of is not None and noun and of + 1 < words.end else None


def _is_common(token: "Token") -> bool:
    """Whether a word is an English one that names seldom have; a name of other words is not known by its first."""
    return (
        not token.is_alpha
        or token.lower_ in read_words("annotate", "common_words")
        or token.lemma_ in read_words("annotate", "common_words")
    )


def _narrow(words: "Span", candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Only towns where the text says "the city of", only divisions for "Basra province", only seas and lands for "the Atlantic"."""
    indefinite = words.start > 0 and words.doc[words.start - 1].lower_ in INDEFINITE  # "a Basra district" is a part of the town
    if not indefinite and any(token.lower_ in read_words("annotate", "region_words") for token in words.doc[words.end : words.end + 1]):
        return tuple(candidate for candidate in candidates if candidate.place.precision in DIVISIONS) or candidates
    if words.start > 0 and words.doc[words.start - 1].lower_ == "the":
        return tuple(candidate for candidate in candidates if candidate.place.precision in SPREAD) or candidates
    before = [token.lower_ for token in words.doc[max(0, words.start - 2) : words.start]]
    if len(before) == 2 and before[0] in read_words("annotate", "land_forms") and before[1] == "of":
        return tuple(candidate for candidate in candidates if is_own_name(words.text, candidate.place))
    towns = tuple(candidate for candidate in candidates if candidate.place.precision == "city")
    if before[-1:] == ["the"] and len(words) == 1 and words.root.dep_ == "pobj":  # "the Andes" are no town
        return tuple(c for c in candidates if c not in towns or fold(c.place.name).startswith("the "))
    return towns if towns and len(before) == 2 and before[0] in read_words("annotate", "town_nouns") and before[1] == "of" else candidates


def _sweep(doc: "Doc", found: "Mapping[Span, tuple[Candidate, ...]]", people: set[str]) -> "Iterator[tuple[Span, tuple[Candidate, ...]]]":
    """Every stretch with the words of a town found elsewhere: the recogniser often takes the next mention for something else."""
    known: dict[str, dict[tuple[str, ...], tuple[Candidate, ...]]] = {}
    for words, candidates in found.items():
        if candidates and candidates[0].place.precision == "city" and max(c.population for c in candidates) >= LEAST_PEOPLE:
            known.setdefault(words[0].text, {})[tuple(token.text for token in words)] = candidates
    for token in doc:
        for texts, candidates in known.get(token.text, {}).items():
            stretch = doc[token.i : token.i + len(texts)]
            whole = stretch[-1].whitespace_ or stretch.end >= len(doc) or doc[stretch.end].text not in HYPHENS
            if whole and tuple(t.text for t in stretch) == texts and stretch[-1].lower_ not in people and stretch[-1].pos_ == "PROPN":
                yield stretch, candidates


def _stretches(doc: "Doc", known: Iterable[tuple[int, int]]) -> "Iterator[tuple[Span, bool]]":
    """Words that may be a place, trimmed, with whether the recogniser says so; those `known` and its own first."""
    sure = [*known, *((ent.start, ent.end) for ent in doc.ents if ent.label_ in PLACE_LABELS)]
    seen = set(sure)
    labelled = [(ent.start, ent.end) for ent in doc.ents if ent.label_ in OTHER_LABELS and len(ent) <= MOST_WORDS]
    labelled += [(ent.end - 1, ent.end) for ent in doc.ents if ent.label_ in SEATED_LABELS and len(ent) > 2 and ent[-2].text == ","]
    for start, end in (*sure, *_find_served(doc), *labelled, *_bare_names(doc)):
        words = _trim(doc, start, end)
        if len(words):
            yield words, (start, end) in seen


def _find_served(doc: "Doc") -> "Iterator[tuple[int, int]]":
    """The names before a police force or the like, also within the body's own name ("Pune Police")."""
    for token in doc:
        if token.lower_ in read_words("annotate", "forces"):
            start = token.i
            while start > token.sent.start and start > token.i - MOST_WORDS and doc[start - 1].pos_ == "PROPN":
                start -= 1
            yield start, token.i


def _bare_names(doc: "Doc") -> Iterable[tuple[int, int]]:
    for token in doc:
        if (
            token.pos_ == "PROPN"
            and not token.ent_type_
            and (token.dep_ in ("pobj", "conj", "appos") or _is_of_kind(token) or _is_of_event(token))
        ):
            start = token.i
            while start > 0 and doc[start - 1].pos_ == "PROPN" and not doc[start - 1].ent_type_ and doc[start - 1].head == token:
                start -= 1
            yield start, token.i + 1


def _trim(doc: "Doc", start: int, end: int) -> "Span":
    while start < end and (doc[start].is_space or doc[start].lower_ in ARTICLES or doc[start].is_punct):
        start += 1
    stop = next((i for i in range(start, end) if doc[i].is_space or doc[i].tag_ == "POS" or doc[i].text in BREAKS or _is_dash(doc[i])), end)
    return doc[start:stop]


def _is_dash(token: "Token") -> bool:
    """Whether a dash parts what stands before and behind it, as in a page's title."""
    return token.text in DASHES and bool(token.whitespace_) and token.i > 0 and bool(token.nbor(-1).whitespace_)


def _may_be_place(words: "Span", sure: bool, people: set[str]) -> bool:
    """Whether words look like a name, and not like a person's of whom the article gives the full name, nor like a side of what follows."""
    if not any(token.text[:1].isupper() for token in words) or any(token.like_num for token in words) or words[-1].lower_ == "of":
        return False
    if words.text.lower() in read_words("annotate", "feasts"):
        return False
    if words.text.lower() in read_words("annotate", "parts_of_towns") and any(
        t.pos_ == "PROPN" for t in words.doc[words.end : words.end + 1]
    ):
        return False
    if _is_side(words):
        return False
    placed = sure and words.root.head.lower_ in SURE - {BESIDE}  # something may be near a person too
    return words.root.lower_ not in people or placed or _is_settlement(words.root)


def _is_placed(words: "Span", root: "Token", candidates: tuple[Candidate, ...], countries: Collection[str]) -> bool:
    """Whether grammar and gazetteer agree on a place where the recogniser saw none; `root` is that of all the words it was cut from.

    A name that only other languages have for it is enough where the article names the country.
    """
    if _is_of_force(words):
        own = (c for c in candidates if c.population >= LEAST_PEOPLE and is_own_name(words.text, c.place))
        return any(c.place.precision == "city" for c in own)
    top = root
    while top.dep_ in ("conj", "appos") and top.head.pos_ == "PROPN":
        top = top.head
    large = (candidate.place for candidate in candidates if candidate.population >= LEAST_PEOPLE)
    known = any(place.country in countries or is_own_name(words.text, place) for place in large)
    placed = top.dep_ == "pobj" and (top.head.lower_ in SURE or _is_beside(top.head))
    seated = words.start > 0 and words.doc[words.start - 1].text == "," and words.root.ent_type_ in SEATED_LABELS
    named = _is_of_kind(top) or (_is_of_event(top) and not is_ordinary(words.text))  # "the Rodriguez murder"
    return _is_settlement(top) or (known and (placed or seated or named))


def _is_beside(preposition: "Token") -> bool:
    """Whether words measure a way from a place: "close to Basra", "upstream of Basra", "20 km from Basra"."""
    before = preposition.nbor(-1).lower_ if preposition.i > 0 else ""
    return preposition.lower_ in ("to", "of", "from") and before in read_words("annotate", "beside_words")


def _is_of_force(words: "Span") -> bool:
    """Whether a name stands before a police force or the like: "Pune police"; an English word does not name its town ("Federal Police")."""
    following = words.doc[words.end : words.end + 1]
    return any(t.lower_ in read_words("annotate", "forces") for t in following) and not all(map(_is_common, words))


def _is_settlement(token: "Token") -> bool:
    """ "The village of Arl": a place whatever the gazetteer knows."""
    of = token.head
    kind = of.head
    named = token.dep_ == "pobj" and of.lower_ == "of" and kind.i == of.i - 1
    return named and kind.lower_ in read_words("annotate", "town_nouns")


def _is_of_event(token: "Token") -> bool:
    """Whether a name stands before an event of harm: "the Basra bus accident"."""
    return token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.lemma_ in read_words("annotate", "harm_heads")


def _is_of_kind(token: "Token") -> bool:
    """Whether a noun beside a name says that it is a place: "Basra city", "the Basra town hall", "the province of Basra"."""
    before = token.dep_ in ("compound", "nmod") and token.head.i == token.i + 1
    following = token.doc[token.i + 1 : token.i + 2].text
    if token.dep_ in ("amod", "compound", "nmod") and following in read_words("annotate", "town_nouns"):
        return True
    kind = token.head if before else token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    return kind is not None and kind.lower_ in read_words("annotate", "town_nouns") | read_words("annotate", "region_words")
