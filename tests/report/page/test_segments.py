"""However stretches overlap, the pieces nest like brackets and lose no character."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.page.segments import Close, Open, Run, Stretch, nest_stretches

LENGTH = 30
BOUNDS = st.lists(st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(sorted).filter(lambda b: b[0] < b[1]), max_size=12)


def make_stretches(bounds: list[list[int]]) -> list[Stretch]:
    return [Stretch(start, end, key) for key, (start, end) in enumerate(bounds)]


@given(BOUNDS)
def test_pieces_nest_and_runs_join_to_the_text(bounds: list[list[int]]) -> None:
    around: list[int] = []
    here = 0
    for event in nest_stretches(make_stretches(bounds), LENGTH):
        match event:
            case Open(key):
                around.append(key)
            case Close(key, _):
                assert around.pop() == key
            case Run(start, end, inside):
                assert start == here < end
                assert list(inside) == around
                assert sorted(inside) == [key for key, (first, last) in enumerate(bounds) if first <= start and end <= last]
                here = end
    assert here == LENGTH and not around


@given(BOUNDS)
def test_each_stretch_ends_once(bounds: list[list[int]]) -> None:
    events = list(nest_stretches(make_stretches(bounds), LENGTH))
    expected = Counter(range(len(bounds)))
    assert Counter(event.key for event in events if isinstance(event, Close) and event.last) == expected


def test_a_stretch_that_crosses_another_is_split_at_its_end() -> None:
    events = list(nest_stretches([Stretch(0, 4, 0), Stretch(2, 6, 1)], 6))
    assert events == [
        Open(0),
        Run(0, 2, (0,)),
        Open(1),
        Run(2, 4, (0, 1)),
        Close(1, False),
        Close(0, True),
        Open(1),
        Run(4, 6, (1,)),
        Close(1, True),
    ]


def test_a_text_without_stretches_is_one_run() -> None:
    assert list(nest_stretches([], 3)) == [Run(0, 3, ())]
    assert list(nest_stretches([], 0)) == []
