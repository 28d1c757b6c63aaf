"""The page prints, without what can only be clicked; the brief of a story fits one sheet."""

import re
import zlib
from pathlib import Path

import pytest
from tests.browser.hostile import make_hostile_story
from tests.browser.opened import OpenFile, OpenRecord

from crosswire import model
from crosswire.report.lookups import make_lookup
from crosswire.report.page.briefs import make_briefs

from drafts import make_many


def count_pages(pdf: bytes) -> int:
    """The sheets of a PDF."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def count_runs(pdf: bytes) -> int:
    """How many runs of text a PDF sets."""
    streams = re.findall(rb"/FlateDecode[^>]*>>\s*stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return sum(len(re.findall(rb"T[jJ]\b", zlib.decompressobj().decompress(stream))) for stream in streams)


def test_the_overview_prints_its_words(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample)
    pdf = here.page.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert 1 <= count_pages(pdf) <= 3
    assert count_runs(pdf) > 50


def test_a_story_prints_without_what_is_clicked(open_record: OpenRecord, sample: model.Record) -> None:
    here = open_record(sample, sample.stories[0].id, media="print")
    assert here.find("h1").count() == 1
    assert here.find(".bar nav").count() == here.find("a.why").count() == here.find("#pane").count() == 0
    assert count_pages(here.page.pdf(format="A4")) >= 1


@pytest.mark.parametrize("kind", ["full", "sample", "seeds", "made up", "hostile"])
def test_a_brief_prints_on_one_sheet(kind: str, open_file: OpenFile, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    made = {"made up": lambda: make_many(8), "hostile": make_hostile_story}
    record = made[kind]() if kind in made else request.getfixturevalue(kind)
    briefs = make_briefs(make_lookup(record))
    assert len(briefs) == len(record.stories)
    sheets = {}
    for name, brief in briefs.items():
        (tmp_path / name).write_bytes(brief)
        here = open_file(tmp_path / name, media="print")
        pdf = here.page.pdf(prefer_css_page_size=True, format="A4")
        sheets[name] = count_pages(pdf)
        assert count_runs(pdf) > 10
        assert len(here.page.locator("body").inner_text().split()) > 20
    assert sheets == dict.fromkeys(briefs, 1)
