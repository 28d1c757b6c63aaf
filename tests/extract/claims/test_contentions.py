"""Claims and denials of acts, with who claims them."""

import pytest
from tests.readings import read_text

from crosswire.extract.claims import find_contentions


def read(text: str) -> list[tuple[str, str, str, bool]]:
    reading = read_text(text)
    return [(one.who, one.of, one.act, one.denied) for one in find_contentions(reading, reading.names)]


@pytest.mark.parametrize(
    ("text", "contention"),
    [
        ("Armenia said Azerbaijan had shelled the village.", ("=AM", "=AZ", "attack", False)),
        ("Azerbaijan denied shelling the village.", ("=AZ", "=AZ", "attack", True)),
        ("The miners denied that they had accepted the offer.", ("miner", "miner", "accept", True)),
        ("Armenia accused Azerbaijan of shelling the village.", ("=AM", "=AZ", "attack", False)),
    ],
)
def test_a_stance_is_read_with_its_speaker(text: str, contention: tuple[str, str, str, bool]) -> None:
    assert contention in read(text)


@pytest.mark.parametrize("text", ["Azerbaijan did not deny shelling the village.", "Azerbaijan may deny shelling the village."])
def test_what_is_not_denied_is_no_denial(text: str) -> None:
    assert not any(denied for _, _, _, denied in read(text))
