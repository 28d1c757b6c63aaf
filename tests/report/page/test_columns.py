"""Lines of words against a base line: nothing is lost, and every line fills all columns."""

from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.page.columns import Cell, Turn, compare_lines, count_same, cut_columns, lay_line

LINES = st.lists(st.lists(st.sampled_from("abcdef"), max_size=9), min_size=1, max_size=5)


def lay_all(base: str, *others: str) -> list[list[Cell]]:
    turns = [[Turn(True, 0, len(base.split()), 0, len(base.split()))], *(compare_lines(base.split(), other.split()) for other in others)]
    columns = cut_columns(len(base.split()), (turn for found in turns for turn in found))
    return [list(lay_line(found, columns)) for found in turns]


def read_cells(line: str, cells: list[Cell]) -> list[tuple[int, str]]:
    return [(cell.columns, " ".join(line.split()[cell.start : cell.end])) for cell in cells]


def test_a_word_put_in_has_a_column_in_which_the_base_line_has_none() -> None:
    base, other = "the boats will sail", "the boats will never sail"
    first, second = lay_all(base, other)
    assert read_cells(base, first) == [(1, "the boats will"), (1, ""), (1, "sail")]
    assert read_cells(other, second) == [(1, "the boats will"), (1, "never"), (1, "sail")]


def test_other_words_stand_across_the_columns_of_those_they_stand_for() -> None:
    base, one, two = "she said the boats will sail", "she said nothing", "she said the boats will not sail"
    cells = lay_all(base, one, two)
    assert read_cells(base, cells[0]) == [(1, "she said"), (1, "the boats will"), (1, ""), (1, "sail")]
    assert read_cells(one, cells[1]) == [(1, "she said"), (3, "nothing")]
    assert read_cells(two, cells[2]) == [(1, "she said"), (1, "the boats will"), (1, "not"), (1, "sail")]


def test_words_at_both_ends_that_a_line_does_not_have_are_one_cell_each() -> None:
    base, other = "and the boats will sail on Friday", "boats will sail"
    assert read_cells(other, lay_all(base, other)[1]) == [(1, ""), (1, "boats will sail"), (1, "")]


def test_words_that_only_other_lines_have_at_the_end_stand_behind_those_of_a_line_that_stops() -> None:
    base, other = "the boats will sail", "boats will sail on Friday"
    first, second = lay_all(base, other)
    assert read_cells(base, first) == [(1, "the"), (1, "boats will sail"), (1, "")]
    assert read_cells(other, second) == [(1, ""), (1, "boats will sail"), (1, "on Friday")]


def test_a_word_stays_with_the_next_where_it_may_as_well() -> None:
    base, other = "we sail today and we hope for wind", "we hope for wind"
    assert read_cells(other, lay_all(base, other)[1]) == [(1, ""), (1, "we hope for wind")]


def test_very_long_lines_are_not_compared_word_by_word() -> None:
    long = ["a"] * 30_000
    assert compare_lines(long, long[1:]) == [Turn(False, 0, 30_000, 0, 29_999)]
    assert compare_lines([], []) == [Turn(True, 0, 0, 0, 0)]


def test_words_in_the_same_order_are_counted() -> None:
    assert count_same(["a", "b", "c"], ["c", "a", "x", "b"]) == 2


@given(LINES)
def test_every_line_keeps_its_words_and_fills_all_columns(lines: list[list[str]]) -> None:
    base, *others = lines
    turns = [[Turn(True, 0, len(base), 0, len(base))], *(compare_lines(base, other) for other in others)]
    columns = cut_columns(len(base), (turn for found in turns for turn in found))
    assert [place for first, last in columns for place in range(first, last)] == list(range(len(base)))
    for line, found in zip(lines, turns, strict=True):
        cells = list(lay_line(found, columns))
        assert [word for cell in cells for word in line[cell.start : cell.end]] == line
        assert sum(cell.columns for cell in cells) == len(columns)
        assert all(cell.columns > 0 for cell in cells)


@given(LINES)
def test_words_called_the_same_stand_in_the_columns_of_the_base_lines_words(lines: list[list[str]]) -> None:
    base, *others = lines
    turns = [compare_lines(base, other) for other in others]
    columns = cut_columns(len(base), (turn for found in turns for turn in found))
    for other, found in zip(others, turns, strict=True):
        at = 0
        for cell in lay_line(found, columns):
            first, last = columns[at]
            if cell.same:
                assert other[cell.start : cell.end] == base[first:last]
            at += cell.columns
