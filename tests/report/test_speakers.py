"""A speaker is found by id, name, form or part of one; where there is none, the nearest are offered."""

import pytest
from tests.records import make_record

from crosswire.errors import RecordError
from crosswire.report.lookups import make_lookup
from crosswire.report.speakers import find_speakers


@pytest.mark.parametrize("asked", ["n0000000001", "n0000000009", "Ida Renk", "ida  renk", "Renk", "IDA"])
def test_a_speaker_is_found(asked: str) -> None:
    assert find_speakers(make_lookup(make_record()), asked) == {"n0000000001"}


def test_the_nearest_are_offered() -> None:
    with pytest.raises(RecordError, match=r"nobody called 'Ida Rink' speaks in this record\. Near: Ida Renk\."):
        find_speakers(make_lookup(make_record()), "Ida Rink")


@pytest.mark.parametrize("asked", ["Olaf", "", " "])
def test_where_nothing_is_near_the_way_to_all_is_told(asked: str) -> None:
    with pytest.raises(RecordError, match="`crosswire show DIR quotes` lists who does"):
        find_speakers(make_lookup(make_record()), asked)
