"""The head of plain text: what it says of title, writer, outlet and day, and what it must not be taken to say."""

from pathlib import Path

import pytest

from crosswire.read import read_inputs
from crosswire.read.days import parse_given, parse_moment
from crosswire.read.heads import Head, read_head

BODY = (
    "Rescuers in the port of Elvar searched the ruins of a warehouse for a second night, and the harbour master said that "
    "nobody would be sent home before the last of the missing had been found.\n\nThe fire began on Tuesday in a store of paint, "
    "the fire brigade said, and it was out before the morning, when the first ferries came in with their lights still on.\n"
)
TITLE = "Warehouse fire in Elvar kills three"


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (f"{TITLE}\n\n", Head(title=TITLE)),
        (f"\n\n# {TITLE}\n\nBy Ilse Vantongeren\nMarch 3, 2024\n", Head(TITLE, "Ilse Vantongeren", None, "2024-03-03")),
        (f"{TITLE}\nBy Ilse Vantongeren and Jan de Wit, Elvar\n", Head(TITLE, "Ilse Vantongeren, Jan de Wit")),
        (f"{TITLE}\nIlse Vantongeren\n4 Min Read\n", Head(TITLE, "Ilse Vantongeren")),
        (f"{TITLE}\n3 min read\nIlse Vantongeren\n", Head(TITLE, "Ilse Vantongeren")),
        (f"{TITLE}\nWorld News\nMarch 3, 2024\n", Head(TITLE, None, None, "2024-03-03")),
        (f"{TITLE}\nlantern.example\n", Head(TITLE, None, "lantern.example")),
        (f"{TITLE}\nwww.Lantern.example\n", Head(TITLE, None, "lantern.example")),
        (f"{TITLE}\nTelepress | Updated: 2017-09-15 17:52\n", Head(TITLE, None, "Telepress", "2017-09-15T17:52")),
        (f"{TITLE}\nElvar Courier | Posted: 3 March 2024 10:22\n", Head(TITLE, None, "Elvar Courier", "2024-03-03T10:22")),
        (f"{TITLE}\nIlse Vantongeren | 3 March 2024\n", Head(TITLE, "Ilse Vantongeren", None, "2024-03-03")),
        (f"{TITLE}\nPublished on March 3, 2024\nDocument Date: Sun, Jun 21 2026 01:16:03 pm\n", Head(TITLE, published="2024-03-03")),
        (f"{TITLE}\nUpdated: 4 March 2024\nPublished: 3 March 2024\n", Head(TITLE, published="2024-03-03")),
        (f"{TITLE}\nLast updated 1:31 PM ET, Thu December 28, 2017\n", Head(TITLE, published="2017-12-28T13:31")),
        (f"March 3, 2024\n{TITLE}\n", Head(TITLE, published="2024-03-03")),
        (f"{TITLE}\n\nElvar, 14 March 2024\n", Head(TITLE, published="2024-03-14")),
        (f"{TITLE}\nBy Ilse Vantongeren\nElvar Courier, March 3, 2024\n", Head(TITLE, "Ilse Vantongeren", None, "2024-03-03")),
        (f"{TITLE}\nBy Ilse Vantongeren on March 3, 2024\n", Head(TITLE, "Ilse Vantongeren", None, "2024-03-03")),
        (f"{TITLE}\nBy Ilse Vantongeren, 3 March 2024\n", Head(TITLE, "Ilse Vantongeren", None, "2024-03-03")),
        (f"{TITLE}\nFor immediate release, 3rd March, 2024\n", Head(TITLE, published="2024-03-03")),
        (f"{TITLE}\nNEWSROOM 03.03.2024 • 19:22\n", Head(TITLE, published="2024-03-03T19:22")),
        (f"{TITLE}\nWhat we know about the raid on June 3, 2024\n", Head(TITLE)),
        (
            "Title: Three dead after Elvar fire\nAuthor: Ilse Vantongeren\nDate: 2024-03-03\n",
            Head("Three dead after Elvar fire", "Ilse Vantongeren", None, "2024-03-03"),
        ),
        (
            "A motto in a full sentence that this site prints on every page, for all to see.\nIlse Vantongeren\n5 min read\n",
            Head(None, "Ilse Vantongeren"),
        ),
    ],
)
def test_head(above: str, expected: Head) -> None:
    assert read_head(above + BODY) == expected


@pytest.mark.parametrize(
    "above",
    [
        "Document Date: Sun, Jun 21 2026 01:16:03 pm\n",
        "Printed on March 3, 2024\n",
        "Printed on:\nMarch 3, 2024\n",
        "Retrieved March 3, 2024\n",
        "Retrieved: | March 3, 2024\n",
        "Accessed 2024-03-03\n",
        "Archived copy\n2024-03-03\n",
        "Crawl time\n2024-03-03T10:00:00Z\n",
        "Tuesday, March 3\n",
        "ELVAR, March 3 -\n",
        "February 1, 2022\nMarch 2, 2023\n",
        "Updated at 9:50 p.m. ET Thursday\n",
    ],
)
def test_no_day_of_publication(above: str) -> None:
    assert read_head(f"{TITLE}\n{above}{BODY}").published is None


@pytest.mark.parametrize(
    "first",
    [
        BODY,
        "Photo\n" + BODY,
        "Three were hurt.\n" + BODY,
        "Category: World, Fires, Ports\n" + BODY,
        "Document Date: a day like any other\n" + BODY,
        "Home > World > Ports\n" + BODY,
        "The ruin of the warehouse on Tuesday (Photo: Somebody)\n" + BODY,
        TITLE,
        "",
    ],
)
def test_no_title(first: str) -> None:
    assert read_head(first).title is None


@pytest.mark.parametrize("line", ["By Land and Sea", "By The Numbers", "By night the fire was out", "By", "Written in haste"])
def test_no_byline(line: str) -> None:
    assert read_head(f"{TITLE}\n{line}\n{BODY}").byline is None


def test_day_in_the_body_is_no_day_of_publication() -> None:
    assert read_head(f"{TITLE}\n{BODY}March 3, 2024\nPublished: March 3, 2024\n") == Head(TITLE)


def test_given_metadata_goes_before_the_head_and_the_text_stays(tmp_path: Path) -> None:
    text = f"{TITLE}\nBy Ilse Vantongeren\nMarch 3, 2024\n{BODY}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8", newline="")
    (tmp_path / "b.csv").write_text(f'text,published,title\n"{text}",2024-03-05,Given title\n', encoding="utf-8", newline="")
    pages, _ = read_inputs([tmp_path])
    head, given = (page.article for page in pages)
    assert (head.title, head.byline, head.published, head.published_from) == (TITLE, "Ilse Vantongeren", "2024-03-03", "text")
    assert (given.title, given.byline, given.published, given.published_from) == (
        "Given title",
        "Ilse Vantongeren",
        "2024-03-05",
        "metadata",
    )
    assert head.text == given.text == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("April 22, 2025", "2025-04-22"),
        ("22nd April 2025", "2025-04-22"),
        ("Tue, 22 Apr 2025 10:00:00 +0000", "2025-04-22T10:00:00+00:00"),
        ("2025-04-22T10:00:00.123Z", "2025-04-22T10:00:00+00:00"),
        ("2025-04-22T10:00:00-0530", "2025-04-22T10:00:00-05:30"),
        ("11:03 AM ET Fri, 29 Dec 2017", "2017-12-29T11:03"),
        ("12 de marzo de 2023, 14:05", "2023-03-12T14:05"),
        ("22. April 2025", "2025-04-22"),
        ("3 березня 2024", "2024-03-03"),
        ("13/4/2024", "2024-04-13"),
        ("4/13/2024", "2024-04-13"),
        ("3.4.2024", "2024-04-03"),
        ("3/4/2024", None),
        ("2/12/15", None),
        ("13 March", None),
        ("Monday", None),
        ("31 February 2024", None),
        ("Seen March 3, 2024", None),
        ("2024", None),
        ("March 3, 2024 by Ilse", None),
        ("1713775000", None),
    ],
)
def test_moments(written: str, expected: str | None) -> None:
    assert parse_moment(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1713775000", "2024-04-22T08:36:40+00:00"),
        ("1713775000000", "2024-04-22T08:36:40+00:00"),
        ("20240303T101500Z", "2024-03-03T10:15:00+00:00"),
        ("2024-03-03", "2024-03-03"),
        ("0", None),
    ],
)
def test_given_moments(written: str, expected: str | None) -> None:
    assert parse_given(written) == expected
