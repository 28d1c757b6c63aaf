"""The page stays light, and the record that stands for many articles is one that holds."""

from collections import Counter
from pathlib import Path

import pytest

import crosswire
from crosswire.model import Record
from crosswire.report.jsons import dump_record, load_record
from crosswire.report.lookups import make_lookup
from crosswire.report.page.pages import make_page

import paints
from datasets import SHARED
from drafts import make_many

KB, MB = 1_000, 1_000_000


@pytest.fixture(scope="module")
def many() -> Record:
    return make_many()


def test_the_page_of_400_articles_weighs_less_than_15_mb(many: Record) -> None:
    assert len(many.articles) == 400
    assert len(make_page(make_lookup(many))) < 15 * MB


def test_the_page_of_five_reports_weighs_less_than_400_kb() -> None:
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    if not paths:
        pytest.skip("seeds is not here: the weight of its page is checked where it is")
    assert len(paths) == 5
    assert len(make_page(make_lookup(crosswire.build(paths, workers=1)))) < 400 * KB


def test_made_up_articles_are_like_real_ones(many: Record) -> None:
    articles, length = len(many.articles), sum(len(article.text) for article in many.articles)
    assert 3_400 < length / articles < 3_900
    assert 6 < len(many.quotes) / articles < 8 and 3 < len(many.names) / articles < 4.5
    assert Counter(len(story.articles) for story in many.stories) == {4: 100}
    assert {finding.kind for finding in many.findings} == {"agrees", "differs", "single source", "altered quotation"}


def test_made_up_articles_make_a_record_that_holds(tmp_path: Path) -> None:
    few = make_many(8)
    (tmp_path / "record.json").write_bytes(dump_record(few))
    assert load_record(tmp_path) == few
    ids = [thing.id for thing in few.things()]
    assert len(ids) == len(set(ids))
    things = {*ids, *(article.id for article in few.articles)}
    assert {finding.about for finding in few.findings} | {quote.speaker for quote in few.quotes} <= things


def test_made_up_articles_are_the_same_on_every_run(many: Record) -> None:
    assert make_many() == many


def test_the_table_has_a_row_a_page_and_says_where_there_was_no_browser() -> None:
    seen = paints.Painting("5 reports", size=123_456, made=[1.0, 3.0, 2.0])
    table = paints.describe([seen], "no browser")
    assert "| 5 reports | 123 kB | 2.00 s | no browser | no browser | no browser |" in table
    assert "Medians of 3 rounds" in table
