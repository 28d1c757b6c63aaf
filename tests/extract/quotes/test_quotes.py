"""Quotations in marks: which words are speech, and whose."""

import pytest
from tests.readings import extract_text

from crosswire.model import QuoteMention, Sheet

NOBODY: list[tuple[str, str | None]] = []
LEAD = "Mayor Elena Marković and the baker James Holloway came to the bridge on Monday."


def name(sheet: Sheet, quote: QuoteMention) -> str | None:
    return None if quote.speaker is None else sheet.names[quote.speaker].name


def speakers(text: str) -> list[tuple[str, str | None]]:
    sheet = extract_text(text)
    return [(quote.span.text, name(sheet, quote)) for quote in sheet.quotes if quote.kind != "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "“We go home today,” said Elena Marković.",
        "“We go home today,” Elena Marković said on Monday.",
        "“We go home today.” — Elena Marković",
        "Elena Marković said: “We go home today.”",
        "Elena Marković said “we go home today”.",
        "“We go home today,” the mayor, Elena Marković, said.",
        "“We go home today,” the head of the port, Elena Marković, said.",
        "According to Elena Marković, “we go home today” and not later.",
        "Elena Marković, asked about the road, said that they would “go home today” at last.",
        "Elena Marković said the road would be opened and described it as “a road home today”.",
        "The road was called “a way home today” by Elena Marković.",
        "Elena Marković: “We go home today.”",
        "The road is late. “We go home today,” said Elena Marković, who leads the port.",
        "‘We go home today,’ said Elena Marković.",
        "„We go home today“, said Elena Marković.",
        "« We go home today », said Elena Marković.",
        "“We go home today, Elena Marković said.",
    ],
)
def test_the_speaker_stands_before_or_after(text: str) -> None:
    assert [speaker for _, speaker in speakers(text)] == ["Elena Marković"]


def test_an_attribution_in_the_middle_parts_one_quotation() -> None:
    sheet = extract_text("“We go home,” Elena Marković said, “and we take the bus.” “It leaves at noon today.”")
    assert [name(sheet, quote) for quote in sheet.quotes] == ["Elena Marković"] * 3
    assert [quote.continues for quote in sheet.quotes] == [None, 0, 1]
    assert [quote.kind for quote in sheet.quotes] == ["direct", "partial", "direct"]


def test_a_quotation_goes_on_after_its_attribution() -> None:
    sheet = extract_text("“We go home,” said Elena Marković, who leads the port. “The bus leaves at noon today.”")
    assert [quote.continues for quote in sheet.quotes] == [None, 0]


def test_a_quotation_runs_over_paragraphs() -> None:
    sheet = extract_text("Elena Marković said: “We go home.\n\n“The bus leaves at noon.\n\n“Nobody stays behind here.”")
    assert [name(sheet, quote) for quote in sheet.quotes] == ["Elena Marković"] * 3
    assert [quote.continues for quote in sheet.quotes] == [None, 0, 1]


def test_a_new_speaker_ends_a_quotation_that_was_left_open() -> None:
    text = "“We go home today, all of us.\n\n“Nobody asked us about that,” James Holloway said."
    assert speakers(f"{LEAD} Marković said: {text}")[-1] == ("Nobody asked us about that,", "James Holloway")


def test_a_new_statement_does_not_go_on() -> None:
    sheet = extract_text("“We go home,” said Elena Marković. James Holloway called the plan “a very bad joke”.")
    assert [name(sheet, quote) for quote in sheet.quotes] == ["Elena Marković", "James Holloway"]
    assert [quote.continues for quote in sheet.quotes] == [None, None]


def test_words_without_attribution_follow_the_sentence_before() -> None:
    text = "Elena Marković told reporters on Monday that the bridge was safe. “I drove over it with my own car this morning.”"
    sheet = extract_text(text)
    assert [(name(sheet, quote), quote.kind) for quote in sheet.quotes] == [("Elena Marković", "indirect"), ("Elena Marković", "direct")]
    assert sheet.quotes[1].told_to == "reporters"


def test_words_that_nobody_reports_have_no_speaker() -> None:
    assert speakers("The bridge was closed. “I drove over it with my own car this morning.”") == [
        ("I drove over it with my own car this morning.", None)
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mr Ibarra came to the bridge on Monday. “We go home today,” he said.", "Ibarra"),
        ("Mr Carlos Ibarra met Mrs Anna Lindqvist on Monday. “We go home today,” she said.", "Anna Lindqvist"),
        ("Carlos Ibarra met the crew of the ferry. “We go home today,” he said.", "Carlos Ibarra"),
        ("Carlos Ibarra met Peter Lindqvist on Monday. “We go home today,” he said.", "Carlos Ibarra"),
        ("Carlos Ibarra came. He saw the road. He was tired. “We go home today,” he said.", "Carlos Ibarra"),
        ("Flowers lay on the road for Carlos Ibarra and Peter Lindqvist. “We go home today,” he said.", None),
        ("The bridge was closed on Monday. “We go home today,” he said.", None),
        ("Carlos Ibarra, who said “we go home today”, left.", "Carlos Ibarra"),
    ],
)
def test_pronouns_mean_the_subject_before(text: str, speaker: str | None) -> None:
    assert [found for _, found in speakers(text)] == [speaker]


def test_the_articles_own_pronouns_give_gender() -> None:
    text = (
        "Robin Castell said she would pay. Alex Drummond said he would not. Castell said she was sure. Drummond said he was poor. "
        "Castell met Drummond in the evening. “We go home today,” he said."
    )
    assert [found for _, found in speakers(text)] == ["Alex Drummond"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Elena Marković, the mayor, came on Monday. “We go home today,” the mayor said.", "Elena Marković"),
        ("Norwegian President Elena Marković came. “We go home today,” the Norwegian leader said.", "Elena Marković"),
        ("Sen. Elena Marković came on Monday. “We go home today,” the senator said.", "Elena Marković"),
        ("Sen. Elena Marković met Sen. James Holloway. “We go home today,” the senator said.", None),
        ("Mayor Elena Marković came on Monday. “We go home today,” her father said.", None),
        ("Mayor Elena Marković came on Monday. “We go home today,” Marković’s sister said.", None),
        ("Mayor Elena Marković came on Monday. “We go home today,” a Marković spokesman said.", None),
        ("Mayor Elena Marković came on Monday. “We go home today,” a spokesman for the ministry said.", None),
        ("“We go home today,” a spokesman for the defence ministry said.", None),
        ("“We go home today,” the defence ministry said.", "defence ministry"),
        ("“We go home today,” police said.", "police"),
        ("The Ministry of Transport closed the road. “We go home today,” the ministry said.", "Ministry of Transport"),
        ("“We go home today,” a witness said.", None),
        ("“We go home today,” Zarquil said.", "Zarquil"),
    ],
)
def test_titles_and_bodies(text: str, speaker: str | None) -> None:
    assert [found for _, found in speakers(text)] == [speaker]


def test_two_people_of_one_surname_are_told_apart_or_not_at_all() -> None:
    text = "Carlos Ibarra and Miguel Ibarra own the shop. “We go home today,” Miguel Ibarra said. “We stay here today,” Carlos Ibarra said."
    assert [found for _, found in speakers(text)] == ["Miguel Ibarra", "Carlos Ibarra"]


@pytest.mark.parametrize(
    "text",
    [
        "The film “Roads of the North” opened on Monday.",
        "The so-called “road tax” is gone.",
        "Carlos “The Baker” Ibarra came on Monday.",
        "The road was a “mess” on Monday.",
        "The ferry “Queen of the Fjords” sank on Monday.",
        "“The Long Road Home”\n\nThe bridge was closed on Monday.",
    ],
)
def test_terms_titles_and_irony_are_no_speech(text: str) -> None:
    assert speakers(text) == NOBODY


@pytest.mark.parametrize(
    ("text", "span", "content", "kind"),
    [
        ("Elena Marković said it was “ready” to leave.", "ready", "it was “ready” to leave", "partial"),
        ("Elena Marković said: “We are ready to leave.”", "We are ready to leave.", "“We are ready to leave.”", "direct"),
        ("Elena Marković called it “a bad joke”.", "a bad joke", "it “a bad joke”", "partial"),
    ],
)
def test_content_is_all_that_is_attributed(text: str, span: str, content: str, kind: str) -> None:
    (quote,) = extract_text(text).quotes
    assert (quote.span.text, quote.content.text, quote.kind) == (span, content, kind)


def test_speaker_and_cue_are_words_of_the_article() -> None:
    (quote,) = extract_text("“We go home today,” the tired mayor of the town, Elena Marković, said on Monday.").quotes
    assert quote.speaker_words is not None
    assert quote.cue is not None
    assert (quote.speaker_words.text, quote.cue.text) == ("the tired mayor of the town, Elena Marković,", "said")
    assert "Elena Marković" in quote.why
