"""Lines that different articles of one outlet share."""

import random

from crosswire.clean import clean_page, find_repeated_lines

BOX = "Our reporters depend on you: become a friend of the house today."
ABOUT = "The Lantern has reported from the islands since the first steam packet tied up there."
BACKGROUND = "The strait between the two islands has seen heavy fighting since the spring."


def make_bodies(count: int) -> list[str]:
    words = [f"word{number}" for number in range(400)]
    chance = random.Random(7)
    return ["\n\n".join(" ".join(chance.sample(words, 25)).capitalize() + "." for _ in range(6)) for _ in range(count)]


def find(pages):
    repeated = find_repeated_lines(pages)
    return [[(found.kind, found.text) for found in clean_page(page, repeated)] for page in pages]


def test_what_speaks_to_the_reader_in_two_articles_is_marked(page):
    pages = [page(f"{body}\n\n{BOX}", outlet="The Lantern") for body in make_bodies(2)]
    assert find(pages) == [[("repeated", BOX)]] * 2


def test_a_paragraph_at_the_edge_takes_three_articles(page):
    bodies = make_bodies(3)
    pages = [page(f"{body}\n\n{ABOUT}", outlet="The Lantern") for body in bodies]
    assert find(pages[:2]) == [[]] * 2
    assert find(pages) == [[("repeated", ABOUT)]] * 3


def test_background_inside_the_body_is_content(page):
    halves = [(body[:500], body[500:]) for body in make_bodies(5)]
    pages = [page(f"{first}\n\n{BACKGROUND}\n\n{second}", outlet="The Lantern") for first, second in halves]
    assert find(pages) == [[]] * 5


def test_quoted_words_and_figures_are_content(page):
    quote, toll = (
        "“We will rebuild your house,” the mayor promised us.",
        "The war has killed 1,400 people in the strait since spring, officials say.",
    )
    pages = [page(f"{body}\n\n{quote}\n\n{toll}", outlet="The Lantern") for body in make_bodies(4)]
    assert find(pages) == [[]] * 4


def test_versions_of_one_article_show_nothing(page):
    body = make_bodies(1)[0]
    pages = [page(f"{body}\n\n{BOX}\n\nVersion {number}.", outlet="The Lantern") for number in range(4)]
    assert find_repeated_lines(pages) == {}


def test_other_outlets_and_unknown_ones_do_not_count(page):
    one, other, third = make_bodies(3)
    texts = [f"{body}\n\n{BOX}" for body in (one, other, third)]
    pages = [page(texts[0], outlet="The Lantern"), page(texts[1], outlet="The Beacon"), page(texts[2])]
    assert find_repeated_lines(pages) == {}


def test_the_order_of_pages_does_not_matter(page):
    pages = [page(f"{body}\n\n{BOX}\n\n{ABOUT}", outlet="The Lantern") for body in make_bodies(9)]
    forward, backward = find_repeated_lines(pages), find_repeated_lines(pages[::-1])
    assert list(forward.items()) == list(backward.items())
    assert len(forward) == 2
