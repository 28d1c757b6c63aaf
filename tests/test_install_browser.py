"""scripts/install_browser.sh installs a browser where there is none and it may; one that stays missing is said, and seldom an error."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from browsers import NAMES

SCRIPT = Path(__file__).parents[1] / "scripts" / "install_browser.sh"
TOOLS = ("sh", "env", "mktemp", "rm", "tail", "head", "chmod")
SAYS_FONT = "echo 'DejaVu Sans'"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the script is for systems with sh")


def add_program(folder: Path, name: str, body: str) -> None:
    """A program of that name on the path."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A path on which nothing is but the simplest tools, for a user who is root."""
    for name in TOOLS:
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    add_program(tmp_path, "id", "echo 0")
    return tmp_path


def run(path: Path, required: bool = False) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(path)} | ({"CROSSWIRE_BROWSER": "required"} if required else {})
    return subprocess.run([path / "sh", SCRIPT], env=environment, capture_output=True, text=True, check=False)


def add_packages(path: Path, installed: str) -> Path:
    """An apt-get that keeps what it is asked for, and installs one program."""
    log = path / "asked"
    make = f'if [ "$*" != "${{*%install*}}" ]; then echo \'exit 0\' > {path}/{installed}; chmod +x {path}/{installed}; fi'
    add_program(path, "apt-get", f'echo "$@" >> {log}\n{make}')
    return log


@pytest.mark.parametrize("name", NAMES)
def test_a_browser_that_runs_is_enough(name: str, path: Path) -> None:
    add_program(path, name, "exit 0")
    add_program(path, "fc-list", SAYS_FONT)
    log = add_packages(path, "nothing")
    done = run(path, required=True)
    assert (done.returncode, done.stdout, done.stderr, log.exists()) == (0, "", "", False)


def test_a_browser_is_installed_with_fonts(path: Path) -> None:
    add_program(path, "chromium-browser", "exit 1")  # a name that only says what else to install
    log = add_packages(path, "chromium")
    done = run(path, required=True)
    assert done.returncode == 0 and "once" in done.stdout
    update, install = log.read_text(encoding="utf-8").splitlines()
    assert update.split()[-1] == "update"
    assert {"install", "chromium", "fonts-dejavu-core"} <= set(install.split())


def test_fonts_are_installed_where_the_browser_has_none(path: Path) -> None:
    add_program(path, "chromium", "exit 0")
    log = add_packages(path, "fc-list")
    assert run(path).returncode == 0
    install = log.read_text(encoding="utf-8").splitlines()[-1]
    assert "fonts-dejavu-core" in install and "chromium" not in install


@pytest.mark.parametrize("required", [False, True])
def test_without_apt_get_it_says_what_is_missing(required: bool, path: Path) -> None:
    done = run(path, required)
    assert "chromium" in done.stderr
    assert done.returncode == int(required)


def test_a_failing_installation_fails_only_where_a_browser_is_wanted(path: Path) -> None:
    add_program(path, "apt-get", "echo no network; exit 100")
    assert run(path).returncode == 0
    done = run(path, required=True)
    assert done.returncode == 1 and "no network" in done.stderr


def test_it_asks_for_no_password(path: Path) -> None:
    add_program(path, "id", "echo 1000")
    log = add_packages(path, "chromium")
    add_program(path, "sudo", "exit 1")
    assert run(path).returncode == 0 and not log.exists()
