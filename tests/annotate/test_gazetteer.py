"""Places under the names that reports use, from a file compiled once."""

import multiprocessing
import os
import pickle
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.annotate import compile_gazetteer
from crosswire.annotate.folding import drop_vowels, fold, loosen, strip_region_words
from crosswire.annotate.gazetteer import Gazetteer, is_ordinary, is_own_name
from crosswire.annotate.nations import read_nations
from crosswire.errors import CrosswireError
from crosswire.model import Candidate, Place

PLACES = Gazetteer.open()


def first(name: str) -> Place:
    return PLACES.look_up(name)[0].place


@pytest.mark.parametrize(
    ("names", "geonameid"),
    [
        (("Zaporizhzhia", "Zaporizhia", "Zaporozhye", "Запоріжжя", "ZAPORIZHZHIA"), 687700),
        (("Kyiv", "Kiev", "Київ", "kyiv", "KYIV"), 703448),
        (("Odesa", "Odessa"), 698740),
        (("El Fasher", "Al-Fashir", "el-Fashir"), 379555),
        (("Deir ez-Zor", "Deir ez Zor", "Deir al-Zor"), 170794),
        (("Naypyidaw", "Nay Pyi Taw"), 6611854),
        (("Gaza City", "Gaza"), 281133),
        (("Saint Petersburg", "St. Petersburg", "St Petersburg"), 498817),
        (("The Hague", "the Hague", "Hague"), 2747373),
        (("Zürich", "Zurich"), 2657896),
        (("Mosul",), 99072),
        (("Port-au-Prince", "Port au Prince"), 3718426),
        (("New York",), 5128581),
        (("Washington",), 4140963),
    ],
)
def test_spellings_of_a_city_find_it_first(names: tuple[str, ...], geonameid: int) -> None:
    assert {name: first(name).geonameid for name in names} == dict.fromkeys(names, geonameid)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Ukraine", "UA"), ("US", "US"), ("U.S.", "US"), ("USA", "US"), ("UK", "GB"), ("U.K.", "GB"), ("Britain", "GB"), ("UAE", "AE"),
     ("Syrian Arab Republic", "SY"), ("Georgia", "GE"), ("DR Congo", "CD"), ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"),
     ("the Netherlands", "NL"), ("Türkiye", "TR"), ("Burma", "MM"), ("Mexico", "MX")],
)  # fmt: skip
def test_countries_come_first_under_their_names(name: str, country: str) -> None:
    assert (first(name).precision, first(name).country) == ("country", country)


@pytest.mark.parametrize(
    ("name", "region", "country"),
    [("Kharkiv region", "Kharkiv", "UA"), ("Kharkov Oblast", "Kharkiv", "UA"), ("Anbar province", "Anbar", "IQ"),
     ("West Bank", "West Bank", "PS"),
     ("province of Idlib", "Idlib", "SY"), ("North Darfur", "Northern Darfur", "SD"), ("Texas", "Texas", "US"), ("N.Y.", "New York", "US"),
     ("Scotland", "Scotland", "GB"), ("Rakhine state", "Rakhine", "MM")],
)  # fmt: skip
def test_first_level_divisions_are_regions(name: str, region: str, country: str) -> None:
    place = first(name)
    assert (place.name, place.country, place.precision) == (region, country, "region")
    assert place.lat is not None


def test_a_city_comes_before_the_division_called_after_it() -> None:
    assert [c.place.precision for c in PLACES.look_up("Donetsk")][:2] == ["city", "region"]


def test_many_more_people_outweigh_an_exact_main_name() -> None:
    village = next(c for c in PLACES.look_up("Zaporizhzhia") if c.place.precision == "city" and c.population < 1000)
    assert village.place.name == "Zaporizhzhia"
    assert first("Zaporizhzhia").name != "Zaporizhzhia"


def test_the_main_name_outweighs_an_alternate_one_of_about_as_many_people() -> None:
    names = [c.place.name for c in PLACES.look_up("Sloviansk")]
    assert names.index("Slovyansk") < names.index("Nikopol")


@pytest.mark.parametrize("name", ["", " ", "...", "2025", "Xqzvbnm", "EU", "UN", "qwx " * 200, "\ud800", "\0"])
def test_what_is_no_place_has_no_candidates(name: str) -> None:
    assert PLACES.look_up(name) == ()


def test_small_letters_are_no_abbreviation() -> None:
    assert all(c.place.precision == "city" for c in PLACES.look_up("us"))


@pytest.mark.parametrize(
    ("word", "country"),
    [("Russian", "RU"), ("Ukrainians", "UA"), ("French", "FR"), ("Frenchmen", "FR"), ("British", "GB"), ("the Dutch", "NL"),
     ("Poles", "PL"),
     ("Iraqis", "IQ"), ("Palestinian", "PS"), ("South Korean", "KR"), ("US", "US"), ("England", "GB"), ("Jordan", "JO"), ("Germans", "DE"),
     ("Korean", None), ("Congo", None), ("polish", None), ("us", None), ("Paris", None), ("", None), ("Quux", None)],
)  # fmt: skip
def test_the_country_of_a_word(word: str, country: str | None) -> None:
    assert PLACES.country_of(word) == country


def test_every_country_has_its_names_and_people_once() -> None:
    records = compile_gazetteer._load("countries.json")
    nations = read_nations()
    assert {nation.code for nation in nations} <= records.keys() - compile_gazetteer.NO_LONGER
    unnamed = sorted(n.code for n in nations if records[n.code]["population"] > 1_000_000 and not n.people)
    assert unnamed == []


@pytest.mark.parametrize("name", ["Of", "Us", "Police", "March", "Victoria", "Reading", "Nice", "Mobile", "Jackson", "Turkey", "Canadian"])
def test_words_and_personal_names_are_ordinary(name: str) -> None:
    assert is_ordinary(name)


@pytest.mark.parametrize("name", ["Kyiv", "Mosul", "Zaporizhzhia", "Khartoum", "Port-au-Prince", "Aden"])
def test_names_of_places_alone_are_not_ordinary(name: str) -> None:
    assert not is_ordinary(name)


def test_a_place_s_own_name_is_told_from_names_in_other_languages() -> None:
    place = first("Zaporozhye")
    assert is_own_name("Zaporizhia", place)
    assert not is_own_name("Saporischschja", place)
    assert is_own_name("Zhytomyr", Place("Zhytomyr Oblast", "UA", None, None, None, "region"))


def test_a_country_across_the_180th_meridian_has_its_middle_on_its_own_side() -> None:
    longitude = first("Fiji").lon
    assert longitude is not None
    assert abs(longitude) > 170


@given(st.text())
def test_no_text_makes_a_look_up_fail_and_none_changes(name: str) -> None:
    assert PLACES.look_up(name) == PLACES._find(name)
    PLACES.country_of(name)
    is_ordinary(name)


@given(st.text())
def test_folding_and_stripping_settle(name: str) -> None:
    key = fold(name)
    assert loosen(key) == loosen(key.upper().casefold() if key.isascii() else key)
    core = strip_region_words(key)
    assert core is None or len(core) < len(key)


@settings(max_examples=50)
@given(st.sampled_from(["Zaporizhzhia", "Port-au-Prince", "Deir ez-Zor", "Washington", "Kharkiv region"]), st.randoms())
def test_case_does_not_matter_in_a_name(name: str, random: object) -> None:
    mixed = "".join(random.choice((c.upper(), c.lower())) for c in name)  # type: ignore[attr-defined]
    assert PLACES.look_up(mixed) == PLACES.look_up(name)


def test_candidates_are_sorted_the_same_in_another_process_and_after_pickling() -> None:
    other = pickle.loads(pickle.dumps(PLACES))
    assert other.look_up("San José") == PLACES.look_up("San José") != ()
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_look_up, (PLACES, "San José")) == PLACES.look_up("San José")


def _look_up_springfield(_: int) -> tuple[Candidate, ...]:
    return PLACES._find("Springfield")


def _look_up(places: Gazetteer, name: str) -> tuple[Candidate, ...]:
    return places.look_up(name)


CITY = {
    "geonameid": 1,
    "name": "Testville",
    "latitude": 1.0,
    "longitude": 2.0,
    "countrycode": "FR",
    "population": 20_000,
    "admin1code": "11",
    "alternatenames": ["Testburg", "TSV"],
}
SMALL = {
    "cities500.json": {"1": CITY},
    "countries.json": {"FR": {"geonameid": 2, "name": "France", "iso": "FR", "population": 3}},
    "continents.json": {},
}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compile_gazetteer, "_load", SMALL.__getitem__)


def _open_small(folder: Path) -> str:
    compile_gazetteer._load = SMALL.__getitem__  # type: ignore[assignment]
    return Gazetteer.open(folder).look_up("Testburg")[0].place.name


def test_two_processes_that_compile_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_open_small, [tmp_path] * 4, chunksize=1) == ["Testville"] * 4
    assert len(list(tmp_path.iterdir())) == 1


def test_the_same_data_gives_the_same_bytes(tmp_path: Path, small: None) -> None:
    paths = [tmp_path / "a", tmp_path / "b"]
    for path in paths:
        compile_gazetteer.compile_gazetteer(path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_folder_that_cannot_be_made_is_replaced_by_a_temporary_one(tmp_path: Path, small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    places = Gazetteer.open(tmp_path / "file" / "cache")
    assert places.look_up("Testville")[0].population == 20_000
    assert places._path.parent.parent == tmp_path
    assert Gazetteer.open(tmp_path / "file" / "cache")._path == places._path


@pytest.mark.skipif(os.name == "nt", reason="Windows has no owner to compare")
def test_a_temporary_folder_that_others_may_write_to_is_not_trusted(tmp_path: Path, small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    shared = tmp_path / f"crosswire-{os.getuid()}"
    shared.mkdir()
    shared.chmod(0o777)
    (tmp_path / "file").write_text("in the way")
    assert Gazetteer.open(tmp_path / "file")._path.parent != shared


def test_without_any_folder_to_write_to_the_error_says_what_to_do(tmp_path: Path, small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    with pytest.raises(CrosswireError, match="XDG_CACHE_HOME"):
        Gazetteer.open(tmp_path / "file")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_forked_process_reads_the_file_for_itself() -> None:
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(_look_up_springfield, range(4)) == [PLACES.look_up("Springfield")] * 4


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_damaged_file_is_compiled_again(tmp_path: Path, small: None, damage: bytes | None) -> None:
    path = Gazetteer.open(tmp_path)._path
    path.write_bytes(path.read_bytes()[:-4096] if damage is None else damage)
    assert Gazetteer.open(tmp_path).look_up("Testville") != ()


def test_the_user_s_cache_is_the_xdg_one(tmp_path: Path, small: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert Gazetteer.open()._path.parent == tmp_path / "crosswire"


def test_airport_codes_are_no_names(tmp_path: Path, small: None) -> None:
    assert Gazetteer.open(tmp_path).look_up("Tsv") == ()


def test_a_district_goes_by_its_full_name_alone() -> None:
    found = PLACES.look_up("Cornwall")
    assert "second-order" in {candidate.place.precision for candidate in found}
    counties = [candidate for candidate in PLACES.look_up("Jackson County") if candidate.place.precision == "second-order"]
    assert len(counties) > 10
    assert len({candidate.region for candidate in counties}) == len(counties)
    assert "second-order" not in {candidate.place.precision for candidate in PLACES.look_up("Jackson")}


def test_a_district_called_a_province_of_something_goes_by_that() -> None:
    assert "Province of Nueva Vizcaya" in {candidate.place.name for candidate in PLACES.look_up("Nueva Vizcaya")}


def test_towns_know_the_region_that_holds_them() -> None:
    town, region = PLACES.look_up("Lyon")[0], PLACES.look_up("Auvergne-Rhône-Alpes")[0]
    assert (town.place.precision, region.place.precision) == ("city", "region")
    assert town.region == region.region is not None


def test_a_country_lies_on_its_main_land() -> None:
    place = first("Portugal")
    assert place.lat is not None and place.lon is not None
    assert abs(place.lat - 39.6) < 0.5 and abs(place.lon + 8.2) < 0.5


def test_words_for_a_people_stand_for_its_countries() -> None:
    assert [candidate.place.name for candidate in PLACES.look_up_people("Peruvians")] == ["Peru"]
    assert {candidate.place.country for candidate in PLACES.look_up_people("Korean")} == {"KP", "KR"}
    assert PLACES.look_up_people("harbour") == ()


def test_a_name_spelt_otherwise_is_found_by_its_sound_in_a_country() -> None:
    assert [c.place.name for c in PLACES.look_up_alike("Marakesch", ["MA"])][:1] == ["Marrakesh"]
    assert PLACES.look_up_alike("Marakesch", ["PE"]) == ()


def test_a_name_known_as_it_is_written_has_none_that_sound_alike() -> None:
    assert PLACES.look_up("Casablanca") != ()
    assert PLACES.look_up_alike("Casablanca", ["MA"]) == ()


def test_an_article_fused_with_its_word_is_left_out() -> None:
    assert loosen("port essaid") == loosen("port es said") == loosen("port said")


def test_names_of_few_consonants_must_share_their_vowels_and_of_two_as_like_none_is_taken() -> None:
    assert drop_vowels("marakesch") == drop_vowels("marrakesh")
    assert drop_vowels("dolina") != drop_vowels("dulane")
    assert drop_vowels("dolina") == drop_vowels("dulena")
    assert PLACES.look_up_alike("Merukosch", ["MA"]) == ()


def test_small_towns_where_english_is_spoken_keep_only_names_like_their_own() -> None:
    alike = compile_gazetteer._is_alike
    assert alike("Fort Ambling", "Ambling") and alike("Amblyng", "Ambling") and alike("Амблинг", "Ambling")
    assert not alike("Jerusalem", "El Rio") and not alike("Orchard Park", "Vesk Park")
