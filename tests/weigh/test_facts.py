"""Places, days and weapons of one incident that are not the same."""

from dataclasses import replace

from tests.align.sheets import Teller, align

from crosswire.align import align_story
from crosswire.model import Finding, Sheet
from crosswire.weigh import weigh_story


def tell(id: str, town: str = "Arl", day: str = "2031-05-05", **facts: object) -> Teller:
    return Teller(id, "2031-05-06").tell(f"{id} says that 35 people died and 40 were hurt.", town, day, killed="35", injured="40", **facts)


def weigh(*tellers: Teller) -> dict[str | None, Finding]:
    """The findings about the one incident, by field."""
    weighed = weigh_story([teller.close() for teller in tellers], align(*tellers), [])
    (_,) = weighed.incidents
    return {finding.field: finding for finding in weighed.findings}


def test_one_place_and_day_are_no_finding() -> None:
    assert set(weigh(tell("a"), tell("b"))) == {"killed", "injured"}


def test_one_toll_on_two_days_in_a_row_is_one_incident_whose_day_differs() -> None:
    found = weigh(tell("a"), tell("b"), tell("c", day="2031-05-04"))["date"]
    assert (found.kind, found.relation, found.odd, found.independent) == ("differs", "conflict", ("c",), 3)
    assert {side.value: side.articles for side in found.sides} == {"2031-05-04": ("c",), "2031-05-05": ("a", "b")}
    assert found.why == "For the date The C says 2031-05-04, The A, The B say 2031-05-05: they are 1 day apart."


def test_the_day_of_an_incident_is_the_one_most_give_or_left_open() -> None:
    assert _date(tell("a"), tell("b"), tell("c", day="2031-05-04")) == "2031-05-05"
    assert _date(tell("a"), tell("c", day="2031-05-04")) is None


def _date(*tellers: Teller) -> str | None:
    (incident,) = align(*tellers).incidents
    return incident.date and incident.date.start


def test_another_weapon_is_shown_and_may_be_another_still() -> None:
    found = weigh(tell("a", weapon="drone"), tell("b", weapon="missile"))["weapon"]
    assert (found.kind, found.relation, [side.value for side in found.sides]) == ("differs", "compatible", ["drone", "missile"])


def test_an_article_that_speaks_of_both_weapons_differs_from_nobody() -> None:
    both = tell("a", weapon="drone").write("A missile was seen too.")
    assert "weapon" not in weigh(both, tell("b", weapon="missile"))


def test_a_suburb_may_stand_for_its_city() -> None:
    one, other = tell("a").close(), tell("b", town="Besk").close()
    near = [one, _move(other, 11.1)]
    found = _weigh_sheets(near)["place"]
    assert (found.kind, found.relation) == ("differs", "compatible")
    assert "11 km apart" in found.why
    assert "place" not in _weigh_sheets([one, _move(other, 12.0)])


def _move(sheet: Sheet, lat: float) -> Sheet:
    """The sheet with its town on another latitude."""
    mention = sheet.incidents[0]
    assert mention.place is not None
    candidates = tuple(replace(c, place=replace(c.place, lat=lat)) for c in mention.place.candidates)
    return replace(sheet, incidents=(replace(mention, place=replace(mention.place, candidates=candidates)),))


def _weigh_sheets(sheets: list[Sheet]) -> dict[str | None, Finding]:
    aligned = align_story(sheets, {sheet.article.id: sheet.article.day for sheet in sheets if sheet.article.day}, {})
    return {finding.field: finding for finding in weigh_story(sheets, aligned, []).findings}
