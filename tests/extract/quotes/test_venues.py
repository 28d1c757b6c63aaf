"""To whom, in what and when something was said."""

import pytest
from tests.readings import extract_text


def circumstances(clause: str) -> tuple[str | None, str | None, str | None]:
    (quote,) = extract_text(f"“We will mend the bridge before the winter,” {clause}.").quotes
    return quote.told_to, quote.said_in, quote.said_on and quote.said_on.span.text


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Elena Marković told Example Radio", ("Example Radio", None, None)),
        ("Elena Marković told reporters on Monday", ("reporters", None, "Monday")),
        ("Elena Marković said in a video address on Tuesday", (None, "video address", "Tuesday")),
        ("Elena Marković said in an interview with Example Radio", (None, "interview", None)),
        ("Elena Marković said at a news conference", (None, "news conference", None)),
        ("Elena Marković wrote on Telegram", (None, "Telegram", None)),
        ("Elena Marković said on Monday", (None, None, "Monday")),
        ("Elena Marković said of the bridge that fell in March", (None, None, None)),
        ("Elena Marković said", (None, None, None)),
    ],
)
def test_circumstances_hang_on_the_reporting_verb(clause: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert circumstances(clause) == expected
