"""The same words given to two speakers are a finding; what may be one speaker is none."""

from tests.align.sheets import Teller
from tests.weigh.test_origins import share, weigh

from crosswire.model import Finding
from crosswire.weigh import Weighed

SAID = "The engines were checked twice on the morning of the flight"


def say(id: str, speaker: str, kind: str = "person", named: str | None = None) -> Teller:
    teller = Teller(id).write(f"{id} hears.")
    return teller.say(SAID, teller.name(speaker, kind), named=named or speaker)


def find(weighed: Weighed) -> list[Finding]:
    return [finding for finding in weighed.findings if finding.kind == "who differs"]


def test_two_people_for_one_sentence() -> None:
    (finding,) = find(weigh(say("a", "Ida Renk"), say("b", "Olaf Berg")))
    assert (finding.field, finding.odd, finding.independent) == ("speaker", (), 2)
    assert [(side.value, side.articles) for side in finding.sides] == [("Ida Renk", ("a",)), ("Olaf Berg", ("b",))]
    assert finding.why == "The same words are given by The A to Ida Renk, by The B to Olaf Berg."


def test_one_against_two_is_odd() -> None:
    (finding,) = find(weigh(say("a", "Olaf Berg"), say("b", "Ida Renk"), say("c", "Ida Renk")))
    assert finding.odd == ("a",)
    assert [side.articles for side in finding.sides] == [("b", "c"), ("a",)]


def test_two_copies_are_one_voice() -> None:
    one, copy, other = say("a", "Ida Renk"), say("b", "Ida Renk"), say("c", "Olaf Berg")
    (finding,) = find(weigh(one, copy, other, copies=(share(one.close(), copy.close(), SAID, "same text"),)))
    assert (finding.odd, finding.independent) == ((), 2)


def test_a_person_and_a_body_may_both_be_right() -> None:
    assert find(weigh(say("a", "Ida Renk"), say("b", "Harbour Board", "organisation"))) == []


def test_a_name_in_common_may_be_one() -> None:
    assert find(weigh(say("a", "Ida Renk"), say("b", "Olaf Renk"))) == []


def test_only_a_name_beside_the_words_speaks_to_it() -> None:
    assert find(weigh(say("a", "Ida Renk"), say("b", "Olaf Berg", named="hears"))) == []
