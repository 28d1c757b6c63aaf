"""Lines that are furniture by their look, and lines that only look like it."""

import re

import pytest

from crosswire.clean.rules import expand_fragments, fill_fragments, load_data

ANYWHERE = {
    "widget": [
        "Share this article",
        "Share on Facebook, Twitter and WhatsApp",
        "Facebook | Twitter | Email | Print",
        "Leave a comment",
        "12 comments",
        "Subscribe to our free weekly newsletter",
        "Sign up for the Harbour Post's morning newsletter",
        "Follow us on Instagram and X",
        "Follow Mara Lindqvist on Twitter: @maralq",
        "READ MORE: Ferry line under scrutiny after second accident",
        "Related: How the harbour got its lighthouse",
        "You may also like",
        "Advertisement",
        "Story continues below advertisement",
        "Advertisement Continue reading",
        "5 min read",
        "The Lantern | 2 minute read",
        "4 min read • World",
        "No comments so far. Be the first to post one.",
        "Subscribe to our newsletter. Follow us on Instagram.",
        "Reading time: 4 minutes",
        "Category: World, Shipping",
        "Tags: ferry, coast guard, storm",
        "Show on website: [Click here](#)",
        "Home > News > World",
        "This site uses cookies to improve your experience. By continuing you agree to their use.",
        "Do you have a story for us? Email tips@harbourpost.example",
        "Skip to main content",
        "Log in to leave a comment",
        "Be the first to comment",
        "Scroll down for video",
        "This is a developing story. Check back for updates.",
        "https://harbourpost.example/ferry",
        "* Click to share on LinkedIn",
        "Lesen Sie auch: Fähre in Seenot",
        "Lire aussi : Un ferry en détresse",
        "Lea también: Un ferri en apuros",
        "Leggi anche: Un traghetto in difficoltà",
        "Leia mais: A balsa que afundou",
        "Читайте также: Паром терпит бедствие",
        "Читайте також: Пором зазнає лиха",
        "اقرأ أيضا: غرق عبارة",
    ],
    "crawl date": [
        "Document Date: Fri, May 02 2031 10:16:03 am",
        "Printed on May 2, 2031",
        "Retrieved 2031-05-02",
        "Accessed: 2 May 2031",
        "Page crawled on 2031-05-02 10:16",
        "Date accessed: 02/05/2031",
        "Downloaded from the library's web archive on 2 May 2031 at 10:16",
        "Retrieved from harbourpost.example on May 2, 2031",
    ],
    "date": ["Published on May 1, 2031", "Last updated: 1 May 2031 14:05 GMT", "Updated 3 hours ago", "Veröffentlicht am 1. Mai 2031"],
    "credit": [
        "(Photo by Ana Reyes)",
        "Photo: Ana Reyes / Coastline Pictures",
        "Image credit: Ana Reyes",
        "Ana Reyes/Coastline Pictures",
        "Ana Reyes/Getty Images",
        "File photo",
        "Representational image",
        "Copyright 2031 Harbour Post. All rights reserved. This material may not be redistributed.",
        "© 2031 Harbour Post",
        "(Reporting by Ana Reyes; Editing by Jon Marsh)",
        "Ana Reyes in Port Ellery contributed to this report.",
    ],
    "caption": [
        "FILE - In this May 1, 2029, file photo, the ferry leaves the harbour. (Ana Reyes)",
        "FILE PHOTO: The ferry leaves the harbour in May 2029.",
        "Image caption The ferry before its last journey",
    ],
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in ANYWHERE.items() for line in lines])
def test_furniture_is_marked_in_the_middle_of_the_body(marked, body, kind, line):
    first, *rest = body.split("\n\n")
    assert marked("\n\n".join([first, rest[0], line, *rest[1:]])) == [(kind, line)]


@pytest.mark.parametrize(
    "line", ["Share", "Print", "Email", "Facebook", "WhatsApp", "Menu", "harbourpost.example.com", "Teilen", "Поделиться"]
)
def test_words_that_may_be_content_are_furniture_at_the_edges_alone(marked, body, title, line):
    assert ("widget", line) in marked(f"{title}\n\n{body}\n\n{line}")
    first, *rest = body.split("\n\n")
    assert marked("\n\n".join([title, first, line, *rest])) == []


CONTENT = [
    "'Share this article with your friends,' she said.",
    '"Share this article with your friends," she said.',
    "Share this story with your children, he told the survivors.",
    "Print: the island's only newspaper appeared a day late.",
    "- Print: 4,000 copies a week",
    "Four people drowned.",
    "Nobody answered.",
    "Email was down all day.",
    "Follow the coast road and you reach the chapel where the dead were laid out.",
    "Related families had booked the upper deck together, the company said.",
    "More than 40 are missing.",
    "Read more than one newspaper, the minister advised.",
    "Photographs of the wreck show a hole below the waterline.",
    "Advertisements for the cheap crossing still hung in the harbour on Tuesday.",
    "Updated figures are expected on Tuesday.",
    "Copyright law does not protect the names of ships.",
    "Published figures differ.",
    "Retrieved from the sea on 2 May 2031",
    "Captured by the coast guard on 2 May 2031",
    "No comments yet. The ministry promised an answer by Friday.",
    "Be the first to apologise, she told the minister, and stay the last to leave.",
    "Nobody spoke | a three minute silence was kept",
    "Retrieved bodies were taken to the chapel.",
    "Comments by the minister angered the relatives.",
    "By Tuesday morning the search was over.",
    "By Monday Night",
    "What we know",
    "9/11",
    "Tags were fixed to the life jackets.",
    "Source of the leak: a weld that had been repaired twice. Inspectors had passed it.",
    "Sign up, she told the volunteers, and you will get a newsletter of your own making.",
]


@pytest.mark.parametrize("line", CONTENT)
def test_content_that_looks_like_furniture_stays(marked, body, line):
    first, *rest = body.split("\n\n")
    assert marked("\n\n".join([first, rest[0], line, *rest[1:]])) == []


def test_items_of_a_list_that_a_line_announces_are_content(marked, body):
    assert marked(f"{body}\n\nThe company closed three offices:\n- Print\n- Email\n- Search") == []
    assert len(marked(f"{body}\n\nPrint\nEmail\nSearch")) == 3


def test_a_credit_at_the_end_of_a_paragraph_is_marked_alone(marked, body):
    assert marked(f"{body} (Reporting by Ana Reyes; editing by Jon Marsh)") == [
        ("credit", "(Reporting by Ana Reyes; editing by Jon Marsh)")
    ]
    assert marked(f"The wreck on Tuesday. Photograph: Ana Reyes/Coastline\n{body}") == [("credit", "Photograph: Ana Reyes/Coastline")]
    assert marked(f"{body} (the company denies it)") == []


def test_a_short_text_without_a_body_keeps_its_words(marked):
    assert marked("Print") == []


def test_patterns_are_written_in_lower_case_where_case_does_not_count():
    data = load_data("furniture.toml")
    fragments = expand_fragments(data["fragments"])
    patterns = [fill_fragments(pattern, fragments) for rule in data["rule"] for pattern in rule["patterns"]]
    loose = [pattern for pattern in patterns if "(?-i:" not in pattern and re.search(r"[A-Z]", re.sub(r"\\[A-Z]", "", pattern))]
    assert loose == []
    assert all(word == word.lower() for rule in data["rule"] for word in rule.get("needs", ()))


def test_only_one_character_changes_its_length_in_lower_case():
    # Offsets are found in lower case: the one exception is replaced beforehand.
    assert [chr(code) for code in range(0x110000) if len(chr(code).lower()) != 1] == ["İ"]


def test_a_headline_behind_its_label_stays_and_below_it_is_furniture(marked):
    headline = "LIVE: Two trains collide near the harbour"
    body = "\n\nTwo trains collided near the harbour on Monday, and nine people were hurt, the railway said in a statement.\n\n"
    assert ("widget", headline) not in marked(headline + body)
    assert ("widget", headline) in marked("Trains collide" + body + headline)
