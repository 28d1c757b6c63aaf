"""From drafts to articles: metadata read, the text's own head asked for what it lacks, limits kept."""

import hashlib
import re
from dataclasses import dataclass

from crosswire.errors import InputError
from crosswire.model import Article, Mark, PublishedFrom
from crosswire.read.characters import refuse_binary
from crosswire.read.days import parse_given
from crosswire.read.drafts import Draft
from crosswire.read.heads import Head, read_head
from crosswire.read.metadata import find_host


@dataclass(frozen=True, slots=True)
class Settled:
    """An article with an id that may not be its last, whether that id was given (or its address was), marks and notes."""

    article: Article
    given: bool
    marks: tuple[Mark, ...]
    notes: tuple[str, ...]


def settle(draft: Draft, most_characters: int) -> Settled:
    """The article of a draft. Raises InputError where its text is empty, too long or binary."""
    _check_text(draft.text, most_characters)
    head = read_head(draft.text, draft.head)
    published, origin, notes = _settle_date(draft, head)
    url = draft.url
    article = Article(
        id=draft.id or (hashlib.sha256(url.encode()).hexdigest()[:12] if url else draft.fallback),
        source=draft.source,
        outlet=draft.outlet or find_host(url) or head.outlet,
        title=draft.title or head.title,
        byline=draft.byline or head.byline,
        language=_settle_language(draft.language),
        published=published,
        published_from=origin,
        text=draft.text,
        sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        url=url if url and re.match(r"https?://", url) else None,
    )
    return Settled(article, bool(draft.id or url), draft.marks, (*draft.notes, *notes))


def _check_text(text: str, most_characters: int) -> None:
    if not text.strip():
        raise InputError("has no text: give an article with words in it, or leave it out.")
    if len(text) > most_characters:
        raise InputError(
            f"has {len(text):,} characters of text, over the limit of {most_characters:,} for one article: split it into its articles."
        )
    refuse_binary(text)


def _settle_date(draft: Draft, head: Head) -> tuple[str | None, PublishedFrom | None, tuple[str, ...]]:
    """The day given, else the one in the text's head; a given one that is no date gives a note and is left."""
    notes: tuple[str, ...] = ()
    if draft.published:
        if given := parse_given(draft.published):
            return given, "metadata", ()
        notes = (f"gives {draft.published[:60]!r} as its date of publication, which is no day crosswire can read: write it as 2024-03-31.",)
    return (head.published, "text", notes) if head.published else (None, None, notes)


def _settle_language(given: str | None) -> str | None:
    """The language's own code of a tag such as "en-GB"; None for what is no tag."""
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]+)?", given or "")
    return match[1].lower() if match else None
