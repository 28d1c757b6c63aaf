"""A sheet never holds more than its room, and what it leaves out it counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.report.page.sheets import (
    ROOM,
    Entry,
    Phrase,
    Section,
    clip_phrases,
    clip_text,
    fit_sections,
    make_passage,
    make_section,
    measure_width,
)

texts = st.text(max_size=400)
entries = st.builds(
    lambda title, passages: Entry(title, "", passages=tuple(make_passage([Phrase(text)], 3) for text in passages)),
    texts,
    st.lists(texts, max_size=3),
)
sections = st.builds(make_section, st.just("Heading"), st.lists(entries, max_size=25), st.integers(1, 20), st.sampled_from([1, 2]))


@given(st.lists(sections, max_size=5))
def test_all_sections_fit_together(given_sections: list[Section]) -> None:
    held = fit_sections(given_sections)
    assert sum(section.lines for section in held) <= ROOM


@given(st.lists(sections, max_size=5), st.floats(0, 60))
def test_every_entry_is_shown_or_counted(given_sections: list[Section], room: float) -> None:
    held = fit_sections(given_sections, room)
    full = [section for section in given_sections if section.entries]
    assert [len(section.entries) + section.more for section in held] == [len(section.entries) + section.more for section in full]
    assert all(section.entries == other.entries[: len(section.entries)] != () for section, other in zip(held, full, strict=True))


def test_no_section_crowds_out_another() -> None:
    tall = Section("Tall", tuple(Entry(str(number), "", passages=(make_passage([Phrase("x" * 900)], 9),)) for number in range(9)))
    flat = Section("Flat", tuple(Entry(str(number), "") for number in range(4)))
    held = fit_sections([tall, flat], 30)
    assert [len(section.entries) for section in held] == [2, 4]
    assert held[0].rest == "and 7 more on the page" and held[1].rest == ""


@given(texts, st.integers(0, 200))
def test_a_cut_text_is_no_wider_than_asked_and_says_so(text: str, width: int) -> None:
    held, full = clip_text(text, width)
    assert measure_width(held) <= width + 1
    assert held == text if full else (held.endswith("…") and text.startswith(held[:-1]))


@pytest.mark.parametrize(
    ("text", "width", "held"),
    [
        ("The boats sail", 14, "The boats sail"),
        ("The boats sail again", 12, "The boats…"),
        ("A" + "b" * 40, 20, "A" + "b" * 19 + "…"),
        ("港の船は再び出航", 8, "港の船は…"),
        ("e" + "\u0301" * 900, 5, "e" + "\u0301" * 15 + "…"),
    ],
)
def test_texts_are_cut_at_words_and_measured_as_they_are_drawn(text: str, width: int, held: str) -> None:
    assert clip_text(text, width)[0] == held


def test_a_cut_ends_a_passage_and_keeps_what_its_phrases_are() -> None:
    held = clip_phrases([Phrase("15+", "value"), Phrase(" The Gull"), Phrase("20+", "value")], 8)
    assert held == (Phrase("15+", "value"), Phrase(" The…"))


@pytest.mark.parametrize(("length", "lines"), [(1, 1), (84, 1), (85, 2), (250, 3), (5_000, 3)])
def test_a_passage_takes_the_lines_that_its_length_asks_for(length: int, lines: int) -> None:
    assert make_passage([Phrase("x" * length)], 3).lines == lines
    assert make_passage([], 3, quoted=(Phrase("x" * length),)).lines == lines
