"""Web pages: the text of the whole body, with what is not the article marked."""

from collections.abc import Iterator

from crosswire.errors import InputError
from crosswire.read.blocks import PageText, read_page
from crosswire.read.characters import decode, find_declaration
from crosswire.read.drafts import Draft, Input, replace_surrogates
from crosswire.read.files import read_bytes
from crosswire.read.furniture import FEWEST_WORDS, has_article, mark_furniture
from crosswire.read.metadata import read_metadata

NO_ARTICLE = "is a web page without an article: save the article's own page, or its text as .txt."
CUT = "nests its elements too deep: what lies below the 2,000th level was left out. Save the article's text as .txt to have all of it."


def read_web(item: Input) -> Iterator[Draft]:
    """One article; raises InputError where the page holds none."""
    data = read_bytes(item.path)
    markup, notes = decode(data, find_declaration(data))
    yield read_markup(markup, item, notes)


def read_markup(markup: str, item: Input, notes: tuple[str, ...] = ()) -> Draft:
    """The article of a page; where its body has none, the text that its JSON-LD holds."""
    page = read_page(markup)
    fields, body = read_metadata(page.tree)
    marks = mark_furniture(page, markup, fields["title"])
    notes = (*notes, CUT) if page.cut else notes
    if has_article(page, marks):
        return Draft(item.source, item.stem, page.text, marks=marks, notes=notes, head=_find_head(page), **fields)
    if body is not None and len(body.split()) >= FEWEST_WORDS:
        return Draft(item.source, item.stem, replace_surrogates(body), notes=notes, **fields)
    raise InputError(NO_ARTICLE)


def _find_head(page: PageText) -> int:
    """Where the page's article begins: at its first-level heading, where it has one."""
    return next((block.start for block in page.blocks if block.lies_in("h1")), len(page.text))
