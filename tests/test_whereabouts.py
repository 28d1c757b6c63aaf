"""How places and days are scored: by distance along a great circle, and by the one day."""

from pathlib import Path

import pytest

from crosswire.model import Place

from datasets import Day, Toponym, read_geovirus, read_lgl, read_timebank
from whereabouts import find_days, is_near, judge_places, measure_days, measure_distance

LISBON, PORTO = (38.72, -9.14), (41.15, -8.61)

LGL = """<articles><article docid="7"><text><![CDATA[Rain fell on Porto and Zzyg.]]></text><toponyms>
<toponym><start>13</start><end>18</end><gaztag><lat>41.15</lat><lon>-8.61</lon></gaztag></toponym>
<toponym><start>23</start><end>27</end></toponym></toponyms></article></articles>"""
VIRUS = """<articles><article><text>Porto is wet.</text><locations><location><name>Porto</name><start>1</start><end>6</end>
<lat>41.15</lat><lon>-8.61</lon></location></locations></article></articles>"""
TIMES = """<TimeML><DCT><TIMEX3 type="DATE" value="2031-05-06T10:00">then</TIMEX3></DCT><TEXT>It <EVENT>fell <TIMEX3 type="DATE"
value="2031-05-05">Monday</TIMEX3></EVENT> in a <TIMEX3 type="DURATION" value="P1W">week</TIMEX3> of <TIMEX3 type="DATE" value="2031">the
year</TIMEX3>.</TEXT></TimeML>"""


def test_distances_are_along_a_great_circle() -> None:
    assert measure_distance(LISBON, PORTO) == pytest.approx(274, abs=2)
    assert measure_distance((0, 179.5), (0, -179.5)) == pytest.approx(111.2, abs=0.1)


def test_a_place_without_coordinates_is_near_nothing() -> None:
    spot = Toponym(0, 5, *LISBON)
    assert is_near(Place("Lisbon", "PT", 1, 38.8, -9.2, "city"), spot)
    assert not is_near(Place("Porto", "PT", 2, *PORTO, "city"), spot)
    assert not is_near(Place("Lisbon", None, None, None, None, None), spot)


def test_a_name_is_judged_where_it_stands() -> None:
    text = "Rain fell on Porto and on Zzyg."
    spots = [Toponym(13, 18, *PORTO), Toponym(13, 18, *LISBON), Toponym(26, 30, *LISBON)]
    assert judge_places({"id": "a", "text": text}, spots) == [True, False, False]


def test_days_are_read_against_the_day_of_publication() -> None:
    row = {"id": "a", "text": "The bridge fell on Monday and was closed in May.", "published": "2031-05-06"}
    assert find_days(row) == [(19, 25, "2031-05-05")]
    assert measure_days([(row, [Day(19, 25, "2031-05-05"), Day(44, 47, None)])]) == {"days": 1.0, "days.true": 1.0}
    assert measure_days([(row, [Day(19, 25, "2031-05-12")])]) == {"days": 0.0, "days.true": 0.0}


def test_the_sets_are_read_with_their_offsets(tmp_path: Path) -> None:
    for name, content in (("geo/lgl.xml", LGL), ("geo/GeoVirus.xml", VIRUS), ("timebank/TimeBank/a.tml", TIMES)):
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    [(row, spots)] = read_lgl(tmp_path)
    assert [row["text"][spot.start : spot.end] for spot in spots] == ["Porto"]
    [(row, spots)] = read_geovirus(tmp_path)
    assert [row["text"][spot.start : spot.end] for spot in spots] == ["Porto"]
    [(row, days)] = read_timebank(tmp_path)
    assert row["published"] == "2031-05-06"
    assert [(row["text"][day.start : day.end].split(), day.day) for day in days] == [(["Monday"], "2031-05-05"), (["the", "year"], None)]
