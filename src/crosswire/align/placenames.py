"""What a story calls its places: by the gazetteer's name where a report has it, else by the spelling that most reports have."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from crosswire.align.places import choose_place, choose_seat
from crosswire.align.spellings import fold_name
from crosswire.model import Place, PlaceMention, Sheet, read_words

MOST_WORDS = 3
# Of 100: how like two spellings of one town are; shorter names are towns of their own.
ALIKE, LEAST_LETTERS = 85, 6
DIVISIONS = frozenset({"region", "second-order"})
Names = Mapping[Place, str]


def list_names(sheets: Sequence[Sheet], countries: Mapping[str, float]) -> dict[Place, str]:
    """The name of each place that a story's reports spell in no way as the gazetteer does; countries and divisions keep theirs."""
    told: dict[Place, Counter[str]] = {}
    for sheet in sheets:
        for place, name in sorted(set(_list_told(sheet, countries)), key=str):
            told.setdefault(place, Counter())[name] += 1
    return {place: min(names, key=lambda name: (-names[name], name)) for place, names in told.items() if not _has_own(place, names)}


def call(place: Place, names: Names) -> Place:
    """The place under the name that its story has for it."""
    return replace(place, name=names.get(place, place.name))


def keep_village(sheet: Sheet, mention: PlaceMention, place: Place) -> Place:
    """An unknown village that the report puts into a known division ("Vale in Land province") under its own name; its own coordinates are
    not known.
    """
    first = next((one for one in sheet.places if one.span.start == mention.span.start), None)
    own = first.span.text if first is not None and first.candidates != mention.candidates else None
    if own is None or not (place.precision in DIVISIONS or _is_of_division(sheet, mention)):
        return place
    return Place(" ".join(own.split()), place.country, None, None, None, None, within=place.name)


def _is_of_division(sheet: Sheet, mention: PlaceMention) -> bool:
    """Whether the word behind a name says that it is a division's: "Vale, in Land district"."""
    behind = sheet.article.text[mention.span.end :].split(maxsplit=1)
    return bool(behind) and behind[0].strip(".,;:)").lower() in read_words("model", "district_words")


def find_spelt(place: Place | None, others: Sequence[Place | None]) -> Place | None:
    """The known town of which an unknown name is another spelling ("Vallee" for "Vale"), if incidents are told of just one such; of unknown
    spellings the one that most incidents are told of.
    """
    if place is None or place.precision is not None or len(place.name) < LEAST_LETTERS:
        return place
    like = Counter(other for other in others if other is not None and _sound_alike(place.name, other.name))
    towns = [other for other in like if other.precision == "city"]
    if towns:
        return towns[0] if len(towns) == 1 else place
    return min((other for other in like if other.precision is None), key=lambda one: (-like[one], one.name, str(one)), default=place)


def _sound_alike(one: str, other: str) -> bool:
    mine, theirs = "".join(fold_name(one)), "".join(fold_name(other))
    return ratio(mine, theirs) >= ALIKE


def _list_told(sheet: Sheet, countries: Mapping[str, float]) -> Iterator[tuple[Place, str]]:
    for mention in sheet.places:
        name = " ".join(mention.span.text.split())
        if mention.candidates and len(name.split()) <= MOST_WORDS and not name.isupper():
            for place in {choose_place(mention, countries), choose_seat(mention)}:
                if place.precision == "city" and _is_name(mention):
                    yield place, name


def _is_name(mention: PlaceMention) -> bool:
    return all(word[:1].isupper() or word.islower() for word in mention.span.text.split())


def _has_own(place: Place, names: Counter[str]) -> bool:
    return fold_name(place.name) in {fold_name(name) for name in names}
