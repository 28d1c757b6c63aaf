"""A user's file of towns in the form of GeoNames' dumps: read, laid beside the gazetteer, and refused with a reason."""

import zipfile
from pathlib import Path

import pytest

import crosswire
from crosswire.annotate import compile_gazetteer
from crosswire.annotate.dumps import COLUMNS, read_dump
from crosswire.annotate.gazetteer import Gazetteer
from crosswire.errors import SettingsError
from crosswire.model import Place

CUSCO = {
    "geonameid": 1,
    "name": "Cusco",
    "latitude": -13.5,
    "longitude": -72.0,
    "countrycode": "PE",
    "population": 400_000,
    "admin1code": "08",
    "alternatenames": ["Cuzco"],
}
SMALL = {
    "cities500.json": {"1": CUSCO},
    "countries.json": {"PE": {"geonameid": 2, "name": "Peru", "iso": "PE", "population": 3}},
    "continents.json": {},
}


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gazetteer of one town, so that it is compiled at once."""
    monkeypatch.setattr(compile_gazetteer, "_load", SMALL.__getitem__)


def make_line(id: int, name: str, *, lat: object = -13.5, lon: object = -72.0, feature: str = "PPL", **told: object) -> str:
    """One line of a dump; `told` may give `alternates`, `feature_class`, `country`, `admin1` and `population`."""
    cells = [""] * COLUMNS
    cells[0], cells[1], cells[2], cells[3] = str(id), name, name, str(told.get("alternates", ""))
    cells[4], cells[5], cells[6], cells[7] = str(lat), str(lon), str(told.get("feature_class", "P")), feature
    cells[8], cells[10], cells[14] = str(told.get("country", "PE")), str(told.get("admin1", "08")), str(told.get("population", 0))
    return "\t".join(cells)


def write(folder: Path, *lines: str, name: str = "PE.txt") -> Path:
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    return path


def test_villages_of_the_file_are_known_with_their_points_and_other_names(tmp_path: Path) -> None:
    path = write(tmp_path, make_line(900_000_001, "Quelcamayu", alternates="Kelkamayo,Quelca Mayu", population=40))
    places = Gazetteer.open(tmp_path, path)
    village = Place("Quelcamayu", "PE", 900_000_001, -13.5, -72.0, "city")
    assert [places.look_up(name)[0].place for name in ("Quelcamayu", "Kelkamayo", "QUELCA MAYU")] == [village] * 3
    assert places.look_up("Quelcamayu")[0].region == places.look_up("Cusco")[0].region
    assert Gazetteer.open(tmp_path).look_up("Quelcamayu") == ()


def test_what_the_gazetteer_has_stays_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, make_line(1, "Qosqopampa"), make_line(900_000_002, "Tarucpampa"))
    places = Gazetteer.open(tmp_path, path)
    assert places.look_up("Cusco") == Gazetteer.open(tmp_path).look_up("Cusco")
    assert places.look_up("Qosqopampa") == ()
    assert places.look_up("Tarucpampa") != ()


def test_an_id_met_twice_counts_once(tmp_path: Path) -> None:
    line = make_line(900_000_003, "Tarucpampa")
    assert len(Gazetteer.open(tmp_path, write(tmp_path, line, line)).look_up("Tarucpampa")) == 1


def test_other_features_parts_of_towns_and_places_of_the_past_are_passed_over(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        make_line(1, "Hill", feature="MT", feature_class="T"),
        make_line(2, "Quarter", feature="PPLX"),
        make_line(3, "Ruin", feature="PPLH"),
        make_line(4, "Village"),
        "",
        make_line(5, "Camp", feature="PPLL"),
    )
    assert [record["name"] for record in read_dump(path)] == ["Village", "Camp"]


def test_a_zip_is_read_as_it_is_downloaded(tmp_path: Path) -> None:
    path = tmp_path / "PE.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "The main table has these columns ...")
        archive.writestr("PE.txt", make_line(4, "Village") + "\n")
    assert [record["geonameid"] for record in read_dump(path)] == [4]


def test_another_file_of_the_same_name_is_compiled_anew(tmp_path: Path) -> None:
    first = Gazetteer.open(tmp_path, write(tmp_path, make_line(900_000_004, "Tarucpampa")))
    second = Gazetteer.open(tmp_path, write(tmp_path, make_line(900_000_005, "Quelcamayu")))
    assert (first.look_up("Quelcamayu"), second.look_up("Tarucpampa")) == ((), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,name,lat\n", r"PE\.txt, line 1, has 1 columns parted by tabs and not 19: give a file as GeoNames has it"),
        (make_line(4, "Village") + "\nshort\tline\n", "line 2, has 2 columns"),
        (make_line(4, "Village", lat="north") + "\n", "line 1, has no number where"),
        (make_line(4, "Village", lat=91) + "\n", r"line 1, has an id or coordinates that cannot be \(4, 91, -72.0\)"),
        (make_line(4, "Village", lon="nan") + "\n", "coordinates that cannot be"),
        (make_line(0, "Village") + "\n", "coordinates that cannot be"),
        (make_line(4, "Hill", feature_class="T") + "\n", "names no populated place"),
        ("", "names no populated place"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "PE.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        Gazetteer.open(tmp_path / "cache", path)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.txt cannot be read"):
        Gazetteer.open(tmp_path, tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes(make_line(4, "Iñapari").encode("latin-1"))
    with pytest.raises(SettingsError, match=r"latin\.txt is not in UTF-8"):
        list(read_dump(tmp_path / "latin.txt"))
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("PE.txt", "")
        archive.writestr("BO.txt", "")
    with pytest.raises(SettingsError, match=r"two\.zip holds 2 tables"):
        list(read_dump(tmp_path / "two.zip"))


def test_a_run_with_a_file_of_another_form_ends_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "report.txt").write_text("Nine people died in a fire in Cusco on Monday.", encoding="utf-8")
    (tmp_path / "PE.csv").write_text("id,name\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"PE\.csv, line 1, has 1 columns"):
        crosswire.build(tmp_path / "report.txt", gazetteer=tmp_path / "PE.csv")
