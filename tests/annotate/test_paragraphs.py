"""Paragraphs told from wrapped lines, and stretches turned into blanks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.annotate.paragraphs import blank_out, find_paragraphs

WRAPPED = """The harbour of Port Ellery was closed on Monday after a fire in a
shed beside the eastern quay had spread to two of the ships that were
moored there, the harbour master told reporters at noon and again in
the evening. Nobody was hurt.
The fire brigade said it would go on pumping through the night and that
the quay would open again by the end of the week if the wind allowed
it to."""
LINES = st.text(st.sampled_from("ab .,“”\n\r\u2028\t"), max_size=80)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("A heading\nThe text.", ["A heading", "The text."]),
        ("The text goes\non here.", ["The text goes\non here."]),
        ("The text goes\n\non here.", ["The text goes", "on here."]),
        ("  One. \r\n\r\n\tTwo.  ", ["One.", "Two."]),
        ("One.\u2029Two.", ["One.", "Two."]),
    ],
)
def test_blank_lines_part_and_lower_case_goes_on(text: str, paragraphs: list[str]) -> None:
    assert split(text) == paragraphs


def test_wrapped_lines_are_one_paragraph() -> None:
    assert [paragraph.split()[0] for paragraph in split(WRAPPED)] == ["The", "The"]
    assert split(WRAPPED)[0].endswith("Nobody was hurt.")


def test_wrapped_lines_may_begin_with_a_name() -> None:
    assert len(split(WRAPPED.replace("\nmoored", "\nEllery").replace("\nshed", "\nShed"))) == 2


@given(st.text() | LINES)
def test_paragraphs_are_in_order_and_hold_all_words(text: str) -> None:
    paragraphs = find_paragraphs(text)
    edges = [edge for paragraph in paragraphs for edge in paragraph]
    assert edges == sorted(edges)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in paragraphs)
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(LINES, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)).map(lambda pair: (min(pair), max(pair)))))
def test_blanks_keep_length_and_line_breaks(text: str, stretches: list[tuple[int, int]]) -> None:
    blanked = blank_out(text, stretches)
    covered = {offset for start, end in stretches for offset in range(start, end)}
    expected = [" " if i in covered and c not in "\n\r\u2028\u2029" else c for i, c in enumerate(text)]
    assert blanked == "".join(expected)
