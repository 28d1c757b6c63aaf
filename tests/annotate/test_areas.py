"""Seas, straits and lakes, lands that are no divisions, continents: known, so that no village of the name is taken for them."""

import pytest
import shapely
from tests.readings import read_text

from crosswire.annotate.gazetteer import Gazetteer
from crosswire.annotate.tables import read_table
from crosswire.model import Place
from crosswire.report.drawings.outlines import read_atlas

PLACES = Gazetteer.open()
INLAND = frozenset({"Aral Sea", "Great Lakes", "Sea of Galilee", "Suez Canal"})


def first(text: str) -> Place:
    """What the first place of a text is taken for."""
    return read_text(text).places[0].candidates[0].place


@pytest.mark.parametrize(
    ("name", "own", "precision"),
    [
        ("Red Sea", "Red Sea", "waters"),
        ("the Pacific", "Pacific Ocean", "waters"),
        ("Hormuz Strait", "Strait of Hormuz", "waters"),
        ("Sahel", "Sahel", "continent"),
        ("Middle East", "Middle East", "continent"),
        ("Donbass", "Donbas", "area"),
        ("Darfur region", "Darfur", "area"),
        ("Africa", "Africa", "continent"),
    ],
)
def test_seas_lands_and_continents_come_before_towns_of_the_name(name: str, own: str, precision: str) -> None:
    place = PLACES.look_up(name)[0].place
    assert (place.name, place.precision) == (own, precision)
    assert place.lat is not None and place.lon is not None


def test_continents_lie_where_geonames_puts_them() -> None:
    assert PLACES.look_up("Africa")[0].place == Place("Africa", None, 6255146, 7.1881, 21.0938, "continent")


def test_waters_lie_off_the_outlines_of_land_and_lands_on_them() -> None:
    land = shapely.union_all(read_atlas().land)
    for name, kind, _, lat, lon, _ in read_table("areas"):
        on_land = bool(land.contains(shapely.Point(float(lon), float(lat))))
        assert on_land == (kind != "waters" or name.startswith("Lake ") or name in INLAND), name


def test_lands_of_one_country_lie_in_it() -> None:
    countries = {country.code: country.area for country in read_atlas().countries}
    held = [row for row in read_table("areas") if row[2]]
    assert held
    assert [row[0] for row in held if not countries[row[2]].contains(shapely.Point(float(row[4]), float(row[3])))] == []


def test_every_name_is_one_land_or_water_alone() -> None:
    names = [one for name, *_, others in read_table("areas") for one in (name, *filter(None, others.split("|")))]
    assert len(names) == len(set(names))


def test_with_the_before_it_a_name_is_the_sea_s_and_with_its_state_behind_it_the_town_s() -> None:
    assert first("A ferry sank in the Pacific on Monday.").precision == "waters"
    assert first("A mill burnt down in Pacific, Missouri, on Monday.").precision == "city"


def test_a_province_is_one_where_the_text_says_so() -> None:
    place = first("Floods hit Red Sea governorate in Egypt on Monday.")
    assert (place.precision, place.country) == ("region", "EG")
