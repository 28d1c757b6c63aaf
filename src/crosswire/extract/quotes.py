"""Quotations in marks: which marked words are speech, whose they are, and how they were said."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from crosswire.extract.attributions import Attribution, Surroundings, find_attribution, is_speech
from crosswire.extract.casts import Cast, Resolution
from crosswire.extract.marks import Marked, find_marked
from crosswire.extract.posts import Post, find_posts
from crosswire.extract.venues import find_day, find_hearer, find_venue
from crosswire.model import LocalName, QuoteMention, Span, read_words

if TYPE_CHECKING:
    from crosswire.model import Reading

# Marked words without any attribution are speech from this many words on; fewer may be irony or a term.
LEAST_UNATTRIBUTED = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A marked stretch with what was found about it, while an article's quotations are put together."""

    marked: Marked
    attribution: Attribution | None
    resolution: Resolution
    continues: int | None


def find_quotes(reading: "Reading") -> tuple[tuple[QuoteMention, ...], tuple[LocalName, ...]]:
    """The quotations of one article in order, and its names, to which bodies that only speak ("the ministry") are added."""
    posts = find_posts(reading)
    stretches = find_marked(reading.doc.text, reading.paragraphs)
    marked = [m for m in stretches if not any(post.start <= m.start < post.end for post in posts)]
    cast = Cast(reading, [(m.start, m.end) for m in marked])
    parts: list[Part] = []
    for stretch in marked:
        part = _read_part(reading, stretch, cast, parts)
        if part is not None:
            parts.append(part)
    quotes = [_describe(reading, part) for part in parts] + [_describe_post(reading, post, cast) for post in posts]
    return _sort(quotes), tuple(cast.names)


def _sort(quotes: list[QuoteMention]) -> tuple[QuoteMention, ...]:
    """The quotes by position; what points at another by its place in the list still points at it."""
    order = sorted(range(len(quotes)), key=lambda i: quotes[i].span)
    place = {old: new for new, old in enumerate(order)}
    return tuple(replace(quotes[i], continues=None if quotes[i].continues is None else place[quotes[i].continues or 0]) for i in order)


def _read_part(reading: "Reading", marked: Marked, cast: Cast, parts: list[Part]) -> Part | None:
    around = Surroundings(reading, marked, cast.quoted)
    words = [token for token in around.inside() if token.is_alpha or token.like_num]
    if not words or _is_named(around, len(words)):
        return None
    attribution = find_attribution(around)
    before = parts[-1] if parts else None
    continues = _find_continued(reading, around, before, attribution)
    if continues and before is not None:
        why = "the words go on from the part before: " + before.resolution.why
        return Part(marked, attribution or before.attribution, Resolution(before.resolution.name, why), len(parts) - 1)
    if attribution is not None and attribution.subject is not None:
        resolution = cast.resolve(attribution.subject)
        return Part(marked, attribution, Resolution(resolution.name, f"{attribution.how}: {resolution.why}"), None)
    if len(words) < LEAST_UNATTRIBUTED and not _is_sentence(around):
        return None
    return Part(marked, None, _resolve_context(reading, around, cast, parts), None)


def _is_named(around: Surroundings, length: int) -> bool:
    """Whether the marks set off a name, a title or a term: a naming word right before them, or the middle of a person's name."""
    before = around.before()
    naming = read_words("extract", "naming_words")
    near = [t for t in before[-2:] if t.lemma_ in naming or t.lower_ in naming]
    if near and not any(is_speech(t) for t in before[-1:] if t.lower_ not in naming) and length <= 8 and before[-1].text != ":":
        return True
    after = around.after()
    beside = bool(before and after) and before[-1].ent_type_ == "PERSON" and after[0].ent_type_ == "PERSON" and after[0].i - before[-1].i <= length + 3
    return beside and length <= 3 and around.reading.article.text[around.marked.end - 1] not in ",.!?"


def _is_sentence(around: Surroundings) -> bool:
    text = around.reading.article.text[around.marked.start : around.marked.end].strip()
    return text[:1].isupper() and text[-1] in ".!?…,"


def _find_continued(reading: "Reading", around: Surroundings, before: Part | None, attribution: Attribution | None) -> bool:
    """Whether the words go on from the part before: across an attribution of its own, straight after it, or over a paragraph's end."""
    if before is None:
        return False
    if around.marked.reopens:
        return True
    if reading.paragraph_at(before.marked.opened) != reading.paragraph_at(around.marked.opened) or before.attribution is None:
        return False
    between = reading.tokens(before.marked.closed, around.marked.opened)
    cue = before.attribution
    if not any(token.i == cue.verb.i for token in between):
        # “One.” “Two.”: nothing but marks between.
        return not [t for t in between if t.is_alpha] and attribution is None
    governs = attribution is not None and attribution.verb.i not in {t.i for t in between} and attribution.how.startswith("the reporting clause after")
    tail = [t for t in between if t.i > cue.verb.i and t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBG", "VBP")]
    return not governs and not tail and (attribution is None or attribution.verb.i == cue.verb.i)


def _resolve_context(reading: "Reading", around: Surroundings, cast: Cast, parts: list[Part]) -> Resolution:
    """The speaker of words without an attribution of their own: whoever speaks in the sentence right before, in this paragraph or the one above."""
    start = around.marked.opened
    token = reading.token_at(max(0, start - 1))
    previous = token.sent if token.idx < start else None
    last = parts[-1] if parts else None
    gap_is_blank = last is not None and not reading.doc.text[last.marked.closed : start].strip(" \n\r\t.,")
    if last is not None and gap_is_blank and last.resolution.name is not None:
        return Resolution(last.resolution.name, "the words follow right upon words of the same speaker: " + last.resolution.why)
    while previous is not None and not previous.text.strip() and previous.start > 0:
        previous = reading.doc[previous.start - 1].sent
    if previous is None:
        return Resolution(None, "no reporting verb stands near the words")
    verbs = [t for t in previous if t.i not in cast.quoted and is_speech(t)]
    subjects = [s for t in verbs for s in t.children if s.dep_ in ("nsubj", "nsubjpass") and s.i not in cast.quoted]
    if subjects:
        found = cast.resolve(subjects[0])
        return Resolution(found.name, f"the sentence before reports: {found.why}")
    return Resolution(None, "no reporting verb stands near the words")


def _describe(reading: "Reading", part: Part) -> QuoteMention:
    marked, attribution = part.marked, part.attribution
    span = reading.span(marked.start, marked.end)
    kind: Literal["direct", "partial"] = "direct" if _is_direct(span.text) else "partial"
    cue = reading.span(attribution.first.idx, attribution.last.idx + len(attribution.last)) if attribution else None
    return QuoteMention(
        span=span,
        content=_find_content(reading, marked, attribution) if kind == "partial" else reading.span(marked.opened, marked.closed),
        kind=kind,
        speaker=part.resolution.name,
        speaker_words=_speaker_words(reading, attribution),
        cue=cue,
        told_to=find_hearer(attribution),
        said_in=find_venue(attribution),
        said_on=find_day(reading, attribution),
        continues=part.continues,
        why=part.resolution.why,
    )


def _is_direct(text: str) -> bool:
    stripped = text.strip()
    return stripped[:1].isupper() and (stripped[-1:] in ",.!?…—" or len(stripped.split()) >= LEAST_UNATTRIBUTED)


def _speaker_words(reading: "Reading", attribution: Attribution | None) -> Span | None:
    """The words for the speaker: the subject with its modifiers, clauses and appositions left out."""
    if attribution is None or attribution.subject is None:
        return None
    subject = attribution.subject
    kept = [subject]
    for child in subject.lefts:
        if child.dep_ in ("compound", "amod", "nmod", "poss", "det", "flat"):
            kept += [t for t in child.subtree]
    first = min(kept, key=lambda t: t.i)
    return reading.span(first.idx, subject.idx + len(subject))


def _find_content(reading: "Reading", marked: Marked, attribution: Attribution | None) -> Span:
    """All that the reporting verb governs around the marked words, in this paragraph; the marks alone where it governs nothing more."""
    if attribution is None:
        return reading.span(marked.opened, marked.closed)
    inside = {t.i for t in reading.tokens(marked.start, marked.end)}
    for child in attribution.verb.children:
        tree = [t for t in child.subtree if not t.is_space]
        if child.dep_ in ("ccomp", "xcomp", "dobj", "attr", "prep") and inside & {t.i for t in tree}:
            start = min([marked.opened, *(t.idx for t in tree)])
            end = max([marked.closed, *(t.idx + len(t) for t in tree)])
            low, high = reading.paragraph_at(marked.opened)
            return reading.span(max(start, low), min(end, high))
    return reading.span(marked.opened, marked.closed)


def _describe_post(reading: "Reading", post: Post, cast: Cast) -> QuoteMention:
    words = reading.span(post.start, post.end)
    signature = reading.span(*post.signature)
    index = next((i for i, name in enumerate(cast.names) if name.kind == "person" and post.name in name.forms), None)
    if index is None:
        offset = signature.start + signature.text.index(post.name)
        cast.names.append(LocalName("person", post.name, (post.name,), (), (reading.span(offset, offset + len(post.name)),)))
        index = len(cast.names) - 1
    return QuoteMention(words, words, "embedded post", index, signature, None, None, "post", None, None, f"the post is signed {post.name}")
