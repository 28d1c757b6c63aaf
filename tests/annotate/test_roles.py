"""The role a person is named with."""

import pytest
from tests.readings import read_text

from crosswire.annotate.roles import find_role


def role(text: str, name: str) -> str | None:
    reading = read_text(text)
    start = text.index(name)
    tokens = reading.tokens(start, start + len(name))
    return find_role(reading.doc, tokens[0].i, tokens[-1].i + 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian Foreign Minister Elena Marković arrived on Monday.", "Norwegian Foreign Minister"),
        ("Elena Marković, the foreign minister of Norway, arrived on Monday.", "foreign minister of Norway"),
        ("The port’s spokeswoman, Elena Marković, said nothing.", "port’s spokeswoman"),
        ("Gov. Elena Marković said nothing.", "Gov."),
        ("Elena Marković, who leads the port, said nothing.", None),
        ("Elena Marković, a spokeswoman said, was not there.", None),
        ("Elena Marković said nothing.", None),
        ("In Lima, Elena Marković said nothing.", None),
    ],
)
def test_role_is_read_before_or_after_the_name(text: str, expected: str | None) -> None:
    assert role(text, "Elena Marković") == expected
