"""Countries under their names and numbers."""

from crosswire.report.exports.countries import read_countries


def test_every_code_is_two_letters_with_a_name_and_a_number() -> None:
    countries = read_countries()
    assert len(countries) > 240
    assert all(len(code) == 2 and country.name and 0 <= country.number < 1000 for code, country in countries.items())
    assert (countries["PT"].name, countries["PT"].number) == ("Portugal", 620)
