"""Every part of the page of the bundled sample, photographed light, dark and on a phone: none is blank, none is heavy.

`make pictures` keeps them in docs/pictures.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.browser.opened import PHONE, Opened, OpenRecord
from tests.browser.pixels import Pixels, count_colours, photograph, write_png

from crosswire import model

PARTS = ("overview", "differences", "incidents", "sayings", "timeline", "map", "origins", "findings", "article", "why")
OPENERS = {"article": ".differences a.words", "why": ".differences a.why"}
PLACE = "element => [element.getBoundingClientRect().y + scrollY, element.getBoundingClientRect().height]"
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"color_scheme": "light", "viewport": PHONE},
}
TALLEST = 1400  # pixels of a picture
HEAVIEST = 200_000  # bytes
FEWEST = 12  # colours of a part with text, lines and washes of colour, smoothed at their edges


def find_story(record: model.Record, part: str) -> str:
    """The story that shows a part best: the one with altered words for what was said, else the one with most incidents."""
    told = {id: story.id for story in record.stories for id in story.articles}
    if part == "sayings":
        return next(told[finding.sides[0].articles[0]] for finding in record.findings if finding.kind == "altered quotation")
    stories = [told[incident.accounts[0].article] for incident in record.incidents]
    return max(sorted(set(stories)), key=stories.count)


def show_part(here: Opened, story: str, part: str) -> str | None:
    """Opens what the picture is of, and says which element that is; None for the window."""
    if part in ("overview", "findings"):
        here.go(part)
        return f"#{part}"
    here.go(story)
    if part in OPENERS:
        here.follow(here.find(f'[id="{story}"] {OPENERS[part]}').first)
        return None
    return f'[id="{story}-{part}"]'


def take(here: Opened, selector: str | None) -> Pixels:
    """The picture of an element as wide as the window, from its top down to `TALLEST`; of the window itself where there is none."""
    if selector is None:
        return photograph(here.page)
    y, height = here.find(selector).first.evaluate(PLACE)
    width = here.page.evaluate("document.documentElement.clientWidth")
    return photograph(here.page, {"x": 0, "y": y, "width": width, "height": min(height, TALLEST)})


@pytest.fixture(scope="module")
def keep(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bytes], object]:
    """Puts a picture where --pictures says, or nowhere that lasts."""
    folder: Path = request.config.getoption("--pictures") or tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return lambda name, picture: (folder / f"{name}.png").write_bytes(picture)


@pytest.mark.parametrize("look", LOOKS)
def test_every_part_has_its_picture(look: str, keep: Callable[[str, bytes], object], open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, reduced_motion="reduce", **LOOKS[look])
    heavy = {}
    for part in PARTS:
        pixels = take(here, show_part(here, find_story(sample, part), part))
        assert count_colours(pixels) >= FEWEST, part
        picture = write_png(pixels)
        heavy[part] = len(picture)
        keep(f"{part}-{look}", picture)
    assert {part: size for part, size in heavy.items() if size >= HEAVIEST} == {}
