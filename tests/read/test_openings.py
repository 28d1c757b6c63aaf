"""The day of publication in a text that runs its head into its first sentence."""

import pytest

from crosswire.read.openings import find_opening_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 March 2024 Floods hit the delta and cut off a town.", "2024-03-03"),
        ("Published March 3 2024 Floods hit the delta.", "2024-03-03"),
        ("Date of publication 3 March 2024 Floods hit the delta.", "2024-03-03"),
        ("Floods hit the delta Agency Sunday 3 Mar 2024 Floods have hit the delta, officials say.", "2024-03-03"),
        ("3 March 2024 2 hurt in floods in the delta.", "2024-03-03"),
        ("Sunday 3 March 2024 18:41 12 Houses lost to floods in the delta.", "2024-03-03"),
        ("Last updated at Mar 3,2024 Floods hit the delta.", "2024-03-03"),
        ("3.3.2024(updated 1040 4.3.2024) Floods hit the delta.", "2024-03-03"),
        ("Floods Hit Delta Agency Middle East 1449 17.05.2024 The town was cut off.", "2024-05-17"),
        ("Floods Hit Delta Agency 1730 17.05.2024Get short links.", "2024-05-17"),
        ("Sun Mar 3 2024 190703 35 Houses lost to floods.", "2024-03-03"),
        ("On 3 March 2024 floods hit the delta.", None),
        ("3 March 2024 was a day of floods.", None),
        ("Floods hit the delta on Sunday 3 March 2024. The town was cut off.", None),
        ("The town saw floods 3 March 2024 Officials say.", None),
        ("03-04-2024 Floods hit the delta.", None),
        ("03-04-2024 Floods hit the delta on Wednesday.", "2024-04-03"),
        ("03-04-2024 Floods hit the delta on Tuesday.", "2024-04-03"),
        ("03-04-2024 Floods hit the delta on Sunday.", "2024-03-04"),
        ("03-04-2024 Floods hit the delta on Friday.", None),
        ("05-09-2013 Floods hit the delta on Thursday.", None),
    ],
)
def test_a_day_that_opens_a_text(text: str, day: str | None) -> None:
    assert find_opening_day(text) == day
