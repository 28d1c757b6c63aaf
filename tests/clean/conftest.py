"""A made-up article to put furniture around, and the marks on a text."""

import hashlib
from collections.abc import Callable, Mapping

import pytest

from crosswire.clean import clean_page
from crosswire.model import Article, Mark, Page

TITLE = "Ferry sinks off Port Ellery"
BODY = """A ferry with 80 passengers on board sank off Port Ellery on Monday, and at least four people drowned, the coast guard said.

The vessel left the harbour at dawn and ran into heavy seas near the lighthouse, where its engine failed, according to the harbour master.

"We heard the alarm and jumped," said Tomas Varga, a fisherman who was on his way to the island market with his two sons.

Rescue boats from three villages searched the bay until nightfall. The coast guard lifted eleven passengers from the water by helicopter.

The company that runs the line said the ferry was inspected in March. The regional government opened an inquiry and suspended the captain.

Relatives gathered at the harbour hospital, where doctors treated survivors for cold and exhaustion, a nurse on the ward told reporters."""

Marked = Callable[..., list[tuple[str, str]]]


def make_page(text: str, outlet: str | None = None, title: str | None = None, marks: tuple[Mark, ...] = ()) -> Page:
    """A page with this text and nothing else known of it."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Page(Article(sha256[:8], "page.txt", outlet, title, None, None, None, None, text, sha256), marks)


@pytest.fixture
def page() -> Callable[..., Page]:
    return make_page


@pytest.fixture
def body() -> str:
    return BODY


@pytest.fixture
def title() -> str:
    return TITLE


@pytest.fixture
def marked() -> Marked:
    def mark(text: str, repeated: Mapping[tuple[str, str], int] | None = None, **known: str) -> list[tuple[str, str]]:
        return [(found.kind, found.text) for found in clean_page(make_page(text, **known), repeated or {})]

    return mark
