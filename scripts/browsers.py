"""The machine's own browser, driven through Playwright: it is looked for on the path, and nothing is ever downloaded."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "google-chrome", "chromium-browser")  # scripts/install_browser.sh has the same
MISSING = "no browser here: install the package chromium (or google-chrome), as `make browser` does where it may"


@cache
def find_browser() -> str | None:
    """The path of the first browser that runs; a name may be there and only say what else to install."""
    paths = (shutil.which(name) for name in NAMES)
    return next((path for path in paths if path and _runs(path)), None)


def _runs(path: str) -> bool:
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """A browser without windows, closed at the end of the `with` block; a FileNotFoundError where there is none."""
    from playwright.sync_api import sync_playwright  # a development dependency, not needed where there is no browser

    if (path := find_browser()) is None:
        raise FileNotFoundError(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--force-color-profile=srgb", "--font-render-hinting=none"])
        yield browser
        browser.close()
