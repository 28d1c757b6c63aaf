"""Where a report itself is at home: the town it is sent from, or the one whose police it names."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from crosswire.extract.incidents.apart import MEASURES
from crosswire.extract.incidents.clauses import (
    is_hyphened,
    is_narrow,
    is_sent_from,
    is_speaker_or_venue,
    read_turn,
    root_of,
)
from crosswire.extract.incidents.days import is_event_day
from crosswire.extract.incidents.elsewhere import LENGTHS, is_destination, is_government, is_measured_from, is_of_source
from crosswire.extract.incidents.harmwords import read_harm_words
from crosswire.extract.incidents.people import read_person_nouns
from crosswire.model import Candidate, DateMention, PlaceMention, is_vast, read_words

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

    from crosswire.model import Reading

# A dateline ends within so many characters of its place.
DATELINE = 60
DASH = re.compile(r"(?:--|—|–|-)\s?")
SEVERAL = 2  # countries
# The headline and the first sentences.
LEAD = 4
# A town of so many people is known without its country.
LARGE = 50_000
# "Porto Metropolitan Police": so many words after the name its force is named.
FORCE = 2
PLACES = frozenset({"GPE", "LOC", "FAC"})
# Before a town so many words may tell how far it is.
DISTANCE = 8
TOWNS = frozenset({"city", "town", "village"})
# At most so many words stand between a village and what holds it.
HOLDING = 5
OWNED = re.compile(r"['’]s? (?:\w+ )?")
HOLDING_WORDS = frozenset({"in", "of", "the", ","})


def find_home(reading: "Reading", sentences: "Sequence[Words]") -> PlaceMention | None:
    """The town that the paragraph of a sentence is sent from ("PUNE, India (Agency) — ..."), or the one whose police or firefighters
    the article names most often; a county where no town's are named, None where two are as near.

    A report that names several countries may be sent from anywhere.
    """
    for sentence in sentences if len(reading.countries) < SEVERAL else ():
        low, high = reading.paragraph_at(sentence.start_char)
        first = next((place for place in reading.places if place.span.start >= low), None)
        if first is not None and _is_dateline(reading.article.text[low:high], first) and (first.candidates or _has_state(reading, first)):
            return first
    return _find_served(reading)


def _has_state(reading: "Reading", town: PlaceMention) -> bool:
    """Whether a name that the gazetteer does not know has a division behind it that it lies in: "AREQUEL, Cusco (Agency) —"."""
    behind = reading.article.text[town.span.end :]
    return any(
        place.candidates and place.candidates[0].place.precision == "region" and behind.startswith(f", {place.span.text}")
        for place in reading.places
        if place.span.start == town.span.end + 2
    )


def find_only_place(reading: "Reading", sentences: "Sequence[Words]") -> PlaceMention | None:
    """The one town, or of several the division, that is named around some sentences: in them or the next, or among the article's first
    where they begin; what comes up further down or "elsewhere" need not have been where the article begins.

    None where the towns and divisions named lie in several divisions, or several towns in one that is not named.
    """
    last = sentences[-1]
    following = reading.doc[last.end].sent if last.end < len(reading.doc) else last
    lead = list(islice(reading.doc.sents, LEAD))
    begins = sentences[0].start_char < lead[-1].end_char and not read_turn(sentences[0])
    opener = next((token.lower_ for token in following if token.is_alpha), None)
    aside = read_turn(following) or opener in read_words("extract", "other_event_words")  # "Another strike on Lima"
    near = sentences if aside else [*sentences, following]
    return _only(reading, near) or (_only(reading, [sentence for sentence in lead if not read_turn(sentence)]) if begins else None)


def find_main_town(reading: "Reading", sentences: "Sequence[Words]", taken: "Container[int]" = ()) -> PlaceMention | None:
    """The one town that an article names, or names more often than any other, for what some sentences tell without naming a town.

    Not counted is where it is sent from, where somebody speaks, whose police, government or office is named, what "elsewhere" leads to, and
    where something was on another day: names that begin at the offsets `taken`.
    """
    known = [place for place in reading.places if place.candidates and place.candidates[0].place.precision == "city"]
    known = [place for place in known if not _is_measured(reading, place)]
    known = [place for place in known if place.span.start not in taken]
    told = [place for place in known if not _is_elsewhere(reading, place) and not read_turn(reading.token_at(place.span.start).sent)]
    counts = Counter(place.candidates[0].place for place in told).most_common(2)
    held = [place for place in told if any(s.start_char <= place.span.start < s.end_char for s in sentences)]
    if held or not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return next(place for place in told if place.candidates[0].place == counts[0][0])


def find_lead_day(reading: "Reading", aside: "Sequence[Words]" = ()) -> DateMention | None:
    """The one day that an article's headline and first sentences tell as an event's, None where they tell several or none.

    Left out is what stands in the sentences `aside`, which tell the event themselves and no day of it.
    """
    end = max((sentence.end_char for sentence in islice(reading.doc.sents, LEAD)), default=0)
    told = [
        date for date in reading.dates if date.span.start < end and (date.expression.day or date.expression.kind in ("weekday", "days"))
    ]
    days = [date for date in told if is_event_day(reading, date) and _is_in_sentence(reading, date)]
    days = [date for date in days if not any(sentence.start_char <= date.span.start < sentence.end_char for sentence in aside)]
    return days[0] if days and len({date.expression for date in days}) == 1 else None


def _is_in_sentence(reading: "Reading", date: DateMention) -> bool:
    """Whether a day stands in a sentence with a verb, in no dateline or heading, and is not that of an arrest."""
    token = reading.token_at(date.span.start)
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), token)
    arrest = verb.lemma_ in read_words("extract", "custody_verbs")
    return not arrest and any(other.pos_ in ("VERB", "AUX") for other in token.sent)


def _opens_paragraph(reading: "Reading", place: PlaceMention) -> bool:
    """Whether a name stands in a dateline."""
    low, high = reading.paragraph_at(place.span.start)
    return place.span.start == low and _is_dateline(reading.article.text[low:high], place)


def _only(reading: "Reading", sentences: "Sequence[Words]") -> PlaceMention | None:
    named = [place for place in reading.places if any(s.start_char <= place.span.start < s.end_char for s in sentences)]
    known = [place for place in named if place.candidates and place.candidates[0].region is not None and not _is_elsewhere(reading, place)]
    if len({place.candidates[0].region for place in known}) != 1:
        return None
    towns = [place for place in known if place.candidates[0].place.precision == "city"]
    divisions = (place for place in known if place.candidates[0].place.precision == "region")
    return towns[0] if len({place.candidates[0].place for place in towns}) == 1 else next(divisions, None)


def _is_elsewhere(reading: "Reading", place: PlaceMention) -> bool:
    """Whether a name only says where a report is sent from, where somebody spoke, where a journey leads or whose something is, or stands
    for a government or one who speaks."""
    if is_sent_from(reading, place) or _opens_paragraph(reading, place):
        return True
    root = root_of(reading, place)
    if root is None:
        return False
    if root.head.lower_ in MEASURES or root.head.lemma_.lower() in read_words("extract", "hospitals"):
        return True  # "the worst since Lima", "at Lima's hospital"
    if root.dep_ == "poss" and root.head.ent_type_ not in PLACES:
        return root.head.lemma_ not in read_words("extract", "place_nouns")  # "Lima's campaign" was not in Lima
    if root.head.lower_ == "to" and root.head.head.lemma_ in read_harm_words()["injured"]["verbs_moving"]:
        return True  # "sent by helicopter to Lima"
    if root.dep_ == "compound" and root.head.lemma_ in read_words("extract", "governing_nouns"):
        return True  # "the Lima government"
    if is_of_source(root.head, frozenset(read_person_nouns())):
        return True
    return is_government(root.head) or is_speaker_or_venue(root) or is_destination(root) or is_hyphened(place, root)


def find_meant(reading: "Reading", sentences: "Sequence[Words]") -> PlaceMention | None:
    """The town that "in the city" takes up: the last one named before, where it is no further back than the paragraph before."""
    for sentence in sentences:
        taken_up = next((token for token in sentence if _takes_up_town(token)), None)
        if taken_up is None:
            continue
        if any(child.lower_ == "same" for child in taken_up.children):
            return find_main_town(reading, [sentence])
        start, _ = reading.paragraph_at(taken_up.idx)
        reach = max((low for low, _ in reading.paragraphs if low < start), default=start)
        towns = [place for place in reading.places if reach <= place.span.start < taken_up.idx and is_narrow(place) and place.candidates]
        towns = [place for place in towns if not is_sent_from(reading, place) and not _is_measured(reading, place)]
        towns = [place for place in towns if not _is_division(reading, place)]
        if towns:
            return towns[-1]
    return None


def _is_division(reading: "Reading", place: PlaceMention) -> bool:
    """Whether the word behind a name says that it is no town's: "the capital of Vale region"."""
    root = root_of(reading, place)
    following = root.doc[root.i + 1 : root.i + 2].text.lower() if root is not None else ""
    return following in read_words("model", "district_words")


def find_beside(reading: "Reading", sentences: "Sequence[Words]") -> PlaceMention | None:
    """The one town that sentences lay an event beside without a distance ("positions south of Lima")."""
    held = [place for place in reading.places if any(s.start_char <= place.span.start < s.end_char for s in sentences)]
    beside = [place for place in held if is_narrow(place) and _is_measured(reading, place)]
    near = [place for place in beside if not _has_distance(reading, place)]
    return near[0] if len({place.span.text for place in near}) == 1 else None


def _has_distance(reading: "Reading", place: PlaceMention) -> bool:
    root = root_of(reading, place)
    return root is not None and any(token.lemma_ in LENGTHS for token in root.sent[: root.i - root.sent.start][-DISTANCE:])


def _takes_up_town(token: "Token") -> bool:
    """ "In the city", "in the same city", "killed there": not "in the city of Lima" or "in the port city"."""
    if token.lower_ == "there":
        return token.dep_ == "advmod" and token.head.pos_ == "VERB"
    alone = [child.lower_ for child in token.children] in (["the"], ["the", "same"])
    return alone and token.lemma_ in TOWNS and token.dep_ == "pobj" and token.head.lower_ == "in"


def _is_measured(reading: "Reading", place: PlaceMention) -> bool:
    root = root_of(reading, place)
    root = root.head if root is not None and root.dep_ in ("appos", "compound") else root  # "south of the capital Lima"
    if root is not None and root.head.lower_ == "of" and root.head.head.lemma_ in TOWNS | read_words("extract", "place_nouns"):
        root = root.head.head  # "south of the town of Lima"
    return root is not None and root.dep_ == "pobj" and is_measured_from(root.head)


def find_holder(reading: "Reading", place: PlaceMention) -> PlaceMention | None:
    """What an unknown village lies in by its own words, with these for its name: "the village of Zambor in rural Cusco" is Cusco's region.

    None where the article nowhere puts the name into a division or a town; a country or more says too little.
    """
    for named in (other for other in reading.places if other.span.text == place.span.text):
        if (owner := _find_owner(reading, named)) is not None:
            return PlaceMention(reading.span(owner.span.start, named.span.end), owner.candidates)
        following = next((other for other in reading.places if other.span.start >= named.span.end), None)
        if following is None or not following.candidates or is_vast(following.candidates[0].place):
            continue
        between = [token for token in reading.doc if named.span.end <= token.idx < following.span.start and not token.is_space]
        if between and len(between) <= HOLDING and all(map(_is_holding, between)):
            return PlaceMention(reading.span(named.span.start, following.span.end), _widen(reading, between, following))
    return None


def is_unknown(reading: "Reading", place: PlaceMention) -> bool:
    """Whether a name is in no gazetteer, or all towns of it are small ones in countries that the article does not name."""
    named = dict(reading.countries)
    far = all(c.place.precision == "city" and c.population < LARGE and c.place.country not in named for c in place.candidates)
    return far and bool(named or not place.candidates)


def put_into_division(reading: "Reading", village: PlaceMention, sentences: "Sequence[Words]") -> PlaceMention:
    """An unknown name with what the only division named around some sentences may be, in the country that the article names most."""
    inner = find_only_place(reading, sentences)
    main = [country for country, _ in reading.countries[:1]]
    divisions = [c for c in inner.candidates if c.place.precision == "region"] if inner is not None else []
    return PlaceMention(village.span, tuple(c for c in divisions if not main or c.place.country in main) or village.candidates)


def _find_owner(reading: "Reading", part: PlaceMention) -> PlaceMention | None:
    """The town right before a name that says it is one of its parts: "Porto's Nordend section"."""
    text = reading.article.text
    owned = (other for other in reading.places if OWNED.fullmatch(text[other.span.end : part.span.start]))
    return next((other for other in owned if other.candidates and is_narrow(other)), None)


def _is_holding(token: "Token") -> bool:
    words = {token.lower_, token.lemma_}
    return not words.isdisjoint(HOLDING_WORDS) or not words.isdisjoint(read_words("extract", "place_nouns") | _read_sides())


def _read_sides() -> frozenset[str]:
    return read_words("annotate", "parts_of_towns")


def _widen(reading: "Reading", between: "Sequence[Token]", holder: PlaceMention) -> tuple[Candidate, ...]:
    """What a holder may be; the land around a town is its division where one bears its name: "rural Cusco"."""
    root = root_of(reading, holder)
    around = not read_words("extract", "land_nouns").isdisjoint(word for token in between for word in (token.lower_, token.lemma_))
    behind = root is not None and root.i + 1 < len(root.doc) and root.nbor(1).lemma_ in read_words("extract", "land_nouns")
    regions = tuple(c for c in holder.candidates if c.place.precision == "region")
    return regions if regions and (around or behind) else holder.candidates


def is_stray(reading: "Reading", place: PlaceMention, home: PlaceMention) -> bool:
    """Whether a town that bears a name is too far to be meant while the police of another one, `home`, are at work.

    It lies in a country that the article does not name, or is small and in a division where nothing else lies that it names.
    """
    if not home.candidates:
        return False
    told, own = place.candidates[0], home.candidates[0]
    served = _find_served(reading)
    if told.place.precision != "city" or served is None or served.candidates[0].place != own.place:
        return False
    if told.place.country != own.place.country:
        return told.place.country not in dict(reading.countries)
    others = {other.candidates[0].region for other in reading.places if other.candidates and other.span.text != place.span.text}
    return told.region not in others and told.population < LARGE


def _find_served(reading: "Reading") -> PlaceMention | None:
    served = [place for place in reading.places if place.candidates and _has_force(reading, place)]
    towns = [place for place in served if is_narrow(place)]
    counties = [place for place in served if place.candidates[0].place.precision == "second-order"]
    return _most_often(towns) or _most_often(counties)


def _most_often(places: Sequence[PlaceMention]) -> PlaceMention | None:
    counts = Counter(place.candidates[0].place for place in places).most_common(2)
    if not counts or (len(counts) == 2 and counts[0][1] == counts[1][1]):
        return None
    return next(place for place in places if place.candidates[0].place == counts[0][0])


def _has_force(reading: "Reading", place: PlaceMention) -> bool:
    root = root_of(reading, place)
    following = root.doc[root.i + 1 : min(root.i + 1 + FORCE, root.sent.end)] if root is not None else ()
    return any(token.lemma_ in read_words("extract", "local_forces") for token in following)


def _is_dateline(paragraph: str, first: PlaceMention) -> bool:
    """Whether a paragraph's first words are a town in capitals, set off by a dash or a colon from what follows."""
    town = first.span.text
    behind = paragraph[len(town) : len(town) + DATELINE]
    return paragraph.startswith(town) and town.isupper() and (behind.startswith(": ") or bool(DASH.search(behind)))
