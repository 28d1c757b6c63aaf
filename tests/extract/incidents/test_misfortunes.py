"""Deaths of illness and injuries of sport are told apart from those of an event."""

import pytest
from tests.readings import read_text

from crosswire.extract.incidents.harms import find_harms

ILL = (
    "A former judge died of cancer on Monday.",
    "She died on Monday after suffering from heart failure for months.",
    "The painter died peacefully in his sleep.",
    "A coach died of a heart attack.",
)
HURT = (
    "A man died after a fall.",
    "Two people died of their wounds.",
    "A guard died in a fire.",
    "A boy died after the cancer clinic was shelled.",
)


@pytest.mark.parametrize("text", ILL)
def test_a_death_of_illness_is_no_harm(text: str) -> None:
    assert find_harms(next(read_text(text).doc.sents)) == ()


@pytest.mark.parametrize("text", HURT)
def test_other_deaths_are(text: str) -> None:
    assert [harm.field for harm in find_harms(next(read_text(text).doc.sents)) if harm.count is not None][:1] == ["killed"]


@pytest.mark.parametrize(
    ("text", "told"), [("He was hurt in a 2-1 loss to Porto.", False), ("He was hurt in a crush at the stadium.", True)]
)
def test_one_hurt_in_a_contest_is_no_victim(text: str, told: bool) -> None:
    assert any(harm.count is not None for harm in find_harms(next(read_text(text).doc.sents))) == told
