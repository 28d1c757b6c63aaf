"""Pages opened from files in a real browser, and watched: whatever they say, ask for or fail at is a failure of the test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.opened import DESK, Opened, OpenFile, OpenRecord
from tests.records import make_record

import crosswire
from crosswire import model
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page
from crosswire.sample import sample_folder

from browsers import MISSING, find_browser, open_browser
from datasets import SHARED
from drafts import make_many

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE = Path(__file__).parent
SEEDS = SHARED / "seeds"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here is marked as one that needs a browser."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The browser of this machine; without one the tests are skipped, or fail under CROSSWIRE_BROWSER=required."""
    if find_browser() is None:
        (pytest.fail if os.environ.get("CROSSWIRE_BROWSER") == "required" else pytest.skip)(MISSING)
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def write_page(tmp_path_factory: pytest.TempPathFactory) -> Callable[[model.Record], Path]:
    """Writes a record's page into a file, once."""
    folder, written = tmp_path_factory.mktemp("pages"), {}

    def write(record: model.Record) -> Path:
        if id(record) not in written:
            path = folder / f"{len(written)}.html"
            path.write_bytes(make_page(make_lookup(record)))
            written[id(record)] = record, path  # the record is kept, so that no other gets its id
        return written[id(record)][1]

    return write


@pytest.fixture
def open_file(browser: "Browser") -> Iterator[OpenFile]:
    """Opens a file; afterwards no page may have said anything, failed, or asked for anything but itself."""
    opened: list[Opened] = []

    def open_it(path: Path, fragment: str = "", *, media: str = "screen", **options: Any) -> Opened:
        context = browser.new_context(**{"offline": True, "viewport": DESK} | options)
        context.set_default_timeout(60_000)  # a machine may be busy with much else
        here = Opened(context.new_page(), path.as_uri())
        opened.append(here)
        here.page.emulate_media(media=media)  # type: ignore[arg-type]
        here.open(fragment)
        return here

    yield open_it
    for here in opened:
        here.page.context.close()
    assert [line for here in opened for line in here.heard] == []
    assert {address for here in opened for address in here.asked} <= {here.address for here in opened}


@pytest.fixture
def open_record(open_file: OpenFile, write_page: Callable[[model.Record], Path]) -> OpenRecord:
    """Opens a record's page, as `open_file` does."""
    return lambda record, *args, **options: open_file(write_page(record), *args, **options)


@pytest.fixture(scope="session")
def full() -> model.Record:
    """A story with everything that a record can hold."""
    return make_record()


@pytest.fixture(scope="session")
def sample() -> model.Record:
    """The record of the bundled sample."""
    with sample_folder() as folder:
        return crosswire.build(folder, workers=1)


@pytest.fixture(scope="session")
def many() -> model.Record:
    """A record of 400 articles."""
    return make_many()


@pytest.fixture(scope="session")
def seeds() -> model.Record:
    """The record of the five reports of the optional folder of research data."""
    paths = sorted(SEEDS.glob("*.txt"))
    if not paths:
        pytest.skip(f"{SEEDS.name} is not here: what is asked of them is checked where they are")
    return crosswire.build(paths, workers=1)
