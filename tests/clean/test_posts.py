"""Embedded posts: their links and signatures are marked, their words stay."""

import pytest

WORDS = "The sea took our ferry today. We will find out why."


@pytest.mark.parametrize(
    "signature",
    [
        "— Port Ellery Coast Guard (@ellerycoast) May 1, 2031",
        "— Mara Lindqvist / Мара Линдквист (@maralq) 1 May 2031",
        "— Mara Lindqvist (@maralq)",
        "-- Mara Lindqvist (@maralq) May 1, 2031",
        "Mara Lindqvist (@maralq) May 1, 2031",
    ],
)
def test_a_signature_line_is_marked(marked, body, signature):
    assert marked(f"{body}\n{WORDS}\n{signature}\nThe inquiry opens on Tuesday in the old customs house.") == [("embedded post", signature)]


def test_the_words_before_a_signature_in_their_line_stay(marked, body):
    assert marked(f"{body}\n{WORDS} — Mara Lindqvist (@maralq) May 1, 2031") == [
        ("embedded post", "— Mara Lindqvist (@maralq) May 1, 2031")
    ]


@pytest.mark.parametrize("link", ["pic.twitter.com/aB3dE5fG7h", "https://t.co/aB3dE5fG7h", "https://x.com/maralq/status/1234567890123"])
def test_a_link_is_marked(marked, body, link):
    assert marked(f"{body}\n{WORDS} {link}") == [("embedded post", link)]


@pytest.mark.parametrize(
    "line",
    [
        "Tomas Varga (@tvarga) said the boat was full.",
        "The ferry — the oldest of the line (built 1991) — had been sold.",
        "Write to t.company at once.",
    ],
)
def test_content_stays(marked, body, line):
    assert marked(f"{body}\n{line}\nThe inquiry opens on Tuesday in the old customs house.") == []
